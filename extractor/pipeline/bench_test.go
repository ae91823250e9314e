package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// samples are the project's own plain-text articles.
func samples(t testing.TB) []*extractor.Article {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "client", "cmd", "dateline", "testdata", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	var out []*extractor.Article
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, &extractor.Article{ID: filepath.Base(file), Content: string(content)})
	}
	return out
}

// BenchmarkEnglish measures the whole pipeline on one goroutine, and each stage's share of it with a profile
// (-cpuprofile).
func BenchmarkEnglish(b *testing.B) {
	p, err := English()
	if err != nil {
		b.Fatal(err)
	}
	articles := samples(b)
	tokens, n := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		d, err := p.Analyze(context.Background(), articles[n%len(articles)])
		if err != nil {
			b.Fatal(err)
		}
		tokens += len(d.Tokens)
		n++
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkStages reads the samples stage by stage and reports what each does, and the two that tell what happened and
// who says so, in tokens a second.
func BenchmarkStages(b *testing.B) {
	p, err := English()
	if err != nil {
		b.Fatal(err)
	}
	articles := samples(b)
	tokens, took := 0, map[string]time.Duration{}
	for b.Loop() {
		for _, a := range articles {
			d := extractor.NewDocument(a)
			for _, s := range p.Stages() {
				begin := time.Now()
				if err := s.Run(context.Background(), d); err != nil {
					b.Fatal(err)
				}
				took[s.Name] += time.Since(begin)
			}
			tokens += len(d.Tokens)
		}
	}
	took["quotes+events"] = took["quotes"] + took["events"]
	for name, t := range took {
		b.ReportMetric(float64(tokens)/t.Seconds(), name+"-tokens/s")
	}
}
