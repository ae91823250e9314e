package events

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// Features are hashed; each is a kind with one or two words. Adding a kind changes featureSchema.
const (
	featureBits   = 18
	featureSchema = 13
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

// add adds a feature of up to two values: words by their hashes, what is counted or listed by its number.
func (h *hasher) add(kind featureKind, x, y uint32) { h.out = append(h.out, mixed(kind, x, y)) }

// addThree adds one of three.
func (h *hasher) addThree(kind featureKind, x, y, z uint32) {
	h.out = append(h.out, (mixed(kind, x, y)^z)*0x2545F491)
}

func mixed(kind featureKind, x, y uint32) uint32 {
	h := (uint32(kind)*0x9E3779B1 ^ x) * 0x85EBCA6B
	h ^= h >> 15
	h = (h ^ y) * 0xC2B2AE35
	return h ^ h>>13
}

// Words that stand for what is not there.
const (
	noWord = iota
	noHead
	beginning
	end
)

// see fills the hasher with what the model sees of a word, whatever its sense.
func (h *hasher) see(a *analysis, i int32, sentence int, fillers []filler) {
	h.out = h.out[:0]
	lemma, form := a.words.hashes[i], uint32(a.Tags[i].UPOS)
	rel, tag := uint32(a.rel(i)), uint32(a.Tags[i].XPOS)
	h.add(fBias, 0, 0)
	h.add(fLemma, lemma, form)
	h.add(fTag, tag, 0)
	h.add(fRel, rel, form)
	h.add(fRelLemma, rel, lemma)
	ending := a.lemma(i)
	h.add(fSuffix, wordHash(ending[max(0, len(ending)-3):]), tag)
	h.governor(a, i)
	h.neighbours(a, i, sentence)
	h.slots(a, lemma, fillers)
	h.children(a, i, lemma)
	h.place(a, i, sentence)
	h.article(a, i, form)
}

// article adds what the rest of the article says of the word: how often it comes, whether the headline has it, and how
// deep in its sentence it stands.
func (h *hasher) article(a *analysis, i int32, form uint32) {
	h.add(fRepeated, uint32(min(a.words.frequency(i), 6)), form)
	if a.words.headlined(a.lemma(i)) {
		h.add(fTitled, 0, 0)
		h.add(fTitled, 1+form, 0)
	}
	h.add(fDistance, uint32(min(a.depth(i), 6)), form)
	for k, steps := i, 0; k >= 0 && steps < 8; k, steps = a.head(k), steps+1 {
		switch a.rel(k) {
		case extractor.RelAclRelcl, extractor.RelAdvcl, extractor.RelCcomp, extractor.RelParataxis, extractor.RelAcl:
			h.add(fClause, uint32(a.rel(k)), noWord)
			if g := a.head(k); g >= 0 {
				h.add(fClause, uint32(a.rel(k)), a.words.hashes[g])
			}
			return
		}
	}
	h.add(fClause, uint32(extractor.RelRoot), noHead)
}

func (h *hasher) governor(a *analysis, i int32) {
	g := a.head(i)
	if g < 0 {
		h.add(fHead, noHead, 0)
		return
	}
	lemma, governor, rel := a.words.hashes[i], a.words.hashes[g], uint32(a.rel(i))
	h.add(fHead, governor, rel)
	h.add(fHeadLemma, governor, lemma)
	h.add(fGovernor, uint32(a.Tags[g].UPOS), rel)
	if a.rel(i) == extractor.RelNmod || a.rel(i) == extractor.RelObl {
		p := wordHash(a.preposition(i))
		h.add(fGovernor, p, lemma)
		h.add(fGovernor, p, noWord)
	}
}

func (h *hasher) neighbours(a *analysis, i int32, sentence int) {
	s := a.Sentences[sentence].Tokens
	previous, next := uint32(beginning), uint32(end)
	if i > s.First {
		previous = a.words.hashes[i-1]
	}
	if i+1 < s.Last {
		next = a.words.hashes[i+1]
	}
	h.add(fPrevious, previous, noWord)
	h.add(fNext, next, noWord)
	h.add(fPreviousLemma, previous, a.words.hashes[i])
	h.add(fNextLemma, next, a.words.hashes[i])
}

func (h *hasher) slots(a *analysis, lemma uint32, fillers []filler) {
	participants := 0
	for _, f := range fillers {
		kind, place := a.kindOf(f.head), wordHash(f.place)
		h.add(fSlot, place, uint32(kind))
		h.add(fSlotLemma, place, lemma)
		h.addThree(fSlotKindLemma, place, uint32(kind), lemma)
		if f.place == "obj" || f.place == "subj" || f.place == "of" {
			h.add(fSlotWord, place, a.words.hashes[f.head])
			h.add(fObjectWord, lemma, a.words.hashes[f.head])
		}
		if kind != kindThing && kind != kindEvent {
			participants++
		}
	}
	if participants == 0 {
		h.add(fFewArguments, lemma, 0)
		h.add(fFewArguments, noWord, 0)
	}
}

func (h *hasher) children(a *analysis, i int32, lemma uint32) {
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		child := a.words.hashes[k]
		switch a.rel(k) {
		case extractor.RelDet:
			h.add(fDet, child, 0)
		case extractor.RelAux, extractor.RelAuxPass, extractor.RelCop:
			h.add(fAux, child, uint32(a.rel(k)))
			h.add(fAuxLemma, child, lemma)
		case extractor.RelCompoundPrt:
			h.add(fParticle, child, lemma)
		case extractor.RelAmod, extractor.RelCompound, extractor.RelAdvmod:
			h.add(fModifier, child, noWord)
			h.add(fModifier, child, lemma)
		case extractor.RelNummod:
			h.add(fNumber, 0, 0)
		}
		if a.timeAt[k] >= 0 {
			h.add(fDated, uint32(a.Times[a.timeAt[k]].Type), 0)
		}
	}
	if a.isNegated(i) {
		h.add(fNegated, 0, 0)
	}
}

