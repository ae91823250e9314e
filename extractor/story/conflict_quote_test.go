package story

import (
	"slices"
	"testing"
)

func TestWordingsOfOneUtterance(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"other words", "We did not ask for this fight, and we will not run away from it.", "We never asked for this fight and we won't run away from it.", true},
		{"contractions", "If it's broken, we'll mend it and we won't charge you.", "If it is broken, we will mend it and we will not charge you.", false},
		{"spelling", "Our neighbours have realised what this harbour is worth.", "Our neighbors have realized what this harbor is worth.", false},
		{"less of it", "Nobody here is tired.", "Nobody here is tired and nobody is going home.", false},
		{"more around it", "I have written to the board. I made mistakes with the books but I never took a penny.", "I made mistakes in the books, but I have never taken a penny.", true},
		{"another utterance", "The bridge will be open by June.", "The bridge was closed because it was unsafe.", false},
	} {
		if got := isVariant(utteredWords(c.a), utteredWords(c.b)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestQuotedParts(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"We will appeal", []string{"We will appeal"}},
		{`the deal was "the best that we could get`, []string{"the best that we could get"}},
		{`We will appeal," she said, "and we will win`, []string{"We will appeal,", "and we will win"}},
	} {
		if got := quotedParts(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
