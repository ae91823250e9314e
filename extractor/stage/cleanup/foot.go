package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// maxTrailing bounds how many paragraphs of text the foot of a page can have.
const maxTrailing = 12

// recede moves the end of the running text up over what reads like text and yet is the page's or about its author.
func (p *page) recede() {
	for n := 0; n < maxTrailing && p.last > p.body && !p.letter; n++ {
		i := p.last
		switch {
		case !p.html && p.biography(i):
			p.paragraphs[i].kind = extractor.SegmentSignoff
		case !p.html && p.ofReporters(i):
			p.paragraphs[i].kind = extractor.SegmentSignoff
		case p.appealing(i, appealTail), !p.html && (p.detached(i) || p.ofOutlet(i) || p.contact(i)):
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
// Its name must be the author's, or one of a writer whom the running text does not know.
func (p *page) biography(i int) bool {
	q, text := &p.paragraphs[i], p.textOf(i)
	if q.past > 3 || q.words > 70 || q.quoted || q.day || q.told > 1 {
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
	if surname < 0 || q.calling == 0 && !bytes.Contains(p.text[:p.paragraphs[p.body].begin], name) {
		return false
	}
	before := p.text[p.paragraphs[p.body].begin:q.begin]
	return !bytes.Contains(before, name[surname:])
}

// ofReporters reports whether a paragraph begins with the surname in a byline that the running text does not know:
// "Kask reported from Riga."
func (p *page) ofReporters(i int) bool {
	q, text := &p.paragraphs[i], p.textOf(i)
	surname, _, _ := bytes.Cut(text, []byte(" "))
	if len(surname) < 3 || !upperByte(surname[0]) || q.words > 40 || bytes.Contains(p.text[p.paragraphs[p.body].begin:q.begin], surname) {
		return false
	}
	for k := 0; k < p.body; k++ {
		if b := &p.paragraphs[k]; (b.cue == cueByline || b.name()) && bytes.Contains(p.textOf(k), surname) {
			return true
		}
	}
	return false
}

// contact reports whether a paragraph gives an address to write to.
func (p *page) contact(i int) bool {
	q := &p.paragraphs[i]
	return q.mails > 0 && q.told <= 1 && q.words <= 40 && !bytes.ContainsAny(p.textOf(i), "\"“")
}

// ofOutlet reports whether a paragraph begins with a name that stands above or below the running text but never in
// it: the page's own.
func (p *page) ofOutlet(i int) bool {
	q := &p.paragraphs[i]
	if q.past > 2 || q.words > 50 || bytes.ContainsAny(p.textOf(i), "\"“") {
		return false
	}
	name, _ := leadingName(p.textOf(i))
	name = bytes.TrimSuffix(bytes.TrimSuffix(name, []byte("'s")), []byte("’s"))
	if bytes.IndexByte(name, ' ') < 0 || bytes.Contains(p.text[p.paragraphs[p.body].begin:q.begin], name) {
		return false
	}
	return bytes.Contains(p.text[:p.paragraphs[p.body].begin], name) || bytes.Contains(p.text[q.end:], name)
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

// maxLabels is how many lines in a row that are no sentences end the text.
const maxLabels = 5

// below reports whether what only stands at a page's foot (buttons, a call, a copyright) is between paragraph i and the
// running text before it. Advertisements come again and again, and links also stand inside the text.
func (p *page) below(i int) bool {
	for k := i - 1; k > p.body && k >= i-lookAhead && !p.running(k); k-- {
		if i-k >= maxLabels {
			return true
		}
		if q := &p.paragraphs[k]; q.cue != cueLink && p.seen[q.hash] == 1 && p.furniture(k) {
			return true
		}
	}
	return false
}

// detached reports whether a paragraph tells nothing that happened and shares next to no word with the running text
// before it, from which furniture or labels set it off: what the page says of itself. Where the page says "you" and
// "we" although the article does not, nothing need stand between.
func (p *page) detached(i int) bool {
	q := &p.paragraphs[i]
	if q.past > 1 || q.quoted || q.day && q.dates > 1 || q.words > 50 || bytes.ContainsAny(p.textOf(i), "\"“") {
		return false
	}
	voice := q.you > 0 && q.reader > q.you || q.reader > 2
	if voice && !p.direct {
		if p.below(i) {
			return p.shares(i)*3 < 1
		}
		return p.shares(i)*5 < 1
	}
	if q.past > 0 || q.words > 25 && q.reader == 0 || !p.below(i) {
		return false
	}
	if q.reader+q.site > 0 {
		return p.shares(i)*5 < 1
	}
	return p.shares(i)*8 < 1
}

// personal reports whether the article itself speaks to its reader, as columns and advice do: a quarter or more of
// its sentences.
func (p *page) personal() bool {
	you, all := 0, 0
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if !q.sentence() {
			continue
		}
		all++
		if q.reader > 0 && q.site+q.mails+q.urls == 0 && !bytes.ContainsAny(p.textOf(i), "\"“") {
			you++
		}
	}
	return you*4 >= all && you >= 3
}
