package quotes

import "github.com/dateline-news/dateline/extractor"

// How far from its quotation marks a cue is looked for, in tokens.
const (
	reachAfter  = 30
	reachBefore = 25
	// reachUnmarked is that without a comma or colon.
	reachUnmarked = 14
)

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

// verbAfter finds the verb of what follows a region that opens its sentence and ends in a comma or the like: whatever somebody does
// there, he says the words: “…,” the director beamed. -1 for none.
func (f *finder) verbAfter(g *region) int32 {
	if g.close < 0 || g.inner.Len() < 3 || !f.opensSentence(g) || !f.hasVerb(g.inner) || !f.breaksOff(g) {
		return -1
	}
	end := min(f.Sentences[f.SentenceOf(int(g.close))].Tokens.Last, g.close+reachAfter)
	for i := g.close + 1; i < end && f.within[i] < 0; i++ {
		switch f.TokenText(int(i)) {
		case ".", ";", ":", "!", "?":
			return -1
		}
		if f.Tags[i].UPOS != extractor.VERB || f.used[i] {
			continue
		}
		r, reports := f.Arcs[i].Rel, f.lex.verbs[f.Tags[i].Lemma].marked
		if r == extractor.RelAclRelcl || r == extractor.RelAdvcl || !reports && (r == extractor.RelAcl || !f.finite(i)) {
			continue
		}
		if f.speakerOf(i, true) > g.close || f.speakerNear(i) > g.close {
			return i
		}
	}
	return -1
}

// breaksOff reports whether the writer's sentence goes on behind a region.
func (f *finder) breaksOff(g *region) bool {
	switch f.TokenText(int(g.inner.Last - 1)) {
	case ",", "?", "!", "…", "...", "—", "–":
		return true
	}
	if next := g.close + 1; int(next) < len(f.Tokens) {
		switch f.TokenText(int(next)) {
		case ",", "—", "–":
			return true
		}
	}
	return false
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
	return f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].marked &&
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
		if f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].marked {
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
		if f.Tags[i].UPOS == extractor.VERB && f.lex.verbs[f.Tags[i].Lemma].marked && f.within[i] < 0 {
			return i
		}
	}
	return -1
}
