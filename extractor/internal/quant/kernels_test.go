package quant

import (
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
		n := 16 * (1 + r.IntN(16))
		x, y, z := floats(r, n, 8), floats(r, n, 3), floats(r, n, 20)
		compare(t, "sizes", func(k kernels) []float32 { a, b := k.sizes(&x[0], n); return []float32{a, b} })
		compare(t, "maxAbs", func(k kernels) []float32 { return []float32{k.maxAbs(&x[0], n)} })
		compare(t, "toShorts", func(k kernels) []int16 { q := make([]int16, n); k.toShorts(&x[0], &q[0], n, 361.7); return q })
		compare(t, "toBytes", func(k kernels) []uint8 { q := make([]uint8, n); k.toBytes(&x[0], &q[0], n, 63/8.0); return q })
		compare(t, "add", func(k kernels) []float32 { c := slices.Clone(x); k.add(&c[0], &y[0], n); return c })
		compare(t, "addSwish", func(k kernels) []float32 { c := slices.Clone(x); k.addSwish(&c[0], &y[0], n); return c })
		compare(t, "joinSwish", func(k kernels) []float32 { c := make([]float32, n); k.joinSwish(&c[0], &x[0], &y[0], n); return c })
		compare(t, "scan", func(k kernels) []float32 { c := make([]float32, n); k.scan(&z[0], &x[0], &y[0], &c[0], n); return c })
		row := make([]int8, n)
		for i := range row {
			row[i] = int8(r.IntN(255) - 127)
		}
		compare(t, "addBytes", func(k kernels) []float32 { c := slices.Clone(x); k.addBytes(&c[0], &row[0], n, 0.013); return c })
		quads := 1 + r.IntN(5)
		a, b, scales := shorts(r, n, 2047), shorts(r, 4*quads*n, 2047), floats(r, 4*quads, 1)
		compare(t, "dots", func(k kernels) []float32 {
			c := make([]float32, 4*quads)
			k.dots(&a[0], &b[0], n, quads, &scales[0], &c[0])
			return c
		})
		testTile(t, r, n)
	}
}

// testTile compares products with weights as great as may be.
func testTile(t *testing.T, r *rand.Rand, n int) {
	l := NewLinear(n, tileCols, floats(r, n*tileCols, 1), floats(r, tileCols, 1))
	a, rows := make([]uint8, tileRows*n), floats(r, tileRows, 1)
	for i := range a {
		a[i] = uint8(zeroPoint - activationMax + r.IntN(2*activationMax+1))
	}
	compare(t, "tile", func(k kernels) []float32 {
		c := make([]float32, tileRows*32)
		k.tile(n/inStep, &a[0], n, &l.panels[0], &c[0], 32, &rows[0], &l.scales[0], &l.bias[0], &l.shift[0])
		return c
	})
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
			compare(t, "tile", func(k kernels) []float32 {
				c := make([]float32, tileRows*tileCols)
				k.tile(n/inStep, &a[0], n, &l.panels[0], &c[0], tileCols, &rows[0], &l.scales[0], &l.bias[0], &l.shift[0])
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
