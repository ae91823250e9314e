package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// A key is the hash (FNV-1a, 64 bit) of a phrase's letters and digits, folded to lower case without accents. A phrase
// may be hashed piece by piece: hash(hash(emptyKey, "New"), "York") is the key of "New York".
type key uint64

const (
	emptyKey key = 14695981039346656037
	prime    key = 1099511628211
)

// extend adds the letters and digits of s to the key. It does not allocate.
func (k key) extend(s string) key {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			k = (k ^ key(c)) * prime
		case c >= 'A' && c <= 'Z':
			k = (k ^ key(c|0x20)) * prime
		case c == '&':
			k = k.extend("and")
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			k = k.extendRune(r)
			i += size - 1
		}
	}
	return k
}

func (k key) extendRune(r rune) key {
	if plain := withoutAccent(r); plain != "" {
		return k.extend(plain)
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return k
	}
	for r = unicode.ToLower(r); r > 0; r >>= 8 {
		k = (k ^ key(r&0xff)) * prime
	}
	return k
}

// WithoutAccents writes the accented Latin letters of a text plain: “Méndez” is “Mendez”.
func WithoutAccents(text string) string {
	plain := 0
	for plain < len(text) && text[plain] < utf8.RuneSelf {
		plain++
	}
	if plain == len(text) {
		return text
	}
	out := []byte(text[:plain])
	for _, r := range text[plain:] {
		letters := withoutAccent(r)
		switch {
		case letters == "":
			out = utf8.AppendRune(out, r)
		case unicode.IsUpper(r):
			out = append(append(out, letters[0]-'a'+'A'), letters[1:]...)
		default:
			out = append(out, letters...)
		}
	}
	return string(out)
}

// withoutAccent returns the plain letters of an accented Latin letter, and "" for any other rune.
func withoutAccent(r rune) string {
	switch {
	case r >= 0xC0 && r <= 0x17F:
		return latin[r-0xC0]
	case r == 'Ș' || r == 'ș':
		return "s"
	case r == 'Ț' || r == 'ț':
		return "t"
	case r == 'ə' || r == 'Ə':
		return "a"
	case r >= 0x1EA0 && r <= 0x1EF9:
		return vietnamese(r)
	}
	return ""
}

func vietnamese(r rune) string {
	switch {
	case r <= 0x1EB7:
		return "a"
	case r <= 0x1EC7:
		return "e"
	case r <= 0x1ECB:
		return "i"
	case r <= 0x1EE3:
		return "o"
	case r <= 0x1EF1:
		return "u"
	}
	return "y"
}

// latin holds the plain letters of U+00C0 to U+017F.
var latin = [...]string{
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
	"a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	"d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
	"i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
	"l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
	"o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
}

// keyOf returns the key of a phrase.
func keyOf(phrase string) key { return emptyKey.extend(phrase) }

// named reports whether the text is written like a name: with a capital letter or a digit somewhere.
func named(text string) bool {
	for _, r := range text {
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// capitals reports whether the text has no lower-case letter.
func capitals(text string) bool {
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
