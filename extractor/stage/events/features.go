package events

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// Features are hashed; each is a kind with one or two words. Adding a kind changes featureSchema.
const (
	featureBits   = 18
	featureSchema = 12
)

type featureKind byte

const (
	fLemma featureKind = iota + 1
	fTag
	fRel
	fRelLemma
	fHead
	fHeadLemma
	fPrevious
	fNext
	fPreviousLemma
	fNextLemma
	fSlot
	fSlotLemma
	fSlotWord
	fObjectWord
	fDet
	fAux
	fAuxLemma
	fNegated
	fQuoted
	fBlock
	fPosition
	fDated
	fNumber
	fSuffix
	fInName
	fShape
	fGovernor
	fParticle
	fModifier
	fSense
	fSenseLemma
	fPrior
	fBias
	fFewArguments
	fTimeIn
	fForeign
	fRepeated
	fTitled
	fSlotKindLemma
	fClause
	fDistance
)

// hasher gathers the hashes of one word's features.
type hasher struct{ out []uint32 }

func hash(kind featureKind, x, y string) uint32 {
	h := uint32(2166136261)
	h = (h ^ uint32(kind)) * 16777619
	for i := range len(x) {
		h = (h ^ uint32(x[i])) * 16777619
	}
	if y != "" {
		h = (h ^ 0xff) * 16777619
		for i := range len(y) {
			h = (h ^ uint32(y[i])) * 16777619
		}
	}
	return h
}

func (h *hasher) add(kind featureKind, x, y string) { h.out = append(h.out, hash(kind, x, y)) }

func (h *hasher) addThree(kind featureKind, x, y, z string) {
	f := hash(kind, x, y)
	for i := range len(z) {
		f = (f ^ uint32(z[i])) * 16777619
	}
	h.out = append(h.out, f)
}

// see fills the hasher with what the model sees of a word, whatever its sense.
func (h *hasher) see(a *analysis, i int32, sentence int, fillers []filler) {
	h.out = h.out[:0]
	lemma := a.lemma(i)
	h.add(fBias, "", "")
	h.add(fLemma, lemma, a.Tags[i].UPOS.String())
	h.add(fTag, a.Tags[i].XPOS.String(), "")
	h.add(fRel, a.rel(i).String(), a.Tags[i].UPOS.String())
	h.add(fRelLemma, a.rel(i).String(), lemma)
	h.add(fSuffix, lemma[max(0, len(lemma)-3):], a.Tags[i].XPOS.String())
	h.governor(a, i)
	h.neighbours(a, i)
	h.slots(a, lemma, fillers)
	h.children(a, i, lemma)
	h.place(a, i, sentence)
	h.article(a, i, lemma)
}

// article adds what the rest of the article says of the word: how often it comes, whether the headline has it, and how
// deep in its sentence it stands.
func (h *hasher) article(a *analysis, i int32, lemma string) {
	n := a.frequency[lemma]
	h.add(fRepeated, counts[min(n, len(counts)-1)], a.Tags[i].UPOS.String())
	if a.headline[stem(lemma)] {
		h.add(fTitled, "", "")
		h.add(fTitled, a.Tags[i].UPOS.String(), "")
	}
	h.add(fDistance, counts[min(a.depth(i), len(counts)-1)], a.Tags[i].UPOS.String())
	for k, steps := i, 0; k >= 0 && steps < 8; k, steps = a.head(k), steps+1 {
		switch a.rel(k) {
		case extractor.RelAclRelcl, extractor.RelAdvcl, extractor.RelCcomp, extractor.RelParataxis, extractor.RelAcl:
			h.add(fClause, a.rel(k).String(), "")
			if g := a.head(k); g >= 0 {
				h.add(fClause, a.rel(k).String(), a.lemma(g))
			}
			return
		}
	}
	h.add(fClause, "main", "")
}

var counts = [...]string{"0", "1", "2", "3", "4", "5", "6"}

func (h *hasher) governor(a *analysis, i int32) {
	g := a.head(i)
	if g < 0 {
		h.add(fHead, "ROOT", "")
		return
	}
	h.add(fHead, a.lemma(g), a.rel(i).String())
	h.add(fHeadLemma, a.lemma(g), a.lemma(i))
	h.add(fGovernor, a.Tags[g].UPOS.String(), a.rel(i).String())
	if a.rel(i) == extractor.RelNmod || a.rel(i) == extractor.RelObl {
		h.add(fGovernor, a.preposition(i), a.lemma(i))
		h.add(fGovernor, a.preposition(i), "")
	}
}

