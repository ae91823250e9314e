package events

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// confidenceExample is an event that was found in a held-out document, right or not.
type confidenceExample struct {
	description
	right bool
	// group is the document's; whole: all events of it are marked.
	group int
	whole bool
	// asked is the share of the least confidence that is asked of it.
	asked float32
}

// collectConfidence analyzes the document, returns its events and notes for each whether it is one of those marked, in type and
// words.
func (a *analysis) collectConfidence(t *Training) ([]extractor.Event, []confidenceExample) {
	args := a.prepare()
	clusters, _ := a.happenings(args)
	events := a.build(clusters, args)
	right := a.findRight(t, clusters, events)
	var out []confidenceExample
	for k := range clusters {
		if !a.isInside(&clusters[k], t.Options.Within) {
			continue
		}
		e := confidenceExample{group: t.Options.Group, whole: t.whole(), asked: a.asked(&clusters[k]), right: right[k]}
		a.describeEvent(&e.description, &clusters[k])
		out = append(out, e)
	}
	return events, out
}

// findRight tells which happenings are marked ones. One that was found twice is where most of its words are; of a document in
// which not all is marked, the type alone counts.
func (a *analysis) findRight(t *Training, clusters []cluster, events []extractor.Event) []bool {
	type claim struct{ k, gold, words int }
	var claims []claim
	right := make([]bool, len(clusters))
	for k := range clusters {
		for g := range t.Gold {
			gold := &t.Gold[g]
			if !a.isInside(&clusters[k], t.Options.Within) || !gold.Is(clusters[k].typ) && !gold.Is(events[k].StrictPLOVER) {
				continue
			}
			if n := a.named(events[k].Triggers, gold); n > 0 {
				claims = append(claims, claim{k, g, n})
			}
			right[k] = right[k] || t.Options.PositivesOnly
		}
	}
	slices.SortStableFunc(claims, func(x, y claim) int { return cmp.Compare(y.words, x.words) })
	taken := make([]bool, len(t.Gold))
	for _, c := range claims {
		if !right[c.k] && !taken[c.gold] {
			right[c.k], taken[c.gold] = true, true
		}
	}
	return right
}

// whole reports whether all events of the document are marked.
func (t *Training) whole() bool {
	return t.Options.Foreign == 0 && t.Judged && !t.Options.PositivesOnly && t.Options.Within == nil
}

// isInside reports whether all mentions stand where people looked.
func (a *analysis) isInside(k *cluster, spans []extractor.TextSpan) bool {
	for _, m := range k.mentions {
		if spans != nil && !overlapsAny(spans, a.Tokens[a.candidates[m].head].Span) {
			return false
		}
	}
	return true
}

// named counts the triggers that stand where people marked the event.
func (a *analysis) named(triggers []extractor.Trigger, g *Gold) int {
	n := 0
	for i := range triggers {
		if overlapsAny(g.Triggers, triggers[i].Span) {
			n++
		}
	}
	return n
}

// fitConfidence fits the forest; without examples there is none.
func fitConfidence(examples []confidenceExample, seed uint64) *forest.Forest {
	return fitForest(examples, func(e *confidenceExample) ([]float32, bool) { return e.x[:], e.right },
		forest.Settings{Trees: 240, Rate: 0.04, Prior: 10, Evidence: 1.6, Rows: 0.6, Columns: 0.5, Seed: seed})
}

// truePerPredicted is the share of events told that must be right in the training's articles. One reader has read them,
// once: of the events that two readers find he misses a sixth, so that not all that seems false there is.
const truePerPredicted = 0.575

// chooseLeast returns the confidence from which on an event is told: of those with which enough of the events told are
// right, the one with the best F measure, all by forests that have not seen the document.
func chooseLeast(examples []confidenceExample, marked int, seed uint64, log io.Writer) float32 {
	sure := unseen(examples, seed)
	least, best := float32(0.5), 0.0
	for t := float32(0.1); t < 0.8; t += 0.005 {
		hit, told := 0.0, 0.0
		for i := range examples {
			if examples[i].whole && sure[i] >= t*examples[i].asked {
				told++
				if examples[i].right {
					hit++
				}
			}
		}
		p, r := hit/max(1, told), hit/max(1, float64(marked))
		if int(t*1000+0.5)%50 == 0 {
			fmt.Fprintf(log, "confidence %.2f: P %.3f R %.3f\n", t, p, r)
		}
		if f := 2 * p * r / max(1e-9, p+r); p >= truePerPredicted && f > best {
			least, best = t, f
			fmt.Fprintf(log, "least confidence %.3f: F %.4f (P %.3f R %.3f)\n", t, f, p, r)
		}
	}
	return least
}

// unseen returns the confidence of each example by a forest without its document.
func unseen(examples []confidenceExample, seed uint64) []float32 {
	sure := make([]float32, len(examples))
	for fold := range foldsOfDocs {
		// The folds of the judges are by the remainder; these are others.
		out := func(e *confidenceExample) bool { return e.group/foldsOfDocs%foldsOfDocs == fold }
		j := &judge{sure: fitConfidence(slices.DeleteFunc(slices.Clone(examples), func(e confidenceExample) bool { return out(&e) }), seed)}
		for i := range examples {
			if out(&examples[i]) {
				sure[i] = j.confidence(&examples[i].description)
			}
		}
	}
	return sure
}
