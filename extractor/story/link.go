package story

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

const (
	// minLink is the least probability at which two articles are linked at all.
	minLink = 0.1
	// windowDays is how far apart in time two articles of one story may be linked.
	windowDays = 21
	// keyFeatures is how many of its strongest names and words an article is found by.
	keyFeatures = 12
)

// linkFeatures is the number of features of a pair of articles: each part's likeness; for some parts whether both have
// it and share nothing in it; the bias; how far apart in time; for each lead whether the articles name each other's,
// and whether neither names the other's.
const (
	linkBias     = 2 * partCount
	linkTime     = linkBias + 1
	linkLeads    = linkTime + 1
	linkFeatures = linkLeads + 2*leadCount
)

// linkScore judges whether two articles are of one story: a probability, 0 where they are too far apart in time. It is
// symmetric.
func (m *Model) linkScore(a, b *node) float32 {
	if !near(a.profile.day, b.profile.day) {
		return 0
	}
	f := describe(a.profile, b.profile)
	return float32(m.linkProbability(&f))
}

func (m *Model) linkProbability(f *[linkFeatures]float64) float64 {
	sum := 0.0
	for i, v := range f {
		sum += float64(m.link[i]) * v
	}
	return 1 / (1 + math.Exp(-sum))
}

// describe returns the features of a pair of articles.
func describe(p, q *profile) (f [linkFeatures]float64) {
	for i := range p.parts {
		s := p.parts[i].cosine(q.parts[i])
		f[i] = s
		if (i == partPeople || i == partPlaces || i == partNumbers || i == partBodies || i == partDates) && s == 0 && len(p.parts[i]) > 0 && len(q.parts[i]) > 0 {
			f[partCount+i] = 1
		}
	}
	f[linkBias] = 1
	for i, part := range leadParts {
		if len(p.parts[part]) == 0 || len(q.parts[part]) == 0 {
			continue
		}
		n := bit(p.leads[i] == q.leads[i] || q.parts[part].has(p.leads[i])) + bit(p.leads[i] == q.leads[i] || p.parts[part].has(q.leads[i]))
		f[linkLeads+2*i] = float64(n) / 2
		if n == 0 {
			f[linkLeads+2*i+1] = 1
		}
	}
	if p.day == unknownDay || q.day == unknownDay {
		return f
	}
	d := max(p.day-q.day, q.day-p.day)
	f[linkTime] = float64(d) / 7
	return f
}

// near reports whether articles of two days may be of one story.
func near(a, b int32) bool {
	return a == unknownDay || b == unknownDay || max(a-b, b-a) <= windowDays
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

// The sorts of pairs that learnLinks sees, and the part of the loss that each has.
const (
	massSame = iota
	massHard
	massEasy
)

var masses = [...]float64{0.5, 0.4, 0.1}

// learnLinks fits the weights of linkFeatures by logistic regression on all pairs of articles: those of one lesson are of
// one story. Pairs of one kind (lessons may say theirs) are hard and count in full; of the others, far more, one in
// twenty is looked at. Days are seldom known in the lessons, so that the weight of time is set by hand: half a unit a
// week.
func (m *Model) learnLinks(lessons []Lesson, seed uint64) {
	type pair struct {
		f    [linkFeatures]float64
		same bool
		mass int
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
			x := pair{same: a.lesson == b.lesson, mass: massHard}
			switch {
			case x.same:
				x.mass = massSame
			case lessons[a.lesson].Kind != lessons[b.lesson].Kind:
				x.mass = massEasy
				if rng.IntN(20) > 0 {
					continue
				}
			}
			x.f = describe(a.p, b.p)
			pairs = append(pairs, x)
		}
	}
	// Gradient descent on all pairs at once, with L2.
	var count [len(masses)]float64
	for i := range pairs {
		count[pairs[i].mass]++
	}
	for range 2000 {
		var g [linkFeatures]float64
		for i := range pairs {
			x := &pairs[i]
			d := m.linkProbability(&x.f)
			if x.same {
				d--
			}
			d *= masses[x.mass] / count[x.mass]
			for k, v := range x.f {
				g[k] += d * v
			}
		}
		for k := range g {
			l2 := 3e-4
			if k == linkBias {
				l2 = 0
			}
			m.link[k] -= float32(4 * (g[k] + l2*float64(m.link[k])))
		}
	}
	m.link[linkTime] = -0.5
}
