package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// mainExample are the events of an article of which some are known to be the main one: those told that name it.
type mainExample struct {
	x    []mainDescription
	main []bool
	// group and corpus are Options.Group and Options.Foreign.
	group  int
	corpus uint32
	weight float32
}

// collectMain tells the events of an article, with and without its headline, as one that people said what it is about;
// nothing where they did not say.
func (a *analysis) collectMain(t *Training) []mainExample {
	if !slices.ContainsFunc(t.Gold, func(g Gold) bool { return g.Main }) {
		return nil
	}
	args := a.prepare()
	happenings, _ := a.happenings(args)
	told, _ := a.tell(happenings)
	events := a.build(told, args)
	main := make([]bool, len(events))
	for i := range events {
		for g := range t.Gold {
			main[i] = main[i] || t.Gold[g].Main && a.named(events[i].Triggers, &t.Gold[g]) > 0
		}
	}
	var out []mainExample
	for _, titled := range []bool{true, false} {
		out = append(out, mainExample{
			x: a.describeMains(nil, events, titled), main: main,
			group: t.Options.Group, corpus: t.Options.Foreign, weight: t.Options.Weight,
		})
	}
	return out
}

// fitMain fits the ranker; without examples of whose events one is the main one it goes by prominence.
func fitMain(examples []mainExample, seed uint64) ranker {
	examples = slices.DeleteFunc(slices.Clone(examples), func(e mainExample) bool { return !slices.Contains(e.main, true) })
	if len(examples) == 0 {
		return byProminence()
	}
	r := ranker{weights: fitMainWeights(examples, seed)}
	var rows []forest.Example
	for i := range examples {
		for k := range examples[i].x {
			rows = append(rows, forest.Example{X: examples[i].x[k][:], Right: examples[i].main[k], Weight: examples[i].weight})
		}
	}
	r.forest = forest.Train(rows, forest.Settings{Trees: 120, Rate: 0.05, Prior: 10, Evidence: 1.6, Rows: 0.6, Columns: 0.4, Seed: seed})
	return r
}

// Training of the main event's weights, found by cross-validation. The weights are the mean of those after each epoch
// but the first ones.
const (
	mainEpochs = 60
	mainWarm   = 20
	mainRate   = 0.03
	mainDecay  = 3e-3
)

// fitMainWeights fits a softmax over the events of each article: how likely it is that the main one is chosen.
func fitMainWeights(examples []mainExample, seed uint64) [mainFeatures]float32 {
	var w ranker
	var g, mean [mainFeatures]float32
	r := rand.New(rand.NewPCG(seed, 19))
	order := r.Perm(len(examples))
	for epoch := range mainEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			grad := e.gradient(&w)
			for f := range w.weights {
				d := e.weight * (grad[f] + mainDecay*w.weights[f])
				g[f] += d * d
				w.weights[f] -= mainRate * d / (float32(math.Sqrt(float64(g[f]))) + 1e-3)
			}
		}
		if epoch >= mainWarm {
			for f := range mean {
				mean[f] += w.weights[f] / (mainEpochs - mainWarm)
			}
		}
	}
	return mean
}

// gradient is that of the loss of choosing among the events of an article.
func (e *mainExample) gradient(w *ranker) [mainFeatures]float32 {
	p := e.probabilities(w)
	right := 1e-9
	for k := range p {
		if e.main[k] {
			right += p[k]
		}
	}
	var grad [mainFeatures]float32
	for k := range p {
		d := p[k]
		if e.main[k] {
			d -= p[k] / right
		}
		for f, v := range e.x[k] {
			grad[f] += float32(d) * v
		}
	}
	return grad
}

// probabilities returns how likely the weights choose each event.
func (e *mainExample) probabilities(w *ranker) []float64 {
	p, top := make([]float64, len(e.x)), math.Inf(-1)
	for k := range e.x {
		p[k] = float64(w.sum(&e.x[k]))
		top = max(top, p[k])
	}
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// isRight reports whether a ranker chooses the main event.
func (e *mainExample) isRight(r *ranker) bool {
	best := 0
	for k := range e.x {
		if r.score(&e.x[k]) > r.score(&e.x[best]) {
			best = k
		}
	}
	return len(e.main) > 0 && e.main[best]
}

// reportMain prints in how many articles of each corpus a ranker that has not seen the article chooses the main event,
// by cross-validation over documents.
func reportMain(examples []mainExample, seed uint64, log io.Writer) {
	var hits, all [8]int
	for fold := range foldsOfDocs {
		in := slices.DeleteFunc(slices.Clone(examples), func(e mainExample) bool { return e.group%foldsOfDocs == fold })
		r := fitMain(in, seed)
		for i := range examples {
			e := &examples[i]
			if e.group%foldsOfDocs == fold {
				if all[e.corpus]++; e.isRight(&r) {
					hits[e.corpus]++
				}
			}
		}
	}
	for c := range all {
		if all[c] > 0 {
			fmt.Fprintf(log, "main event, corpus %d, with and without headline: %d of %d articles\n", c, hits[c], all[c])
		}
	}
}
