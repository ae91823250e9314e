package cleanup

import (
	_ "embed"
	"strings"
)

//go:embed hints.tsv
var hintTable string

// mark is a set of what an element's class, id and role say of it.
type mark uint32

const (
	markUnlikely mark = 1 << iota
	markMaybe
	markGood
	markBad
	markAd
	markNav
	markFoot
	markRelated
	markComments
	markShare
	markPromo
	markCaption
	markCredit
	markByline
	markDate
	markToc
	markHide
	markSocial
)

// hinter finds the marks of a class attribute: an Aho-Corasick automaton over the rows of hints.tsv, so that a
// class costs its length and no more, however many rows there are. It is built once and then only read.
type hinter struct {
	next  [][hintSymbols]uint16
	marks []mark
}

// hintSymbols is the alphabet: letters, '-' (which '_' and white space count as), anything else.
const hintSymbols = 28

func hintSymbol(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c - 'a')
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c == '-' || c == '_' || c == ' ':
		return 26
	}
	return 27
}

func newHinter() *hinter {
	names := map[string]mark{"unlikely": markUnlikely, "maybe": markMaybe, "good": markGood, "bad": markBad, "ad": markAd,
		"nav": markNav, "foot": markFoot, "related": markRelated, "comments": markComments, "share": markShare,
		"promo": markPromo, "caption": markCaption, "credit": markCredit, "byline": markByline, "date": markDate,
		"toc": markToc, "hide": markHide, "social": markSocial}
	h := &hinter{}
	h.add()
	for _, row := range rows(hintTable, 2) {
		state := uint16(0)
		for i := range len(row[0]) {
			c := hintSymbol(row[0][i])
			if h.next[state][c] == 0 {
				h.next[state][c] = h.add()
			}
			state = h.next[state][c]
		}
		for _, name := range strings.Fields(row[1]) {
			h.marks[state] |= names[name]
		}
	}
	h.link()
	return h
}

func (h *hinter) add() uint16 {
	h.next = append(h.next, [hintSymbols]uint16{})
	h.marks = append(h.marks, 0)
	return uint16(len(h.next) - 1)
}

// link turns the trie into an automaton, breadth first.
func (h *hinter) link() {
	fail := make([]uint16, len(h.next))
	var queue []uint16
	for _, s := range h.next[0] {
		if s != 0 {
			queue = append(queue, s)
		}
	}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		h.marks[state] |= h.marks[fail[state]]
		for c, s := range h.next[state] {
			back := h.next[fail[state]][c]
			if s == 0 {
				h.next[state][c] = back
				continue
			}
			fail[s] = back
			queue = append(queue, s)
		}
	}
}

// find returns the marks of all keywords in an attribute. Words count as set off at both ends.
func (h *hinter) find(attribute []byte) mark {
	var found mark
	state := h.next[0][26]
	for _, c := range attribute {
		state = h.next[state][hintSymbol(c)]
		found |= h.marks[state]
	}
	return found | h.marks[h.next[state][26]]
}
