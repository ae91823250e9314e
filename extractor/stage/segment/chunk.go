package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// A chunk is a maximal run of text without white space; tokens are its parts.

// nextChunk returns the first chunk of text[from:end]; begin == end when there is none.
func nextChunk(text string, from, end int) (begin, stop int) {
	begin = from
	for begin < end {
		r, n := rune(text[begin]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[begin:end])
		}
		if !unicode.IsSpace(r) {
			break
		}
		begin += n
	}
	stop = begin
	for stop < end {
		r, n := rune(text[stop]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[stop:end])
		}
		if unicode.IsSpace(r) {
			break
		}
		stop += n
	}
	return begin, stop
}

// class is what a character is to the tokenizer.
type class uint8

const (
	none class = iota
	upper
	lower
	digit
	apostrophe
	quote
	hyphen
	stop
	other
	classes
)

// classOf returns the class of a rune.
func classOf(r rune) class {
	switch {
	case r >= 'a' && r <= 'z':
		return lower
	case r >= 'A' && r <= 'Z':
		return upper
	case r >= '0' && r <= '9':
		return digit
	}
	switch r {
	case '\'', '’', '‘', '`', 'ʼ':
		return apostrophe
	case '"', '“', '”', '„', '«', '»':
		return quote
	case '-', '–', '—', '‐', '‑', '―':
		return hyphen
	case '.', '!', '?', '…':
		return stop
	}
	switch {
	case r < utf8.RuneSelf:
		return other
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r), unicode.IsMark(r):
		return lower
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

func (c class) letter() bool { return c == upper || c == lower }

// character is a character of a chunk, with its case and the styles of quotes and dashes taken away.
type character struct {
	begin int32
	fold  rune
	class class
}

// appendCharacters appends the characters of a chunk.
func appendCharacters(dst []character, chunk string) []character {
	for i, r := range chunk {
		c := classOf(r)
		dst = append(dst, character{int32(i), fold(r, c), c})
	}
	return dst
}

func fold(r rune, c class) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return r
	case c == upper:
		return unicode.ToLower(r)
	case c == digit:
		return '0'
	case c == apostrophe:
		return '\''
	case c == quote:
		return '"'
	case r == '–', r == '‐', r == '‑':
		return '-'
	case r == '―':
		return '—'
	}
	return r
}

// plain reports whether a chunk is ASCII letters alone: most are.
func plain(chunk string) bool {
	for i := 0; i < len(chunk); i++ {
		if c := chunk[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// possible reports whether a token may begin at character i: everywhere but between two letters or two digits, save
// before n't.
func possible(chunk []character, i int) bool {
	l, r := chunk[i-1].class, chunk[i].class
	if l.letter() && r.letter() {
		return chunk[i].fold == 'n' && i+2 < len(chunk) && chunk[i+1].class == apostrophe && chunk[i+2].fold == 't'
	}
	return l != digit || r != digit
}

func spanAt(base int, begin, end int32) extractor.TextSpan {
	return extractor.TextSpan{Begin: extractor.TextOffset(base + int(begin)), End: extractor.TextOffset(base + int(end))}
}
