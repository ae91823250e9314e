package story

import (
	"cmp"
	"math"
	"slices"
)

// Thresholds of article links. Below minLink two articles are not linked at all; joinThreshold is the least mean
// link between the articles of two groups that are joined.
const (
	minLink       = 0.15
	joinThreshold = 0.22
	// windowDays is how far apart in time the articles of one story's neighbours may be.
	windowDays = 21
	// keyFeatures is how many of its strongest names and words an article is found by.
	keyFeatures = 12
)

// linkScore judges whether two articles are of one story, in 0..1: shared names, words and acts, less the further
// apart they were published. It is symmetric.
func linkScore(a, b *node) float32 {
	p, q := a.profile, b.profile
	near := proximity(p.day, q.day)
	if near == 0 {
		return 0
	}
	s := 0.45*p.names.cosine(q.names) + 0.35*p.words.cosine(q.words) + 0.2*p.acts.cosine(q.acts)
	return float32(min(s*near, 1))
}

// proximity falls with the days between two articles; an unknown day says nothing.
func proximity(a, b int32) float64 {
	if a == unknownDay || b == unknownDay {
		return 0.9
	}
	d := abs(a - b)
	if d > windowDays {
		return 0
	}
	return math.Exp(-float64(d) / 14)
}

// keys are what an article is found by: each pair of its strongest names and words. Two articles of one story share
// two of them, two unrelated ones hardly ever do.
func (p *profile) keys() []uint64 {
	strongest := slices.Concat(top(p.names, keyFeatures/2), top(p.words, keyFeatures))
	var out []uint64
	for i, a := range strongest {
		for _, b := range strongest[:i] {
			x, y := min(a.key, b.key), max(a.key, b.key)
			if x != y {
				out = append(out, uint64(x)<<32|uint64(y))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// top returns the n strongest components.
func top(v vector, n int) vector {
	s := slices.Clone(v)
	slices.SortFunc(s, func(a, b component) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
	})
	return s[:min(n, len(s))]
}
