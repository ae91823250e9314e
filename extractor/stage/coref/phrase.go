package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// indexPhrases finds the first token of each head's noun phrase: its contiguous dependents on the left.
func (f *finder) indexPhrases() {
	d := f.d
	f.first = make([]int32, len(d.Tokens))
	f.copula = make([]bool, len(d.Tokens))
	for i := range d.Tokens {
		f.first[i] = int32(i)
		if d.Arcs[i].Rel == extractor.RelCop && d.Arcs[i].Head >= 0 {
			f.copula[d.Arcs[i].Head] = true
		}
	}
	for _, s := range d.Sentences {
		for i := s.Tokens.First; i < s.Tokens.Last; i++ {
			for j := i; ; {
				h := d.Arcs[j].Head
				if h < 0 || h < i || !belongsToPhrase(d.Arcs[j].Rel) {
					break
				}
				if h > j && i < f.first[h] {
					f.first[h] = i
				}
				j = h
			}
		}
	}
}

// belongsToPhrase tells the dependents that stand inside a noun phrase to the left of its head.
func belongsToPhrase(r extractor.Deprel) bool {
	switch r.Base() {
	case extractor.RelDet, extractor.RelAmod, extractor.RelCompound, extractor.RelNummod, extractor.RelNmod,
		extractor.RelFlat, extractor.RelAdvmod, extractor.RelPunct, extractor.RelCase, extractor.RelConj,
		extractor.RelCc, extractor.RelGoeswith, extractor.RelObl, extractor.RelFixed:
		return true
	}
	return false
}

// phrase returns the noun phrase of a head from determiner to head, without a preposition or punctuation in
// front of it.
func (f *finder) phrase(head int) extractor.TokenRange {
	first := f.first[head]
	for first < int32(head) {
		t := &f.d.Tags[first]
		if t.UPOS != extractor.ADP && t.UPOS != extractor.PUNCT && t.UPOS != extractor.CCONJ && t.UPOS != extractor.SCONJ &&
			f.d.Arcs[first].Rel != extractor.RelCcPreconj && !isFocusAdverb(f.d, first) || opensQuantity(f.d, first) {
			break
		}
		first++
	}
	return extractor.TokenRange{First: first, Last: int32(head) + 1}
}

// opensQuantity tells the “at” of “at least nine people”, which is no preposition of the phrase.
func opensQuantity(d *extractor.Document, i int32) bool {
	if d.Tags[i].Lemma != "at" || int(i)+1 >= len(d.Tags) {
		return false
	}
	next := strings.ToLower(d.TokenText(int(i) + 1))
	return next == "least" || next == "most"
}

// isFocusAdverb tells the adverbs before a determiner that are no part of the phrase: “only the mayor”.
func isFocusAdverb(d *extractor.Document, i int32) bool {
	return d.Tags[i].UPOS == extractor.ADV && int(i)+1 < len(d.Tags) && d.Tags[i+1].UPOS == extractor.DET
}

// headOf returns the token of the range whose head lies outside it; the last one when there are several.
func headOf(d *extractor.Document, r extractor.TokenRange) int32 {
	head := r.Last - 1
	for i := r.Last - 1; i >= r.First; i-- {
		if h := d.Arcs[i].Head; h < r.First || h >= r.Last {
			head = i
			if d.Tags[i].UPOS != extractor.PUNCT {
				return head
			}
		}
	}
	return head
}

// determination reads definiteness off the left end of the phrase.
func determination(d *extractor.Document, head int, r extractor.TokenRange) definiteness {
	for i := int(r.First); i < head; i++ {
		switch t := &d.Tags[i]; {
		case t.XPOS == extractor.PennPRPS || t.XPOS == extractor.PennPOS:
			return possessive
		case t.UPOS == extractor.NUM:
			return quantified
		case t.UPOS == extractor.DET && d.Arcs[i].Head == int32(head):
			switch strings.ToLower(d.TokenText(i)) {
			case "the":
				return definite
			case "this", "that", "these", "those":
				return demonstrative
			case "a", "an", "another", "any", "no", "every", "each":
				return indefinite
			case "both":
				return definite
			}
			return quantified
		}
	}
	return bare
}
