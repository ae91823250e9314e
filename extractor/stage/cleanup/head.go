package cleanup

import (
	"bytes"

	"github.com/dateline-news/dateline/extractor"
)

// head decides what stands before the running text: menus, the headline, its date, byline, picture and deck.
func (p *page) head() {
	end := min(p.body, len(p.paragraphs))
	for i := 0; i < end; i++ {
		p.headAlone(i)
	}
	p.title = p.findTitle(end)
	if p.title >= end && !p.html {
		p.body = p.runningFrom(p.title + 1)
		for ; end < p.body; end++ {
			if end != p.title {
				p.headAlone(end)
			}
		}
	}
	p.lead = p.lead[:0]
	p.dated = false
	if p.title >= 0 {
		p.paragraphs[p.title].kind = extractor.SegmentTitle
		p.first[p.paragraphs[p.title].hash] = int32(p.title)
	}
	for i := 0; i < end; i++ {
		if q := &p.paragraphs[i]; !p.html && i < p.title && q.kind == extractor.SegmentBody && (q.words < 20 || p.furnished && q.you > 0 && q.words <= 60) && p.overlap(i, end) < cohesive {
			// A sentence above the headline that the text does not take up.
			q.kind = extractor.SegmentNavigation
		}
		p.headRest(i, end)
		if q := &p.paragraphs[i]; q.kind == extractor.SegmentByline && p.author == nil && q.words <= 20 {
			p.author = []byte(p.signatureOf(string(p.textOf(i))).names)
		}
	}
	// A line about the author below the text is not the text's.
	for p.last > p.body && p.ofAuthor(p.last) && !p.html {
		p.last--
		for p.last > p.body && !p.running(p.last) {
			p.last--
		}
	}
}

// runningFrom returns the first paragraph of running text from paragraph i on, or the number of paragraphs.
func (p *page) runningFrom(i int) int {
	for i < len(p.paragraphs) && !(p.running(i) && (p.paragraphs[i].long() || p.prefixOf(i) > 0 || p.accompanied(i))) {
		i++
	}
	return i
}

// headAlone decides what a paragraph of the head is by its own features.
func (p *page) headAlone(i int) {
	q := &p.paragraphs[i]
	if q.decided() {
		return
	}
	switch {
	case q.date():
		q.kind = extractor.SegmentDateline
		if q.words <= 12 && p.repeated(i) {
			q.kind = extractor.SegmentDuplicate
		}
	case q.cue == cueByline, q.cue == cueSignoff && q.final == 0, q.handles > 0 && q.words <= 9 && q.final == 0 && (q.caps >= 2 || q.words == 1):
		q.kind = extractor.SegmentByline
	case i > 0 && p.kindAt(i-1) == extractor.SegmentByline && q.final == 0 && (q.calling > 0 && q.words <= 8 || q.mails == q.words):
		q.kind = extractor.SegmentByline
	case p.furniture(i) && q.cue != cueLink || q.counts() || q.ago || q.urls > 0 && q.urls == q.words:
		q.kind = extractor.SegmentNavigation
	case p.appealing(i, appealMiddle):
		q.kind = extractor.SegmentNavigation
	case p.labelled(i):
		q.kind = extractor.SegmentCaption
	case q.cue == cueLink && q.cueWhole:
		q.kind = extractor.SegmentLinkStub
	case q.cue == cueLink && q.final != '.':
		q.kind = extractor.SegmentRelatedLink
	case !p.html && q.bars >= 2 && q.final == 0 && !q.sentence():
		q.kind = extractor.SegmentNavigation
	case q.section > 0 && q.words <= 3 && q.final == 0:
		q.kind = extractor.SegmentNavigation
	case q.sentence():
		q.kind = extractor.SegmentBody
	}
}

// repeated notes a paragraph and reports whether the same one was noted before.
func (p *page) repeated(i int) bool {
	h := p.paragraphs[i].hash
	if p.seen[h] < 2 {
		return false
	}
	if _, ok := p.first[h]; ok {
		return true
	}
	p.first[h] = int32(i)
	return false
}

