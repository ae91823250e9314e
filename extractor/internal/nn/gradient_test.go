package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Every gradient of an encoder with all kinds of layers agrees with finite differences of the loss.
func TestEncoderGradients(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	e := NewEncoder(Architecture{Layers: "CSC", Dim: 16, Hidden: 16}, 9, 0, r)
	out := NewLinear("out", 16, 16, r)
	batch := &Batch{Starts: []int{0, 4, 5, 8}}
	features := []int32{0, 1, 2, 3, -1, 5, 6, 7, 8, 0, 1, 1, 2, 8, 4, -1}
	gold := []int{1, 0, 3, 2, -1, 5, 7, 6}
	loss := func(backward bool) float64 {
		y := out.Forward(e.Forward(features, 2, batch, true))
		total := 0.0
		for i, g := range gold {
			total += CrossEntropy(y.Row(i), g, 0.5)
		}
		if backward {
			e.Backward(out.Backward(y))
		}
		return total
	}
	params := append(e.Params(), out.Params()...)
	loss(true)
	for _, p := range params {
		checkGradient(t, p.Name, p.W.Data, p.G.Data, r, func() float64 { return loss(false) })
	}
	checkGradient(t, "table", e.Table.W.Data, e.Table.G.Data, r, func() float64 { return loss(false) })
}

func checkGradient(t *testing.T, name string, w, g []float32, r *rand.Rand, loss func() float64) {
	t.Helper()
	const step = 1e-2
	for range 12 {
		i := r.IntN(len(w))
		old := w[i]
		w[i] = old + step
		up := loss()
		w[i] = old - step
		down := loss()
		w[i] = old
		want := (up - down) / (2 * step)
		if math.Abs(want-float64(g[i])) > 2e-3+0.02*math.Abs(want) {
			t.Errorf("%s[%d]: gradient %g, finite difference %g", name, i, g[i], want)
		}
	}
}

// Adam with its running mean finds the minimum of a simple function, and dropout keeps the expectation.
func TestAdamDescends(t *testing.T) {
	p := NewFilled("x", 1, 4, 3)
	a := NewAdam([]*Param{p}, nil)
	a.Decay = 0
	for step := range 2000 {
		for i := range p.G.Data {
			p.G.Data[i] = 2 * (p.W.Data[i] - float32(i))
		}
		a.Step(0.05 * (1 - float64(step)/2000))
	}
	a.SwapMeans()
	for i, w := range p.W.Data {
		if math.Abs(float64(w)-float64(i)) > 0.05 {
			t.Errorf("weight %d is %g", i, w)
		}
	}
}

func TestDropoutKeepsTheExpectation(t *testing.T) {
	d := Dropout{Rate: 0.3, Random: rand.New(rand.NewPCG(1, 2))}
	m := NewMatrix(100, 100)
	for i := range m.Data {
		m.Data[i] = 1
	}
	d.Apply(&m, true)
	total := float32(0)
	for _, v := range m.Data {
		total += v
	}
	if math.Abs(float64(total)/1e4-1) > 0.03 {
		t.Errorf("mean %g after dropout, want about 1", total/1e4)
	}
}
