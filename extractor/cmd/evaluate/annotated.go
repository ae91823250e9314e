package main

import (
	"context"
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// eachNews analyzes the articles of our news (dev) that are annotated in full, each up to where it was read, and shows
// them with their annotation.
func eachNews(e *env, p *extractor.Pipeline, show func(a *corpus.Annotated, d *extractor.Document)) error {
	articles, err := corpus.Wikinews(e.Shared)
	if err != nil {
		return err
	}
	for i := range articles {
		a := &articles[i]
		if a.Split != "dev" || a.Depth != "full" {
			continue
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Title: a.Title, Content: a.Content[:a.Through], PublishTime: a.PublishTime})
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		show(a, d)
	}
	return nil
}

// mentionsByEntity returns the places of an annotated article's entities by their ids.
func mentionsByEntity(a *corpus.Annotated) map[string][]eval.Span {
	mentions := map[string][]eval.Span{}
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			mentions[e.ID] = append(mentions[e.ID], eval.Span{Begin: m.Span.Begin, End: m.Span.End})
		}
	}
	return mentions
}

// inSource returns the place of a span of a document's text in bytes of the source.
func inSource(d *extractor.Document, s extractor.TextSpan) eval.Span {
	h, _ := d.Offsets.Hull(s)
	return eval.Span{Begin: int(h.Begin), End: int(h.End)}
}
