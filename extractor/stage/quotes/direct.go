package quotes

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// How far from its quotation marks a cue is looked for, in tokens.
const (
	reachAfter  = 30
	reachBefore = 25
	// reachUnmarked is that without a comma or colon.
	reachUnmarked = 14
)

// directQuotes decides for each region whether it is speech, and makes or extends a quote of it.
func (f *finder) directQuotes() {
	last := -1 // the quote of the last region that was speech
	for r := range f.regions {
		g := &f.regions[r]
		if g.continues && last >= 0 {
			f.extend(last, g.inner)
			continue
		}
		if q, ok := f.direct(r, last); ok {
			if q >= 0 {
				last = q
			}
		}
	}
}

// direct handles one region; it returns the quote that the region belongs to.
func (f *finder) direct(r, last int) (int, bool) {
	g := &f.regions[r]
	if v := f.cueBefore(g); v >= 0 {
		if last >= 0 && f.quotes[last].Cue.Contains(int(v)) {
			f.extend(last, g.inner)
			return last, true
		}
		return f.addDirect(g, v), true
	}
	if v := f.cueAfter(g); v >= 0 && !f.isFragment(g) {
		return f.addDirect(g, v), true
	}
	if q, ok := f.accordingQuote(g); ok {
		return q, true
	}
	if q, ok := f.accordingBefore(g); ok {
		return q, true
	}
	if f.isWhole(g) {
		return f.inherited(g, last)
	}
	if f.isSigned(g) {
		return f.signed(g), true
	}
	if v := f.namingVerb(g); v >= 0 {
		return f.addDirect(g, v), true
	}
	return -1, false
}

// isFragment reports whether marked words are part of the writer's own sentence: lower case, words before them, and
// neither comma, colon nor cue in between.
func (f *finder) isFragment(g *region) bool {
	first := f.Sentences[f.SentenceOf(int(g.open))].Tokens.First
	if f.startsUpper(g) || g.open == first || f.onlyPunctuation(first, g.open) {
		return false
	}
	switch f.TokenText(int(g.open - 1)) {
	case ",", ":", "—", "–":
		return false
	}
	return !f.isDirectCue(g.open - 1)
}

// cueAfter finds the cue verb that follows a region which ends like a sentence or in a comma: “…,” said Kask.
func (f *finder) cueAfter(g *region) int32 {
	if g.close < 0 || !f.endsUtterance(g) {
		return -1
	}
	s := f.SentenceOf(int(g.close))
	i, end := g.close+1, f.Sentences[s].Tokens.Last
	if i >= end && g.open == f.Sentences[f.SentenceOf(int(g.open))].Tokens.First && s+1 < len(f.Sentences) && f.Sentences[s+1].Block == f.Sentences[s].Block {
		end = f.Sentences[s+1].Tokens.Last
	}
	commas := 0
	for end = min(end, i+reachAfter); i < end && f.within[i] < 0; i++ {
		if f.isDirectCue(i) && f.Arcs[i].Rel != extractor.RelAclRelcl {
			if commas == 0 || f.speaks(i) {
				return i
			}
		}
		switch f.TokenText(int(i)) {
		case ",":
			commas++
		case ".", ";", ":", "“", `"`, "!", "?":
			if i > g.close+1 {
				return -1
			}
		}
	}
	return -1
}

// speaks reports whether the verb is the main predicate of its sentence, or next to its own subject.
func (f *finder) speaks(v int32) bool {
	switch f.Arcs[v].Rel {
	case extractor.RelRoot, extractor.RelParataxis, extractor.RelCcomp, extractor.RelConj, extractor.RelDep:
		return f.tree.Child(v, extractor.RelNsubj) >= 0
	}
	return false
}

// endsUtterance reports whether the region's last word is followed by punctuation inside the marks, or a comma or
// dash after them.
func (f *finder) endsUtterance(g *region) bool {
	switch f.TokenText(int(g.inner.Last - 1)) {
	case ",", ".", "?", "!", "…", "...", "—", "–", "-", "’", "'", ")", "]":
		return true
	}
	if next := g.close + 1; int(next) < len(f.Tokens) {
		switch f.TokenText(int(next)) {
		case ",", "—", "–", "-":
			return true
		}
		return f.isDirectCue(next) || int(next+1) < len(f.Tokens) && f.isDirectCue(next+1) &&
			(f.isWhole(g) || f.opensSentence(g) && g.inner.Len() >= 6 && f.hasVerb(g.inner))
	}
	return false
}

