package quant

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor/internal/cpu"
)

func floats(r *rand.Rand, n int, scale float32) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = (r.Float32()*2 - 1) * scale
	}
	return x
}

func shorts(r *rand.Rand, n, limit int) []int16 {
	x := make([]int16, n)
	for i := range x {
		x[i] = int16(r.IntN(2*limit+1) - limit)
	}
	return x
}

// Every kernel in assembly gives the very bits of its Go twin.
func TestKernelsAgree(t *testing.T) {
	if !cpu.AVX2() {
		t.Skip("this machine has no AVX2")
	}
	r := rand.New(rand.NewPCG(1, 9))
	for range 50 {
		long := floats(r, 5*4*tileCols, 9)
		n := 16 * (1 + r.IntN(16))
		x, y, two := floats(r, n, 8), floats(r, n, 3), floats(r, 2*n, 8)
		compare(t, "sizes", func(k kernels) []float32 {
			c := make([]float32, 4)
			k.sizes(&two[0], n, 2, &c[0], &c[2])
			return c
		})
		compare(t, "maxAbs", func(k kernels) []float32 { return []float32{k.maxAbs(&x[0], n)} })
		compare(t, "toShorts", func(k kernels) []int16 { q := make([]int16, n); k.toShorts(&x[0], &q[0], n, 361.7); return q })
		compare(t, "toBytes", func(k kernels) []uint8 {
			q := make([]uint8, 2*n)
			k.toBytes(&two[0], &q[0], n, 2, &[]float32{7.8, 3.3}[0])
			return q
		})
		compare(t, "add", func(k kernels) []float32 { c := slices.Clone(x); k.add(&c[0], &y[0], n); return c })
		compare(t, "addSwish", func(k kernels) []float32 { c := slices.Clone(x); k.addSwish(&c[0], &y[0], n); return c })
		compare(t, "joinSwish", func(k kernels) []float32 { c := make([]float32, n); k.joinSwish(&c[0], &x[0], &y[0], n); return c })
		compare(t, "scan", func(k kernels) []float32 {
			const rows, stride, back = 5, 80, 40
			c := make([]float32, rows*stride)
			k.scan(&long[0], rows, &c[0], stride, back)
			return c
		})
		quads := 1 + r.IntN(5)
		a, b, scales := shorts(r, n, 2047), shorts(r, 4*quads*n, 2047), floats(r, 4*quads, 1)
		compare(t, "dots", func(k kernels) []float32 {
			c := make([]float32, 4*quads)
			k.dots(&a[0], &b[0], n, quads, &scales[0], &c[0])
			return c
		})
		compare(t, "layer", func(k kernels) []float32 {
			c := slices.Clone(long[:layerCols])
			k.layer(&c[0], &x[0], &floats(rand.New(rand.NewPCG(2, 2)), n*layerCols, 2)[0], n)
			return c
		})
		compare(t, "exps", func(k kernels) []float32 {
			c := floats(rand.New(rand.NewPCG(3, 2)), n, 90)
			k.exps(&c[0], n, 90)
			return c
		})
		testVotes(t, r)
		testPanel(t, r, n)
		testEmbed(t, r, n)
	}
}

// testPanel compares products with weights as great as may be.
func testPanel(t *testing.T, r *rand.Rand, n int) {
	l := NewLinear(n, tileCols, floats(r, n*tileCols, 1), floats(r, tileCols, 1))
	const rows = 2 * tileRows
	a, scales := make([]uint8, rows*n), floats(r, rows, 1)
	for i := range a {
		a[i] = uint8(zeroPoint - activationMax + r.IntN(2*activationMax+1))
	}
	compare(t, "panel", func(k kernels) []float32 {
		c := make([]float32, rows*32)
		k.panel(rows, n/inStep, &a[0], n, &l.panels[0], &c[0], 32, &scales[0], &l.scales[0], &l.bias[0], &l.shift[0])
		return c
	})
}

func testEmbed(t *testing.T, r *rand.Rand, n int) {
	const width, tokens, size = 5, 7, 11
	table, scales, rows := make([]int8, size*n), floats(r, size, 1), make([]int32, width*tokens)
	for i := range table {
		table[i] = int8(r.IntN(255) - 127)
	}
	for i := range rows {
		rows[i] = int32(r.IntN(size+1) - 1)
	}
	compare(t, "embed", func(k kernels) []float32 {
		to := make([]float32, tokens*n)
		k.embed(&to[0], n, &table[0], &scales[0], &rows[0], width, tokens)
		return to
	})
}

func testVotes(t *testing.T, r *rand.Rand) {
	table, rows := make([]int8, 20*votesCols), make([]uint32, 30)
	for i := range table {
		table[i] = int8(r.IntN(255) - 127)
	}
	for i := range rows {
		rows[i] = uint32(r.IntN(20))
	}
	compare(t, "votes", func(k kernels) []int32 {
		to := make([]int32, votesCols)
		k.votes(&to[0], &table[0], &rows[0], len(rows))
		return to
	})
}

// The exponential is right to float32's own precision.
func TestExps(t *testing.T) {
	for x := float32(-86); x <= 0; x += 0.37 {
		if got, want := float64(expOf(x)), math.Exp(float64(x)); math.Abs(got-want) > 2e-7*want {
			t.Errorf("e^%v is %v, want %v", x, got, want)
		}
	}
}

// No activations make a lane overflow: those that fit the signs of the weights come nearest.
func TestLanesDoNotOverflow(t *testing.T) {
	if !cpu.AVX2() {
		t.Skip("this machine has no AVX2")
	}
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{8, 120, 128, 136, 384} {
		w := floats(r, n*tileCols, 1)
		for i := range w { // columns of one sign and of both, even and with peaks
			switch j := i % tileCols; {
			case j < 4:
				w[i] = abs(w[i])
			case j < 8:
				w[i] = -abs(w[i])
			case j < 12:
				w[i] *= w[i] * w[i]
			}
		}
		l := NewLinear(n, tileCols, w, make([]float32, tileCols))
		if !l.fits() {
			t.Fatalf("%d rows of weights do not fit", n)
		}
		rows := []float32{1, 1, 1, 1, 1, 1}
		for column := range tileCols {
			a := make([]uint8, tileRows*n)
			for i := range a {
				a[i] = zeroPoint + activationMax
				if (l.panels[l.index(i%n, column)] < 0) == (i/n%2 == 0) {
					a[i] = zeroPoint - activationMax
				}
			}
			compare(t, "panel", func(k kernels) []float32 {
				c := make([]float32, tileRows*tileCols)
				k.panel(tileRows, n/inStep, &a[0], n, &l.panels[0], &c[0], tileCols, &rows[0], &l.scales[0], &l.bias[0], &l.shift[0])
				return c
			})
		}
	}
}

func compare[T comparable](t *testing.T, name string, f func(kernels) []T) {
	t.Helper()
	if a, b := f(plain), f(vector); !slices.Equal(a, b) {
		t.Fatalf("%s differs:\n%v\n%v", name, a, b)
	}
}
