package cleanup

import (
	"bytes"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// findTitle returns the paragraph of the head that is the headline, or -1. Candidates are scored by what headlines
// have: words that the running text repeats, a date or byline below, copies of themselves elsewhere on the page.
func (p *page) findTitle(end int) int {
	if p.title >= 0 || p.html && p.meta.Title != "" {
		return p.title
	}
	if end == len(p.paragraphs) && end < 2 {
		return -1
	}
	given := hashOf([]byte(p.article.Title))
	best, top := -1, 0.0
	p.lead = p.lead[:0]
	text, long := 0.0, false
	for i := 0; i < end; i++ {
		q := &p.paragraphs[i]
		if q.kind == extractor.SegmentBody {
			// Text above it: a heading inside the article rather than its own.
			text = max(text, 1)
			if q.words >= 20 || p.overlap(i, end) >= cohesive {
				text = 3
			}
		}
		if q.decided() || !q.headline() {
			continue
		}
		if q.hash == given {
			return i
		}
		s := p.titleScore(i, end) - text
		if q.words >= 4 && q.numbers == 0 && !long {
			// The first line that is no label of a menu.
			long = true
			s++
		}
		if best < 0 || s > top {
			best, top = i, s
		}
	}
	for i := best + 1; best >= 0 && i < end; i++ {
		// A window's title names the section or the site beside the headline.
		q := &p.paragraphs[i]
		if text, longer := p.textOf(i), p.textOf(best); !q.decided() && q.headline() && q.words >= 4 && len(text) < len(longer) &&
			(bytes.HasSuffix(longer, text) || bytes.HasPrefix(longer, text)) {
			return i
		}
	}
	return best
}

// headline reports whether the paragraph could be a headline.
func (q *paragraph) headline() bool {
	if q.words < 2 || q.words > 32 || q.handles+q.urls+q.mails > 0 || q.bullet || q.bars >= 2 || q.lower && q.words > 12 || (q.numbers+q.dates)*2 > q.words {
		return false
	}
	if q.final == '.' || q.final == ',' || q.final == ';' {
		// Some pages end their headlines with a full stop: then it is capitals that tell.
		return q.final == '.' && q.breaks == 0 && q.words >= 4 && q.caps*3 >= (q.words-q.stops)*2 && q.caps*2 >= q.words
	}
	return q.final != ':'
}

// titleScore says how much a paragraph of the head looks like the headline of what follows.
func (p *page) titleScore(i, end int) float64 {
	q := &p.paragraphs[i]
	s := 0.0
	if q.hint == hintHeading {
		s += 4
	}
	if p.seen[q.hash] > 1 {
		s += 2
	}
	switch p.kindAt(i + 1) {
	case extractor.SegmentDateline, extractor.SegmentByline:
		if !p.live || !p.entry(i+1) {
			s += 2
		}
	}
	s -= 2 * float64(q.bars+q.breaks)
	if i+1 < end && p.paragraphs[i+1].name() {
		s++
	}
	if q.name() {
		s -= 3
	}
	if i+1 == end {
		s++
	}
	overlap := p.overlap(i, end)
	if i == 0 && !(p.furnished && overlap == 0) || i > 0 && p.kindAt(i-1) == extractor.SegmentNavigation && q.apart {
		s += 2
	}
	if i+1 < end && p.paragraphs[i+1].handles > 0 {
		// The author's account stands below his name.
		s -= 3
	}
	switch {
	case q.words <= 2:
		s -= 2
	case q.words >= 5:
		s++
	}
	if !q.apart && i > 0 && p.paragraphs[i-1].words <= 4 {
		s -= 0.5
	}
	return s + 5*overlap
}

// cohesive is the overlap of a sentence that belongs to the text.
const cohesive = 0.2

// leadParagraphs is how many paragraphs of running text a headline is compared with.
const leadParagraphs = 3

// overlap returns the part of a paragraph's content words that the first running text has, too.
func (p *page) overlap(i, end int) float64 {
	if len(p.lead) == 0 {
		p.leadFrom(end)
	}
	return p.inLead(i)
}

// overlapWith returns the same with the running text from paragraph from on.
func (p *page) overlapWith(i, from int) float64 {
	p.lead = p.lead[:0]
	p.leadFrom(from)
	share := p.inLead(i)
	p.lead = p.lead[:0]
	return share
}

// leadFrom collects the content words of the running text that begins with paragraph from. The entries of a live blog
// are each of something else: more of them are looked at.
func (p *page) leadFrom(from int) {
	n := leadParagraphs
	if p.live {
		n *= 8
	}
	for k := from; k < len(p.paragraphs) && k < from+n; k++ {
		if k == from || p.running(k) {
			p.lead = contentWords(p.lead, p.textOf(k))
		}
	}
	slices.Sort(p.lead)
}

// inLead returns the part of a paragraph's content words that are among those collected.
func (p *page) inLead(i int) float64 {
	p.own = contentWords(p.own[:0], p.textOf(i))
	found := 0
	for _, w := range p.own {
		if _, ok := slices.BinarySearch(p.lead, w); ok {
			found++
		}
	}
	if len(p.own) == 0 {
		return 0
	}
	return float64(found) / float64(len(p.own))
}

// contentWords appends hashes of the words of four letters or more, by their first six letters, so that
// "confirms" and "confirmed" agree.
func contentWords(dst []uint64, text []byte) []uint64 {
	if len(text) > maxObserved {
		text = text[:maxObserved]
	}
	for i := 0; i < len(text); {
		for i < len(text) && !wordByte(text[i]) {
			i++
		}
		from := i
		for i < len(text) && wordByte(text[i]) {
			i++
		}
		if i-from >= 4 {
			dst = append(dst, hashOf(text[from:min(i, from+6)]))
		}
	}
	return dst
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}
