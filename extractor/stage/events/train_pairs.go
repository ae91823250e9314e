package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor"
)

// pairExample is a mention held against a cluster of earlier ones, judged by people.
type pairExample struct {
	x    [pairFeatures]float32
	same bool
}

// collectPairs clusters the mentions of a document as people did and notes what each step looked like.
func (a *analysis) collectPairs(gold []Gold) []pairExample {
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
			if !a.comparable(&clusters[k], &m) || id < 0 && ids[k] < 0 {
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

// fitPairs fits the weights by logistic regression.
func fitPairs(examples []pairExample, seed uint64, log io.Writer) pairWeights {
	var w, g pairWeights
	r := rand.New(rand.NewPCG(seed, 11))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	hits, loss := 0, 0.0
	for range 40 {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		hits, loss = 0, 0
		for _, i := range order {
			e := &examples[i]
			p := logistic(w.score(&e.x))
			y := float32(0)
			if e.same {
				y = 1
			}
			if (p >= 0.5) == e.same {
				hits++
			}
			loss -= math.Log(math.Max(1e-6, float64(1-max(p-y, y-p))))
			for k := range w {
				grad := (p-y)*e.x[k] + 1e-4*w[k]
				g[k] += grad * grad
				w[k] -= 0.1 * grad / (float32(math.Sqrt(float64(g[k]))) + 1e-3)
			}
		}
	}
	fmt.Fprintf(log, "pairs: %d examples, accuracy %.3f, loss %.3f\n", len(examples), float64(hits)/float64(max(1, len(examples))), loss/float64(max(1, len(examples))))
	return w
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
}