func (h *hasher) neighbours(a *analysis, i int32) {
	s := a.Sentences[a.SentenceOf(int(i))].Tokens
	previous, next := "<s>", "</s>"
	if i > s.First {
		previous = a.lemma(i - 1)
	}
	if i+1 < s.Last {
		next = a.lemma(i + 1)
	}
	h.add(fPrevious, previous, "")
	h.add(fNext, next, "")
	h.add(fPreviousLemma, previous, a.lemma(i))
	h.add(fNextLemma, next, a.lemma(i))
}

func (h *hasher) slots(a *analysis, lemma string, fillers []filler) {
	participants := 0
	for _, f := range fillers {
		kind := a.kindOf(f.head)
		h.add(fSlot, f.place, kind)
		h.add(fSlotLemma, f.place, lemma)
		h.addThree(fSlotKindLemma, f.place, kind, lemma)
		if f.place == "obj" || f.place == "subj" || f.place == "of" {
			h.add(fSlotWord, f.place, a.lemma(f.head))
			h.add(fObjectWord, lemma, a.lemma(f.head))
		}
		if kind != "thing" && kind != "event" {
			participants++
		}
	}
	if participants == 0 {
		h.add(fFewArguments, lemma, "")
		h.add(fFewArguments, "", "")
	}
}

func (h *hasher) children(a *analysis, i int32, lemma string) {
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelDet:
			h.add(fDet, a.lemma(k), "")
		case extractor.RelAux, extractor.RelAuxPass, extractor.RelCop:
			h.add(fAux, a.lemma(k), a.rel(k).String())
			h.add(fAuxLemma, a.lemma(k), lemma)
		case extractor.RelCompoundPrt:
			h.add(fParticle, a.lemma(k), lemma)
		case extractor.RelAmod, extractor.RelCompound, extractor.RelAdvmod:
			h.add(fModifier, a.lemma(k), "")
			h.add(fModifier, a.lemma(k), lemma)
		case extractor.RelNummod:
			h.add(fNumber, "", "")
		}
		if a.timeAt[k] >= 0 {
			h.add(fDated, a.Times[a.timeAt[k]].Type.String(), "")
		}
	}
	if a.isNegated(i) {
		h.add(fNegated, "", "")
	}
}

func (h *hasher) place(a *analysis, i int32, sentence int) {
	s := &a.Sentences[sentence]
	h.add(fBlock, blockName(a.Blocks[s.Block].Type), "")
	switch {
	case sentence < 2:
		h.add(fPosition, "0", "")
	case sentence < 5:
		h.add(fPosition, "1", "")
	case sentence < 12:
		h.add(fPosition, "2", "")
	default:
		h.add(fPosition, "3", "")
	}
	if a.nameAt[i] >= 0 {
		h.add(fInName, a.nameType(i).String(), "")
	}
	if c := a.TokenText(int(i)); c[0] >= 'A' && c[0] <= 'Z' && i > s.Tokens.First {
		h.add(fShape, "upper", "")
	}
	if q := a.quoteAt(i); q >= 0 {
		h.add(fQuoted, a.Quotes[q].Type.String(), "")
	}
	for t := s.Tokens.First; t < s.Tokens.Last; t++ {
		if a.timeAt[t] >= 0 {
			h.add(fTimeIn, "", "")
			break
		}
	}
}

// senseFeatures adds what depends on the sense to the hashes of a word: index is where in the weights each lies.
func senseFeatures(shared []uint32, s *frames.Sense, lemma uint32, dst []uint32) []uint32 {
	typ := uint32(s.Type) * 0x9E3779B1
	// Senses with conditions are judged apart: “left” is seldom an event, “left office” mostly.
	bare := uint32(0)
	if s.Weight > 0 {
		bare = 0x68E31DA4
	}
	for _, h := range shared {
		dst = append(dst, fold(h^bare), fold((h^typ^bare)*0x85EBCA6B))
	}
	id := uint32(s.ID)*2654435761 ^ 0x5bd1e995
	prior := uint32(s.Prior*10)*0x27D4EB2F ^ 0x165667B1
	weight := uint32(min(s.Weight, 3))*0x2545F491 ^ 0x1234567
	return append(dst, fold(id), fold((id^lemma)*0x85EBCA6B), fold(prior), fold(weight), fold((prior^weight)*0x85EBCA6B), fold((weight^lemma)*0xC2B2AE35), fold(typ^0xABCDEF))
}

func fold(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 12
	return h >> (32 - featureBits)
}
