package eval

import "testing"

func TestShingles(t *testing.T) {
	for _, c := range []struct {
		gold, predicted           string
		hits, inGold, inPredicted float64
	}{
		{"Rain fell on Tallinn today.", "Share: rain fell on Tallinn today", 2, 2, 3},
		{"a b c d a b c d", "a b c d", 1, 5, 1},
		{"one two", "One, two!", 1, 1, 1},
		{"", "", 0, 0, 0},
	} {
		got := Shingles(c.gold, c.predicted)
		if got != (Counts{c.hits, c.hits, c.inGold, c.inPredicted}) {
			t.Errorf("%q against %q: %+v", c.predicted, c.gold, got)
		}
	}
}
