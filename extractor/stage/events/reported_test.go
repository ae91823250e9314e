package events

import (
	"context"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

// TestReported: an event in a reported clause stands on the word of who reports it, even where no quote was found.
func TestReported(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/events.conllu")
	if err != nil {
		t.Fatal(err)
	}
	stage, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		if docs[i].ID != "accuse" {
			continue
		}
		d := treedoc.New(&docs[i])
		treedoc.NameEntities(d)
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		for k := range d.Events {
			e := &d.Events[k]
			if e.Type != extractor.EventAccuse {
				continue
			}
			if len(e.Attributions) != 1 || d.TextOf(d.SpanOf(e.Attributions[0].Source)) != "the ministry" || d.TextOf(d.SpanOf(e.Attributions[0].Cue)) != "said" {
				t.Errorf("attributions %+v", e.Attributions)
			}
			return
		}
	}
	t.Error("no accusation found")
}
