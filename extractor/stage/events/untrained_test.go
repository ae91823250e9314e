package events

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// untrainedAnalysis returns what makes an analysis of a document by the lexicon's priors alone.
func untrainedAnalysis(t *testing.T) func(d *extractor.Document) *analysis {
	t.Helper()
	lex, err := frames.Load()
	if err != nil {
		t.Fatal(err)
	}
	facts, err := loadFactuality()
	if err != nil {
		t.Fatal(err)
	}
	j, err := newJudge(lex, nil)
	if err != nil {
		t.Fatal(err)
	}
	return func(d *extractor.Document) *analysis { return newAnalysis(lex, facts, j, d) }
}
