package cleanup

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

type shape uint8

const (
	shapeOther shape = iota
	shapeCap
	shapeUpper
	shapeNumber
	shapeDate     // a number with separators or letters: 10/05/2017, 09:38, 4th, 10am
	shapeFullDate // eight characters or more of it: 2017-05-10
	shapeClock    // 08:15, 22:01:33
	shapeURL
	shapeMail
)

func shapeOf(w []byte, address bool) shape {
	if c := w[0]; c >= '0' && c <= '9' {
		return numberShape(w)
	}
	if len(w) >= 6 && (address || w[3] == '.') {
		if s := addressShape(w); s != shapeOther {
			return s
		}
	}
	r, n := utf8.DecodeRune(w)
	if !unicode.IsUpper(r) {
		return shapeOther
	}
	if len(w) == n {
		return shapeCap
	}
	for _, c := range w[n:] {
		if c >= 'a' && c <= 'z' || c >= 0x80 {
			return shapeCap
		}
	}
	return shapeUpper
}

// addressShape reports whether a word is the address of a page or of a mailbox.
func addressShape(w []byte) shape {
	if i := bytes.IndexByte(w, '@'); i > 0 && bytes.IndexByte(w[i:], '.') > 1 {
		return shapeMail
	}
	slash := bytes.IndexByte(w, '/')
	if slash < 0 {
		if bytes.HasPrefix(w, []byte("www.")) {
			return shapeURL
		}
		return shapeOther
	}
	if bytes.Contains(w[slash-min(slash, 1):], []byte("://")) || bytes.HasPrefix(w, []byte("www.")) {
		return shapeURL
	}
	dot := bytes.LastIndexByte(w[:slash], '.')
	if dot < 1 || slash-dot < 3 || slash-dot > 7 {
		return shapeOther
	}
	for _, c := range w[dot+1 : slash] {
		if c < 'a' || c > 'z' {
			return shapeOther
		}
	}
	return shapeURL
}

// numberShape tells numbers, dates and times of day from other words that begin with a digit.
func numberShape(w []byte) shape {
	digits, groups, colon, comma := 0, 1, false, false
	for i, c := range w {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == ':':
			colon = true
		case c == '/' || c == '.' || c == '-' || c == ',':
			groups++
			comma = comma || c == ','
		default:
			if i <= 4 && len(w)-i <= 4 {
				return shapeDate
			}
			if namedMonth(w) {
				return shapeFullDate
			}
			return shapeOther
		}
	}
	switch {
	case digits == len(w):
		return shapeNumber
	case colon && digits >= 3:
		return shapeClock
	case groups > 3 || digits > 8:
		return shapeOther
	case comma && groups == 3:
		// 3,402.88 is an amount.
		return shapeNumber
	case groups == 3 && len(w) >= 8:
		return shapeFullDate
	}
	return shapeDate
}

// namedMonth reports whether a word is a date with a month's name between hyphens: 30-Sep-2015.
func namedMonth(w []byte) bool {
	day, rest, _ := bytes.Cut(w, []byte("-"))
	month, year, ok := bytes.Cut(rest, []byte("-"))
	return ok && len(day) <= 2 && isDigits(day) && len(month) >= 3 && len(month) <= 9 && !isDigits(month) && len(year) == 4 && isDigits(year)
}

// trimPunctuation narrows text[from:to] to the word inside quotation marks, brackets and punctuation.
func trimPunctuation(text []byte, from, to int) (int, int) {
	for from < to && text[from] < utf8.RuneSelf && !alphanumeric[text[from]] {
		from++
	}
	for from < to && text[to-1] < utf8.RuneSelf && !alphanumeric[text[to-1]] && text[to-1] != '+' && text[to-1] != '/' {
		to--
	}
	if from < to && alphanumeric[text[from]] && alphanumeric[text[to-1]] {
		return from, to
	}
	for from < to {
		r, n := utf8.DecodeRune(text[from:to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '©' {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRune(text[from:to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '©' || r == '+' || r == '/' {
			break
		}
		to -= n
	}
	return from, to
}

func upperByte(c byte) bool { return c >= 'A' && c <= 'Z' }

// alphanumeric marks the letters and digits of ASCII.
var alphanumeric = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return t
}()

// wideRunes counts the characters of scripts that set no spaces between words.
func wideRunes(w []byte) int {
	if w[0] < 0xE0 {
		return 0
	}
	n := 0
	for i := 0; i < len(w); {
		r, size := utf8.DecodeRune(w[i:])
		if r >= 0x2E80 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFF00 && r <= 0xFFEF || r >= 0x0E00 && r <= 0x0E7F || r >= 0x20000 {
			n++
		}
		i += size
	}
	return n
}
