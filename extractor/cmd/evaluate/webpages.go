package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// webpagesScorer measures the clean-up of HTML: F1 of four-word shingles, the mean over pages as the
// article-extraction benchmark has it, and the share of pages whose title and day are right of those that state them.
func webpagesScorer() scorer {
	return scorer{
		Name: "webpages",
		Doc:  "article text, title and day out of web pages",
		Score: func(e *env) ([]figure, error) {
			pages, err := corpus.WebPages(e.Shared)
			if err != nil {
				return nil, err
			}
			return scorePages(e, pages)
		},
	}
}

// pageScore is what one page came to.
type pageScore struct {
	name   string
	counts eval.Counts
}

func scorePages(e *env, pages []corpus.WebPage) ([]figure, error) {
	p, err := pipeline.Through("cleanup")
	if err != nil {
		return nil, err
	}
	var scores []pageScore
	var f1, precision, recall float64
	var titles, days eval.Accuracy
	for _, page := range pages {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: page.HTML, ContentType: extractor.HTML})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", page.Name, err)
		}
		c := eval.Shingles(page.Content, bodyOf(d))
		scores = append(scores, pageScore{page.Name, c})
		f1, precision, recall = f1+c.F1(), precision+c.Precision(), recall+c.Recall()
		if page.Title != "" {
			c := eval.Shingles(page.Title, d.Metadata.Title)
			titles.See(c.F1() == 1)
		}
		if page.PublishTime != "" {
			days.See(len(d.Metadata.PublishTime) >= 10 && strings.HasPrefix(page.PublishTime, d.Metadata.PublishTime[:10]))
		}
	}
	slices.SortFunc(scores, func(a, b pageScore) int { return int(1e6*a.counts.F1()) - int(1e6*b.counts.F1()) })
	for _, s := range scores[:min(e.Errors, len(scores))] {
		fmt.Fprintf(e.Log, "%-40s %v\n", s.name, s.counts)
	}
	n := float64(len(pages))
	return []figure{{"webpages/readability/f1", f1 / n}, {"webpages/readability/precision", precision / n},
		{"webpages/readability/recall", recall / n}, {"webpages/readability/title", titles.Value()},
		{"webpages/readability/day", days.Value()}}, nil
}

// bodyOf returns the segments that count as the article's text.
func bodyOf(d *extractor.Document) string {
	var b strings.Builder
	for _, s := range d.Segments {
		switch s.Type {
		case extractor.SegmentBody, extractor.SegmentSubheading, extractor.SegmentDateline:
			b.WriteString(s.Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}
