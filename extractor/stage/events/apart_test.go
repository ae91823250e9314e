package events

import (
	"context"
	"testing"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

// TestApart looks whether the named words are told as one event.
func TestApart(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/apart.conllu")
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		first, second string
		one           bool
	}{
		"sentence-appeal":  {"sentenced", "appeal", false},
		"appeal-appeal":    {"appeal", "appeal", true},
		"quake-aftershock": {"earthquake", "aftershock", false},
		"quake-shook":      {"quake", "shook", false},
		"another-attack":   {"attack", "attack", false},
		"that-attack":      {"attack", "attack", true},
		"second-man":       {"arrested", "arrested", false},
		"two-storms":       {"battered", "battered", false},
		"two-resign":       {"resignation", "resignation", false},
		"one-resigns":      {"resignation", "resigned", true},
	}
	if len(docs) != len(tests) {
		t.Fatalf("%d documents, want %d", len(docs), len(tests))
	}
	stage, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		test := tests[docs[i].ID]
		d := treedoc.New(&docs[i])
		treedoc.NameEntities(d)
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		first, second := -1, -1
		for e := range d.Events {
			for _, x := range d.Events[e].Triggers {
				if word := d.TextOf(x.Span); x.Sentence == 0 && word == test.first {
					first = e
				} else if x.Sentence > 0 && word == test.second {
					second = e
				}
			}
		}
		if first < 0 || second < 0 || (first == second) != test.one {
			t.Errorf("%s: %q in event %d, %q in event %d; want one event: %v", docs[i].ID, test.first, first, test.second, second, test.one)
		}
	}
}
