package eval

import (
	"math"
	"math/rand/v2"
	"testing"
)

func chain(mentions ...int) Chain {
	var c Chain
	for _, m := range mentions {
		c = append(c, Span{Begin: m, End: m + 1})
	}
	return c
}

// The example of Luo (2005), table 1: truth {1..5} {6,7} {8,9,A,B,C}.
func TestCoreferenceLuo(t *testing.T) {
	gold := []Chain{chain(1, 2, 3, 4, 5), chain(6, 7), chain(8, 9, 10, 11, 12)}
	tests := []struct {
		name             string
		predicted        []Chain
		muc, b3P, b3R, c float64
	}{
		{"same", gold, 1, 1, 1, 1},
		{"a", []Chain{chain(1, 2, 3, 4, 5), chain(6, 7, 8, 9, 10, 11, 12)}, 0.9474, 0.7619, 1, 0.7333},
		{"b", []Chain{chain(6, 7), chain(1, 2, 3, 4, 5, 8, 9, 10, 11, 12)}, 0.9474, 0.5833, 1, 0.6667},
		{"c", []Chain{chain(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)}, 0.9, 0.375, 1, 0.2941},
	}
	for _, test := range tests {
		s := Coreference(gold, test.predicted)
		near(t, test.name+" MUC", s.MUC.F1(), test.muc)
		near(t, test.name+" B3 P", s.B3.Precision(), test.b3P)
		near(t, test.name+" B3 R", s.B3.Recall(), test.b3R)
		near(t, test.name+" CEAF", s.CEAF.F1(), test.c)
	}
}

func TestCoreferenceMissedAndInventedMentions(t *testing.T) {
	s := Coreference([]Chain{chain(1, 2, 3)}, []Chain{chain(1, 2, 4)})
	near(t, "MUC", s.MUC.F1(), 0.5)
	near(t, "B3", s.B3.F1(), 4.0/9)
	near(t, "CEAF", s.CEAF.F1(), 2.0/3)
	if n := len(WithoutSingletons([]Chain{chain(1), chain(2, 3)})); n != 1 {
		t.Errorf("WithoutSingletons kept %d chains, want 1", n)
	}
}

func TestAssignmentAgainstAllPermutations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		value := make([][]float64, 1+r.IntN(5))
		columns := 1 + r.IntN(5)
		for i := range value {
			value[i] = make([]float64, columns)
			for j := range value[i] {
				value[i][j] = r.Float64()
			}
		}
		near(t, "assignment", assignment(value), bruteForce(value, 0, make([]bool, columns)))
	}
}

func bruteForce(value [][]float64, row int, used []bool) float64 {
	if row == len(value) {
		return 0
	}
	best := bruteForce(value, row+1, used)
	for j := range used {
		if !used[j] {
			used[j] = true
			best = max(best, value[row][j]+bruteForce(value, row+1, used))
			used[j] = false
		}
	}
	return best
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-4 {
		t.Errorf("%s = %.4f, want %.4f", what, got, want)
	}
}
