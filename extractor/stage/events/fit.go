package events

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// fitWeights fits the weights to the examples of the given indices, nil for all.
func fitWeights(examples []Example, in []int, seed uint64) []float32 {
	w, g := make([]float32, 1<<featureBits), make([]float32, 1<<featureBits)
	r := rand.New(rand.NewPCG(seed, 7))
	order := slices.Clone(in)
	if in == nil {
		for i := range examples {
			order = append(order, i)
		}
	}
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			y := float32(0)
			if e.Positive {
				y = 1
			}
			d := (logistic(score(w, e)) - y) * e.Weight * e.Trust
			for _, k := range e.Hashes {
				grad := d + decay*w[k]
				g[k] += grad * grad
				w[k] -= rate * grad / (float32(math.Sqrt(float64(g[k]))) + 1e-3)
			}
		}
	}
	return w
}

func score(w []float32, e *Example) float32 {
	s := float32(0)
	for _, k := range e.Hashes {
		s += w[k]
	}
	return e.Base + e.Trust*s
}

// fitForest fits a forest to examples of equal weight, described by see; without examples there is none.
func fitForest[E any](examples []E, see func(*E) (x []float32, right bool), settings forest.Settings) *forest.Forest {
	if len(examples) == 0 {
		return nil
	}
	list := make([]forest.Example, len(examples))
	for i := range examples {
		x, right := see(&examples[i])
		list[i] = forest.Example{X: x, Right: right, Weight: 1}
	}
	return forest.Train(list, settings)
}
