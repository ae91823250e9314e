package quotes

import "github.com/dateline-news/dateline/extractor"

// indirectQuotes finds the reported clauses of a sentence.
func (f *finder) indirectQuotes(s int) {
	tokens := f.Sentences[s].Tokens
	for i := tokens.First; i < tokens.Last; i++ {
		switch u := f.Tags[i].UPOS; {
		case f.isAccordingTo(i):
			f.accordingTo(i, tokens)
		case u == extractor.VERB && !f.used[i]:
			if c, ok := f.lex.verbs[f.Tags[i].Lemma]; ok {
				f.reportedBy(i, c, tokens)
			}
		case u == extractor.NOUN:
			if stance, ok := f.lex.nouns[f.Tags[i].Lemma]; ok {
				f.reportedByNoun(i, stance)
			}
		}
	}
}

// reportedBy adds the quote of a cue verb, if it has a content.
func (f *finder) reportedBy(v int32, c cue, sentence extractor.TokenRange) {
	if c.direct && f.trailing(v, c, sentence) {
		return
	}
	content, whole := f.contentOf(v, c)
	if content < 0 {
		if c.clause {
			f.trailing(v, c, sentence)
		}
		return
	}
	if !whole && f.isRelative(content) {
		return
	}
	if w := f.within[v]; w >= 0 && f.within[content] != w {
		return
	}
	var spans []extractor.TextSpan
	if whole {
		spans = f.aroundCue(v, content, sentence)
	} else {
		from := f.tree.Left[content]
		if v+2 < from && f.Tags[v+1].Lemma == "that" && f.Tags[v+1].UPOS == extractor.SCONJ {
			from = v + 2 // the parser lost the clause's beginning
		}
		spans = f.spansOf(from, f.contentEnd(v, content, sentence), v)
	}
	if len(spans) == 0 {
		return
	}
	head := f.speakerOf(v, false)
	if head < 0 {
		head = f.speakerNear(v)
	}
	if head < 0 && !whole {
		head = f.speakerFar(v, sentence)
	}
	if c.stance == extractor.StanceQuestion && f.hasTo(content) {
		c.stance = extractor.StanceAssert // asked somebody to do something
	}
	f.addIndirect(spans, extractor.TokenRange{First: v, Last: v + 1}, head, c.stance)
}

// isRelative reports whether a clause is one about the noun before it, whatever the parser hung it on: “says the clerk, who saw it”.
func (f *finder) isRelative(content int32) bool {
	first := f.tree.Left[content]
	if f.Tags[first].UPOS == extractor.PUNCT {
		first++
	}
	switch f.Tags[first].XPOS {
	case extractor.PennWP, extractor.PennWDT:
		return first > 1 && f.TokenText(int(first-1)) == "," && f.isNominal(first-2)
	}
	return false
}

// speakerFar returns the first noun of the sentence that nothing governs as an object or by a preposition.
func (f *finder) speakerFar(v int32, sentence extractor.TokenRange) int32 {
	for i := sentence.First; i < v; i++ {
		if !f.isNominal(i) || f.within[i] != f.within[v] || f.tree.Child(i, extractor.RelCase) >= 0 {
			continue
		}
		switch f.Arcs[i].Rel {
		case extractor.RelNsubj, extractor.RelRoot, extractor.RelDep, extractor.RelNsubjPass, extractor.RelDislocated:
			return i
		}
	}
	return -1
}

// trailing adds the sentence before “…, the ministry said on Monday.” where the tree does not show it.
func (f *finder) trailing(v int32, c cue, sentence extractor.TokenRange) bool {
	if sentence.Last-v > 6 || f.within[v] >= 0 || f.isParticiple(v) || f.Tags[v].XPOS == extractor.PennVBN && f.tree.Child(v, extractor.RelAux) < 0 {
		return false
	}
	for i := v + 1; i < sentence.Last; i++ {
		if f.finite(i) {
			return false // “Asked about it, Kask said he would not”: what is said follows
		}
	}
	head := f.speakerNear(v)
	if head < 0 || head > v && head-v > 4 {
		return false
	}
	comma := min(v, f.phraseOf(head).First) - 1
	for comma > sentence.First && v-comma < 25 && f.inChain(comma) {
		comma--
	}
	if comma < sentence.First+5 || f.TokenText(int(comma)) != "," || !f.hasVerb(extractor.TokenRange{First: sentence.First, Last: comma}) {
		return false
	}
	if f.tree.Child(v, extractor.RelObj) == head {
		if s := f.tree.Child(v, extractor.RelNsubj); s >= 0 && s < comma {
			return false // “The firm, its owner said to be abroad, denied the charge”: subject and object, no inversion
		}
	}
	if spans := f.without(sentence.First, comma, comma, comma); len(spans) > 0 {
		f.addIndirect(spans, extractor.TokenRange{First: v, Last: v + 1}, head, c.stance)
		return true
	}
	return false
}

