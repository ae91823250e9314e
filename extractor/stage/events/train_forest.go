package events

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Settings of boosting.
const (
	forestTrees = 120
	// forestRate shrinks each tree, forestPrior the leaves with little behind them.
	forestRate  = 0.06
	forestPrior = 10
	// leafEvidence is how much must lie on each side of a question (a sum of p·(1-p)).
	leafEvidence = 1.6
	// Each tree sees forestRows of the examples and forestColumns of the features.
	forestRows, forestColumns = 0.6, 0.5
	// forestCuts bounds the thresholds tried for a feature.
	forestCuts = 31
)

// boosting is the fit of a forest.
type boosting struct {
	x    [][]float32
	bins [][]uint8   // of each feature, each example's place among the cuts
	cuts [][]float32 // of each feature
	g, h []float32   // gradient and curvature of each example's loss
}

// boost fits a forest to examples, right or not, by the logistic loss with Newton steps (Chen and Guestrin 2016).
func boost(x [][]float32, right []bool, seed uint64) *forest {
	b := &boosting{x: x, g: make([]float32, len(x)), h: make([]float32, len(x))}
	b.cut()
	hits := 0
	for _, y := range right {
		if y {
			hits++
		}
	}
	f := &forest{base: float32(math.Log(float64(hits+1) / float64(len(x)-hits+1)))}
	scores := make([]float32, len(x))
	for i := range scores {
		scores[i] = f.base
	}
	r := rand.New(rand.NewPCG(seed, 21))
	for range forestTrees {
		var t regressionTree
		b.grow(&t, 0, b.sample(scores, right, r), b.columns(r))
		f.trees = append(f.trees, t)
		for i := range x {
			scores[i] += t.leaf[t.leafOf(x[i])]
		}
	}
	return f
}

// cut finds the thresholds of each feature: its quantiles.
func (b *boosting) cut() {
	n := len(b.x[0])
	b.cuts, b.bins = make([][]float32, n), make([][]uint8, n)
	values := make([]float32, len(b.x))
	for k := range n {
		for i := range b.x {
			values[i] = b.x[i][k]
		}
		sorted := slices.Clone(values)
		slices.Sort(sorted)
		top := sorted[len(sorted)-1]
		for q := range forestCuts {
			v := sorted[(q+1)*len(sorted)/(forestCuts+1)]
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
func (b *boosting) sample(scores []float32, right []bool, r *rand.Rand) []int32 {
	var in []int32
	for i := range scores {
		p := logistic(scores[i])
		b.g[i], b.h[i] = p, p*(1-p)
		if right[i] {
			b.g[i]--
		}
		if r.Float32() < forestRows {
			in = append(in, int32(i))
		}
	}
	return in
}

func (b *boosting) columns(r *rand.Rand) []int {
	var use []int
	for k := range b.cuts {
		if len(b.cuts[k]) > 0 && r.Float32() < forestColumns {
			use = append(use, k)
		}
	}
	return use
}

// grow fills the tree from a node on with the examples that come there.
func (b *boosting) grow(t *regressionTree, node int, in []int32, use []int) {
	if node >= treeNodes {
		g, h := float32(0), float32(0)
		for _, i := range in {
			g, h = g+b.g[i], h+b.h[i]
		}
		t.leaf[node-treeNodes] = -forestRate * g / (h + forestPrior)
		return
	}
	k, c := b.question(in, use)
	if k < 0 {
		t.threshold[node] = math.MaxFloat32
		b.grow(t, 2*node+1, in, use)
		b.grow(t, 2*node+2, nil, use)
		return
	}
	t.feature[node], t.threshold[node] = uint8(k), b.cuts[k][c]
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
		var g, h [forestCuts + 1]float32
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
			if hl < leafEvidence || hs-hl < leafEvidence {
				continue
			}
			gain := gl*gl/(hl+forestPrior) + (gs-gl)*(gs-gl)/(hs-hl+forestPrior) - gs*gs/(hs+forestPrior)
			if gain > best {
				best, feature, cut = gain, k, c
			}
		}
	}
	return feature, cut
}