// opensSentence reports whether nothing stands before a region in its sentence.
func (f *finder) opensSentence(g *region) bool {
	return f.startsUpper(g) && f.onlyPunctuation(f.Sentences[f.SentenceOf(int(g.open))].Tokens.First, g.open)
}

func (f *finder) isDirectCue(i int32) bool {
	return f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].direct &&
		f.Tags[i].XPOS != extractor.PennVB && !f.used[i]
}

// cueBefore finds the cue verb before a region: it stands right before the mark, or before a comma or colon there.
func (f *finder) cueBefore(g *region) int32 {
	s := f.SentenceOf(int(g.open))
	first := f.Sentences[s].Tokens.First
	if g.open == first {
		return f.cueOfIntroduction(g, s)
	}
	i := g.open - 1
	switch f.TokenText(int(i)) {
	case ",", ":":
		i--
	case "—", "–", "-":
		i = f.beforeAside(i, first)
	default:
		if f.Tags[i].UPOS != extractor.VERB {
			return f.cueUnmarked(g, first)
		}
		if !f.startsUpper(g) && (g.inner.Len() < 6 || !f.hasVerb(g.inner)) {
			return -1
		}
	}
	colon, comma := f.TokenText(int(g.open-1)) == ":", f.TokenText(int(g.open-1)) == ","
	for n := 0; i >= first && n < reachBefore && f.within[i] < 0; i, n = i-1, n+1 {
		if f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].direct {
			if n <= 1 || colon || f.startsUpper(g) {
				return i
			}
			return -1
		}
	}
	if (colon || comma && g.inner.Len() >= 6) && f.startsUpper(g) && f.hasVerb(g.inner) {
		return f.rootVerb(s)
	}
	return -1
}

// cueUnmarked finds the cue of a quoted sentence that no comma sets off: “Kask told the court “We did not know.””
func (f *finder) cueUnmarked(g *region, first int32) int32 {
	if !f.startsUpper(g) || g.inner.Len() < 4 || !f.hasVerb(g.inner) {
		return -1
	}
	for i := g.open - 1; i >= first && i > g.open-reachUnmarked && f.within[i] < 0; i-- {
		switch f.Tags[i].UPOS {
		case extractor.VERB:
			if f.isDirectCue(i) {
				return i
			}
			return -1
		case extractor.PUNCT, extractor.CCONJ:
			return -1
		}
	}
	return -1
}

// beforeAside returns the token before what stands between two dashes, the second of which is token i: “Kask said — as
// the paper has it — “…””; the token before the dash where it is alone.
func (f *finder) beforeAside(i, first int32) int32 {
	for k := i - 1; k > first && k > i-reachBefore && f.within[k] < 0; k-- {
		switch f.TokenText(int(k)) {
		case "—", "–", "-":
			return k - 1
		}
	}
	return i - 1
}

// rootVerb returns the main verb of a sentence, if it has a subject: “The union disagreed: “We …”; -1 for none.
func (f *finder) rootVerb(s int) int32 {
	for i := f.Sentences[s].Tokens.First; i < f.Sentences[s].Tokens.Last; i++ {
		if f.Arcs[i].Rel == extractor.RelRoot && f.Tags[i].UPOS == extractor.VERB && f.within[i] < 0 && f.tree.Child(i, extractor.RelNsubj) >= 0 {
			return i
		}
	}
	return -1
}

// accordingQuote makes a quote of “…,” according to Kask.
func (f *finder) accordingQuote(g *region) (int, bool) {
	if g.close < 0 {
		return 0, false
	}
	i := g.close + 1
	for int(i) < len(f.Tokens) && f.Tags[i].UPOS == extractor.PUNCT && i < g.close+3 {
		i++
	}
	if int(i) >= len(f.Tokens) || !f.isAccordingTo(i) || !f.hasVerb(g.inner) || f.SentenceOf(int(i)) != f.SentenceOf(int(g.close)) {
		return 0, false
	}
	q := extractor.Quote{Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.contentSpan(g.inner)}, Cue: extractor.TokenRange{First: i, Last: i + 2}, Stance: extractor.StanceAssert}
	head := f.nounAfter(i+2, f.Sentences[f.SentenceOf(int(i))].Tokens)
	if head >= 0 {
		q.Speaker = f.phraseOf(f.author(head))
	}
	f.used[i] = true
	f.quotes = append(f.quotes, q)
	return len(f.quotes) - 1, true
}

