package cleanup

import (
	"bytes"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// stamp finds the line beside the headline that says when the article was published among other things: who wrote it,
// where, how long it takes to read.
func (p *page) stamp() {
	if p.title < 0 || p.letter {
		return
	}
	found := false
	for i := p.title + 1; i < len(p.paragraphs) && i <= p.title+nearTitle && i <= p.body+3; i++ {
		found = p.stamped(i) || found
	}
	for i := p.title - 1; i >= 0 && i >= p.title-aboveTitle && !found; i-- {
		found = p.stamped(i)
	}
}

// aboveTitle is how many paragraphs above the headline its date stands at most.
const aboveTitle = 3

// stamped makes a DATELINE of paragraph i if it states a day with its year and little else, and reports whether it is one.
func (p *page) stamped(i int) bool {
	q := &p.paragraphs[i]
	if q.kind == extractor.SegmentDateline {
		return q.day && (q.dates >= 3 || q.full)
	}
	other := q.words - q.dates - q.labels
	if !q.day || q.dates < 3 && !q.full || q.words > 30 || q.sentence() || other > 8 || q.final == '.' && other > 3 || p.html && p.blocks[i].window || !p.yeared(i) {
		return false
	}
	switch q.kind {
	case extractor.SegmentPageBreak:
		if i > p.body && !q.dated {
			return false
		}
		q.kind = extractor.SegmentDateline
		return true
	case extractor.SegmentNavigation, extractor.SegmentSubheading, extractor.SegmentRelatedLink, extractor.SegmentBody, extractor.SegmentByline:
		if q.kind != extractor.SegmentByline {
			q.kind = extractor.SegmentDateline
		}
		return true
	}
	return false
}

// yeared reports whether paragraph i has a day and a year, or a date in digits.
func (p *page) yeared(i int) bool {
	q := &p.paragraphs[i]
	return q.full || p.yearIn(q.begin, q.end)
}

// yearIn reports whether numbers of four figures and of one or two are in flat text [begin,end).
func (p *page) yearIn(begin, end int32) bool {
	digits, year, day := 0, false, false
	for k := begin; k <= end; k++ {
		if k < end && p.text[k] >= '0' && p.text[k] <= '9' {
			digits++
			continue
		}
		year, day = year || digits == 4, day || digits == 1 || digits == 2
		digits = 0
	}
	return year && day
}

// edition finds the day of a page on which no line beside the headline states one: the date over its menu, or the one
// in its address.
func (p *page) edition() {
	if p.meta.PublishTime != "" || p.letter {
		return
	}
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.kind == extractor.SegmentDateline && q.day && (q.dates >= 2 || q.full) && p.yeared(i) || q.kind == extractor.SegmentByline && q.day && p.yeared(i) ||
			q.prefix > 0 && q.kind == extractor.SegmentBody && p.yearIn(q.begin, q.begin+q.prefix) {
			return
		}
	}
	for i := 0; i < len(p.paragraphs) && (i < p.body || i < p.title); i++ {
		if p.masthead(i) {
			return
		}
	}
	for i := p.last + 1; i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.dated && q.words <= 20 && p.masthead(i) {
			return
		}
		if q.day && q.words <= 20 && !q.kind.Analyzed() && p.yeared(i) && bytes.Contains(p.textOf(i), []byte(" print edition ")) {
			q.kind = extractor.SegmentDateline
			return
		}
	}
	if p.meta.PublishTime = dayOfAddress(p.article.Source.URI); p.meta.PublishTime != "" || len(p.paragraphs) == 0 {
		return
	}
	if q := &p.paragraphs[0]; q.urls == 1 && q.words == 1 {
		p.meta.PublishTime = dayOfAddress(string(p.textOf(0)))
	}
}

// masthead makes a DATELINE of a line of the page's that has a whole date, and reports whether it is one.
func (p *page) masthead(i int) bool {
	q := &p.paragraphs[i]
	if q.kind.Analyzed() || q.kind == extractor.SegmentRelatedLink || !q.day || q.dates < 3 && !q.full || q.words > 25 || q.sentence() || p.html && p.blocks[i].window || !p.yeared(i) {
		return false
	}
	q.kind = extractor.SegmentDateline
	return true
}

// dayOfAddress returns the day that the path of an address has, ".../2021/02/25/...", or "".
func dayOfAddress(uri string) string {
	for i := 0; i+len("/2006/01/02") <= len(uri) && i < 200; i++ {
		if uri[i] != '/' {
			continue
		}
		if t, err := time.Parse("/2006/01/02", uri[i:i+len("/2006/01/02")]); err == nil && t.Year() >= 1990 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
