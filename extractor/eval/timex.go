package eval

import (
	"cmp"
	"slices"
	"strings"
)

// Timex is a TIMEX3 time expression: a half-open span in the caller's unit, its type (“DATE”) and its value.
type Timex struct {
	Begin, End  int
	Type, Value string
}

// TimexCounts are the figures of TempEval-3 for time expressions. Type and Value count a pair of overlapping
// expressions as a hit when the attribute agrees, so that their F1 is TempEval-3's attribute F1: of what was found,
// with the attribute right.
type TimexCounts struct{ Relaxed, Strict, Type, Value Counts }

// Add returns the sum of both.
func (c TimexCounts) Add(o TimexCounts) TimexCounts {
	return TimexCounts{c.Relaxed.Add(o.Relaxed), c.Strict.Add(o.Strict), c.Type.Add(o.Type), c.Value.Add(o.Value)}
}

// TimexPair is a gold and a predicted expression that overlap; one side is nil where the other side has no
// partner.
type TimexPair struct{ Gold, Predicted *Timex }

// Times scores the expressions of one document. Each gold expression has at most one partner: the predicted one
// that shares most with it. With gold {3 12 DATE 2017-05-10} and predicted {0 12 DATE 2017-05-10} all but Strict
// count a hit. The pairs are in the order of the text.
func Times(gold, predicted []Timex) (TimexCounts, []TimexPair) {
	pairs := pairTimes(gold, predicted)
	var relaxed, strict, kind, value int
	for _, p := range pairs {
		if p.Gold == nil || p.Predicted == nil {
			continue
		}
		relaxed++
		if p.Gold.Begin == p.Predicted.Begin && p.Gold.End == p.Predicted.End {
			strict++
		}
		if p.Gold.Type == p.Predicted.Type {
			kind++
		}
		if SameTimexValue(p.Gold.Value, p.Predicted.Value) {
			value++
		}
	}
	g, n := len(gold), len(predicted)
	return TimexCounts{Matched(relaxed, g, n), Matched(strict, g, n), Matched(kind, g, n), Matched(value, g, n)}, pairs
}

// SameTimexValue compares values as texts, except that a time of day may leave out what is zero: T24 is T24:00.
func SameTimexValue(a, b string) bool {
	return a == b || fullClock(a) == fullClock(b)
}

func fullClock(v string) string {
	if i := strings.IndexByte(v, 'T'); i > 0 && len(v) == i+3 && v[0] != 'P' && v[i+1] >= '0' && v[i+1] <= '9' {
		return v + ":00"
	}
	return v
}

func pairTimes(gold, predicted []Timex) []TimexPair {
	var pairs []TimexPair
	taken := make([]bool, len(predicted))
	for i := range gold {
		best, shared := -1, 0
		for j := range predicted {
			if s := min(gold[i].End, predicted[j].End) - max(gold[i].Begin, predicted[j].Begin); !taken[j] && s > shared {
				best, shared = j, s
			}
		}
		pair := TimexPair{Gold: &gold[i]}
		if best >= 0 {
			taken[best] = true
			pair.Predicted = &predicted[best]
		}
		pairs = append(pairs, pair)
	}
	for j := range predicted {
		if !taken[j] {
			pairs = append(pairs, TimexPair{Predicted: &predicted[j]})
		}
	}
	slices.SortStableFunc(pairs, func(a, b TimexPair) int { return cmp.Compare(a.begin(), b.begin()) })
	return pairs
}

func (p TimexPair) begin() int {
	if p.Gold != nil {
		return p.Gold.Begin
	}
	return p.Predicted.Begin
}
