package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor"
)

// mainExample are the events of an article of which one is known to be the main one: those found that name it.
type mainExample struct {
	x    [][mainFeatures]float32
	main []bool
	// sure are the features of confidence, which is only known when its weights are.
	sure []confidenceExample
}

// collectMain notes what the events of an article looked like, with and without its headline; false when none of them
// is the main one.
func (a *analysis) collectMain(events []extractor.Event, sure []confidenceExample, gold []Gold) ([2]mainExample, bool) {
	var out [2]mainExample
	any := false
	out[0].sure, out[1].sure = sure, sure
	for i := range events {
		main := false
		for g := range gold {
			main = main || gold[g].Main && a.names(events[i].Triggers, &gold[g])
		}
		any = any || main
		for k := range out {
			var x [mainFeatures]float32
			a.describeMain(&x, events, int32(i), k == 0)
			out[k].x, out[k].main = append(out[k].x, x), append(out[k].main, main)
		}
	}
	return out, any
}

// Training of the main event's weights.
const (
	mainEpochs = 60
	mainRate   = 0.03
	mainDecay  = 4e-2
)

// fitMain fits a softmax over the events of each article: how likely it is that the main one is chosen.
func fitMain(examples []mainExample, sure *judge, seed uint64, log io.Writer) mainWeights {
	var w, g mainWeights
	if len(examples) == 0 {
		return byProminence()
	}
	r := rand.New(rand.NewPCG(seed, 19))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for i := range examples {
		for k := range examples[i].x {
			examples[i].x[k][0] = certainty(sure.confidence(&examples[i].sure[k].description))
		}
	}
	hits := 0
	for range mainEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		hits = 0
		for _, i := range order {
			e := &examples[i]
			p, best := e.probabilities(&w)
			if e.main[best] {
				hits++
			}
			right := 1e-9
			for k := range p {
				if e.main[k] {
					right += p[k]
				}
			}
			var grad [mainFeatures]float64
			for k := range p {
				d := p[k]
				if e.main[k] {
					d -= p[k] / right
				}
				for f, v := range e.x[k] {
					grad[f] += d * float64(v)
				}
			}
			for f := range w {
				d := float32(grad[f]) + mainDecay*w[f]
				g[f] += d * d
				w[f] -= mainRate * d / (float32(math.Sqrt(float64(g[f]))) + 1e-3)
			}
		}
	}
	fmt.Fprintf(log, "main event: %d of %d articles of the training\n", hits, len(examples))
	return w
}

// probabilities returns how likely each event is the main one, and the likeliest.
func (e *mainExample) probabilities(w *mainWeights) (p []float64, best int) {
	p = make([]float64, len(e.x))
	top := math.Inf(-1)
	for k := range e.x {
		p[k] = float64(w.score(&e.x[k]))
		if p[k] > top {
			best, top = k, p[k]
		}
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p, best
}
