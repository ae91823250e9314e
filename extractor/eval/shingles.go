package eval

import (
	"strings"
	"unicode"
)

// shingleLength is how many words the article-extraction benchmark (Zyte) compares at once.
const shingleLength = 4

// Shingles compares two texts by their runs of four words, copies counted: how article extraction is measured. Case,
// punctuation and white space do not matter. A text of fewer words than four is one shingle.
//
// With gold "Rain fell on Tallinn today." and predicted "Share: Rain fell on Tallinn today", two of the predicted
// three are right.
func Shingles(gold, predicted string) Counts {
	g, p := shingles(gold), shingles(predicted)
	hits, ng, np := 0, 0, 0
	for s, n := range g {
		ng += n
		hits += min(n, p[s])
	}
	for _, n := range p {
		np += n
	}
	return Matched(hits, ng, np)
}

func shingles(text string) map[string]int {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	counts := map[string]int{}
	if n := len(words); n > 0 && n < shingleLength {
		counts[strings.Join(words, " ")]++
	}
	for i := 0; i+shingleLength <= len(words); i++ {
		counts[strings.Join(words[i:i+shingleLength], " ")]++
	}
	return counts
}
