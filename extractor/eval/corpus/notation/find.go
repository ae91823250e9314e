package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// plain maps typographic characters to those of a keyboard, one rune to one,
// so that a reader may write 'don't' for "don’t" and a space for U+00A0.
func plain(r rune) rune {
	switch r {
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	case '‘', '’', 'ʻ':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—', '‑':
		return '-'
	}
	return r
}

// occurrences lists the whole-word places of want within content[in].
func occurrences(content string, in corpus.Span, want string) []corpus.Span {
	var out []corpus.Span
	text := content[in.Begin:in.End]
	for i := range text {
		n, ok := matchPlain(text[i:], want)
		if ok && wordEdges(content, in.Begin+i, in.Begin+i+n) {
			out = append(out, corpus.Span{Begin: in.Begin + i, End: in.Begin + i + n})
		}
	}
	return out
}

func matchPlain(text, want string) (int, bool) {
	n := 0
	for _, w := range want {
		r, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || plain(r) != plain(w) {
			return 0, false
		}
		n += size
	}
	return n, true
}

// wordEdges reports that the span does not begin or end within a word.
func wordEdges(content string, begin, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(content[:begin])
	first, _ := utf8.DecodeRuneInString(content[begin:])
	last, _ := utf8.DecodeLastRuneInString(content[:end])
	after, _ := utf8.DecodeRuneInString(content[end:])
	return !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after))
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// between finds the span from an occurrence of head to the next occurrence of
// tail at or after head's end, within content[in].
func between(content string, in corpus.Span, head, tail string) []corpus.Span {
	var out []corpus.Span
	for _, h := range occurrences(content, in, head) {
		tails := occurrences(content, corpus.Span{Begin: h.End, End: in.End}, tail)
		if len(tails) > 0 {
			out = append(out, corpus.Span{Begin: h.Begin, End: tails[0].End})
		}
	}
	return out
}

// find places a string that may be shortened to "first words ... last words".
func find(content string, in corpus.Span, want string) []corpus.Span {
	if head, tail, cut := strings.Cut(want, " ... "); cut {
		return between(content, in, strings.TrimSpace(head), strings.TrimSpace(tail))
	}
	return occurrences(content, in, want)
}
