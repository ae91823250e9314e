// Package nameform compares the spellings of names, word by word: surnames and full names, transliterations,
// acronyms and their expansions. Words are in lower case without periods (Words).
package nameform

import (
	"slices"
	"strings"
	"unicode"
)

// Words returns a name's words in lower case without punctuation: “Alar J. Kask” is alar, j, kask.
func Words(name string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(name, ".", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '-'
	})
}

// AcronymOf reports whether the letters of w begin the words of long, small words optional.
func AcronymOf(w string, long []string) bool {
	if len(w) < 2 || len(w) > 8 {
		return false
	}
	return acronymFrom(w, long, true)
}

func acronymFrom(w string, long []string, first bool) bool {
	if len(long) == 0 {
		return w == ""
	}
	if w != "" && long[0][0] == w[0] && acronymFrom(w[1:], long[1:], false) {
		return true
	}
	return !first && SmallWord(long[0]) && acronymFrom(w, long[1:], false)
}

// SmallWord tells the words that acronyms and short forms leave out.
func SmallWord(w string) bool {
	switch w {
	case "of", "the", "for", "and", "in", "on", "de", "la", "le", "du", "des", "del", "&", "to", "a":
		return true
	}
	return false
}

// EndsWith reports whether a name ends with the words of a shorter one.
func EndsWith(long, short []string) bool {
	return len(short) <= len(long) && slices.Equal(long[len(long)-len(short):], short)
}

// Variant reports whether two words are spellings of one name: “sergei” and “sergey”, “yusuf” and “yousuf”.
// They begin alike, have the same consonants (v and w, k and q, s and z count as one, doubling does not count), and
// differ in two letters at most. Words of less than four letters have no variants.
func Variant(a, b string) bool {
	if a == "" || b == "" || a[0] != b[0] || len(a) < 4 || len(b) < 4 {
		return false
	}
	ka, kb := skeleton(a), skeleton(b)
	return ka == kb && distance(a, b) <= 2
}

// skeleton leaves out vowels and doubled letters and reads look-alike consonants as one, so that transliterations
// agree.
func skeleton(w string) string {
	var out []byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'j', '\'', '-':
			continue
		case 'w':
			c = 'v'
		case 'q', 'c':
			c = 'k'
		case 'z':
			c = 's'
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// distance is Levenshtein's, for words of less than 32 bytes; longer ones are far apart unless equal.
func distance(a, b string) int {
	if a == b {
		return 0
	}
	if len(a) >= 32 || len(b) >= 32 {
		return 99
	}
	var row [33]int
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			up := row[j+1]
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			row[j+1] = min(cost, up+1, row[j]+1)
			diagonal = up
		}
	}
	return row[len(b)]
}
