package coref

import (
	"github.com/dateline-news/dateline/extractor"
)

// feature templates: each is hashed with its values and the kind of anaphor.
const (
	fBias uint32 = iota + 1
	fSentences
	fOrder
	fRel
	fRels
	fSameRel
	fType
	fGender
	fNumber
	fKnownGender
	fHead
	fHeadMatch
	fRoleMatch
	fModifiers
	fDet
	fSize
	fName
	fQuote
	fSpeaker
	fTitle
	fGoverns
	fSameGovernor
	fFirst
	fLemmaHead
	fTokens
	fCandidates
	fVerb
	fPossessor
	fCountry
	fSubjectOfLast
	fMentionText
	fForward
	fShort
	fClause
	fPath
	fClauseSubject
	fAfter
	fRootSubject
	fNameForm
	fTopic
	fLastPronoun
)

// hash mixes a template and its values into a slot (FNV-1a over words, finished as murmur3 does).
func hash(template, a, b, c uint32) uint32 {
	return finish(mix(mix(mix(mix(hashSeed, template), a), b), c))
}

const hashSeed = 2166136261

func finish(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	return h ^ h>>13
}

func mix(h, v uint32) uint32 {
	h = (h ^ v) * 16777619
	return h ^ h>>15
}

// pairList gathers features, each for the kind of anaphor and for pronouns or noun phrases at large.
type pairList struct {
	features    []uint32
	kind, class uint32
}

func (l *pairList) add(template, a, b, c uint32) {
	h := mix(mix(hashSeed, template), mix(mix(a*31+1, b), c))
	// hash(template, …, l.kind, 1) and hash(template, …, l.class, 2)
	l.features = append(l.features, finish(mix(mix(h, l.kind), 1)), finish(mix(mix(h, l.class), 2)))
}

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// kindOf is what the weights of an anaphor are kept apart by.
func (r *resolver) kindOf(m *mention) uint32 {
	if m.Type == extractor.MentionPronoun {
		if m.lemma == "she" || m.lemma == "he" {
			return hashString("he") + relClass(m.rel) + 4*b2u(r.short())
		}
		return hashString(m.lemma) + relClass(m.rel)
	}
	return uint32(m.det) + 1
}

// short reports whether the text is a short one: who is meant is decided otherwise there than in a long one, whose
// protagonists are known.
func (r *resolver) short() bool { return len(r.d.Sentences) < 8 }

// classOf is what the weights of an anaphor are shared by.
func classOf(m *mention) uint32 {
	switch {
	case m.Type != extractor.MentionPronoun:
		return 0
	case m.lemma == "he" || m.lemma == "she":
		return 2
	}
	return 1
}

// relClass tells the places in a clause that decide otherwise who is meant.
func relClass(rel extractor.Deprel) uint32 {
	switch rel {
	case extractor.RelNsubj, extractor.RelNsubjPass:
		return 1
	case extractor.RelNmodPoss:
		return 2
	}
	return 3
}

