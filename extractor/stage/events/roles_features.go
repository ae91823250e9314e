package events

import "github.com/dateline-news/dateline/extractor"

// Features of a party and a mention of an event, hashed. roleSchema changes with their meaning.
const (
	roleBits   = 17
	roleSchema = 4
)

// roleFeature numbers the kinds of features.
type roleFeature uint32

const (
	rBias roleFeature = iota + 1
	rRule
	rRulePlace
	rRuleKind
	rRuleType
	rRuleKindType
	rPath
	rPathPos
	rPathRule
	rPathType
	rKindType
	rPlaceKind
	rPlaceType
	rPlaceLemma
	rDistance
	rDistanceKind
	rPreposition
	rPrepositionType
	rMention
	rFilled
	rFilledRule
	rFilledType
	rSubject
	rOnly
	rQuoted
	rWord
	rWordType
	rGovernor
	rCrowd
	rOrder
	rPathLemma
	rSalience
	rConj
	rSpeaker
	rLemmaKind
	rInTitle
)

// roleHash mixes a kind of feature with up to three values and folds them into the table.
func roleHash(k roleFeature, x, y, z uint32) uint32 {
	h := uint32(k) * 0x9E3779B1
	h = (h ^ x) * 0x85EBCA6B
	h ^= h >> 13
	h = (h ^ y) * 0xC2B2AE35
	h ^= h >> 15
	h = (h ^ z) * 0x27D4EB2F
	h ^= h >> 14
	return h >> (32 - roleBits)
}

// describeParty puts the features of the i-th party into the hasher.
func (a *analysis) describeParty(c *candidate, parties []party, i int) {
	p := &parties[i]
	out := a.hasher.out[:0]
	add := func(k roleFeature, x, y, z uint32) { out = append(out, roleHash(k, x, y, z)) }
	rule, typ, place, kind := uint32(p.rule), uint32(c.sense.Type), wordHash(p.place), uint32(a.kindOf(p.head))
	form := uint32(a.Tags[c.head].UPOS)
	if form == uint32(extractor.VERB) && a.isPassive(c.head) {
		form = 99
	}
	path, steps := a.pathBetween(c.head, p.head)
	filled := filledBy(parties, i)
	add(rBias, 0, 0, 0)
	add(rRule, rule, form, 0)
	add(rRulePlace, rule, place, form)
	add(rRuleKind, rule, kind, form)
	add(rRuleType, rule, typ, 0)
	add(rRuleKindType, rule, kind, typ)
	add(rPath, path, 0, 0)
	add(rPathPos, path, form, kind)
	add(rPathRule, path, rule, 0)
	add(rPathType, path, typ, kind)
	add(rKindType, kind, typ, uint32(steps))
	add(rPlaceKind, place, kind, form)
	add(rPlaceType, place, typ, form)
	add(rPlaceLemma, place, a.words.hashes[c.head], kind)
	far := bucket(p.head - c.head)
	add(rDistance, far, rule, 0)
	add(rDistanceKind, far, kind, form)
	prep := uint32(0)
	if s := a.preposition(a.phraseTop(p.head)); s != "" {
		prep = wordHash(s)
	}
	add(rPreposition, prep, kind, uint32(min(steps, 3)))
	add(rPrepositionType, prep, typ, kind)
	mention := uint32(9)
	if m := a.mentionAt[p.head]; m.entity >= 0 {
		mention = uint32(a.mentionOf(m).Type)
	}
	add(rMention, mention, rule, kind)
	add(rFilled, filled, rule, 0)
	add(rFilledRule, filled, rule, kind)
	add(rFilledType, filled, typ, kind)
	subject := a.subjectRank(c.head, p.head)
	add(rSubject, subject, rule, filled&1)
	add(rSubject, subject, kind, form+128)
	add(rOnly, uint32(min(len(parties), 5)), rule, kind)
	add(rWord, a.words.hashes[p.head], rule, 0)
	add(rWordType, a.words.hashes[p.head], typ, 0)
	if h := a.head(p.head); h >= 0 && h != c.head {
		add(rGovernor, a.words.hashes[h], uint32(a.rel(p.head)), 0)
	}
	if a.quoteAt(c.head) >= 0 {
		add(rQuoted, rule, subject, kind)
	}
	lemma := a.words.hashes[c.head]
	add(rPathLemma, path, lemma, 0)
	add(rLemmaKind, lemma, kind, filled)
	if p.entity >= 0 {
		n := uint32(min(len(a.Entities[p.entity].Mentions), 6))
		add(rSalience, n, kind, rule)
		add(rSalience, n, kind, typ+64)
	}
	if h := a.head(p.head); h >= 0 && a.rel(p.head) == extractor.RelConj {
		for k := range parties {
			if parties[k].head == h {
				add(rConj, uint32(parties[k].rule)+1, kind, 0)
			}
		}
	}
	add(rOrder, uint32(min(i, 6)), rule, 0)
	if a.isAlone() {
		// A lone sentence tells all its parties itself (Daumé 2007: features of a domain beside the shared ones).
		for _, f := range out {
			out = append(out, f^domainBit)
		}
	}
	a.hasher.out = out
}

