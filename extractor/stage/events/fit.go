package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
)

// crossValidated returns each example's score by weights fitted without its fold of documents.
func crossValidated(examples []Example, seed uint64) []float32 {
	scores := make([]float32, len(examples))
	for fold := range foldsOfDocs {
		var in []int
		for i := range examples {
			if examples[i].Group%foldsOfDocs != fold {
				in = append(in, i)
			}
		}
		w := fit(examples, in, seed)
		for i := range examples {
			if examples[i].Group%foldsOfDocs == fold {
				scores[i] = score(w, &examples[i])
			}
		}
	}
	return scores
}

// fit fits the weights to the examples of the given indices, nil for all.
func fit(examples []Example, in []int, seed uint64) []float32 {
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

// recallWeight is how much more a missed mention costs than an invented one in the choice of the threshold: what is
// missed is lost, what is doubtful carries its confidence.
const recallWeight = 1.9

// bestThreshold is the score in 0..1 with the best F measure (beta = recallWeight) over examples of full weight.
func bestThreshold(examples []Example, scores []float32, log io.Writer) float32 {
	best, bestF := float32(0.5), 0.0
	for t := float32(0.1); t < 0.9; t += 0.02 {
		hit, gold, predicted := 0.0, 0.0, 0.0
		for i := range examples {
			if examples[i].Weight < 1 {
				continue
			}
			p := logistic(scores[i]) >= t
			if examples[i].Positive {
				gold++
				if p {
					hit++
				}
			}
			if p {
				predicted++
			}
		}
		if f := (1 + recallWeight*recallWeight) * hit / max(1, recallWeight*recallWeight*gold+predicted); f > bestF {
			best, bestF = t, f
			fmt.Fprintf(log, "threshold %.2f: F %.4f (P %.3f R %.3f)\n", t, f, hit/max(1, predicted), hit/max(1, gold))
		}
	}
	return best
}
