package quotes

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

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
	q := extractor.Quote{Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.SpanOf(g.inner)}, Stance: extractor.StanceAssert}
	if v := f.sayerBefore(g, last); v >= 0 {
		q.Speaker = f.speakerPhrase(v, f.Arcs[v].Head)
	} else if last >= 0 && f.near(last, g) {
		q.Speaker = f.quotes[last].Speaker
	} else if v := f.subjectBefore(g); v >= 0 {
		q.Speaker = f.phraseOf(v)
	}
	f.quotes = append(f.quotes, q)
	return len(f.quotes) - 1, true
}

// sayerBefore returns who reports something in the sentence before the region, if that is after the last direct quote: “Nonsense,
// says Kask. “…””. -1 for nobody.
func (f *finder) sayerBefore(g *region, last int) int32 {
	s := f.SentenceOf(int(g.open)) - 1
	if s < 0 || f.Sentences[s].Block != g.block {
		return -1
	}
	tokens := f.Sentences[s].Tokens
	if last >= 0 && f.TokensIn(f.quotes[last].Spans[len(f.quotes[last].Spans)-1]).Last > tokens.First {
		return -1
	}
	for i := tokens.First; i < tokens.Last; i++ {
		if !f.isDirectCue(i) || f.within[i] >= 0 || !f.speaks(i) {
			continue
		}
		if v := f.speakerOf(i, true); v >= 0 && (f.Tags[v].UPOS == extractor.PRON || f.nameAt(v) != nil || f.tree.Child(v, extractor.RelDet, extractor.RelNmodPoss) >= 0) {
			return v
		}
		return -1
	}
	return -1
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
	q := extractor.Quote{Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.SpanOf(g.inner)}, Stance: extractor.StanceAssert}
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
