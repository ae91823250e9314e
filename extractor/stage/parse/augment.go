package parse

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// How often a training sentence is changed to look like what news has and treebanks lack.
const (
	upperShare   = 0.05 // all capitals
	titleShare   = 0.07 // title case, as in headlines
	lowerShare   = 0.03
	unendedShare = 0.08 // the final full stop left out
)

// augmented returns the sentence as it is or, now and then, with other capitals or without its full stop. The words
// and trees stay the same, save that a share of headlines loses words.
func augmented(e example, headlines float64, r *rand.Rand) example {
	if headlines > 0 && r.Float64() < headlines {
		return headline(e, r)
	}
	if r.Float64() < unendedShare {
		e = unended(e)
	}
	var change func(word string, first bool) string
	switch x := r.Float64(); {
	case x < upperShare:
		change = func(w string, _ bool) string { return strings.ToUpper(w) }
	case x < upperShare+titleShare:
		change = titleWord
	case x < upperShare+titleShare+lowerShare:
		change = func(w string, _ bool) string { return strings.ToLower(w) }
	default:
		return e
	}
	return recased(e, change)
}

// recased returns the sentence with its words changed. What follows its word without a space, such as n't, takes part
// in capitals but not in title case.
func recased(e example, change func(word string, first bool) string) example {
	tokens := append(e.tokens[:0:0], e.tokens...)
	for i := range tokens {
		if tokens[i].SpaceBefore || i > 0 && tokens[i-1].Text == "-" || change("ab", false) != "Ab" {
			tokens[i].Text = change(tokens[i].Text, i == 0)
		}
	}
	e.tokens = tokens
	return e
}

// titleWord capitalises a word as headlines do: short function words stay.
func titleWord(w string, first bool) string {
	switch strings.ToLower(w) {
	case "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "as", "with", "from", "vs":
		if !first {
			return w
		}
	}
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// unended leaves out a final full stop that nothing hangs on.
func unended(e example) example {
	last := len(e.tokens) - 1
	if last < 2 || e.tokens[last].Text != "." || e.upos[last] != int(extractor.PUNCT) {
		return e
	}
	for _, h := range e.head {
		if h == last {
			return e
		}
	}
	e.tokens, e.upos, e.xpos, e.head, e.rel = e.tokens[:last], e.upos[:last], e.xpos[:last], e.head[:last], e.rel[:last]
	return e
}
