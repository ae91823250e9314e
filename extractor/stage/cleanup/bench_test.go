package cleanup

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/dateline-news/dateline/extractor"
)

// benchmark runs the stage over the pages of testdata.
func benchmark(b *testing.B, suffix string, kind extractor.ContentType) {
	files, _ := filepath.Glob("testdata/*.txtar")
	var articles []string
	size := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		if a := txtar.Parse(raw); strings.HasSuffix(a.Files[0].Name, suffix) {
			articles = append(articles, string(a.Files[0].Data))
			size += len(a.Files[0].Data)
		}
	}
	s := New(embedded())
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, content := range articles {
			if err := s.Run(context.Background(), extractor.NewDocument(&extractor.Article{Content: content, ContentType: kind})); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkPlain(b *testing.B) { benchmark(b, ".txt", extractor.PlainText) }

func BenchmarkHTML(b *testing.B) { benchmark(b, ".html", extractor.HTML) }
