package parse

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The tree found is the best of all trees with one root, for random scores.
func TestFindAgainstAllTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var f treeFinder
	for range 2000 {
		n := 1 + r.IntN(5)
		m := arcMatrix{make([]float32, n*(n+1)), n + 1}
		for i := range m.scores {
			m.scores[i] = r.Float32()*20 - 10
		}
		heads := make([]int32, n)
		f.find(m, heads)
		if countRoots(heads) != 1 || !f.acyclic(heads) {
			t.Fatalf("%v is no tree with one root", heads)
		}
		if got, want := treeScore(m, heads), bestScore(m, make([]int32, n), 0); math.Abs(got-want) > 1e-4 {
			t.Fatalf("n=%d: score %g, best %g", n, got, want)
		}
	}
}

// Trying roots from the best bound on finds what the general way does.
func TestSingleRootAgainstPenalty(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var f treeFinder
	for range 300 {
		n := 2 + r.IntN(40)
		m := arcMatrix{make([]float32, n*(n+1)), n + 1}
		for i := range m.scores {
			m.scores[i] = float32(r.NormFloat64() * 4)
			if h := i%(n+1) - 1; h >= 0 && h/3 == i/(n+1)/3 { // many short cycles
				m.scores[i] += 6
			}
		}
		heads, want := make([]int32, n), make([]int32, n)
		f.singleRoot(m, heads)
		f.penalized(m, want)
		if countRoots(heads) != 1 || !f.acyclic(heads) {
			t.Fatalf("%v is no tree with one root", heads)
		}
		if a, b := treeScore(m, heads), treeScore(m, want); math.Abs(a-b) > 1e-4 {
			t.Fatalf("n=%d: score %g, best %g", n, a, b)
		}
	}
}

func treeScore(m arcMatrix, heads []int32) float64 {
	sum := 0.0
	for i, h := range heads {
		sum += float64(m.at(i, int(h)))
	}
	return sum
}

func bestScore(m arcMatrix, heads []int32, i int) float64 {
	if i == len(heads) {
		var f treeFinder
		if countRoots(heads) != 1 || !f.acyclic(heads) {
			return math.Inf(-1)
		}
		return treeScore(m, heads)
	}
	best := math.Inf(-1)
	for h := -1; h < len(heads); h++ {
		if h != i {
			heads[i] = int32(h)
			best = max(best, bestScore(m, heads, i+1))
		}
	}
	return best
}