// accordingBefore makes a quote of: According to Kask, “…”.
func (f *finder) accordingBefore(g *region) (int, bool) {
	first := f.Sentences[f.SentenceOf(int(g.open))].Tokens.First
	if !f.hasVerb(g.inner) || g.open == first || f.TokenText(int(g.open-1)) != "," {
		return 0, false
	}
	for i := g.open - 2; i >= first && i > g.open-reachUnmarked; i-- {
		if !f.isAccordingTo(i) {
			continue
		}
		q := extractor.Quote{Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.contentSpan(g.inner)}, Cue: extractor.TokenRange{First: i, Last: i + 2}, Stance: extractor.StanceAssert}
		if head := f.nounAfter(i+2, extractor.TokenRange{First: i + 2, Last: g.open - 1}); head >= 0 {
			q.Speaker = f.speakerPhrase(head, i)
		}
		f.used[i] = true
		f.quotes = append(f.quotes, q)
		return len(f.quotes) - 1, true
	}
	return 0, false
}

// cueOfIntroduction finds the cue in the sentence before, when that ends in a colon.
func (f *finder) cueOfIntroduction(g *region, s int) int32 {
	if s == 0 {
		return -1
	}
	p := f.Sentences[s-1].Tokens
	if p.Empty() || f.TokenText(int(p.Last-1)) != ":" {
		return -1
	}
	for i := p.Last - 1; i >= p.First && i > p.Last-reachBefore; i-- {
		if f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].direct && f.within[i] < 0 {
			return i
		}
	}
	return -1
}

// isWhole reports whether the region is all of its sentences: no word outside the marks, and enough inside.
func (f *finder) isWhole(g *region) bool {
	first := f.Sentences[f.SentenceOf(int(g.open))].Tokens.First
	if g.open != first && !f.onlyPunctuation(first, g.open) || g.inner.Len() < 3 || !f.startsUpper(g) {
		return false
	}
	end := f.Sentences[f.SentenceOf(int(g.inner.Last-1))].Tokens.Last
	if g.close >= 0 && g.close+1 < end && !f.onlyPunctuation(g.close+1, end) {
		return false
	}
	return f.hasVerb(g.inner)
}

func (f *finder) onlyPunctuation(from, to int32) bool {
	for i := from; i < to; i++ {
		if f.Tags[i].UPOS != extractor.PUNCT {
			return false
		}
	}
	return true
}

func (f *finder) hasVerb(r extractor.TokenRange) bool {
	for i := r.First; i < r.Last; i++ {
		if u := f.Tags[i].UPOS; u == extractor.VERB || u == extractor.AUX {
			return true
		}
	}
	return false
}

func (f *finder) startsUpper(g *region) bool {
	c, _ := utf8.DecodeRuneInString(f.TokenText(int(g.inner.First)))
	return unicode.IsUpper(c) || unicode.IsDigit(c) || c == '…' || c == '.' || c == '['
}

// inherited makes a whole region part of the quote before it, where only that quote's cue stands between, or else a
// quote of its own with the speaker of the one before.
func (f *finder) inherited(g *region, last int) (int, bool) {
	t := f.Blocks[g.block].Type
	if t != extractor.SegmentBody && t != extractor.SegmentCaption {
		return -1, false
	}
	if last >= 0 {
		q := &f.quotes[last]
		before := q.Spans[len(q.Spans)-1].End
		cueBetween := !q.Cue.Empty() && f.Tokens[q.Cue.First].Span.Begin >= before &&
			f.SentenceOf(int(q.Cue.First)) >= f.SentenceOf(int(g.open))-1
		if cueBetween && f.sameBlock(q.Cue.First, g.open) {
			f.extend(last, g.inner)
			return last, true
		}
	}
	q := extractor.Quote{Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.contentSpan(g.inner)}, Stance: extractor.StanceAssert}
	if last >= 0 && f.near(last, g) {
		q.Speaker = f.quotes[last].Speaker
	} else if v := f.subjectBefore(g); v >= 0 {
		q.Speaker = f.phraseOf(v)
	}
	f.quotes = append(f.quotes, q)
	return len(f.quotes) - 1, true
}

