package features

import (
	"unicode"
	"unicode/utf8"
)

// Caps is how a word is capitalised.
type Caps uint8

// The kinds of capitalisation.
const (
	NoLetters Caps = iota
	Lower
	Initial
	Upper
	Mixed
	SingleUpper
)

// CapsOf returns how a word is capitalised: `Tallinn` is Initial, `NATO` Upper, `A` SingleUpper, `iPhone` Mixed.
func CapsOf(word string) Caps {
	lower, upper, first := 0, 0, false
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z'):
			lower++
		case r < utf8.RuneSelf && (r >= 'A' && r <= 'Z'):
			first = first || lower+upper == 0
			upper++
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r):
			first = first || lower+upper == 0
			upper++
		case unicode.IsLetter(r):
			lower++
		}
	}
	switch {
	case lower+upper == 0:
		return NoLetters
	case upper == 0:
		return Lower
	case lower == 0 && upper == 1:
		return SingleUpper
	case lower == 0:
		return Upper
	case upper == 1 && first:
		return Initial
	}
	return Mixed
}

// Case is how the words of a whole sentence are capitalised.
type Case uint8

// The kinds of sentences: running text, a headline in title case, one in capitals, one without any.
const (
	Running Case = iota
	Title
	Capitals
	Uncapitalised
)

// CaseCount gathers what decides a sentence's Case.
type CaseCount struct{ long, initial, upper, lower int }

// See counts a word with its capitalisation.
func (c *CaseCount) See(word string, caps Caps) {
	if len(word) < 4 {
		return
	}
	c.long++
	switch caps {
	case Initial, Mixed:
		c.initial++
	case Upper:
		c.upper++
	case Lower:
		c.lower++
	default:
		c.long--
	}
}

// Case decides. A sentence of fewer than three longer words is running text unless it is all capitals.
func (c *CaseCount) Case() Case {
	switch {
	case c.long >= 2 && c.upper*10 >= c.long*9:
		return Capitals
	case c.long >= 3 && (c.initial+c.upper)*10 >= c.long*8:
		return Title
	case c.long >= 3 && c.lower == c.long:
		return Uncapitalised
	}
	return Running
}
