package segment

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed abbreviations.tsv
var abbreviationTable string

// abbreviations tells what must follow an abbreviation so that no sentence ends after it.
type abbreviations map[string]string

func readAbbreviations() abbreviations {
	a := abbreviations{}
	for line := range strings.Lines(abbreviationTable) {
		if word, follows, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			a[word] = follows
		}
	}
	return a
}

// longestAbbreviation is the bytes of the longest entry.
const longestAbbreviation = 8

// goesOn reports whether the sentence goes on between two tokens because the first is an abbreviation: “Maj. | Gen.”,
// “Oct. | 3”.
func (a abbreviations) goesOn(word, next string) bool {
	if len(word) > longestAbbreviation || len(word) < 2 || word[len(word)-1] != '.' {
		return false
	}
	var buf [longestAbbreviation]byte
	for i := 0; i < len(word); i++ {
		buf[i] = word[i]
		if c := word[i]; c >= 'A' && c <= 'Z' {
			buf[i] += 'a' - 'A'
		}
	}
	r, _ := utf8.DecodeRuneInString(next)
	switch a[string(buf[:len(word)])] {
	case "any":
		return true
	case "name":
		return unicode.IsUpper(r) && word[0] >= 'A' && word[0] <= 'Z' || word == "v."
	case "number":
		return unicode.IsDigit(r)
	}
	return false
}
