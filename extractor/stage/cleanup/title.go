package cleanup

import (
	"bytes"
	"slices"
)

// findTitle returns the paragraph above paragraph end that is the headline, or -1. On a page of plain text with furniture
// the headline may stand below sentences of the page's: the running text then begins behind it.
func (p *page) findTitle(end int) int {
	if p.title >= 0 || p.html && p.meta.Title != "" {
		return p.title
	}
	if end == len(p.paragraphs) && end < 2 {
		return -1
	}
	given := hashOf([]byte(p.article.Title))
	limit := min(end+headSearch, len(p.paragraphs))
	best, top, margin := -1, float32(0), float32(0)
	p.scoreHeadlines(limit, func(i int, e *headEvidence) {
		q := &p.paragraphs[i]
		if i >= end && (q.lower || p.running(i) && (q.final != '?' || q.breaks > 0)) {
			return
		}
		s := e.score()
		if q.hash == given {
			s += 100
		}
		if i >= end && s < p.leastHeadline() {
			return
		}
		switch {
		case best < 0 || s >= top:
			best, top, margin = i, s, deckMargin
			if e[headBelow] > 0 {
				margin /= 2
			}
		case (best == i+1 || best == i+2 && p.paragraphs[i+1].name()) && s >= top-margin && p.overDeck(i, e):
			// The line below is the deck, which says more of what the text is about.
			best = i
		}
	})
	return p.withoutWindow(best, end)
}

// deckMargin is by how much a deck's score can be better than its headline's.
const deckMargin = 4

// overDeck reports whether a line just above one that could be the headline could be it, too, by what it shows itself.
func (p *page) overDeck(i int, e *headEvidence) bool {
	q := &p.paragraphs[i]
	return q.words >= 5 && (e[headSmall] > 0 || q.quoted) && e[headItems]+e[headBars]+e[headFirst]+e[headNumbers] == 0 && q.cue == cueNone && q.section*3 < q.words &&
		(q.quoted || q.site+q.reader+q.acts == 0) && !p.stated(i) && !p.furniture(i)
}

// leastHeadline is what the headline scores at least that stands below running text: else it heads a part of the article.
func (p *page) leastHeadline() float32 {
	switch {
	case p.furnished:
		return 4
	case p.letter:
		return 5.5
	}
	return 5
}

// withoutWindow returns the line that is the headline alone where another one, a window's title, has the section or the
// site beside it.
func (p *page) withoutWindow(best, end int) int {
	for i := best + 1; best >= 0 && i < end; i++ {
		q := &p.paragraphs[i]
		if text, longer := p.textOf(i), p.textOf(best); !q.decided() && q.headline() && q.words >= 4 && len(text) < len(longer) &&
			(bytes.HasSuffix(longer, text) || bytes.HasPrefix(longer, text)) {
			return i
		}
	}
	return best
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
