package main

import (
	"fmt"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// newsQuotes measures on our own annotated news (dev): direct quotes found, and found with the right speaker where the
// annotation names one; all quotes as on PolNeAR, in bytes.
func newsQuotes(e *env) ([]figure, error) {
	p, err := pipeline.Through("coref")
	if err != nil {
		return nil, err
	}
	var direct, speaker, speech eval.Accuracy
	sum := eval.QuoteCounts{}
	err = eachNews(e, p, func(a *corpus.Annotated, d *extractor.Document) {
		gold, predicted := annotatedQuotes(a), foundQuotes(d)
		sum = sum.Add(eval.Quotes(gold, predicted))
		for k := range predicted {
			if predicted[k].Direct {
				speech.See(slices.ContainsFunc(gold, func(g eval.Quote) bool { return touches(g.Content, predicted[k].Content) }))
			}
		}
		for g := range gold {
			if !gold[g].Direct {
				continue
			}
			found, right := false, false
			for k := range predicted {
				if predicted[k].Direct && touches(gold[g].Content, predicted[k].Content) {
					found = true
					right = right || touches(gold[g].Source, predicted[k].Source)
				}
			}
			if e.Errors > 0 && (!found || len(gold[g].Source) > 0 && !right) {
				showDirect(e, a, d, gold[g], predicted)
			}
			direct.See(found)
			if len(gold[g].Source) > 0 {
				speaker.See(right)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return []figure{
		{"quotes/wikinews/direct", direct.Value()}, {"quotes/wikinews/direct_speaker", speaker.Value()},
		{"quotes/wikinews/direct_precision", speech.Value()},
		{"quotes/wikinews/content_f1", sum.Content.F1()}, {"quotes/wikinews/source", sum.Source.Value()},
	}, nil
}

// showDirect prints a direct quote that was missed or has another speaker, with what was found in its place.
func showDirect(e *env, a *corpus.Annotated, d *extractor.Document, gold eval.Quote, predicted []eval.Quote) {
	words := func(spans []eval.Span) (s string) {
		for _, x := range spans {
			s += " | " + a.Content[x.Begin:x.End]
		}
		return s
	}
	fmt.Fprintf(e.Log, "DIRECT %s %s // %s\n", a.ID, words(gold.Content), words(gold.Source))
	for i, p := range predicted {
		if touches(gold.Content, p.Content) {
			fmt.Fprintf(e.Log, "    found type %d %s // %s\n", d.Quotes[i].Type, words(p.Content), words(p.Source))
		}
	}
}

// annotatedQuotes turns an annotation's quotes into the scorer's; every mention of the speaker is its source.
func annotatedQuotes(a *corpus.Annotated) []eval.Quote {
	mentions := mentionsByEntity(a)
	var out []eval.Quote
	for _, g := range a.Quotes {
		q := eval.Quote{Direct: g.Type == "DIRECT", Source: mentions[g.Speaker]}
		for _, s := range g.Spans {
			q.Content = append(q.Content, eval.Span{Begin: s.Begin, End: s.End})
		}
		out = append(out, q)
	}
	return out
}

// foundQuotes turns a document's quotes into the scorer's, in bytes of the source: the speaker's phrase, and all
// mentions of the speaker where that is known.
func foundQuotes(d *extractor.Document) []eval.Quote {
	var out []eval.Quote
	for i, q := range d.Quotes {
		p := eval.Quote{Direct: q.Type == extractor.QuoteDirect}
		for _, s := range q.Spans {
			p.Content = append(p.Content, inSource(d, s))
		}
		if !q.Speaker.Empty() {
			p.Source = append(p.Source, inSource(d, d.SpanOf(q.Speaker)))
		}
		if i < len(d.Speakers) && d.Speakers[i].Entity >= 0 {
			for _, m := range d.Entities[d.Speakers[i].Entity].Mentions {
				p.Source = append(p.Source, inSource(d, m.Span))
			}
		}
		out = append(out, p)
	}
	return out
}
