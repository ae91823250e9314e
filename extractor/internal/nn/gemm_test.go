package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

func randomMatrix(r *rand.Rand, rows, cols int) Matrix {
	m := NewMatrix(rows, cols)
	for i := range m.Data {
		m.Data[i] = r.Float32()*2 - 1
	}
	return m
}

// MulAdd gives the product of its definition, for every pair of strides and for ragged shapes.
func TestMulAdd(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, shape := range [][3]int{{1, 1, 1}, {6, 16, 8}, {7, 17, 300}, {25, 33, 64}, {13, 128, 512}} {
		rows, cols, inner := shape[0], shape[1], shape[2]
		a, at := randomMatrix(r, rows, inner), randomMatrix(r, inner, rows)
		b, bt := randomMatrix(r, inner, cols), randomMatrix(r, cols, inner)
		for _, pair := range [][2]View{{a.View(), b.View()}, {at.Transposed(), b.View()}, {a.View(), bt.Transposed()}} {
			c := randomMatrix(r, rows, cols)
			want := NewMatrix(rows, cols)
			copy(want.Data, c.Data)
			for i := range rows {
				for j := range cols {
					for k := range inner {
						want.Data[i*cols+j] += pair[0].Data[i*pair[0].RowStride+k*pair[0].ColStride] * pair[1].Data[k*pair[1].RowStride+j*pair[1].ColStride]
					}
				}
			}
			MulAdd(rows, cols, inner, pair[0], pair[1], c.Data, cols)
			for i := range c.Data {
				if math.Abs(float64(c.Data[i]-want.Data[i])) > 1e-3 {
					t.Fatalf("%v: element %d is %g, want %g", shape, i, c.Data[i], want.Data[i])
				}
			}
		}
	}
}

func BenchmarkMulAdd(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	const rows, cols, inner = 1000, 128, 384
	x, w, y := randomMatrix(r, rows, inner), randomMatrix(r, inner, cols), NewMatrix(rows, cols)
	for b.Loop() {
		MulAdd(rows, cols, inner, x.View(), w.View(), y.Data, cols)
	}
	b.ReportMetric(2*rows*cols*inner*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}
