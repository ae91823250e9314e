// Package lessons makes examples of the corpora for the trainers and for cross-validation.
package lessons

import (
	"context"
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/stage/coref"
)

// Coref returns the training documents of OntoGUM and of our own annotation of Wikinews and ECB+, read by the pipeline up to the
// quotes.
func Coref(shared string, p *extractor.Pipeline) ([]coref.Example, error) {
	var out []coref.Example
	gum, err := corpus.OntoGUM(shared, "train")
	if err != nil {
		return nil, err
	}
	for _, doc := range gum {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: doc.Text})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.ID, err)
		}
		var entities [][]extractor.SourceSpan
		for _, c := range doc.Chains {
			entities = append(entities, Spans(c.Mentions))
		}
		out = append(out, coref.Example{Doc: d, Chain: coref.Chains(d, entities), Pronoun: -1, Weight: 1, Dense: true})
	}
	for _, read := range []func(string) ([]corpus.Annotated, error){corpus.Wikinews, corpus.ECBNews} {
		news, err := annotatedNews(shared, p, read)
		if err != nil {
			return nil, err
		}
		out = append(out, news...)
	}
	return out, nil
}

// annotatedNews returns the training articles of a corpus of news whose entities are annotated, also those mentioned once.
func annotatedNews(shared string, p *extractor.Pipeline, read func(string) ([]corpus.Annotated, error)) ([]coref.Example, error) {
	news, err := read(shared)
	if err != nil {
		return nil, err
	}
	var out []coref.Example
	for _, a := range news {
		if a.Split != "train" || a.Depth != "full" {
			continue
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: a.Content, PublishTime: a.PublishTime})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.ID, err)
		}
		var entities [][]extractor.SourceSpan
		for _, e := range a.Entities {
			var spans []corpus.Span
			for _, m := range e.Mentions {
				spans = append(spans, m.Span)
			}
			entities = append(entities, Spans(spans))
		}
		out = append(out, coref.Example{Doc: d, Chain: coref.Chains(d, entities), Pronoun: -1, Weight: 1, Dense: true, Whole: true})
	}
	return out, nil
}

// GAP returns the lesson of each snippet of GAP, in the corpus' order; none where the pronoun or a name was not found.
func GAP(shared string, p *extractor.Pipeline) ([][]coref.Example, error) {
	snippets, err := corpus.GAP(shared)
	if err != nil {
		return nil, err
	}
	out := make([][]coref.Example, len(snippets))
	for i, g := range snippets {
		out[i], err = coref.PronounExample(p, g.Text, Span(g.Pronoun), Span(g.A), Span(g.B), g.IsA, g.IsB)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.ID, err)
		}
	}
	return out, nil
}

// Span is a corpus' span as a place of the content.
func Span(s corpus.Span) extractor.SourceSpan {
	return extractor.SourceSpan{Begin: extractor.SourceOffset(s.Begin), End: extractor.SourceOffset(s.End)}
}

// Spans turns several spans into places of the content.
func Spans(spans []corpus.Span) []extractor.SourceSpan {
	var out []extractor.SourceSpan
	for _, s := range spans {
		out = append(out, Span(s))
	}
	return out
}
