package events

import (
	"math"
	"math/rand/v2"
)

// linear is logistic regression over hashed features, scaled to int8.
type linear int8Weights

// likelihood is in 0..1.
func (m *linear) likelihood(features []uint32) float32 {
	sum := int32(0)
	for _, f := range features {
		sum += int32(m.weights[f])
	}
	return logistic(m.scale * float32(sum))
}

// linearExample is what was seen of a yes or no.
type linearExample struct {
	features []uint32
	yes      bool
	group    int
}

// fitLinear fits weights by AdaGrad.
func fitLinear(examples []linearExample, bits, epochs int, rate, decay float32, seed uint64) []float32 {
	w, g := make([]float32, 1<<bits), make([]float32, 1<<bits)
	r := rand.New(rand.NewPCG(seed, 23))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			s := float32(0)
			for _, f := range e.features {
				s += w[f]
			}
			d := logistic(s)
			if e.yes {
				d--
			}
			for _, f := range e.features {
				grad := d + decay*w[f]
				g[f] += grad * grad
				w[f] -= rate * grad / (float32(math.Sqrt(float64(g[f]))) + 1e-3)
			}
		}
	}
	return w
}
