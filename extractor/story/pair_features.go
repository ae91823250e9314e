package story

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// pairFeatures is how many numbers describe two happenings.
const pairFeatures = 49

// describePair fills the features of two happenings, whichever comes first.
func (m *Model) describePair(x *[pairFeatures]float32, a, b *happening) {
	n := 0
	add := func(v float32) { x[n], n = v, n+1 }
	both := func(v, w float32) { add(min(v, w)); add(max(v, w)) }
	yes := func(v bool) { add(float32(bit(v))) }
	lemma := lemmaRelation(a, b)
	add(float32(lemma))
	add(jaccard(a.e.Lemmas, b.e.Lemmas))
	add(jaccard(a.stems, b.stems))
	add(float32(share(a.stems, b.stems)))
	yes(len(a.stems) > 0 && len(b.stems) > 0 && a.stems[0] == b.stems[0])
	add(float32(senseRelation(a, b)))
	add(m.sharedWeight(a.stems, a.e.Lemmas, b.stems))
	both(a.rarity, b.rarity)
	add(float32(a.words.cosine(b.words)))
	add(float32(a.around.cosine(b.around)))
	add(float32(a.arguments.cosine(b.arguments)))
	yes(a.e.Type == b.e.Type)
	yes(familyOf(a.e.Type) == familyOf(b.e.Type))
	both(float32(a.e.Type), float32(b.e.Type))
	add(shareOf(a.people, b.people))
	add(shareOf(a.others, b.others))
	add(shareOf(a.countries, b.countries))
	add(shareOf(a.places, b.places))
	both(float32(len(a.people)+len(a.others)), float32(len(b.people)+len(b.others)))
	add(float32(timeRelation(a, b)))
	add(gapOf(a.when, b.when))
	yes(a.report == b.report)
	add(float32(modeRelation(a.e.Mode, b.e.Mode)))
	yes(a.e.Status == b.e.Status)
	yes(a.e.Negative == b.e.Negative)
	add(float32(numberRelation(a, b)))
	add(shareOf(a.heads, b.heads))
	add(float32(bit(a.main) + bit(b.main)))
	both(a.e.Salience, b.e.Salience)
	both(a.e.Confidence, b.e.Confidence)
	both(float32(len(a.e.Lemmas)), float32(len(b.e.Lemmas)))
	for r := range a.fillers {
		add(shareOf(a.fillers[r], b.fillers[r]))
	}
	add(max(shareOf(a.fillers[fillActor], b.fillers[fillRecipient]), shareOf(a.fillers[fillRecipient], b.fillers[fillActor]),
		shareOf(a.fillers[fillActor], b.fillers[fillObject]), shareOf(a.fillers[fillObject], b.fillers[fillActor])))
	both(a.rank, b.rank)
	add(float32(bit(a.event < 0) + bit(b.event < 0)))
	both(float32(len(a.e.Passages)), float32(len(b.e.Passages)))
}

// The roles whose fillers are compared one by one.
const (
	fillActor = iota
	fillRecipient
	fillObject
	fillRoles
)

func fillOf(role extractor.ArgumentRole) int {
	switch role {
	case extractor.RoleActor:
		return fillActor
	case extractor.RoleRecipient:
		return fillRecipient
	case extractor.RoleObject, extractor.RoleTopic:
		return fillObject
	}
	return -1
}

// shareOf is share, and -1 where one list is empty.
func shareOf[T comparable](a, b []T) float32 {
	if len(a) == 0 || len(b) == 0 {
		return -1
	}
	return float32(share(a, b))
}

// jaccard is the share that two sets have in common.
func jaccard(a, b []string) float32 {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float32(n) / float32(max(len(a)+len(b)-n, 1))
}

// gapOf is how many days lie between two times, at most 60; -1 where one is unknown.
func gapOf(a, b stretch) float32 {
	if !a.known || !b.known {
		return -1
	}
	return float32(min(a.gap(b), 60))
}

// sharedWeight tells how much the weightiest word says that both have as a stem.
func (m *Model) sharedWeight(stems, lemmas, others []string) float32 {
	best := float32(0)
	for i, s := range stems {
		if slices.Contains(others, s) {
			best = max(best, m.weight(lemmas[min(i, len(lemmas)-1)]))
		}
	}
	return best
}

// stemOf cuts endings, so that “nominate” and “nomination”, “shoot” and “shooting” are alike.
func stemOf(lemma string) string {
	for _, e := range [...]string{"ation", "ition", "ement", "ment", "sion", "tion", "ing", "ance", "ence", "ion", "al", "er", "or", "ed", "e"} {
		if n := len(lemma) - len(e); n >= 3 && strings.HasSuffix(lemma, e) {
			return lemma[:n]
		}
	}
	return lemma
}

// rankOf tells how early an event stands in its article: 0 for the first of many, less than 1 for the last.
func rankOf(event, events int) float32 {
	return float32(math.Sqrt(float64(event) / float64(max(events, 1))))
}
