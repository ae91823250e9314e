package cleanup

import (
	"bytes"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// maxTrailing bounds how many paragraphs of text the foot of a page can have.
const maxTrailing = 12

// recede moves the end of the running text up over what reads like text and yet is the page's or about its author.
func (p *page) recede() {
	for n := 0; n < maxTrailing && p.last > p.body; n++ {
		i := p.last
		switch {
		case !p.html && p.biography(i):
			p.paragraphs[i].kind = extractor.SegmentSignoff
		case p.appealing(i, appealTail), !p.html && p.detached(i):
			p.paragraphs[i].kind = extractor.SegmentFooter
		case p.trailing(i):
		default:
			return
		}
		p.last--
		for p.last > p.body && !p.running(p.last) {
			p.last--
		}
	}
}

// biography reports whether a paragraph tells who wrote the article: "Alar Kask is a freelance writer based in Riga."
// Its name must be the author's, or one that the running text does not know.
func (p *page) biography(i int) bool {
	q, text := &p.paragraphs[i], p.textOf(i)
	if q.calling == 0 || q.past > 3 || q.words > 70 || q.quoted || q.day || bytes.ContainsAny(text, "\"“") {
		return false
	}
	name, rest := leadingName(text)
	verb, _, _ := bytes.Cut(rest, []byte(" "))
	switch string(verb) {
	case "is", "covers", "writes", "reports", "joined", "specializes", "edits", "teaches", "leads", "has", "was", "works":
	default:
		return false
	}
	if lower := string(bytes.ToLower(name)); lower == "the author" || lower == "the writer" || lower == "the reporter" {
		return true
	}
	surname := bytes.LastIndexByte(name, ' ')
	if surname < 0 {
		return false
	}
	if p.ofAuthor(i) {
		return true
	}
	before := p.text[p.paragraphs[p.body].begin:q.begin]
	return !bytes.Contains(before, name[surname:])
}

// leadingName cuts a text behind the two to five words with capitals that it begins with, and "author" or "writer"
// behind an article.
func leadingName(text []byte) (name, rest []byte) {
	at := 0
	for n := 0; n < 5 && at < len(text); n++ {
		word, _, _ := bytes.Cut(text[at:], []byte(" "))
		if len(word) == 0 || word[0] >= 'a' && word[0] <= 'z' && (n != 1 || string(word) != "author" && string(word) != "writer" && string(word) != "reporter") {
			break
		}
		at += len(word) + 1
	}
	if at < 2 || at >= len(text) {
		return nil, nil
	}
	return bytes.TrimRight(text[:at-1], ","), text[at:]
}

// below reports whether what only stands at a page's foot (buttons, a call, a copyright) is between paragraph i and the
// running text before it. Advertisements come again and again, and links also stand inside the text.
func (p *page) below(i int) bool {
	for k := i - 1; k > p.body && k >= i-lookAhead && !p.running(k); k-- {
		if q := &p.paragraphs[k]; q.cue != cueLink && p.seen[q.hash] == 1 && p.furniture(k) {
			return true
		}
	}
	return false
}

// detached reports whether a paragraph behind furniture tells nothing that happened and shares next to no word with
// the running text: what the page says of itself.
func (p *page) detached(i int) bool {
	q := &p.paragraphs[i]
	if q.past > 0 || q.quoted || q.dates > 1 || q.words > 50 || q.words > 25 && q.reader == 0 || !p.below(i) || bytes.ContainsAny(p.textOf(i), "\"“") {
		return false
	}
	p.lead = p.lead[:0]
	for k := max(p.body, i-lookAhead); k < i; k++ {
		if p.running(k) {
			p.lead = contentWords(p.lead, p.textOf(k))
		}
	}
	slices.Sort(p.lead)
	p.own = contentWords(p.own[:0], p.textOf(i))
	found := 0
	for _, w := range p.own {
		if _, ok := slices.BinarySearch(p.lead, w); ok {
			found++
		}
	}
	p.lead = p.lead[:0]
	return found*8 < len(p.own)
}
