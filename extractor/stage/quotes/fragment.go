package quotes

import "github.com/dateline-news/dateline/extractor"

// reachNaming is how far before a fragment its verb is looked for by word order, in tokens.
const reachNaming = 14

// namingVerb finds the verb of “called the plan “a shame””: its subject speaks the marked words.
func (f *finder) namingVerb(g *region) int32 {
	first := f.Sentences[f.SentenceOf(int(g.open))].Tokens.First
	for i := g.open - 1; i >= first && i > g.open-reachNaming && f.within[i] < 0; i-- {
		if f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].fragment && f.speakerOf(i, true) >= 0 {
			return i
		}
		switch f.TokenText(int(i)) {
		case ";", ":":
			return -1
		}
	}
	return -1
}

// fragments makes quotes of the marked words that no quote has yet and that a reporting verb governs: “urged drivers
// to “keep in mind that others depend on you””. Titles of works and scare quotes are short or have no such verb.
func (f *finder) fragments() {
	for r := range f.regions {
		g := &f.regions[r]
		if g.close < 0 || f.words(g) < 3 || f.quoted(f.SpanOf(g.inner)) || f.titleLike(g) {
			continue
		}
		if v := f.governor(g); v >= 0 {
			f.addDirect(g, v)
		}
	}
}

// words counts the tokens of a region that are no punctuation.
func (f *finder) words(g *region) int {
	n := 0
	for i := g.inner.First; i < g.inner.Last; i++ {
		if f.Tags[i].UPOS != extractor.PUNCT {
			n++
		}
	}
	return n
}

// quoted reports whether a quote's content overlaps a span.
func (f *finder) quoted(s extractor.TextSpan) bool {
	for i := range f.quotes {
		for _, c := range f.quotes[i].Spans {
			if c.Begin < s.End && s.Begin < c.End {
				return true
			}
		}
	}
	return false
}

// titleLike reports whether all nouns and verbs of a region have capitals, as in the title of a work.
func (f *finder) titleLike(g *region) bool {
	for i := g.inner.First; i < g.inner.Last; i++ {
		switch f.Tags[i].UPOS {
		case extractor.NOUN, extractor.VERB, extractor.ADJ, extractor.PRON:
			if c := f.TokenText(int(i))[0]; c >= 'a' && c <= 'z' {
				return false
			}
		}
	}
	return true
}

// governor returns the reporting verb with a speaker above a region in the tree, -1 for none.
func (f *finder) governor(g *region) int32 {
	v := g.inner.First
	for g.inner.Contains(int(v)) {
		if v = f.Arcs[v].Head; v < 0 {
			return -1
		}
	}
	for steps := 0; v >= 0 && steps < 5; v, steps = f.Arcs[v].Head, steps+1 {
		if f.within[v] >= 0 {
			return -1
		}
		if f.Tags[v].UPOS != extractor.VERB {
			continue
		}
		c, ok := f.lex.verbs[f.Tags[v].Lemma]
		if ok && c.stance != extractor.StanceQuestion && f.active(v) && f.speakerOf(v, true) >= 0 {
			return v
		}
	}
	return -1
}

// active reports whether somebody reports by a verb; of “Asked about the plan, Kask left” the subject is asked.
func (f *finder) active(v int32) bool {
	return f.Tags[v].XPOS != extractor.PennVBN || f.tree.Child(v, extractor.RelAux, extractor.RelOblAgent) >= 0
}
