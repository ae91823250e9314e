package nn

import "math"

// Adam is the optimiser of Kingma and Ba (2015), with decoupled weight decay for dense weights, gradients clipped
// by their global norm, and a running mean of the weights (Polyak averaging) that is better than the last ones.
type Adam struct {
	Beta1, Beta2, Epsilon float64
	// Decay shrinks dense weights by LearningRate·Decay a step. Clip is the greatest gradient norm.
	Decay, Clip float64
	// MeanDecay is how much of the running mean remains after a step.
	MeanDecay float64
	Params    []*Param
	Tables    []*Table
	step      int
}

// meanEvery is how many steps pass between updates of the running mean.
const meanEvery = 8

// NewAdam returns an optimiser with the usual constants.
func NewAdam(params []*Param, tables []*Table) *Adam {
	a := &Adam{Beta1: 0.9, Beta2: 0.98, Epsilon: 1e-8, Decay: 0.01, Clip: 5, MeanDecay: 0.999, Params: params, Tables: tables}
	for _, p := range params {
		n := len(p.W.Data)
		p.m, p.v, p.mean = make([]float32, n), make([]float32, n), append([]float32(nil), p.W.Data...)
	}
	for _, t := range tables {
		n := len(t.W.Data)
		t.m, t.v, t.mean = make([]float32, n), make([]float32, n), append([]float32(nil), t.W.Data...)
	}
	return a
}

// Step applies the gradients and clears them.
func (a *Adam) Step(rate float64) {
	a.step++
	scale := a.clipScale()
	u := update{
		b1: float32(a.Beta1), b2: float32(a.Beta2), scale: scale,
		rate:    float32(rate * math.Sqrt(1-math.Pow(a.Beta2, float64(a.step))) / (1 - math.Pow(a.Beta1, float64(a.step)))),
		epsilon: float32(a.Epsilon),
	}
	for _, p := range a.Params {
		u.shrink = float32(1 - rate*a.Decay)
		u.apply(p.W.Data, p.G.Data, p.m, p.v)
	}
	u.shrink = 1
	for _, t := range a.Tables {
		for _, row := range t.touched {
			i, j := int(row)*t.W.Cols, (int(row)+1)*t.W.Cols
			u.apply(t.W.Data[i:j], t.G.Data[i:j], t.m[i:j], t.v[i:j])
		}
		t.forget()
	}
	if a.step%meanEvery == 0 {
		a.updateMeans()
	}
}

// clipScale returns the factor that brings the gradient's norm down to Clip.
func (a *Adam) clipScale() float32 {
	sum := 0.0
	for _, p := range a.Params {
		sum += squares(p.G.Data)
	}
	for _, t := range a.Tables {
		for _, row := range t.touched {
			sum += squares(t.G.Row(int(row)))
		}
	}
	if norm := math.Sqrt(sum); norm > a.Clip {
		return float32(a.Clip / norm)
	}
	return 1
}

func squares(g []float32) float64 {
	sum := float32(0)
	for _, x := range g {
		sum += x * x
	}
	return float64(sum)
}

// update is one step's constants.
type update struct{ b1, b2, rate, epsilon, scale, shrink float32 }

func (a *Adam) updateMeans() {
	// Early on the mean follows the weights closely, so that the random start is soon forgotten.
	keep := min(math.Pow(a.MeanDecay, meanEvery), float64(a.step)/float64(a.step+10*meanEvery))
	for _, p := range a.Params {
		average(p.mean, p.W.Data, float32(keep))
	}
	for _, t := range a.Tables {
		average(t.mean, t.W.Data, float32(keep))
	}
}

func average(mean, w []float32, keep float32) {
	w = w[:len(mean)]
	for i := range mean {
		mean[i] += (1 - keep) * (w[i] - mean[i])
	}
}

// SwapMeans exchanges the weights with their running means: call it to measure or save, and again to go on.
func (a *Adam) SwapMeans() {
	for _, p := range a.Params {
		p.W.Data, p.mean = p.mean, p.W.Data
	}
	for _, t := range a.Tables {
		t.W.Data, t.mean = t.mean, t.W.Data
	}
}