// isSigned reports whether the region is a sentence or more, and who said it follows without a verb: “We lost
// everything.” — Mira Holt, Duluth.
func (f *finder) isSigned(g *region) bool {
	if g.close < 0 || g.inner.Len() < 6 || !f.startsUpper(g) || !f.hasVerb(g.inner) {
		return false
	}
	switch f.TokenText(int(g.inner.Last - 1)) {
	case ".", "?", "!":
	default:
		return false
	}
	return f.onlyPunctuation(f.Sentences[f.SentenceOf(int(g.open))].Tokens.First, g.open)
}

// signed makes a quote of a signed region; the speaker is the name right behind it, if one is.
func (f *finder) signed(g *region) int {
	q := extractor.Quote{Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.contentSpan(g.inner)}, Stance: extractor.StanceAssert}
	for i := g.close + 1; int(i) < len(f.Tokens) && i < g.close+4; i++ {
		if f.Tags[i].UPOS == extractor.PROPN {
			if names := f.namesOver(extractor.TokenRange{First: i, Last: i + 1}); len(names) > 0 {
				q.Speaker = names[0]
			} else {
				q.Speaker = f.phraseOf(i)
			}
			break
		}
		if f.Tags[i].UPOS != extractor.PUNCT {
			break
		}
	}
	f.quotes = append(f.quotes, q)
	return len(f.quotes) - 1
}

// sameBlock reports whether two tokens stand in one block.
func (f *finder) sameBlock(a, b int32) bool {
	return f.Sentences[f.SentenceOf(int(a))].Block == f.Sentences[f.SentenceOf(int(b))].Block
}

// near reports whether the quote stands in the region's block or the one before it.
func (f *finder) near(quote int, g *region) bool {
	q := &f.quotes[quote]
	end := f.TokensIn(q.Spans[len(q.Spans)-1]).Last - 1
	return g.block-f.Sentences[f.SentenceOf(int(end))].Block <= 1
}

// subjectBefore returns the subject of the sentence before the region, in its block: who is spoken of goes on to
// speak.
func (f *finder) subjectBefore(g *region) int32 {
	s := f.SentenceOf(int(g.open)) - 1
	if s < 0 || f.Sentences[s].Block != g.block && f.Sentences[s].Block+1 != g.block {
		return -1
	}
	for i := f.Sentences[s].Tokens.First; i < f.Sentences[s].Tokens.Last; i++ {
		if f.Arcs[i].Rel == extractor.RelRoot {
			if v := f.tree.Child(i, extractor.RelNsubj); v >= 0 && f.within[v] < 0 {
				return v
			}
		}
	}
	return -1
}

func (f *finder) addDirect(g *region, v int32) int {
	f.used[v] = true
	q := extractor.Quote{
		Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.contentSpan(g.inner)},
		Cue: extractor.TokenRange{First: v, Last: v + 1}, Stance: f.stanceOf(v),
	}
	head := f.speakerOf(v, true)
	if head < 0 {
		head = f.speakerNear(v)
	}
	if head >= 0 {
		q.Speaker = f.speakerPhrase(f.author(head), v)
	} else if f.isParticiple(v) {
		q.Speaker = f.speakerWithin(f.SentenceOf(int(v)))
	}
	f.quotes = append(f.quotes, q)
	return len(f.quotes) - 1
}

// speakerWithin returns who spoke the last quote whose cue is in a sentence: “Kask said, “…”, adding, “…””.
func (f *finder) speakerWithin(s int) extractor.TokenRange {
	if n := len(f.quotes); n > 0 {
		if q := &f.quotes[n-1]; !q.Cue.Empty() && f.SentenceOf(int(q.Cue.First)) == s {
			return q.Speaker
		}
	}
	return extractor.TokenRange{}
}

func (f *finder) stanceOf(v int32) extractor.Stance {
	c, ok := f.lex.verbs[f.Tags[v].Lemma]
	if !ok || c.stance == 0 {
		return extractor.StanceAssert
	}
	return c.stance
}

// contentSpan is the text of a region; nested marks at its ends stay.
func (f *finder) contentSpan(r extractor.TokenRange) extractor.TextSpan { return f.SpanOf(r) }

func (f *finder) extend(quote int, r extractor.TokenRange) {
	f.quotes[quote].Spans = append(f.quotes[quote].Spans, f.contentSpan(r))
}
