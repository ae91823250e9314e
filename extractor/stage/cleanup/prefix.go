package cleanup

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// maxPrefix bounds the length of a dateline at the start of a paragraph.
const maxPrefix = 140

// prefixOf returns the length of the dateline that paragraph i begins with, the dash included, or 0:
// "TALLINN, May 4 (BNS) - ", "PARIS — ", "Tallinn, Estonia (Reuters) –".
func (p *page) prefixOf(i int) int {
	text := p.textOf(i)
	if len(text) > maxPrefix {
		text = text[:maxPrefix]
	}
	if n := bracketed(text); n > 0 && !p.capitals {
		return n
	}
	if n := p.slashed(text); n > 0 {
		return n
	}
	end, after := dash(text)
	if end > 0 && text[end] == ':' && p.capitals {
		return 0
	}
	if end < 0 || len(bytes.TrimSpace(text[after:])) == 0 {
		return 0
	}
	if !p.place(text[:end]) {
		return 0
	}
	return after
}

// bracketed returns the length of an agency in brackets that text follows without a dash: "(DPA)Police said …".
func bracketed(text []byte) int {
	end := bytes.IndexByte(text, ')')
	if text[0] != '(' || end < 3 || end > 12 || end+2 >= len(text) {
		return 0
	}
	for _, c := range text[1:end] {
		if !upperByte(c) {
			return 0
		}
	}
	if next := bytes.TrimLeft(text[end+1:], " "); len(next) == 0 || !upperByte(next[0]) {
		return 0
	}
	return end + 1
}

// slashed returns the length of a dateline that ends with the agency between slashes: "RIGA, April 10. /LETA/.".
func (p *page) slashed(text []byte) int {
	open := bytes.IndexByte(text, '/')
	if open < 4 || open > 60 {
		return 0
	}
	n := bytes.IndexByte(text[open+1:min(len(text), open+24)], '/')
	if n < 2 || !unicode.IsUpper(rune(text[0])) || !unicode.IsUpper(rune(text[1])) {
		return 0
	}
	end := open + n + 2
	for end < len(text) && (text[end] == '.' || text[end] == '-' || text[end] == ' ') {
		end++
	}
	if end == open+n+2 || !p.place(text[:open]) {
		return 0
	}
	return len(bytes.TrimRight(text[:end], " "))
}

// dash finds the first dash that sets a dateline off, and where it ends. A hyphen must have a space at one side; a
// colon does behind a place in capitals: "KARACHI: Police said …".
func dash(text []byte) (int, int) {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == 0xE2 && (bytes.HasPrefix(text[i:], []byte("—")) || bytes.HasPrefix(text[i:], []byte("–"))):
			return i, i + 3
		case text[i] == '-' && i+1 < len(text) && text[i+1] == '-':
			return i, i + 2
		case text[i] == '-' && i+1 < len(text) && text[i+1] == ' ':
			return i, i + 1
		case text[i] == ':' && i+1 < len(text) && text[i+1] == ' ':
			if i > 2 && i < 30 && capitals(text[:i]) && bytes.Count(text[:i], []byte(" ")) < 3 {
				return i, i + 1
			}
			return -1, -1
		case text[i] == '.' && i > 3 && text[i-1] != '.' && !unicode.IsUpper(rune(text[i-1])) && i+1 < len(text) && text[i+1] == ' ' && !abbreviated(text[:i]):
			return -1, -1
		}
	}
	return -1, -1
}

// abbreviated reports whether a full stop after this text ends a short word: "Calif.", "Jan.", "St.".
func abbreviated(text []byte) bool {
	n := bytes.LastIndexAny(text, " ,(.")
	return len(text)-n-1 <= 5 && n+1 < len(text) && unicode.IsUpper(rune(text[n+1]))
}

// place reports whether what stands before the dash is a place, perhaps with a date and an agency.
func (p *page) place(text []byte) bool {
	text = bytes.TrimSpace(text)
	paren := bytes.IndexAny(text, "([")
	agency := paren >= 0 && (bytes.IndexByte(text, ')') > paren || bytes.IndexByte(text, ']') > paren)
	o := observer{lex: p.lex}
	var f features
	upper, foreign := 0, 0
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && text[to] != ' ' {
			to++
		}
		if to > from {
			before := f
			o.word(&f, text, from, to, false)
			if f.caps == before.caps && f.dates == before.dates && f.labels == before.labels {
				foreign++
			}
			if r, n := utf8.DecodeRune(text[from:]); unicode.IsUpper(r) && f.upper > before.upper && to-from > n+1 {
				upper++
			}
		}
		from = to + 1
	}
	switch {
	case f.tag && f.words <= 3:
		return false
	case f.words == 0 || f.words > 14 || foreign > 1 || f.urls > 0:
		return false
	case f.stops > 1 || f.caps == 0:
		return false
	case f.stops == 1 && f.words > 2 && p.lex.entries[o.tokens[0].id].class&classStop != 0:
		// "The U.S. Senate - …" is a sentence; "The Hague - …" a place.
		return false
	case agency, f.day && f.dates >= 2:
		return foreign == 0 || f.words <= 6
	case upper > 0 && foreign == 0:
		return f.words <= 3 || f.words <= 6 && !p.capitals
	}
	return foreign == 0 && f.words <= 3 && f.stops == 0
}
