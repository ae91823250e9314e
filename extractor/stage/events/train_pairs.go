package events

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// pairExample is a mention held against a cluster of earlier ones, judged by people.
type pairExample struct {
	x    [pairFeatures]float32
	same bool
}

// collectPairs clusters the mentions of a document as people did and notes what each step looked like.
func (a *analysis) collectPairs(gold []Gold, within []extractor.TextSpan) []pairExample {
	args := a.prepare()
	var clusters []cluster
	var ids []int
	var out []pairExample
	for i := range a.candidates {
		c := &a.candidates[i]
		if c.dropped {
			continue
		}
		m := a.mentionCluster(int32(i), args[i])
		id := a.goldIndex(gold, c)
		others := 0
		for k := range clusters {
			if clusters[k].typ == m.typ {
				others++
			}
		}
		at := -1
		for k := range clusters {
			same := id >= 0 && ids[k] == id
			if same {
				at = k
			}
			if !a.comparable(&clusters[k], &m) || id < 0 && ids[k] < 0 || within != nil && (id < 0 || ids[k] < 0) {
				continue
			}
			var e pairExample
			a.describePair(&e.x, &clusters[k], &m, c, others)
			e.same = same
			out = append(out, e)
		}
		if at >= 0 && clusters[at].typ == m.typ {
			clusters[at].join(&m)
			continue
		}
		clusters, ids = append(clusters, m), append(ids, id)
	}
	return out
}

// goldIndex returns which of the marked events a candidate names, -1 for none.
func (a *analysis) goldIndex(gold []Gold, c *candidate) int {
	for _, at := range []int32{c.head, c.partner} {
		if at < 0 {
			continue
		}
		for g := range gold {
			if overlapsAny(gold[g].Triggers, a.Tokens[at].Span) {
				return g
			}
		}
	}
	return -1
}

// fitPairs fits the forest of pairs; without examples there is none.
func fitPairs(examples []pairExample, seed uint64) *forest.Forest {
	return fitForest(examples, func(e *pairExample) ([]float32, bool) { return e.x[:], e.same },
		forest.Settings{Trees: 120, Rate: 0.06, Prior: 5, Evidence: 1.6, Rows: 0.6, Columns: 0.5, Seed: seed})
}

// Training is a document, analyzed up to its entities, with what people marked in it.
type Training struct {
	Document *extractor.Document
	Gold     []Gold
	Options  Options
	// Clustered: each Gold holds all mentions of one happening.
	Clustered bool
	// Judged: the document tells which events are right, for confidence.
	Judged bool
	// MainOnly: only what it is about is learned of it.
	MainOnly bool
}
