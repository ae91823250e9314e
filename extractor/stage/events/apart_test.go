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
		"appeal-sentence":  {"sentenced", "appeal the sentence", false},
		"two-floods":       {"killed", "killed", false},
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

func TestRank(t *testing.T) {
	tests := []struct {
		r, o rank
		not  bool
	}{
		{0, 0, false}, {0, 2, false}, {0, anotherOne, false}, {1, 0, false}, {1, 2, true}, {2, 0, true}, {2, 2, false},
		{2, 3, true}, {2, anotherOne, false}, {anotherOne, 0, true}, {anotherOne, 1, true}, {anotherOne, anotherOne, false},
	}
	for _, test := range tests {
		if got := test.r.isNot(test.o); got != test.not {
			t.Errorf("rank %d after %d: %v, want %v", test.r, test.o, got, test.not)
		}
	}
}

func TestShareName(t *testing.T) {
	tests := []struct {
		x, y  string
		share bool
	}{
		{"Ada Brandt", "Lars Brandt", true},
		{"Vincent “Chin” Moretti", "V. Moretti", true},
		{"J. P. Kask", "J. P. Solberg", false},
		{"Ada Brandt", "Lars Kask", false},
	}
	for _, test := range tests {
		if got := shareName(test.x, test.y); got != test.share {
			t.Errorf("%q and %q share a name: %v, want %v", test.x, test.y, got, test.share)
		}
	}
}
