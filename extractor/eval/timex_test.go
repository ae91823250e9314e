package eval

import "testing"

func TestTimes(t *testing.T) {
	gold := []Timex{{3, 12, "DATE", "2017-05-10"}, {20, 28, "DURATION", "P2D"}, {40, 44, "DATE", "2016"}}
	predicted := []Timex{{0, 12, "DATE", "2017-05-10"}, {20, 28, "SET", "P2D"}, {50, 54, "DATE", "2016"}}
	c, pairs := Times(gold, predicted)
	for _, want := range []struct {
		name string
		got  Counts
		hits float64
	}{{"relaxed", c.Relaxed, 2}, {"strict", c.Strict, 1}, {"type", c.Type, 1}, {"value", c.Value, 2}} {
		if want.got != (Counts{want.hits, want.hits, 3, 3}) {
			t.Errorf("%s: %v, want %v hits of 3", want.name, want.got, want.hits)
		}
	}
	if len(pairs) != 4 || pairs[2].Predicted != nil || pairs[3].Gold != nil {
		t.Errorf("pairs: %v", pairs)
	}
}

func TestTimesSharesOut(t *testing.T) {
	gold := []Timex{{0, 5, "DATE", "2017"}, {5, 15, "DATE", "2018"}}
	predicted := []Timex{{0, 15, "DATE", "2018"}}
	if c, _ := Times(gold, predicted); c.Relaxed != (Counts{1, 1, 2, 1}) {
		t.Errorf("one prediction counts %v", c.Relaxed)
	}
}

func TestSameTimexValue(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"2017-05-10T24", "2017-05-10T24:00", true},
		{"2017-05-10TNI", "2017-05-10", false},
		{"PT10", "PT10:00", false},
	} {
		if SameTimexValue(c.a, c.b) != c.same {
			t.Errorf("%s and %s: want %v", c.a, c.b, c.same)
		}
	}
}
