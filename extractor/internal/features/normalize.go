package features

import (
	"unicode"
	"unicode/utf8"
)

// AppendNormal appends the normal form of a word: lower case, each digit a 0, straight quotes, plain dashes.
// “Alar’s” becomes `alar's`, `2019` `0000`. It does not allocate unless dst must grow.
func AppendNormal(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'A' && c <= 'Z':
				c += 'a' - 'A'
			case c >= '0' && c <= '9':
				c = '0'
			case c == '`':
				c = '\''
			}
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		dst = appendNormalRune(dst, r)
	}
	if string(dst) == "''" {
		return append(dst[:0], '"')
	}
	return dst
}

func appendNormalRune(dst []byte, r rune) []byte {
	switch r {
	case '‘', '’', '‚', 'ʼ', '′', '´':
		return append(dst, '\'')
	case '“', '”', '„', '«', '»', '″':
		return append(dst, '"')
	case '–', '‐', '‑', '−':
		return append(dst, '-')
	case '—', '―':
		return append(dst, '-', '-')
	case '…':
		return append(dst, '.', '.', '.')
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}
