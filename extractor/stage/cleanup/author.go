package cleanup

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// nearTitle is how many paragraphs below the headline the author's name stands at most, as a rule.
const nearTitle = 8

// sign finds who wrote the article: in the byline that most speaks for, beside the headline or where a page says "by".
// Its line becomes a BYLINE if it was taken for the page's.
func (p *page) sign() {
	p.writer = ""
	best, top := -1, leastSignature
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.words < 1 || q.words > 25 || q.final == '.' && q.words > 8 || p.html && p.blocks[i].window {
			continue
		}
		near := p.title >= 0 && i > p.title && i <= p.title+nearTitle && i <= p.body+1
		above := p.title >= 0 && i < p.title && i+3 >= p.title
		if !near && !above && q.cue != cueByline && q.kind != extractor.SegmentByline && !p.saysBy(i) {
			continue
		}
		s := p.signatureOf(p.stringOf(i))
		if s.names == "" || !s.labelled && q.words > 14 && q.dates < 3 {
			continue
		}
		if n := p.signatureScore(i, s, near, above); n > top {
			best, top, p.writer = i, n, s.names
		}
	}
	if best < 0 {
		p.writer = p.portrayed()
		return
	}
	if q := &p.paragraphs[best]; !p.html && q.words <= 14 && (q.kind == extractor.SegmentNavigation || q.kind == extractor.SegmentSubheading || q.kind == extractor.SegmentBody && !q.sentence()) {
		q.kind = extractor.SegmentByline
	}
}

// saysBy reports whether paragraph i is short and begins with "by".
func (p *page) saysBy(i int) bool {
	_, ok := cutFold(p.textOf(i), "by ")
	return ok && p.paragraphs[i].words <= 10
}

// leastSignature is what a name must score to be the author's.
const leastSignature = 2.2

// signatureScore says how much speaks for paragraph i being the article's byline.
func (p *page) signatureScore(i int, s signature, near, above bool) float64 {
	q := &p.paragraphs[i]
	n := 0.0
	if s.labelled {
		n += 3
	}
	if s.alone {
		n++
	}
	switch q.kind {
	case extractor.SegmentByline:
		n += 2
	case extractor.SegmentCredit, extractor.SegmentCaption:
		n -= 4
	case extractor.SegmentRelatedLink, extractor.SegmentSocialEmbed, extractor.SegmentFooter:
		n -= 1.5
	case extractor.SegmentBody:
		if q.sentence() {
			n -= 3
		}
	case extractor.SegmentSignoff:
		n--
	}
	if q.hint == hintByline {
		n++
	}
	switch {
	case near:
		n += 2 - 0.35*float64(i-p.title)
	case above:
		n += 0.5
		if q.kind == extractor.SegmentDateline || p.isDate(i+1) {
			n++
		}
	case p.title >= 0 && i < p.title:
		n -= 2
	case i > p.last:
		n -= 0.5
	}
	if q.day || q.numbers >= 2 || p.dateBeside(i) {
		n++
	}
	if i+1 < len(p.paragraphs) {
		if o := &p.paragraphs[i+1]; o.handles+o.mails > 0 && o.words <= 4 || o.calling > 0 && o.words <= 6 {
			n++
		}
	}
	if q.mails+q.handles > 0 || q.calling > 0 {
		n += 1.5
	}
	return n
}

// dateBeside reports whether a date line stands just above or below paragraph i.
func (p *page) dateBeside(i int) bool {
	return p.isDate(i-1) || p.isDate(i+1)
}

func (p *page) isDate(i int) bool {
	return p.kindAt(i) == extractor.SegmentDateline || i >= 0 && i < len(p.paragraphs) && p.paragraphs[i].date()
}

// portrayed returns the name in a line about the author below the text: "Alar Kask is a reporter in Tartu."
func (p *page) portrayed() string {
	for i := p.last; i >= 0 && i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.calling == 0 || q.words < 5 || q.words > 60 || q.final != '.' {
			continue
		}
		text := strings.TrimLeft(p.stringOf(i), "•*-– ")
		for _, verb := range [...]string{" is a ", " is an ", " is the ", " is "} {
			if name, _, ok := strings.Cut(text, verb); ok && p.persons(name) {
				return name
			}
		}
	}
	return ""
}
