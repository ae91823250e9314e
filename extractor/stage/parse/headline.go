package parse

import (
	"math/rand/v2"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// headline rewrites a sentence as a headline: without articles, auxiliaries and full stop, often in title case: “Two
// men were arrested after the strike.” becomes “Two Men Arrested After Strike”. Only words on which nothing hangs go,
// so that the rest of the tree stays.
func headline(e example, r *rand.Rand) example {
	e = unended(e)
	leaf := make([]bool, len(e.tokens))
	for i := range leaf {
		leaf[i] = true
	}
	for _, h := range e.head {
		if h >= 0 {
			leaf[h] = false
		}
	}
	keep := make([]int, 0, len(e.tokens))
	for i := range e.tokens {
		if !leaf[i] || !telegraphic(&e, i) {
			keep = append(keep, i)
		}
	}
	if len(keep) < shortestTaught || len(keep) == len(e.tokens) {
		return e
	}
	e = selected(e, keep)
	if r.Float64() < 0.6 {
		e = recased(e, titleWord)
	}
	return e
}

// telegraphic reports whether headlines leave out word i.
func telegraphic(e *example, i int) bool {
	switch strings.ToLower(e.tokens[i].Text) {
	case "the", "a", "an":
		return extractor.Deprel(e.rel[i]) == extractor.RelDet
	case "is", "are", "was", "were", "has", "have", "been":
		return extractor.Deprel(e.rel[i]).Base() == extractor.RelAux
	}
	return false
}

// selected returns the sentence without the words that keep, which ascends, leaves out.
func selected(e example, keep []int) example {
	place := make([]int, len(e.tokens))
	for k, i := range keep {
		place[i] = k
	}
	var s example
	for k, i := range keep {
		token := e.tokens[i]
		if token.First = k == 0; token.First {
			token.SpaceBefore = true
		}
		head := e.head[i]
		if head >= 0 {
			head = place[head]
		}
		s.tokens = append(s.tokens, token)
		s.upos, s.xpos = append(s.upos, e.upos[i]), append(s.xpos, e.xpos[i])
		s.head, s.rel = append(s.head, head), append(s.rel, e.rel[i])
	}
	return s
}
