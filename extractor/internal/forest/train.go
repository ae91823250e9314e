package forest

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Settings say how a forest is grown.
type Settings struct {
	Trees int
	// Rate shrinks each tree, Prior the leaves with little behind them.
	Rate, Prior float32
	// Evidence is how much must lie on each side of a question (a sum of p·(1-p)).
	Evidence float32
	// Each tree sees Rows of the examples and Columns of the features, both shares.
	Rows, Columns float32
	Seed          uint64
}

// Example is a vector of features with its answer; Weight says how much it counts.
type Example struct {
	X      []float32
	Right  bool
	Weight float32
}

// maxCuts bounds the thresholds tried for a feature.
const maxCuts = 31

// boosting is the fit of a forest.
type boosting struct {
	Settings
	examples []Example
	bins     [][]uint8   // of each feature, each example's place among the cuts
	cuts     [][]float32 // of each feature
	g, h     []float32   // gradient and curvature of each example's loss
}

// Train fits a forest by the logistic loss with Newton steps (Chen and Guestrin 2016). There must be examples, at most
// 256 features.
func Train(examples []Example, s Settings) *Forest {
	b := &boosting{Settings: s, examples: examples, g: make([]float32, len(examples)), h: make([]float32, len(examples))}
	b.cut()
	right, all := 1.0, 2.0
	for _, e := range examples {
		all += float64(e.Weight)
		if e.Right {
			right += float64(e.Weight)
		}
	}
	f := &Forest{base: float32(math.Log(right / (all - right)))}
	scores := make([]float32, len(examples))
	for i := range scores {
		scores[i] = f.base
	}
	r := rand.New(rand.NewPCG(s.Seed, 21))
	for range s.Trees {
		var t tree
		b.grow(&t, 0, b.sample(scores, r), b.columns(r))
		f.trees = append(f.trees, t)
		last := &Forest{trees: f.trees[len(f.trees)-1:]}
		for i := range examples {
			scores[i] += last.Score(examples[i].X)
		}
	}
	return f
}

// cut finds the thresholds of each feature: its quantiles.
func (b *boosting) cut() {
	n := len(b.examples[0].X)
	b.cuts, b.bins = make([][]float32, n), make([][]uint8, n)
	values := make([]float32, len(b.examples))
	for k := range n {
		for i := range b.examples {
			values[i] = b.examples[i].X[k]
		}
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		top := sorted[len(sorted)-1]
		for q := range maxCuts {
			v := sorted[(q+1)*len(sorted)/(maxCuts+1)]
			if n := len(b.cuts[k]); v < top && (n == 0 || b.cuts[k][n-1] < v) {
				b.cuts[k] = append(b.cuts[k], v)
			}
		}
		if len(b.cuts[k]) == 0 && sorted[0] < top {
			b.cuts[k] = append(b.cuts[k], sorted[0]) // seldom anything but the least
		}
		b.bins[k] = make([]uint8, len(values))
		for i, v := range values {
			at, _ := slices.BinarySearch(b.cuts[k], v) // what equals a cut is not above it
			b.bins[k][i] = uint8(at)
		}
	}
}

// sample computes the gradients and draws the examples that the next tree sees.
func (b *boosting) sample(scores []float32, r *rand.Rand) []int32 {
	var in []int32
	for i, e := range b.examples {
		p := float32(1 / (1 + math.Exp(-float64(scores[i]))))
		b.g[i], b.h[i] = e.Weight*p, e.Weight*p*(1-p)
		if e.Right {
			b.g[i] -= e.Weight
		}
		if r.Float32() < b.Rows {
			in = append(in, int32(i))
		}
	}
	return in
}

func (b *boosting) columns(r *rand.Rand) []int {
	var use []int
	for k := range b.cuts {
		if len(b.cuts[k]) > 0 && r.Float32() < b.Columns {
			use = append(use, k)
		}
	}
	return use
}

// grow fills the tree from a node on with the examples that come there.
func (b *boosting) grow(t *tree, node int, in []int32, use []int) {
	if node >= nodes {
		g, h := float32(0), float32(0)
		for _, i := range in {
			g, h = g+b.g[i], h+b.h[i]
		}
		t.leaf[node-nodes] = -b.Rate * g / (h + b.Prior)
		return
	}
	k, c := b.question(in, use)
	if k < 0 {
		t.threshold[node] = rankOf(math.MaxFloat32)
		b.grow(t, 2*node+1, in, use)
		b.grow(t, 2*node+2, nil, use)
		return
	}
	t.feature[node], t.threshold[node] = uint8(k), rankOf(b.cuts[k][c])
	var below, above []int32
	for _, i := range in {
		if int(b.bins[k][i]) <= c {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
	}
	b.grow(t, 2*node+1, below, use)
	b.grow(t, 2*node+2, above, use)
}

// question returns the feature and the cut that part the examples best, -1 for none.
func (b *boosting) question(in []int32, use []int) (feature, cut int) {
	feature = -1
	best := float32(1e-6)
	for _, k := range use {
		var g, h [maxCuts + 1]float32
		for _, i := range in {
			c := b.bins[k][i]
			g[c] += b.g[i]
			h[c] += b.h[i]
		}
		gs, hs := float32(0), float32(0)
		for c := range g {
			gs, hs = gs+g[c], hs+h[c]
		}
		gl, hl := float32(0), float32(0)
		for c := range b.cuts[k] {
			gl, hl = gl+g[c], hl+h[c]
			if hl < b.Evidence || hs-hl < b.Evidence {
				continue
			}
			gain := gl*gl/(hl+b.Prior) + (gs-gl)*(gs-gl)/(hs-hl+b.Prior) - gs*gs/(hs+b.Prior)
			if gain > best {
				best, feature, cut = gain, k, c
			}
		}
	}
	return feature, cut
}
