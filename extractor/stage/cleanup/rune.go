package cleanup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type runeClass uint8

const (
	runeText runeClass = iota
	runeSpace
	runeLine
	runeInvisible
	runeLigature
)

// classOf says how a character is read: as itself, as white space, as a line's end, not at all (soft hyphens,
// zero-width and control characters), or as the letters that a ligature joins.
func classOf(r rune) runeClass {
	switch {
	case r < 0x80:
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' {
			return runeSpace
		}
		if r < 0x20 || r == 0x7f {
			return runeInvisible
		}
		return runeText
	case r == 0x85 || r == 0x2028 || r == 0x2029:
		return runeLine
	case r == 0xA0 || r == 0x1680 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F || r == 0x3000:
		return runeSpace
	case r < 0xA0 || r == 0xAD || r == 0x061C || r == 0x180E || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F || r >= 0xFFF9 && r <= 0xFFFC ||
		r >= 0xE0000 && r <= 0xE0FFF:
		return runeInvisible
	case r >= 0xFB00 && r <= 0xFB06:
		return runeLigature
	}
	return runeText
}

// ligature returns the letters of U+FB00 to U+FB06.
func ligature(r rune) string {
	return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00]
}

// readRune reads the character beyond ASCII at src[i] and returns how many bytes it took.
func (f *flat) readRune(src string, i int, lines bool) int {
	r, n := utf8.DecodeRuneInString(src[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		f.replace("\uFFFD", i, 1)
		return 1
	case r == 0xC2 || r == 0xC3 || r == 0xE2:
		if text, m := repair(src[i:]); m > 0 {
			f.decoded(text, i, m)
			return m
		}
	}
	switch classOf(r) {
	case runeSpace:
		f.space(i, n)
	case runeLine:
		if lines {
			f.newline(i, n)
		} else {
			f.space(i, n)
		}
	case runeInvisible:
	case runeLigature:
		// "ffi" is as long as its letters: two runs keep an offset from falling inside the character.
		s := ligature(r)
		if len(s) == n {
			f.replace(s[:n-1], i, n)
			f.replace(s[n-1:], i+n, 0)
			break
		}
		f.replace(s, i, n)
	default:
		f.copy(src[i:i+n], i)
	}
	return n
}

// windows1252 are the characters of Windows-1252 that stand for the bytes 0x80 to 0x9F.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// repair reads a character that was encoded twice, as "â€™" for "’" or "Ã©" for "é": text in UTF-8 once taken for
// Windows-1252. It returns the character and the bytes it took, or 0.
func repair(s string) (string, int) {
	var raw [4]byte
	n, want := 0, 0
	for k, r := range s {
		b, ok := windows1252Byte(r)
		if !ok {
			return "", 0
		}
		raw[n] = b
		n++
		if n == 1 {
			if want = 2; b == 0xE2 {
				want = 3
			}
		}
		if n == want {
			out, size := utf8.DecodeRune(raw[:n])
			if size != n || out == utf8.RuneError || !(unicode.IsPrint(out) || classOf(out) != runeText) {
				return "", 0
			}
			return string(out), k + utf8.RuneLen(r)
		}
	}
	return "", 0
}

// windows1252Byte returns the byte that stands for r in Windows-1252, for bytes beyond ASCII.
func windows1252Byte(r rune) (byte, bool) {
	if r >= 0x80 && r <= 0xFF {
		return byte(r), true
	}
	if r < 0x80 {
		return 0, false
	}
	i := strings.IndexRune(windows1252, r)
	if i < 0 {
		return 0, false
	}
	return byte(0x80 + utf8.RuneCountInString(windows1252[:i])), true
}