// headRest decides the paragraphs of the head that are neither the title nor decided by themselves.
func (p *page) headRest(i, end int) {
	q := &p.paragraphs[i]
	if q.decided() {
		p.dated = p.dated || i > p.title && p.title >= 0 && (q.kind == extractor.SegmentDateline || q.kind == extractor.SegmentByline)
		return
	}
	if p.title < 0 || p.html && p.body == len(p.paragraphs) {
		q.kind = extractor.SegmentBody
		return
	}
	if t := &p.paragraphs[p.title]; q.hash == t.hash {
		q.kind = extractor.SegmentDuplicate
		return
	}
	if text, title := p.textOf(i), p.textOf(p.title); len(title) >= 20 && len(text) < 2*len(title) && bytes.Contains(text, title) {
		q.kind = extractor.SegmentDuplicate
		return
	}
	if i < p.title && p.letter {
		q.kind = extractor.SegmentBody
		return
	}
	if i < p.title {
		q.kind = extractor.SegmentNavigation
		if q.final == '.' || q.words >= 5 && q.final != 0 {
			q.kind = extractor.SegmentBody
		} else if q.words >= 5 && p.overlap(i, end) >= 0.4 {
			q.kind = extractor.SegmentSubheading
		}
		return
	}
	switch {
	case i >= end-2 && q.words <= 12 && p.dateline(i):
		q.kind = extractor.SegmentDateline
	case q.final == '.' || q.final == ':' || q.final == ',':
		q.kind = extractor.SegmentBody
	case i+1 == end && q.upper == q.words && q.words <= 3 && q.numbers == 0 && !p.capitals:
		// "ANKARA" on a line of its own.
		q.kind = extractor.SegmentDateline
	case i+1 < end && p.paragraphs[i+1].handles > 0 && q.words <= 6 && q.caps+1 >= q.words:
		q.kind = extractor.SegmentByline
	case q.name() && (p.kindAt(i-1) == extractor.SegmentDateline || p.kindAt(i+1) == extractor.SegmentDateline || i == p.title+1):
		q.kind = extractor.SegmentByline
	case p.letter:
		q.kind = extractor.SegmentBody
	case q.words <= 2 && (p.kindAt(i-1) == extractor.SegmentNavigation || q.numbers == q.words || q.end-q.begin <= 3):
		q.kind = extractor.SegmentNavigation
	case p.html && q.hint != hintHeading && q.words <= 2 && !heading(p.nodes[p.blocks[i].node].tag):
		q.kind = extractor.SegmentNavigation
	case !p.html && !q.bullet && (q.words <= 2 || q.bars > 0 && q.words <= 6 || p.dated && q.words <= 6 && !p.standsApart(i)):
		// Below the date, a deck no longer comes; what is short is a button.
		q.kind = extractor.SegmentNavigation
	default:
		q.kind = extractor.SegmentSubheading
	}
}

// standsApart reports whether blank lines stand around paragraph i.
func (p *page) standsApart(i int) bool {
	return p.paragraphs[i].apart && p.paragraphs[i].words >= 3 && i+1 < len(p.paragraphs) && p.paragraphs[i+1].apart
}

// dateline reports whether the whole paragraph is a place with a date or an agency: "LIMA, Peru, Feb. 22".
func (p *page) dateline(i int) bool {
	q := &p.paragraphs[i]
	text := bytes.TrimRight(p.textOf(i), "-–— ")
	return (q.day || bytes.IndexByte(text, '(') > 0) && q.upper > 0 && p.place(text)
}

// labelled reports whether a label on a line of its own announces paragraph i as a caption: "Image caption,".
func (p *page) labelled(i int) bool {
	if i == 0 || p.paragraphs[i].words > 40 {
		return false
	}
	q := &p.paragraphs[i-1]
	return q.cue == cueCaption && q.cueWhole && (q.final == ':' || q.final == ',')
}

// counts reports whether the paragraph is a counter: "1.2K shares", "4 min read".
func (q *paragraph) counts() bool {
	return q.words <= 5 && q.counter > 0 && q.final == 0 && q.stops == 0 && (q.numbers > 0 || q.dates > 0 || q.counter == q.words)
}

// kindAt returns the type of paragraph i, 0 beyond the ends.
func (p *page) kindAt(i int) extractor.SegmentType {
	if i < 0 || i >= len(p.paragraphs) {
		return 0
	}
	return p.paragraphs[i].kind
}

// name reports whether the paragraph looks like a person's name: two to four capitalised words.
func (q *paragraph) name() bool {
	return q.words >= 2 && q.words <= 4 && q.caps == q.words && q.stops == 0 && q.numbers == 0 && q.final == 0 && q.section == 0
}
