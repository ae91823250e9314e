package quotes

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

func (f *finder) isAccordingTo(i int32) bool {
	return strings.EqualFold(f.TokenText(int(i)), "according") && int(i+1) < len(f.Tokens) && f.TokenText(int(i+1)) == "to"
}

// accordingTo adds the clause that “according to X” belongs to, X speaking.
func (f *finder) accordingTo(i int32, sentence extractor.TokenRange) {
	head := f.Arcs[i].Head
	if head < 0 || head < i {
		head = f.nounAfter(i+2, sentence)
	}
	if head < 0 {
		return
	}
	clause := f.Arcs[head].Head
	if f.Arcs[i].Rel == extractor.RelAdvmod || f.Arcs[i].Rel == extractor.RelAdvcl {
		clause = f.Arcs[i].Head
	}
	for clause >= 0 && f.Arcs[clause].Rel == extractor.RelConj && f.tree.Child(clause, extractor.RelNsubj, extractor.RelNsubjPass) < 0 {
		clause = f.Arcs[clause].Head
	}
	if f.isMedia(head) && f.viaWithin(i, head) {
		return
	}
	if clause < 0 || clause >= i && clause <= f.tree.Right[head] {
		return
	}
	from, to := f.tree.Left[clause], f.tree.Right[clause]+1
	if f.Arcs[clause].Rel == extractor.RelRoot || f.Tags[clause].UPOS == extractor.NOUN {
		from, to = sentence.First, sentence.Last
	}
	spans := f.without(from, to, i, max(f.tree.Right[head]+1, i+2))
	if len(spans) == 0 {
		return
	}
	if f.viaOf(head, spans) {
		return
	}
	f.addIndirect(spans, extractor.TokenRange{First: i, Last: i + 2}, head, extractor.StanceAssert)
}

func (f *finder) nounAfter(i int32, sentence extractor.TokenRange) int32 {
	for ; i < sentence.Last && f.nominalChain(i); i++ {
		if f.isNominal(i) && (i+1 >= sentence.Last || !f.nominalChain(i+1)) {
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
	var speaker extractor.TokenRange
	if head := f.nounAfter(i+2, f.Sentences[f.SentenceOf(int(i))].Tokens); head >= 0 {
		speaker = f.phraseOf(f.author(head))
	}
	return f.addAccording(g, i, speaker), true
}

// addAccording makes a region the quote of the “according to” at token i.
func (f *finder) addAccording(g *region, i int32, speaker extractor.TokenRange) int {
	f.used[i] = true
	f.quotes = append(f.quotes, extractor.Quote{
		Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.SpanOf(g.inner)},
		Cue: extractor.TokenRange{First: i, Last: i + 2}, Speaker: speaker, Stance: extractor.StanceAssert,
	})
	return len(f.quotes) - 1
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
		var speaker extractor.TokenRange
		if head := f.nounAfter(i+2, extractor.TokenRange{First: i + 2, Last: g.open - 1}); head >= 0 {
			speaker = f.speakerPhrase(head, i)
		}
		return f.addAccording(g, i, speaker), true
	}
	return 0, false
}