// pairFeatures describes an anaphor and one entity that it may take up.
func (r *resolver) pairFeatures(f []uint32, m int32, c *candidate) []uint32 {
	d := r.d
	x, a, k := &r.mentions[m], &r.mentions[c.nearest], &r.clusters[c.cluster]
	kind := r.kindOf(x)
	if cap(f) == 0 {
		f = make([]uint32, 0, 256)
	}
	l := pairList{f, kind, classOf(x)}
	if x.Type == extractor.MentionPronoun {
		a = r.prominent(c)
	}
	sentences := uint32(min(x.sentence-a.sentence, 12))
	order := uint32(min(c.order, 8))
	l.add(fBias, 0, 0, 0)
	if c.nearest > m {
		l.add(fForward, uint32(x.rel), order, 0)
	}
	l.add(fSentences, sentences, 0, 0)
	l.add(fOrder, order, 0, 0)
	l.add(fSentences, sentences, order, 1)
	l.add(fTokens, log2(x.Tokens.First-a.Tokens.Last), 0, 0)
	l.add(fRel, uint32(a.rel), min(sentences, 2), 0)
	l.add(fRels, uint32(a.rel), uint32(x.rel), min(sentences, 2))
	l.add(fSameRel, b2u(a.rel.Base() == x.rel.Base()), min(sentences, 2), 0)
	l.add(fType, uint32(k.etype), uint32(a.Type), 0)
	l.add(fType, uint32(k.etype), uint32(x.etype), 2)
	l.add(fGender, uint32(k.gender), uint32(x.gender), 0)
	l.add(fNumber, uint32(k.number), uint32(x.number), 0)
	l.add(fKnownGender, b2u(k.gender == x.gender), uint32(k.gender), order)
	h, g := d.Arcs[x.Head].Head, d.Arcs[a.Head].Head
	if h >= 0 && g >= 0 {
		over := b2u(dominates(d, g, x.Head))
		l.add(fClause, uint32(d.Arcs[h].Rel), uint32(a.rel), min(sentences, 2)*2+over)
		l.add(fClause, uint32(x.rel), uint32(d.Arcs[h].Rel), 100+uint32(a.rel))
		l.add(fClause, uint32(d.Arcs[g].Rel), uint32(a.rel), 200+min(sentences, 2))
		if sentences == 0 {
			l.add(fClause, uint32(depth(d, g, x.Head)), uint32(a.rel), 300+uint32(x.rel))
		}
	}
	short := 1 + b2u(r.short())
	l.add(fShort, short, order, 0)
	l.add(fShort, short, uint32(a.rel), min(sentences, 2))
	l.add(fShort, short, uint32(a.Type), 100+min(sentences, 2))
	l.add(fShort, short, log2(int32(len(k.mentions))), 200+b2u(len(k.names) > 0))
	l.add(fSize, log2(int32(len(k.mentions))), b2u(len(k.names) > 0), 0)
	l.add(fName, b2u(len(k.names) > 0), uint32(a.Type), min(sentences, 3))
	l.add(fDet, uint32(a.det), uint32(a.Type), 0)
	l.add(fTitle, uint32(d.Blocks[d.Sentences[a.sentence].Block].Type), b2u(d.Sentences[a.sentence].Block == d.Sentences[x.sentence].Block), 0)
	l.add(fQuote, b2u(x.quote >= 0), b2u(a.quote >= 0), b2u(x.quote == a.quote))
	if x.quote >= 0 {
		l.add(fSpeaker, b2u(r.speakerCluster(x.quote) == c.cluster), 0, 0)
	}
	l.add(fFirst, b2u(a.Tokens.First == d.Sentences[a.sentence].Tokens.First), min(sentences, 2), 0)
	l.add(fSubjectOfLast, b2u(r.rootSubject(a)), min(sentences, 2), 0)
	if x.sentence == a.sentence {
		l.add(fSameGovernor, b2u(h == g), uint32(x.rel), 0)
		l.add(fGoverns, b2u(dominates(d, a.Head, x.Head)), b2u(dominates(d, g, x.Head)), uint32(a.rel))
	}
	if x.Type == extractor.MentionPronoun {
		r.bindingFeatures(&l, x, a, c)
	}
	if x.Type == extractor.MentionCommon {
		r.nominalFeatures(&l, x, a, k)
	} else if h >= 0 {
		// What a subject of this verb tends to be: “he said”, “it reported”.
		l.features = append(l.features, hash(fVerb, hashString(d.Tags[h].Lemma), uint32(x.rel.Base()), uint32(k.etype)))
		if len(k.heads) > 0 {
			l.features = append(l.features, hash(fLemmaHead, hashString(k.heads[0]), kind, 0))
		}
	}
	return l.features
}

