package events_test

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// TestStatusOfSentences looks whether it happened what a word names.
func TestStatusOfSentences(t *testing.T) {
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text, trigger string
		want          extractor.EventStatus
	}{
		{"The men tried to flee but were arrested.", "flee", extractor.StatusPossible},
		{"The men tried to flee but were arrested.", "arrested", extractor.StatusActual},
		{"A man who tried to rob a bank in Split was arrested on Monday.", "rob", extractor.StatusPossible},
		{"Police tried to stop him and shot him in the leg.", "shot", extractor.StatusActual},
		{"He rejected calls to resign.", "resign", extractor.StatusHypothetical},
		{"\"I handed in my resignation,\" he told a news conference.", "conference", extractor.StatusActual},
		{"\"I handed in my resignation,\" he told a news conference.", "resignation", extractor.StatusActual},
	} {
		d := inArticle(t, p, test.text)
		if e := eventOf(d, test.trigger); e == nil || e.Status != test.want {
			t.Errorf("%s\n\t%q: want %s: %v", test.text, test.trigger, test.want, summaries(d))
		}
	}
}
