package story

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	// minLink is the least probability at which two articles are linked at all.
	minLink = 0.15
	// windowDays is how far apart in time two articles of one story may be linked.
	windowDays = 21
	// keyFeatures is how many of its strongest names and words an article is found by.
	keyFeatures = 12
)

// linkFeatures is the number of features of a pair of articles: each part's likeness; for some parts whether both have
// it and share nothing in it; the bias; how far apart in time.
const linkFeatures = 2*partCount + 2

// linkScore judges whether two articles are of one story: a probability, 0 where they are too far apart in time. It is
// symmetric.
func (m *Model) linkScore(a, b *node) float32 {
	f, ok := compare(a.profile, b.profile)
	if !ok {
		return 0
	}
	return float32(m.linkProbability(&f))
}

func (m *Model) linkProbability(f *[linkFeatures]float64) float64 {
	sum := 0.0
	for i, v := range f {
		sum += float64(m.link[i]) * v
	}
	return 1 / (1 + math.Exp(-sum))
}

func compare(p, q *profile) (f [linkFeatures]float64, ok bool) {
	for i := range p.parts {
		s := p.parts[i].cosine(q.parts[i])
		f[i] = s
		if (i == partPeople || i == partPlaces || i == partNumbers || i == partBodies) && s == 0 && len(p.parts[i]) > 0 && len(q.parts[i]) > 0 {
			f[partCount+i] = 1
		}
	}
	f[2*partCount] = 1
	if p.day == unknownDay || q.day == unknownDay {
		return f, true
	}
	d := max(p.day-q.day, q.day-p.day)
	f[2*partCount+1] = float64(d) / 7
	return f, d <= windowDays
}

// keys are what an article is found by: each pair of its strongest names and words. Two articles of one story share
// two of them, two unrelated ones hardly ever do.
func (p *profile) keys() []uint64 {
	strongest := slices.Concat(top(p.parts[partNames], keyFeatures/2), top(p.parts[partWords], keyFeatures))
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

// learnLinks fits the weights of linkFeatures by logistic regression on all pairs of articles: those of one lesson are of
// one story. Pairs of one kind (lessons may say theirs) are hard and count in full; of the others, far more, one in
// twenty is looked at. Days are seldom known in the lessons, so that the weight of time is set by hand: half a unit a
// week.
func (m *Model) learnLinks(lessons []Lesson, seed uint64) {
	type pair struct {
		f    [linkFeatures]float64
		same bool
	}
	type article struct {
		p      *profile
		lesson int
	}
	var all []article
	for i, l := range lessons {
		for _, r := range l.Reports {
			all = append(all, article{newProfile(r, m.weight), i})
		}
	}
	rng := rand.New(rand.NewPCG(seed, 29))
	var pairs []pair
	for i, a := range all {
		for _, b := range all[:i] {
			if lessons[a.lesson].Kind != lessons[b.lesson].Kind && rng.IntN(20) > 0 {
				continue
			}
			f, _ := compare(a.p, b.p)
			pairs = append(pairs, pair{f, a.lesson == b.lesson})
		}
	}
	// Gradient descent on all pairs at once, right and wrong pairs of equal weight, with L2.
	var weight [2]float64
	for i := range pairs {
		weight[bit(pairs[i].same)]++
	}
	for range 2000 {
		var g [linkFeatures]float64
		for i := range pairs {
			x := &pairs[i]
			d := m.linkProbability(&x.f)
			if x.same {
				d--
			}
			d /= 2 * weight[bit(x.same)]
			for k, v := range x.f {
				g[k] += d * v
			}
		}
		for k := range g {
			l2 := 3e-4
			if k == 2*partCount {
				l2 = 0
			}
			m.link[k] -= float32(4 * (g[k] + l2*float64(m.link[k])))
		}
	}
	m.link[2*partCount+1] = -0.5
}
