package story

import (
	"math"
	"slices"
)

// memo is what making a story leaves for making it again when articles have joined or left: the probabilities of the
// pairs of events that were judged. They hold as long as the same of the two articles' entities are one entity of the
// story, so that only the pairs of new articles are judged, and the story comes out as it would without a memo.
type memo struct {
	// articles are numbers of articles, entityOf what their entities were in the story.
	articles []int32
	entityOf [][]int32
	// pairs are those of one kind; which are not here have no chance.
	pairs [pairKinds][]judged
}

// The kinds of pairs: of the articles' own events, and of their doubtful ones.
const (
	toldPairs = iota
	doubtfulPairs
	pairKinds
)

// judged is a pair of events with the probability that they are one.
type judged struct {
	a, b memoEvent
	p    float32
}

// memoEvent names an event by the index of its article in the memo.
type memoEvent struct {
	article uint8
	event   int16
}

// How many articles and pairs a memo has at most: it stays under a megabyte.
const (
	maxMemoArticles = maxEager
	maxMemoPairs    = 1 << 15
	maxMemoEvents   = math.MaxInt16 // of an article
)

// recall notes which articles are in the memo, with entities that are one with the same others as they were then.
func (b *builder) recall(old *memo) {
	if b.numbers == nil || len(b.numbers) > maxMemoArticles || slices.ContainsFunc(b.reports, func(r *Report) bool {
		return max(len(r.Events), len(r.Doubtful)) > maxMemoEvents
	}) {
		return
	}
	b.next = &memo{articles: b.numbers, entityOf: b.entityOf}
	if old == nil {
		return
	}
	b.old = old
	at := make(map[int32]int32, len(old.articles))
	for i, number := range old.articles {
		at[number] = int32(i)
	}
	b.then = make([]int32, len(b.reports))
	b.now = slices.Repeat([]int32{-1}, len(old.articles))
	for i, number := range b.numbers {
		b.then[i] = -1
		if k, ok := at[number]; ok {
			b.then[i], b.now[k] = k, int32(i)
		}
	}
	b.forgetRegrouped()
}

// forgetRegrouped forgets the articles with an entity that is one with others than it was.
func (b *builder) forgetRegrouped() {
	var now, then partners
	for i, k := range b.then {
		if k < 0 {
			continue
		}
		for j, entity := range b.entityOf[i] {
			now.meet(entity, b.old.entityOf[k][j])
			then.meet(b.old.entityOf[k][j], entity)
		}
	}
	for i, k := range b.then {
		if k < 0 {
			continue
		}
		for j, entity := range b.entityOf[i] {
			if now.several(entity) || then.several(b.old.entityOf[k][j]) {
				b.then[i], b.now[k] = -1, -1
				break
			}
		}
	}
}

// isOld reports whether what was judged of an article holds.
func (b *builder) isOld(article int32) bool { return b.then != nil && b.then[article] >= 0 }

// partners tells for each entity of one side which one of the other side it was met with.
type partners []int32

const (
	noPartner = -1 - iota
	severalPartners
)

func (p *partners) meet(entity, other int32) {
	if entity < 0 {
		return
	}
	for int(entity) >= len(*p) {
		*p = append(*p, noPartner)
	}
	switch (*p)[entity] {
	case noPartner:
		(*p)[entity] = other
	case other:
	default:
		(*p)[entity] = severalPartners
	}
}

func (p partners) several(entity int32) bool { return entity >= 0 && p[entity] == severalPartners }

// remembered returns the pairs of the memo whose articles are still as they were, as pairs of happenings: at gives the
// index of an article's one, -1 for none.
func (b *builder) remembered(kind int, at func(article, event int32) int32) []edge {
	if b.old == nil {
		return nil
	}
	edges := make([]edge, 0, len(b.old.pairs[kind])*5/4) // with room for those of a new article
	for _, x := range b.old.pairs[kind] {
		if b.now[x.a.article] < 0 || b.now[x.b.article] < 0 {
			continue
		}
		i, j := at(b.now[x.a.article], int32(x.a.event)), at(b.now[x.b.article], int32(x.b.event))
		if i >= 0 && j >= 0 {
			edges = append(edges, edge{min(i, j), max(i, j), x.p})
		}
	}
	return edges
}

// remember puts pairs of happenings into the next memo.
func (b *builder) remember(kind int, hs []happening, edges []edge) {
	if len(edges) > maxMemoPairs {
		b.next = nil
	}
	if b.next == nil {
		return
	}
	pairs := make([]judged, len(edges))
	for i, e := range edges {
		x, y := &hs[e.a], &hs[e.b]
		pairs[i] = judged{memoEvent{uint8(x.report), int16(x.event)}, memoEvent{uint8(y.report), int16(y.event)}, e.score}
	}
	b.next.pairs[kind] = pairs
}
