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
	edges := b.pairsOfDoubtful(doubtful)
	byWord := indexWords(hs, told)
	var rest []int32
	joined := map[int32][]int32{}
	for i := range doubtful {
		h := &doubtful[i]
		if k := b.confirmedBy(hs, told, byWord, h); k >= 0 {
			joined[k] = append(joined[k], int32(len(hs)))
			hs = append(hs, *h)
		} else {
			rest = append(rest, int32(i))
		}
	}
	for k, more := range joined {
		told[k] = append(told[k], more...)
		slices.SortStableFunc(told[k], func(i, j int32) int { return cmp.Compare(hs[i].report, hs[j].report) })
	}
	for _, group := range b.confirmOneAnother(doubtful, edges, rest) {
		var made []int32
		for _, i := range group {
			made = append(made, int32(len(hs)))
			hs = append(hs, doubtful[i])
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

// pairsOfDoubtful scores every pair of doubtful happenings that may be one: those with a word in common.
func (b *builder) pairsOfDoubtful(hs []happening) []edge {
	index := make([][]int32, len(b.reports))
	for i, r := range b.reports {
		index[i] = slices.Repeat([]int32{-1}, len(r.Doubtful))
	}
	for i := range hs {
		index[hs[i].report][-1-hs[i].event] = int32(i)
	}
	edges := b.remembered(doubtfulPairs, func(article, event int32) int32 { return index[article][-1-event] })
	byWord := map[string][]int32{}
	for j := range hs {
		var seen []int32
		for _, s := range hs[j].stems {
			for _, i := range byWord[s] {
				if b.isOld(hs[i].report) && b.isOld(hs[j].report) || slices.Contains(seen, i) {
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
	b.remember(doubtfulPairs, hs, edges)
	return edges
}

// confirmOneAnother returns the groups that two sources have, at least, of some of the doubtful happenings.
func (b *builder) confirmOneAnother(hs []happening, edges []edge, some []int32) [][]int32 {
	at := slices.Repeat([]int32{-1}, len(hs))
	rest := make([]happening, len(some))
	for k, i := range some {
		at[i], rest[k] = int32(k), hs[i]
	}
	var among []edge
	for _, e := range edges {
		if at[e.a] >= 0 && at[e.b] >= 0 {
			among = append(among, edge{at[e.a], at[e.b], e.score})
		}
	}
	lowest := linkage(len(rest), among, doubtfulShare*b.model.threshold, func(x, y []int32) bool { return compatible(rest, x, y) })
	groups := make([][]int32, len(rest))
	for k, first := range lowest {
		groups[first] = append(groups[first], some[k])
	}
	return slices.DeleteFunc(groups, func(group []int32) bool {
		return !slices.ContainsFunc(group, func(i int32) bool { return b.reprint[hs[i].report] != b.reprint[hs[group[0]].report] })
	})
}

// told are the reports of an event by the articles' own events.
func (e *Event) told() []EventReport {
	if !slices.ContainsFunc(e.Reports, func(r EventReport) bool { return r.Event < 0 }) {
		return e.Reports
	}
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