// finite reports whether a token makes a clause of its own.
func (f *finder) finite(i int32) bool {
	switch f.Tags[i].XPOS {
	case extractor.PennVBD, extractor.PennVBZ, extractor.PennVBP, extractor.PennMD:
		return true
	}
	return false
}

// inChain reports whether a token may stand in the phrase of a speaker.
func (f *finder) inChain(i int32) bool {
	return f.nominalChain(i) || f.Tags[i].UPOS == extractor.ADP || f.Tags[i].UPOS == extractor.AUX || f.Tags[i].UPOS == extractor.ADV
}

// aroundCue returns the clause around a cue that is its dependent: all of the head's subtree but the cue's own.
func (f *finder) aroundCue(v, head int32, sentence extractor.TokenRange) []extractor.TextSpan {
	from, to := f.tree.Left[head], f.tree.Right[head]+1
	if f.Arcs[head].Rel == extractor.RelRoot {
		from, to = sentence.First, sentence.Last
	}
	return f.without(from, to, f.tree.Left[v], f.tree.Right[v]+1)
}

// spansOf returns the range as content; where the cue stands inside it, in two spans.
func (f *finder) spansOf(from, to, v int32) []extractor.TextSpan {
	if v >= from && v < to {
		return nil
	}
	return f.without(from, to, to, to)
}

// without returns [from, to) less [a, b), each part trimmed of punctuation and “that”.
func (f *finder) without(from, to, a, b int32) []extractor.TextSpan {
	var spans []extractor.TextSpan
	for _, r := range [2]extractor.TokenRange{{First: from, Last: min(a, to)}, {First: max(b, from), Last: to}} {
		r = f.trim(r)
		if r.Empty() || f.onlyPunctuation(r.First, r.Last) {
			continue
		}
		if len(spans) > 0 && r.Len() < 3 {
			continue
		}
		spans = append(spans, f.SpanOf(r))
	}
	return spans
}

// trim drops punctuation, “that” and cut-off conjunctions at the ends of a range.
func (f *finder) trim(r extractor.TokenRange) extractor.TokenRange {
	for !r.Empty() {
		i := r.First
		if f.Tags[i].UPOS == extractor.PUNCT || f.Arcs[i].Rel == extractor.RelMark && f.Tags[i].Lemma == "that" {
			r.First++
			continue
		}
		break
	}
	for !r.Empty() {
		i := r.Last - 1
		if text := f.TokenText(int(i)); f.Tags[i].UPOS == extractor.PUNCT && text != ")" && text != "?" && text != "!" {
			r.Last--
			continue
		}
		break
	}
	return r
}

// addIndirect adds a quote; its type follows from the quotation marks inside it. Contents that a direct quote
// covers already are no second quote.
func (f *finder) addIndirect(spans []extractor.TextSpan, cueTokens extractor.TokenRange, speaker int32, stance extractor.Stance) {
	typ := extractor.QuoteIndirect
	for r := range f.regions {
		inner := f.SpanOf(f.regions[r].inner)
		for _, s := range spans {
			if s.Contains(inner) {
				typ = extractor.QuoteMixed
			}
		}
	}
	for i := range f.quotes {
		if q := &f.quotes[i]; q.Type == extractor.QuoteDirect && q.Spans[0] == spans[0] {
			return
		}
	}
	q := extractor.Quote{Type: typ, Spans: spans, Cue: cueTokens, Stance: stance}
	if speaker >= 0 {
		q.Speaker = f.phraseOf(speaker)
	}
	if !cueTokens.Empty() {
		f.used[cueTokens.First] = true
	}
	f.quotes = append(f.quotes, q)
}

// reportedByNoun adds “the ministry's claim that …”.
func (f *finder) reportedByNoun(n int32, stance extractor.Stance) {
	k := f.tree.Child(n, extractor.RelAcl, extractor.RelCcomp)
	if k <= n || !f.isClause(k) {
		return
	}
	m := f.tree.Child(k, extractor.RelMark)
	if m < 0 || f.Tags[m].Lemma != "that" {
		return
	}
	speaker := f.tree.Child(n, extractor.RelNmodPoss)
	if speaker < 0 {
		for c := range f.tree.Children(n) {
			if f.Arcs[c].Rel == extractor.RelNmod {
				if p := f.tree.Child(c, extractor.RelCase); p >= 0 && (f.Tags[p].Lemma == "by" || f.Tags[p].Lemma == "of" || f.Tags[p].Lemma == "from") {
					speaker = c
				}
			}
		}
	}
	spans := f.spansOf(f.tree.Left[k], f.tree.Right[k]+1, n)
	if len(spans) > 0 {
		f.addIndirect(spans, extractor.TokenRange{First: n, Last: n + 1}, speaker, stance)
	}
}
