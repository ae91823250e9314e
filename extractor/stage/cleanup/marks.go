package cleanup

import "bytes"

// pageNumber reports whether a paragraph is "Page 3 of 7", "Page 3", "3 of 7", "- 3 -" or "1 2 3 Next".
func pageNumber(text []byte) bool {
	if len(text) > 40 {
		return false
	}
	s := bytes.Trim(text, " *=~_|<>[]()")
	if rest, ok := cutFold(s, "page"); ok {
		return ofPages(rest)
	}
	if a, b, ok := bytes.Cut(s, []byte(" / ")); ok {
		return isDigits(a) && isDigits(b)
	}
	if a, b, ok := bytes.Cut(s, []byte(" of ")); ok {
		return isDigits(a) && isDigits(b)
	}
	if len(s) >= 3 && s[0] == '-' && s[len(s)-1] == '-' {
		return isDigits(bytes.Trim(s, "- "))
	}
	return pager(s)
}

// ofPages reports whether a text is what follows "Page": "3", "3 of 7", "3/7".
func ofPages(s []byte) bool {
	digits := false
	for _, w := range bytes.Fields(s) {
		if string(w) == "of" || string(w) == "OF" || string(w) == "/" {
			continue
		}
		a, b, cut := bytes.Cut(w, []byte("/"))
		if !isDigits(a) || cut && !isDigits(b) {
			return false
		}
		digits = true
	}
	return digits
}

// pager reports whether a text is a row of page numbers that count up from 1, perhaps with "Next".
func pager(s []byte) bool {
	if len(s) < 5 || s[0] != '1' {
		return false
	}
	want := byte('1')
	for _, w := range bytes.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '|' || r == '[' || r == ']' || r == '(' || r == ')' || r == '>' || r == '<' || r == '»' || r == '«'
	}) {
		switch {
		case len(w) == 1 && w[0] == want && want < '9':
			want++
		case want > '2' && (bytes.EqualFold(w, []byte("next")) || bytes.EqualFold(w, []byte("last")) || string(w) == "..." || string(w) == "…"):
		default:
			return false
		}
	}
	return want > '3'
}

// code reports whether a paragraph is a remnant of a script, a style sheet or a shortcode: `var a = {b: 1};`,
// `.box{margin:0}`, `[caption id="a1"]`.
func code(text []byte) bool {
	if n := len(text); n > 3 && text[0] == '[' && text[n-1] == ']' && (text[1] == '/' || bytes.Contains(text, []byte("=\""))) {
		return true
	}
	marks, braces := 0, 0
	for _, c := range text[:min(len(text), maxObserved)] {
		switch c {
		case '{', '}':
			braces++
			marks++
		case ';', '=', '(', ')', '[', ']', '<', '>', '|', '&', '\\':
			marks++
		}
	}
	if len(text) < 4 || marks*16 < min(len(text), maxObserved) {
		return false
	}
	return braces > 0 || bytes.Contains(text, []byte("();")) || bytes.HasPrefix(text, []byte("var ")) ||
		bytes.Contains(text, []byte(");")) && bytes.IndexByte(text, '=') > 0
}

// endsInCredit reports whether a paragraph ends with an agency behind a slash: "A pump station. /AFP Photo".
func endsInCredit(text []byte) bool {
	text = bytes.TrimRight(text, ") ")
	i := bytes.LastIndexByte(text, '/')
	if i < 12 || len(text)-i > 30 || i+1 >= len(text) || text[i-1] != ' ' || !upperByte(text[i+1]) {
		return false
	}
	return finalPunctuation(text) == 0
}

// letters reports whether a text holds a letter, a digit or a sign beyond ASCII.
func letters(text []byte) bool {
	for _, c := range text {
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
			return true
		}
	}
	return false
}

func cutFold(s []byte, prefix string) ([]byte, bool) {
	if len(s) < len(prefix) || !bytes.EqualFold(s[:len(prefix)], []byte(prefix)) {
		return s, false
	}
	return s[len(prefix):], true
}

func isDigits(w []byte) bool {
	for _, c := range w {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(w) > 0
}
