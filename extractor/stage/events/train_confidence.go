package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// confidenceExample is an event that was found in a held-out document, right or not.
type confidenceExample struct {
	x     [confidenceFeatures]float32
	right bool
}

// collectConfidence analyzes the document, returns its events and notes for each whether it is one of those marked, in type and
// words.
func (a *analysis) collectConfidence(gold []Gold, oneOnly bool) ([]extractor.Event, []confidenceExample) {
	args := a.prepare()
	clusters := slices.DeleteFunc(a.cluster(args), a.isWeak)
	events := a.build(clusters, args)
	var out []confidenceExample
	taken := map[int]bool{}
	for k := range clusters {
		var e confidenceExample
		a.describeEvent(&e.x, &clusters[k], events[k].Status)
		for g := range gold {
			if taken[g] && !oneOnly || !gold[g].Is(clusters[k].typ) && !gold[g].Is(events[k].StrictPLOVER) {
				continue
			}
			if oneOnly || a.names(events[k].Triggers, &gold[g]) {
				e.right = true
				taken[g] = true
				break
			}
		}
		out = append(out, e)
	}
	return events, out
}

func (a *analysis) names(triggers []extractor.Trigger, g *Gold) bool {
	for i := range triggers {
		if overlapsAny(g.Triggers, triggers[i].Span) {
			return true
		}
	}
	return false
}

// fitConfidence fits the weights by logistic regression.
func fitConfidence(examples []confidenceExample, seed uint64, log io.Writer) confidenceWeights {
	w := unsure()
	var g confidenceWeights
	r := rand.New(rand.NewPCG(seed, 13))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	right := 0
	for i := range examples {
		if examples[i].right {
			right++
		}
	}
	for range 60 {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			y := float32(0)
			if e.right {
				y = 1
			}
			s := float32(0)
			for k := range e.x {
				s += w[k] * e.x[k]
			}
			d := logistic(s) - y
			for k := range w {
				grad := d*e.x[k] + 1e-4*w[k]
				g[k] += grad * grad
				w[k] -= 0.05 * grad / (float32(math.Sqrt(float64(g[k]))) + 1e-3)
			}
		}
	}
	fmt.Fprintf(log, "confidence: %d events of held-out documents, %d right\n", len(examples), right)
	return w
}
