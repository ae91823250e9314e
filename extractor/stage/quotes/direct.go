package quotes

import "github.com/dateline-news/dateline/extractor"

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
	if v := f.verbAfter(g); v >= 0 {
		return f.addDirect(g, v), true
	}
	if f.isSigned(g) {
		return f.signed(g), true
	}
	if v := f.namingVerb(g); v >= 0 {
		return f.addDirect(g, v), true
	}
	return -1, false
}

func (f *finder) addDirect(g *region, v int32) int {
	f.used[v] = true
	q := extractor.Quote{
		Type: extractor.QuoteDirect, Spans: []extractor.TextSpan{f.SpanOf(g.inner)},
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

func (f *finder) extend(quote int, r extractor.TokenRange) {
	f.quotes[quote].Spans = append(f.quotes[quote].Spans, f.SpanOf(r))
}
