package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"

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
