package story

import "testing"

func TestSuperlativesCompare(t *testing.T) {
	for _, c := range []struct {
		strong, weak string
		want         bool
	}{
		{"It was the worst flood in the valley since 1953.", "It was one of the worst floods in the valley.", true},
		{"It was the worst flood in the valley.", "It was one of the worst fires in the valley.", false},
		{"It was the worst flood in the valley.", "It was among the worst floods of the continent.", false},
		{"It is the most expensive bridge in the country.", "It is one of the most expensive bridges.", true},
	} {
		s, ok := superlative(c.strong)
		w, found := superlative(c.weak)
		if !ok || !found || !s.only || w.only {
			t.Errorf("%q %+v, %q %+v", c.strong, s, c.weak, w)
		}
		s.event, w.event = 0, 1
		if got := s.compares(&w); got != c.want {
			t.Errorf("%q against %q: %v", c.strong, c.weak, got)
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"39 miners", "37 miners", true},
		{"at least ten people", "twelve people", false},
		{"dozens of people", "39 people", false},
		{"2.5 million euros", "2.6 million euros", false}, // within rounding
		{"two dozen", "some 40 villagers", true},
	} {
		a, b := amountOf(c.a), amountOf(c.b)
		if !a.ok || !b.ok || a.contradicts(b) != c.want {
			t.Errorf("%q %+v, %q %+v", c.a, a, c.b, b)
		}
	}
	if !isPart("Two of them died later.", "Two") || isPart("Two people died.", "Two people") {
		t.Error("parts")
	}
}
