package quotes

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// viaOf makes the outlet of “X said …, according to Sputnik” the via of the quote that has the same content, and
// reports whether there was one.
func (f *finder) viaOf(head int32, spans []extractor.TextSpan) bool {
	if !f.isMedia(head) {
		return false
	}
	for i := range f.quotes {
		q := &f.quotes[i]
		for _, s := range spans {
			if !q.Cue.Empty() && s.Contains(q.Spans[0]) && s.Contains(f.SpanOf(q.Cue)) && !q.Speaker.Empty() {
				q.Via = f.phraseOf(head)
				return true
			}
		}
	}
	return false
}

// viaWithin makes the outlet of “…, according to X” at the end of a quote's content its via, and cuts it off.
func (f *finder) viaWithin(i, head int32) bool {
	at := f.Tokens[i].Span
	for k := range f.quotes {
		q := &f.quotes[k]
		last := len(q.Spans) - 1
		if q.Type == extractor.QuoteDirect || q.Speaker.Empty() || !q.Spans[last].Contains(at) {
			continue
		}
		r := f.trim(extractor.TokenRange{First: f.TokensIn(q.Spans[last]).First, Last: i})
		if r.Empty() {
			continue
		}
		q.Spans[last] = f.SpanOf(r)
		q.Via = f.phraseOf(head)
		return true
	}
	return false
}

// vias finds the outlet in “told Reuters”, “in an interview with the BBC”, “was quoted by Interfax as saying”.
func (f *finder) vias() {
	for i := range f.quotes {
		q := &f.quotes[i]
		if q.Cue.Empty() || !q.Via.Empty() {
			continue
		}
		v := q.Cue.First
		for steps := 0; steps < 2 && v >= 0; steps++ {
			if m := f.mediaUnder(v, q); m >= 0 {
				q.Via = f.phraseOf(m)
				break
			}
			if f.Arcs[v].Rel != extractor.RelAdvcl && f.Arcs[v].Rel != extractor.RelXcomp {
				break
			}
			v = f.Arcs[v].Head
		}
	}
}

// mediaUnder returns the outlet among the objects and obliques of a verb.
func (f *finder) mediaUnder(v int32, q *extractor.Quote) int32 {
	for c := range f.tree.Children(v) {
		switch f.Arcs[c].Rel {
		case extractor.RelObj, extractor.RelIobj, extractor.RelObl, extractor.RelOblAgent:
		default:
			continue
		}
		if q.Speaker.Contains(int(c)) {
			continue
		}
		if f.isMedia(c) {
			return c
		}
		for n := range f.tree.Children(c) {
			if f.Arcs[n].Rel == extractor.RelNmod && f.isMedia(n) && f.Tags[c].Lemma == "interview" {
				return n
			}
		}
	}
	return -1
}

// isMedia reports whether the head belongs to a name that sounds like an outlet's.
func (f *finder) isMedia(head int32) bool {
	if f.Tags[head].UPOS != extractor.PROPN && f.Tags[head].UPOS != extractor.NOUN {
		return false
	}
	if names := f.namesOver(extractor.TokenRange{First: head, Last: head + 1}); len(names) > 0 {
		for i := names[0].First; i < names[0].Last; i++ {
			if f.lex.media[strings.ToLower(f.TokenText(int(i)))] {
				return true
			}
		}
		return false
	}
	if f.Tags[head].UPOS == extractor.NOUN {
		switch f.Tags[head].Lemma {
		case "agency", "newspaper", "magazine", "channel", "broadcaster", "station":
			return true
		}
		return false
	}
	return f.lex.media[strings.ToLower(f.TokenText(int(head)))]
}
