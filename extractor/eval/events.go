package eval

import "slices"

// Event is an event as the scorer sees it. Spans are in whatever unit the caller counts; labels are ignored.
type Event struct {
	Type, Status, Time string
	Triggers           []Span
	Arguments          []EventArgument
	// Sources are those according to whom it is so: for each the places that name it.
	Sources    [][]Span
	Confidence float64
}

// EventArgument is a participant or circumstance: Spans are all the places that name it in the article, any of which
// will do. Value is the TIMEX3 value of a TIME.
type EventArgument struct {
	Role, Value string
	Spans       []Span
}

// EventCounts holds what Events counts. Found: same type and a trigger in common; Spotted: a trigger in common.
// Status and Time are taken over the events found; Roles over their arguments.
type EventCounts struct {
	Found, Spotted Counts
	Status, Time   Accuracy
	// Attributed counts the events found that stand on somebody's word: gold and predicted, hit where a source is the same.
	Attributed Counts
	Roles      map[string]Counts
	// Types counts the events found by type, Confused the wrong type of those spotted: gold and predicted.
	Types    map[string]Counts
	Confused map[[2]string]int
}

// Add returns the sum of both.
func (c EventCounts) Add(o EventCounts) EventCounts {
	return EventCounts{
		Found: c.Found.Add(o.Found), Spotted: c.Spotted.Add(o.Spotted), Status: c.Status.Add(o.Status), Time: c.Time.Add(o.Time), Attributed: c.Attributed.Add(o.Attributed),
		Roles: addCounts(c.Roles, o.Roles), Types: addCounts(c.Types, o.Types), Confused: addInts(c.Confused, o.Confused),
	}
}

// FalsePerTrue is the number of predicted events that are in no way right for each that is right.
func (c EventCounts) FalsePerTrue() float64 {
	return ratio(c.Found.Predicted-c.Found.PredictedHit, c.Found.PredictedHit)
}

// Events matches the events of one article one to one, those with most triggers in common first, and counts.
func Events(gold, predicted []Event) EventCounts {
	c := EventCounts{Roles: map[string]Counts{}, Types: map[string]Counts{}, Confused: map[[2]string]int{}}
	typed := MatchEvents(gold, predicted, true)
	c.Found = Matched(len(typed), len(gold), len(predicted))
	for g := range gold {
		hit := 0
		if _, ok := typed[g]; ok {
			hit = 1
		}
		c.Types[gold[g].Type] = c.Types[gold[g].Type].Add(Counts{GoldHit: float64(hit), Gold: 1})
	}
	taken := map[int]bool{}
	for _, p := range typed {
		taken[p] = true
	}
	for p := range predicted {
		hit := 0.0
		if taken[p] {
			hit = 1
		}
		c.Types[predicted[p].Type] = c.Types[predicted[p].Type].Add(Counts{PredictedHit: hit, Predicted: 1})
	}
	for g, p := range typed {
		c.Status.See(gold[g].Status == predicted[p].Status)
		if gold[g].Time != "" {
			c.Time.See(sameTime(gold[g].Time, predicted[p].Time))
		}
		c.Attributed = c.Attributed.Add(attributed(gold[g].Sources, predicted[p].Sources))
		countRoles(c.Roles, gold[g].Arguments, predicted[p].Arguments)
	}
	spotted := MatchEvents(gold, predicted, false)
	c.Spotted = Matched(len(spotted), len(gold), len(predicted))
	for g, p := range spotted {
		if gold[g].Type != predicted[p].Type {
			c.Confused[[2]string{gold[g].Type, predicted[p].Type}]++
		}
	}
	return c
}

// attributed counts one event by its sources.
func attributed(gold, predicted [][]Span) Counts {
	c := Counts{}
	for _, g := range gold {
		for _, p := range predicted {
			if overlapping(bare(g), bare(p)) > 0 {
				c.GoldHit, c.PredictedHit = 1, 1
			}
		}
	}
	c.Gold, c.Predicted = float64(min(len(gold), 1)), float64(min(len(predicted), 1))
	return c
}

// sameTime compares to the day.
func sameTime(a, b string) bool {
	cut := func(s string) string { return s[:min(len(s), 10)] }
	return cut(a) == cut(b)
}

// MatchEvents pairs gold with predicted events that share a trigger (and, typed, the type): gold index to predicted.
func MatchEvents(gold, predicted []Event, typed bool) map[int]int {
	type pair struct{ g, p, n int }
	var pairs []pair
	for g := range gold {
		for p := range predicted {
			if typed && gold[g].Type != predicted[p].Type {
				continue
			}
			if n := overlapping(bare(gold[g].Triggers), bare(predicted[p].Triggers)); n > 0 {
				if gold[g].Type == predicted[p].Type {
					n += 100
				}
				pairs = append(pairs, pair{g, p, n})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return b.n - a.n })
	match, used := map[int]int{}, map[int]bool{}
	for _, x := range pairs {
		if _, ok := match[x.g]; !ok && !used[x.p] {
			match[x.g], used[x.p] = x.p, true
		}
	}
	return match
}

func bare(spans []Span) []Span { return Unlabelled(spans) }

// countRoles counts the arguments of a pair of events by role.
func countRoles(roles map[string]Counts, gold, predicted []EventArgument) {
	used := map[int]bool{}
	for _, g := range gold {
		hit := 0.0
		for i, p := range predicted {
			if !used[i] && g.Role == p.Role && sameArgument(g, p) {
				used[i], hit = true, 1
				break
			}
		}
		roles[g.Role] = roles[g.Role].Add(Counts{GoldHit: hit, Gold: 1})
	}
	for i, p := range predicted {
		hit := 0.0
		if used[i] {
			hit = 1
		}
		roles[p.Role] = roles[p.Role].Add(Counts{PredictedHit: hit, Predicted: 1})
	}
}

func sameArgument(g, p EventArgument) bool {
	if g.Role == "TIME" && g.Value != "" {
		return sameTime(g.Value, p.Value)
	}
	return overlapping(bare(g.Spans), bare(p.Spans)) > 0
}

func addCounts(a, b map[string]Counts) map[string]Counts {
	sum := map[string]Counts{}
	for _, m := range []map[string]Counts{a, b} {
		for k, v := range m {
			sum[k] = sum[k].Add(v)
		}
	}
	return sum
}

func addInts(a, b map[[2]string]int) map[[2]string]int {
	sum := map[[2]string]int{}
	for _, m := range []map[[2]string]int{a, b} {
		for k, v := range m {
			sum[k] += v
		}
	}
	return sum
}
