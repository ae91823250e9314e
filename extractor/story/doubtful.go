package story

import (
	"cmp"
	"slices"
)

// A doubtful happening is one that its article alone does not make sure. What another article tells, too, is likelier:
// where a doubtful happening is one with an event that is told, it is one more report of it; and doubtful ones of two
// sources that are one make an event. What a reported event is told to be, doubtful reports do not change.

// doubtfulShare of the mean probability that makes events one is asked where they are doubtful: a mistake harms little.
const doubtfulShare = 0.6

// corroborate adds the doubtful happenings that others confirm to those told, and to their groups.
func (b *builder) corroborate(hs []happening, told [][]int32) ([]happening, [][]int32) {
	doubtful := b.doubtful()
	if len(doubtful) == 0 {
		return hs, told
	}
	byWord := indexWords(hs, told)
	var rest []happening
	joined := map[int32][]int32{}
	for i := range doubtful {
		h := &doubtful[i]
		if k := b.confirmedBy(hs, told, byWord, h); k >= 0 {
			joined[k] = append(joined[k], int32(len(hs)))
			hs = append(hs, *h)
		} else {
			rest = append(rest, *h)
		}
	}
	for k, more := range joined {
		told[k] = append(told[k], more...)
		slices.SortStableFunc(told[k], func(i, j int32) int { return cmp.Compare(hs[i].report, hs[j].report) })
	}
	for _, group := range b.confirmOneAnother(rest) {
		var made []int32
		for _, i := range group {
			made = append(made, int32(len(hs)))
			hs = append(hs, rest[i])
		}
		told = append(told, made)
	}
	return hs, told
}

// doubtful lists the doubtful happenings of all articles in canonical order, those alone with their words left out: nothing
// confirms them.
func (b *builder) doubtful() []happening {
	var hs []happening
	words := b.countWords()
	for i, r := range b.reports {
		var named []int32
		if len(r.Doubtful) > 0 {
			named = b.placesNamed(int32(i))
		}
		for j := range r.Doubtful {
			if !slices.ContainsFunc(r.Doubtful[j].Lemmas, func(l string) bool { return words[stemOf(l)] > 1 }) {
				continue
			}
			h := b.happening(int32(i), int32(-1-j))
			if h.ground = h.places; len(h.ground) == 0 {
				h.ground = named
			}
			hs = append(hs, h)
		}
	}
	return hs
}

// countWords counts in how many events, told or doubtful, each stem is that of a trigger.
func (b *builder) countWords() map[string]int {
	words := map[string]int{}
	for _, r := range b.reports {
		for _, events := range [...][]ReportEvent{r.Events, r.Doubtful} {
			for k := range events {
				for i, l := range events[k].Lemmas {
					if !slices.Contains(events[k].Lemmas[:i], l) {
						words[stemOf(l)]++
					}
				}
			}
		}
	}
	return words
}

// indexWords lists the groups by the stems of their triggers.
func indexWords(hs []happening, groups [][]int32) map[string][]int32 {
	byWord := map[string][]int32{}
	for k, group := range groups {
		for _, i := range group {
			for _, s := range hs[i].stems {
				if list := byWord[s]; len(list) == 0 || list[len(list)-1] != int32(k) {
					byWord[s] = append(list, int32(k))
				}
			}
		}
	}
	return byWord
}

// confirmedBy returns the group that a doubtful happening is one with, -1 for none.
func (b *builder) confirmedBy(hs []happening, told [][]int32, byWord map[string][]int32, h *happening) int32 {
	best, most := int32(-1), doubtfulShare*b.model.threshold
	for _, s := range h.stems {
		for _, k := range byWord[s] {
			if p := b.oneWith(hs, told[k], h); p >= most && (p > most || best < 0 || k < best) {
				best, most = k, p
			}
		}
	}
	return best
}

// oneWith returns the mean probability that a happening is one with those of a group; 0 where it cannot be.
func (b *builder) oneWith(hs []happening, group []int32, h *happening) float32 {
	sum := float32(0)
	for _, i := range group {
		if excludes(&hs[i], h) {
			return 0
		}
		sum += b.model.pairProbability(&hs[i], h)
	}
	return sum / float32(len(group))
}

// confirmOneAnother returns the groups of doubtful happenings that two sources have, at least.
func (b *builder) confirmOneAnother(hs []happening) [][]int32 {
	byWord := map[string][]int32{}
	var edges []edge
	for j := range hs {
		var seen []int32
		for _, s := range hs[j].stems {
			for _, i := range byWord[s] {
				if slices.Contains(seen, i) {
					continue
				}
				seen = append(seen, i)
				if excludes(&hs[i], &hs[j]) {
					continue
				}
				if p := b.model.pairProbability(&hs[i], &hs[j]); p > leastProbability {
					edges = append(edges, edge{i, int32(j), p})
				}
			}
			byWord[s] = append(byWord[s], int32(j))
		}
	}
	var out [][]int32
	lowest := linkage(len(hs), edges, doubtfulShare*b.model.threshold, func(x, y []int32) bool { return compatible(hs, x, y) })
	groups := make([][]int32, len(hs))
	for i, k := range lowest {
		groups[k] = append(groups[k], int32(i))
	}
	for _, group := range groups {
		if slices.ContainsFunc(group, func(i int32) bool { return b.reprint[hs[i].report] != b.reprint[hs[group[0]].report] }) {
			out = append(out, group)
		}
	}
	return out
}

// told are the reports of an event by the articles' own events.
func (e *Event) told() []EventReport {
	return slices.DeleteFunc(slices.Clone(e.Reports), func(r EventReport) bool { return r.Event < 0 })
}

// telling are the reports that say what an event is: those told, or where all are doubtful, all.
func (e *Event) telling() []EventReport {
	if told := e.told(); len(told) > 0 {
		return told
	}
	return e.Reports
}

// placeOf tells how many of its events an article tells before one.
func (r *Report) placeOf(i int32) int {
	if i >= 0 {
		return int(i)
	}
	n := 0
	for k := range r.Events {
		if r.Events[k].Spans[0].Begin < r.Doubtful[-1-i].Spans[0].Begin {
			n++
		}
	}
	return n
}
