package segment

import (
	"slices"
	"strings"
)

// lexicon tells where words of letters alone are two syntactic words: `cannot` is `can` and `not`. Keys are in lower
// case.
type lexicon map[string]int

// split returns the byte where the second word of a chunk of ASCII letters begins, 0 for one word.
func (l lexicon) split(chunk string) int {
	if len(chunk) > longestSplit || len(chunk) < 2 {
		return 0
	}
	var buf [longestSplit]byte
	for i := 0; i < len(chunk); i++ {
		buf[i] = chunk[i] | 0x20
	}
	return l[string(buf[:len(chunk)])]
}

const longestSplit = 8

// encode returns a line a word, "can|not", sorted.
func (l lexicon) encode() []byte {
	var lines []string
	for word, at := range l {
		lines = append(lines, word[:at]+"|"+word[at:])
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "\n"))
}

func decodeLexicon(data []byte) lexicon {
	l := lexicon{}
	for line := range strings.Lines(string(data)) {
		if a, b, ok := strings.Cut(strings.TrimSpace(line), "|"); ok {
			l[a+b] = len(a)
		}
	}
	return l
}
