package nn

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The kernels give the very bits of their Go twins, so that a model does not depend on the machine's vectors here.
func TestElementwiseKernelsAgree(t *testing.T) {
	if !avx2 {
		t.Skip("this machine has no AVX2")
	}
	defer func() { avx2 = true }()
	r := rand.New(rand.NewPCG(4, 4))
	const n = 8*5 + 3
	run := func(vectors bool, in [][]float32) [][]float32 {
		avx2 = vectors
		x := make([][]float32, 0, 13)
		for _, v := range in {
			x = append(x, slices.Clone(v))
		}
		swish(x[0], x[1])
		swishBack(x[0], x[2], x[3])
		scanStep(x[0], x[4], x[5], x[6])
		scanBack(x[0], x[4], x[5], x[2], x[7], x[8], x[9])
		add(x[10], x[4])
		update{0.9, 0.98, 1e-3, 1e-8, 0.7, 0.999}.apply(x[11], x[2], x[5], x[12])
		return x
	}
	for range 20 {
		var in [][]float32
		for range 13 {
			v := make([]float32, n)
			for i := range v {
				v[i] = r.Float32()*8 - 4
			}
			in = append(in, v)
		}
		for i := range in[12] {
			in[12][i] = max(0, in[12][i]) // a mean of squares
		}
		fast, slow := run(true, in), run(false, in)
		for i := range fast {
			if !slices.Equal(fast[i], slow[i]) {
				t.Fatalf("vector %d differs:\n%v\n%v", i, fast[i], slow[i])
			}
		}
	}
}
