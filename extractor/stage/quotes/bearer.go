package quotes

import "github.com/dateline-news/dateline/extractor"

// maxTitle bounds how many tokens of title stand before a name.
const maxTitle = 14

// speakerPhrase returns the phrase of a head that speaks a cue, with the person whose title it is: parsers often take
// a word of a long title for the subject (“said co-author and research fellow Ada Brandt”, “Member of Parliament Ada
// Brandt commented”).
func (f *finder) speakerPhrase(head, cue int32) extractor.TokenRange {
	r := f.phraseOf(head)
	if f.Tags[head].UPOS == extractor.PRON || f.holdsPerson(r) {
		return r
	}
	var n extractor.TokenRange
	var ok bool
	if head < cue {
		n, ok = f.personBefore(cue)
	} else {
		n, ok = f.personAfter(cue)
	}
	if ok {
		return n
	}
	return r
}

// holdsPerson reports whether a person's name overlaps a range.
func (f *finder) holdsPerson(r extractor.TokenRange) bool {
	for k := f.nameFrom(r.First); k < len(f.Names) && f.Names[k].Tokens.First < r.Last; k++ {
		if f.Names[k].Type == extractor.EntityPerson {
			return true
		}
	}
	return false
}

// personBefore returns the person named right before a cue, adverbs aside.
func (f *finder) personBefore(cue int32) (extractor.TokenRange, bool) {
	first := f.Sentences[f.SentenceOf(int(cue))].Tokens.First
	end := cue
	for end > first && (f.Tags[end-1].UPOS == extractor.ADV || f.Tags[end-1].UPOS == extractor.AUX) {
		end--
	}
	n := f.nameAt(end - 1)
	if n == nil || n.Type != extractor.EntityPerson || n.Tokens.Last != end {
		return extractor.TokenRange{}, false
	}
	return n.Tokens, f.titled(n.Tokens.First, first)
}

// personAfter returns the person named behind a cue and a title.
func (f *finder) personAfter(cue int32) (extractor.TokenRange, bool) {
	last := f.Sentences[f.SentenceOf(int(cue))].Tokens.Last
	for i := cue + 1; i < last && i <= cue+maxTitle && f.inTitle(i); i++ {
		if n := f.nameAt(i); n != nil && n.Type == extractor.EntityPerson {
			return n.Tokens, f.titled(n.Tokens.First, cue+1)
		}
	}
	return extractor.TokenRange{}, false
}

// titled reports whether what stands before a name, back to first or to punctuation, is its title rather than a phrase
// that the name depends on: “director of the Harbour Trust Ada Brandt”, not “a spokesman for Ada Brandt”. A
// preposition may stand before a name of another kind that reaches up to this one.
func (f *finder) titled(name, first int32) bool {
	i := name - 1
	for i >= first && i > name-maxTitle && f.inTitle(i) {
		if f.Tags[i].UPOS != extractor.ADP {
			i--
			continue
		}
		k := i + 1
		if k < name && f.Tags[k].UPOS == extractor.DET {
			k++
		}
		if n := f.nameAt(k); n == nil || n.Type == extractor.EntityPerson || n.Tokens.Last != name {
			return false
		}
		i--
	}
	return true
}

// inTitle reports whether a token can stand in a title.
func (f *finder) inTitle(i int32) bool {
	switch f.Tags[i].UPOS {
	case extractor.PROPN, extractor.NOUN, extractor.ADJ, extractor.ADP, extractor.DET, extractor.CCONJ, extractor.NUM, extractor.PART:
		return f.within[i] < 0
	}
	return false
}
