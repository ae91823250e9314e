package cleanup

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// appendix finds what a page appends to the running text although it reads like it: the readers' comments, and
// teasers of other articles (a headline, a sentence, a headline, a sentence). The running text then ends before.
func (p *page) appendix() {
	for i := p.body + 1; i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.final == '.' || q.words == 0 || q.words > 5 && (q.comment == 0 || q.numbers == 0 || q.words > 25) {
			continue
		}
		if q.comment > 0 && p.discussion(i) {
			p.foot(i, extractor.SegmentFooter)
			return
		}
		if q.words > 5 {
			continue
		}
		if (q.cue == cueLink && q.cueWhole && !p.readsOn(i) || p.label(i)) && p.teasers(i) && !p.coheres(i) {
			p.foot(i, extractor.SegmentRelatedLink)
			return
		}
	}
}

// lookAhead bounds how far appendix looks behind a heading.
const lookAhead = 40

// firstComment is within how many paragraphs the first comment shows itself; a button above the text also says "comments".
const firstComment = 6

// discussion reports whether readers' comments follow paragraph i: some "3 hours ago", or "Reply".
func (p *page) discussion(i int) bool {
	marks := 0
	for k := i + 1; k < len(p.paragraphs) && k < i+lookAhead && (marks > 0 || k <= i+firstComment); k++ {
		q := &p.paragraphs[k]
		if q.ago && q.final == 0 && q.words <= 8 || q.words <= 8 && q.full && q.date() || q.day && q.dates >= 3 && q.date() || q.comment > 0 && q.words <= 4 && q.final != '.' {
			marks++
		}
	}
	return marks >= 2
}

// teasers reports whether all that follows paragraph i are headlines with at most one sentence of text each: two such
// pairs at least, or one and then a headline.
func (p *page) teasers(i int) bool {
	pairs, headings := 0, 0
	for k := i + 1; k < len(p.paragraphs) && k < i+lookAhead; k++ {
		if !p.running(k) {
			switch q := &p.paragraphs[k]; {
			case q.heading() && !p.furniture(k):
				headings++
			case q.final == '.' && q.cue == cueNone && !q.decided():
				return false
			}
			continue
		}
		if q := &p.paragraphs[k-1]; !q.heading() || q.words < 3 || k-1 == i {
			return false
		}
		if p.paragraphs[k].breaks > 1 {
			return false
		}
		pairs++
		headings = 0
	}
	return pairs >= 2 || pairs == 1 && headings > 0
}

// readsOn reports whether a label speaks of this article, as "Read more" may, rather than of others.
func (p *page) readsOn(i int) bool {
	_, ok := cutFold(p.textOf(i), "read")
	return ok
}

// label reports whether paragraph i is a short heading, behind furniture and over another heading with a sentence of
// text.
func (p *page) label(i int) bool {
	if i+2 >= len(p.paragraphs) || !p.furniture(i-1) || !p.running(i+2) {
		return false
	}
	q, next := &p.paragraphs[i], &p.paragraphs[i+1]
	return !q.decided() && q.heading() && q.final == 0 && q.words <= 4 && !next.decided() && next.heading() && next.final == 0 && next.words >= 4
}

// coheres reports whether what follows paragraph i speaks of the same things as the running text before it: of the
// content words of its first sentences a sixth or more occur there (lexical cohesion, Hearst 1997).
func (p *page) coheres(i int) bool {
	p.lead = p.lead[:0]
	for k := max(p.body, i-lookAhead); k < i; k++ {
		p.lead = contentWords(p.lead, p.textOf(k))
	}
	slices.Sort(p.lead)
	words, found := 0, 0
	for k := i + 1; k < len(p.paragraphs) && k < i+6; k++ {
		p.own = contentWords(p.own[:0], p.textOf(k))
		for _, w := range p.own {
			words++
			if _, ok := slices.BinarySearch(p.lead, w); ok {
				found++
			}
		}
	}
	return found*6 >= words
}

// foot gives paragraph i and all after it, as far as they are not decided, to the page.
func (p *page) foot(i int, kind extractor.SegmentType) {
	for p.last >= i {
		p.last--
	}
	for p.last > p.body && !p.running(p.last) {
		p.last--
	}
	for k := i; k < len(p.paragraphs); k++ {
		q := &p.paragraphs[k]
		switch {
		case q.decided():
		case p.furniture(k):
			q.kind = extractor.SegmentFooter
		default:
			q.kind = kind
		}
	}
}
