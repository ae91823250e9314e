package main

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/stage/events"
)

// labelled takes the texts in which we marked events alone: sentences of causal_news, articles of masc and re3d.
func (b *eventBuilder) labelled(shared string) error {
	for _, name := range corpus.NewsEventCorpora {
		texts, err := corpus.NewsEvents(shared, name)
		if err != nil {
			return err
		}
		for i := range texts {
			a := &texts[i]
			r := named.Respace(a.Content)
			place := r.Span
			if name == "re3d" {
				r.Text, place = a.Content, func(s corpus.Span) (corpus.Span, bool) { return s, true }
			}
			d, err := b.analyze(&extractor.Article{ID: a.ID, Content: r.Text})
			if err != nil {
				return err
			}
			t := events.Training{Document: d, Gold: labelledEvents(d, a, place), Options: events.Options{Weight: foreignWeight, Foreign: foreignLabelled}}
			if name == "causal_news" {
				t.Options.Within = textSpans(d, corpus.Span{End: len(r.Text)})
			} else {
				t.Clustered = true
			}
			b.add(t)
		}
	}
	return nil
}

// labelledEvents returns the events of a text without their arguments, with which the roles of PLOVER records come out worse in
// cross-validation; place tells where a span of the annotation is in the text analyzed.
func labelledEvents(d *extractor.Document, a *corpus.Annotated, place func(corpus.Span) (corpus.Span, bool)) []events.Gold {
	var out []events.Gold
	for _, g := range a.Events {
		typ, _ := extractor.ParseEventType(g.Type)
		e := events.Gold{Type: typ}
		for _, m := range g.Triggers {
			if s, ok := place(m.Span); ok {
				e.Triggers = append(e.Triggers, textSpans(d, s)...)
			}
		}
		out = append(out, e)
	}
	return out
}