func (h *hasher) place(a *analysis, i int32, sentence int) {
	s := &a.Sentences[sentence]
	h.add(fBlock, blockClass(a.Blocks[s.Block].Type), 0)
	switch {
	case sentence < 2:
		h.add(fPosition, 0, 0)
	case sentence < 5:
		h.add(fPosition, 1, 0)
	case sentence < 12:
		h.add(fPosition, 2, 0)
	default:
		h.add(fPosition, 3, 0)
	}
	if a.nameAt[i] >= 0 {
		h.add(fInName, uint32(a.nameType(i)), 0)
	}
	if c := a.TokenText(int(i)); c[0] >= 'A' && c[0] <= 'Z' && i > s.Tokens.First {
		h.add(fShape, 0, 0)
	}
	if q := a.quoteAt(i); q >= 0 {
		h.add(fQuoted, uint32(a.Quotes[q].Type), 0)
	}
	for t := s.Tokens.First; t < s.Tokens.Last; t++ {
		if a.timeAt[t] >= 0 {
			h.add(fTimeIn, 0, 0)
			break
		}
	}
}

// formOf is 1 for senses with conditions, 0 for those without.
func formOf(s *frames.Sense) int { return min(s.Weight, 1) }

// formBits tell the features of senses with conditions from those of senses without.
var formBits = [2]uint32{0, 0x68E31DA4}

// sharedFeatures adds where in the weights the features of a word lie, whatever the sense.
func sharedFeatures(shared []uint32, form int, dst []uint32) []uint32 {
	for _, h := range shared {
		dst = append(dst, fold(h^formBits[form]))
	}
	return dst
}

// senseFeatures adds what depends on the sense.
func senseFeatures(shared []uint32, s *frames.Sense, lemma uint32, dst []uint32) []uint32 {
	typ := uint32(s.Type) * 0x9E3779B1
	bits := typ ^ formBits[formOf(s)]
	for _, h := range shared {
		dst = append(dst, fold((h^bits)*0x85EBCA6B))
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
