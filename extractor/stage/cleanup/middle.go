package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// middle decides the paragraphs from the first to the last of the running text. What nothing speaks against is
// BODY, however short.
func (p *page) middle() {
	for i := p.body; i <= p.last; i++ {
		q := &p.paragraphs[i]
		if q.decided() {
			continue
		}
		switch {
		case p.promo(i), p.appealing(i, appealMiddle), !p.html && p.between(i):
			q.kind = extractor.SegmentNavigation
		case p.account(i):
			p.embed(i)
		case p.repeatsTitle(i), p.runningHead(i):
			q.kind = extractor.SegmentPageBreak
		case isDigits(p.textOf(i)) && q.end-q.begin <= 3 && (p.runningHead(i-1) || p.runningHead(i+1)):
			q.kind = extractor.SegmentPageNumber
		case p.labelled(i):
			q.kind = extractor.SegmentCaption
		case i <= p.body+4 && q.full && q.date():
			q.kind = extractor.SegmentDateline
		case (i <= p.body+4 || q.day) && q.cue == cueByline && q.final != '.':
			q.kind = extractor.SegmentByline
		case q.cue == cueSignoff && q.words <= 30:
			q.kind = extractor.SegmentSignoff
		case p.running(i):
			q.kind = extractor.SegmentBody
			if !p.html && i > p.body && q.words >= 12 && q.hash == p.paragraphs[i-1].hash {
				q.kind = extractor.SegmentDuplicate
			}
			if i <= p.body+1 {
				q.prefix = int32(p.prefixOf(i))
			}
		case p.title >= 0 && q.hash == p.paragraphs[p.title].hash:
			q.kind = extractor.SegmentDuplicate
		case p.breaks(i):
			q.kind = extractor.SegmentPageBreak
		case p.link(i):
		case p.furnished && announces(p.textOf(i)), p.linked(i):
			q.kind = extractor.SegmentRelatedLink
		case q.cue == cueShare || q.cue == cuePromo || q.ago && q.final == 0 || q.counts(), q.cue == cueNone && q.urls == 0 && p.furniture(i):
			q.kind = extractor.SegmentNavigation
		case q.urls > 0 && q.urls == q.words:
			q.kind = extractor.SegmentLinkStub
		case q.heading() && p.headsText(i):
			q.kind = extractor.SegmentSubheading
		default:
			q.kind = extractor.SegmentBody
		}
	}
}

// headsText reports whether paragraph i stands alone between running text.
func (p *page) headsText(i int) bool {
	if i+1 > p.last || !p.running(i+1) {
		return false
	}
	if p.paragraphs[i].hint == hintHeading {
		return true
	}
	before := &p.paragraphs[i-1]
	return before.final != ':' && before.final != ',' && !before.open() &&
		(before.kind != extractor.SegmentBody || before.sentence())
}

// link decides a paragraph that points to another page, and the headlines that a stub announces.
func (p *page) link(i int) bool {
	q := &p.paragraphs[i]
	if q.cue != cueLink || q.final == '.' && !q.cueWhole {
		return false
	}
	if !q.cueWhole {
		q.kind = extractor.SegmentRelatedLink
		return true
	}
	q.kind = extractor.SegmentLinkStub
	for k := i + 1; k <= p.last && k <= i+maxLinks; k++ {
		l := &p.paragraphs[k]
		if l.decided() || p.running(k) || l.words > 20 || l.final == '.' || l.final == ':' {
			break
		}
		// The last heading before running text is the text's own if it is much shorter than a headline.
		if k > i+1 && k < p.last && p.running(k+1) && l.words <= 3 && l.heading() {
			break
		}
		l.kind = extractor.SegmentRelatedLink
	}
	return true
}

// promo reports whether paragraph i speaks to the reader beside a line that asks him to subscribe.
func (p *page) promo(i int) bool {
	q := &p.paragraphs[i]
	if q.reader == 0 || q.words > 30 || q.quoted || bytes.ContainsAny(p.textOf(i), "\"“") {
		return false
	}
	return i > 0 && p.paragraphs[i-1].cue == cuePromo || i+1 < len(p.paragraphs) && p.paragraphs[i+1].cue == cuePromo
}

// maxLinks bounds how many headlines a stub can announce.
const maxLinks = 12

// breaks reports whether paragraph i is what a printer puts between two pages: a running headline, "Published on".
// It must cut a sentence in two, or name an address.
func (p *page) breaks(i int) bool {
	q := &p.paragraphs[i]
	text := p.textOf(i)
	if q.cue == cueBreak && (q.cueWhole || q.words <= 8 && q.final != '.') {
		return true
	}
	if q.cue == cueBreak && q.words <= 40 {
		if q.urls > 0 || bytes.Contains(text, []byte("http")) || bytes.Contains(text, []byte("www.")) {
			return true
		}
	}
	if i == 0 || i+1 >= len(p.paragraphs) || !p.paragraphs[i-1].open() {
		return false
	}
	// The sentence goes on after the break, perhaps after a page number.
	next := &p.paragraphs[i+1]
	if next.kind == extractor.SegmentPageNumber && i+2 < len(p.paragraphs) {
		next = &p.paragraphs[i+2]
	}
	if !next.lower || next.bullet {
		return false
	}
	if isDigits(text) {
		return true
	}
	if p.paragraphs[i-1].words >= 12 && next.words >= 6 && q.words <= 12 && q.final == 0 && !q.lower {
		return true
	}
	return p.title >= 0 && samePrefix(text, p.textOf(p.title))
}

// samePrefix reports whether a text begins with most of the title.
func samePrefix(text, title []byte) bool {
	n := 0
	for n < len(text) && n < len(title) && text[n] == title[n] {
		n++
	}
	return n >= 20 && n*10 >= len(title)*6
}

// repeatsTitle reports whether paragraph i, no sentence, is the headline within a little more: "Title - The Post".
func (p *page) repeatsTitle(i int) bool {
	q := &p.paragraphs[i]
	if p.title < 0 || i <= p.title || q.words > 32 {
		return false
	}
	text, title := p.textOf(i), p.textOf(p.title)
	if q.final == '.' && (!p.furnished || len(text) > len(title)+60 || q.quoted || p.paragraphs[p.title].words < 5) {
		return false
	}
	return len(title) >= 20 && p.paragraphs[p.title].words >= 4 && len(text) < 2*len(title)+20 && bytes.Contains(text, title)
}
