package main

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

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
