package frames

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestLoad(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, table := range []map[string][]Sense{l.verbs, l.nouns, l.adjectives} {
		for _, senses := range table {
			n += len(senses)
		}
	}
	if n < 3000 {
		t.Errorf("%d senses, want thousands", n)
	}
	if len(l.ContextNames()) != 37 {
		t.Errorf("%d contexts, want PLOVER's 37", len(l.ContextNames()))
	}
}

func TestEveryTypeHasWords(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[extractor.EventType]bool{}
	for _, table := range []map[string][]Sense{l.verbs, l.nouns} {
		for _, senses := range table {
			for _, s := range senses {
				seen[s.Type] = true
			}
		}
	}
	for typ := extractor.EventAgree; typ <= extractor.EventOther; typ++ {
		if !seen[typ] {
			t.Errorf("no word names %s", typ)
		}
	}
}

func TestParseWord(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		item       string
		pos        byte
		head       string
		conditions int
	}{
		{"call off >$talk", 'v', "call", 2},
		{"sexually abuse", 'v', "abuse", 1},
		{"press conference", 'n', "conference", 1},
		{"state of emergency", 'n', "state", 1},
		{"come /into:effect", 'v', "come", 1},
		{"strike !+hunger", 'n', "strike", 1},
	}
	for _, test := range tests {
		head, conditions, err := l.parseWord(test.item, test.pos)
		if err != nil || head != test.head || len(conditions) != test.conditions {
			t.Errorf("parseWord(%q) = %q, %d conditions, %v; want %q, %d", test.item, head, len(conditions), err, test.head, test.conditions)
		}
	}
}

func TestActs(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		typ         extractor.EventType
		first, then string
		apart       bool
	}{
		{extractor.EventJustice, "sentence", "appeal", true},
		{extractor.EventJustice, "sentence", "verdict", false},
		{extractor.EventJustice, "verdict", "ruling", false},
		{extractor.EventJustice, "trial", "case", false},
		{extractor.EventScience, "launch", "docking", true},
		{extractor.EventAssault, "attack", "shooting", false},
		{extractor.EventContest, "sentence", "appeal", false},
	}
	for _, test := range tests {
		if got := l.Acts(test.typ, test.first).Apart(l.Acts(test.typ, test.then)); got != test.apart {
			t.Errorf("%s: %q and %q apart: %v, want %v", test.typ, test.first, test.then, got, test.apart)
		}
	}
}
