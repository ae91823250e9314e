package events_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/events"
	"github.com/dateline-news/dateline/extractor/stage/quotes"
)

func shared(t testing.TB) string {
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "wikinews")); err != nil {
		t.Skip("no shared data: set DATELINE_SHARED")
	}
	return dir
}

// BenchmarkStages measures quotes and events on news that is analyzed up to its entities, in tokens a second.
func BenchmarkStages(b *testing.B) {
	articles, err := corpus.WikinewsArticles(shared(b))
	if err != nil {
		b.Fatal(err)
	}
	p, err := pipeline.Through("coref")
	if err != nil {
		b.Fatal(err)
	}
	model, err := os.ReadFile("../../model/events.model")
	if err != nil {
		b.Fatal(err)
	}
	e, err := events.New(model)
	if err != nil {
		b.Fatal(err)
	}
	var docs []*extractor.Document
	tokens := 0
	for _, a := range articles[:60] {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: a.Content, PublishTime: a.PublishTime})
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, d)
		tokens += len(d.Tokens)
	}
	for _, stage := range []extractor.Stage{quotes.New(), e} {
		b.Run(stage.Name, func(b *testing.B) {
			begin := time.Now()
			for b.Loop() {
				for _, d := range docs {
					saved := d.Quotes
					if err := stage.Run(context.Background(), d); err != nil {
						b.Fatal(err)
					}
					d.Quotes = saved
				}
			}
			b.ReportMetric(float64(tokens*b.N)/time.Since(begin).Seconds(), "tokens/s")
		})
	}
}