// nominalFeatures compares the words of a noun phrase with what is known of the entity.
func (r *resolver) nominalFeatures(l *pairList, x, a *mention, k *cluster) {
	head := match(k.heads, x.lemma)
	role := r.roleMatch(x, k)
	mods := r.modifierFit(x, a)
	near := min(uint32(x.sentence-a.sentence), 3)
	l.add(fHeadMatch, head, uint32(k.etype), 0)
	l.add(fHeadMatch, head, mods, near)
	l.add(fRoleMatch, role, b2u(len(k.names) > 0), 0)
	l.add(fRoleMatch, role, head, near)
	l.add(fModifiers, mods, head, 0)
	l.add(fCountry, r.countryFit(x, k), role, 0)
	l.add(fHead, hashString(x.lemma), uint32(k.etype), uint32(a.Type))
	l.add(fMentionText, b2u(r.sameText(x, k)), 0, 0)
	if len(k.heads) > 0 {
		l.add(fLemmaHead, hashString(k.heads[0]), hashString(x.lemma), 0)
	}
	if k.key != "" && k.country != "" {
		l.add(fLemmaHead, hashString(x.lemma), uint32(k.etype), 7)
	}
}

// newFeatures describes the chance that a mention takes nothing up.
func (r *resolver) newFeatures(m int32, candidates int) []uint32 {
	x := &r.mentions[m]
	kind := r.kindOf(x)
	r.scratch = append(r.scratch[:0],
		hash(fBias+200, kind, 0, 0),
		hash(fShort+200, kind, b2u(r.short()), 0),
		hash(fCandidates+200, kind, uint32(min(candidates, 4)), 0),
		hash(fRel+200, kind, uint32(x.rel), 0),
		hash(fHead+200, hashString(x.lemma), kind, 0),
		hash(fHead+201, hashString(x.lemma), 0, 0),
		hash(fType+200, uint32(x.etype), kind, 0),
		hash(fSentences+200, kind, uint32(min(x.sentence, 3)), 0),
		hash(fQuote+200, kind, b2u(x.quote >= 0), 0),
		hash(fModifiers+200, kind, uint32(min(x.Tokens.Len(), 5)), 0),
		hash(fGoverns+200, kind, r.postmodified(x), 0),
		hash(fNumber+200, kind, uint32(x.number), 0),
	)
	if h := r.d.Arcs[x.Head].Head; h >= 0 && x.Type == extractor.MentionPronoun {
		r.scratch = append(r.scratch, hash(fVerb+200, hashString(r.d.Tags[h].Lemma), kind, 0))
	}
	return r.scratch
}

// dominates reports whether token a is an ancestor of b, within eight steps.
func dominates(d *extractor.Document, a, b int32) bool {
	for range 8 {
		if b < 0 {
			return false
		}
		b = d.Arcs[b].Head
		if b == a && a >= 0 {
			return true
		}
	}
	return false
}

// depth returns how many steps below ancestor a token lies, 9 for more than eight or where it lies elsewhere.
func depth(d *extractor.Document, ancestor, token int32) int {
	for n := range 8 {
		if token == ancestor {
			return n
		}
		if token < 0 {
			break
		}
		token = d.Arcs[token].Head
	}
	return 9
}

// rootSubject reports whether a mention is the subject of its sentence's main verb.
func (r *resolver) rootSubject(a *mention) bool {
	h := r.d.Arcs[a.Head].Head
	return isSubject(a.rel) && h >= 0 && r.d.Arcs[h].Rel == extractor.RelRoot
}

func isSubject(rel extractor.Deprel) bool { return rel.Base() == extractor.RelNsubj }

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func log2(n int32) uint32 {
	k := uint32(0)
	for n > 0 {
		n >>= 1
		k++
	}
	return k
}

func match(words []string, w string) uint32 {
	for _, x := range words {
		if x == w {
			return 1
		}
	}
	return b2u(len(words) == 0) * 2
}