// domainBit moves the features of a report of a sentence or two to another place of the table.
const domainBit = 0x5A95

// filledBy tells which roles the rules give to the other parties, one bit a class.
func filledBy(parties []party, i int) uint32 {
	bits := uint32(0)
	for k := range parties {
		if k != i && parties[k].rule != 0 {
			bits |= 1 << classOf(parties[k].rule)
		}
	}
	return bits >> 1
}

func bucket(d int32) uint32 {
	side := uint32(0)
	if d < 0 {
		side, d = 16, -d
	}
	switch {
	case d <= 3:
		return side + uint32(d)
	case d <= 6:
		return side + 4
	case d <= 12:
		return side + 5
	case d <= 20:
		return side + 6
	}
	return side + 7
}

// maxPath bounds the path between a trigger and a party on either side.
const maxPath = 5

// pathBetween hashes the relations from a trigger up to the word that is above both and down to the party, with the
// prepositions of the way down; steps is its length, 2*maxPath for no path.
func (a *analysis) pathBetween(trigger, party int32) (path uint32, steps int) {
	var up [maxPath + 1]int32
	n := 0
	for i := trigger; i >= 0 && n <= maxPath; i = a.head(i) {
		up[n] = i
		n++
	}
	down := uint32(7)
	for i, k := party, 0; i >= 0 && k <= maxPath; i, k = a.head(i), k+1 {
		for j := range n {
			if up[j] != i {
				continue
			}
			for _, u := range up[:j] {
				down = (down ^ (uint32(a.rel(u)) + 100)) * 16777619
			}
			return down, j + k
		}
		if a.rel(i) == extractor.RelConj {
			continue // coordinated parties are alike
		}
		down = (down ^ uint32(a.rel(i))) * 16777619
		if a.rel(i) == extractor.RelObl || a.rel(i) == extractor.RelNmod {
			down = (down ^ wordHash(a.preposition(i))) * 16777619
		}
	}
	return 0, 2 * maxPath
}

// subjectRank tells how a party is a subject: 1 of the trigger, 2, 3 … of a verb further and further above it; 8 of
// another verb; 0 not at all.
func (a *analysis) subjectRank(trigger, party int32) uint32 {
	i := party
	for steps := 0; a.rel(i) == extractor.RelConj && steps < 4; steps++ {
		i = a.head(i)
	}
	switch a.rel(i) {
	case extractor.RelNsubj, extractor.RelNsubjPass, extractor.RelNsubjOuter:
	default:
		return 0
	}
	v := a.head(i)
	rank := uint32(1)
	for t := trigger; t >= 0 && rank < 8; t, rank = a.head(t), rank+1 {
		if t == v {
			return rank
		}
	}
	return 8
}
