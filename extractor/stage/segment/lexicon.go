package segment

import (
	"slices"
	"strings"
)

// lexicon tells where words of letters alone are two syntactic words: `cannot` is `can` and `not`. Keys are in lower
// case.
type lexicon struct {
	// at is the byte where the second word begins.
	at map[string]int
	// initials are, by length, the first letters of the words, a bit a letter: most words are sorted out by them.
	initials [longestSplit + 1]uint32
}

func newLexicon(at map[string]int) lexicon {
	l := lexicon{at: at}
	for word := range at {
		if len(word) <= longestSplit {
			l.initials[len(word)] |= 1 << (word[0] & 31)
		}
	}
	return l
}

// split returns the byte where the second word of a chunk of ASCII letters begins, 0 for one word.
func (l *lexicon) split(chunk string) int {
	if len(chunk) > longestSplit || len(chunk) < 2 || l.initials[len(chunk)]>>(chunk[0]&31)&1 == 0 {
		return 0
	}
	var buf [longestSplit]byte
	for i := 0; i < len(chunk); i++ {
		buf[i] = chunk[i] | 0x20
	}
	return l.at[string(buf[:len(chunk)])]
}

const longestSplit = 8

// encode returns a line a word, "can|not", sorted.
func (l *lexicon) encode() []byte {
	var lines []string
	for word, at := range l.at {
		lines = append(lines, word[:at]+"|"+word[at:])
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "\n"))
}

func decodeLexicon(data []byte) lexicon {
	words := map[string]int{}
	for line := range strings.Lines(string(data)) {
		if a, b, ok := strings.Cut(strings.TrimSpace(line), "|"); ok {
			words[a+b] = len(a)
		}
	}
	return newLexicon(words)
}
