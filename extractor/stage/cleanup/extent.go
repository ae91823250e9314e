package cleanup

import "github.com/dateline-news/dateline/extractor"

// minFurniture is from how many lines that are the page's beyond doubt a plain text shows a page around its article.
const minFurniture = 3

// isFurnished reports whether the furniture of a page stands around, or in, the article.
func (p *page) isFurnished() bool {
	if p.html || p.letter {
		return false
	}
	n := 0
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.words > 0 && (p.furniture(i) || q.counts() || q.cue == cueLink && q.final != '.' || q.bars >= 2 && q.final == 0) {
			if n++; n == minFurniture {
				return true
			}
		}
	}
	return false
}

// extent ends the running text where the sum over its paragraphs of what speaks for them is greatest (the maximal
// subsequence of Pasternack and Roth 2009): text speaks for itself by its length and by the words it shares with the
// text before; labels and furniture speak against what comes behind them. A box in the middle is outweighed by the
// text that follows it, a page's foot is not by its few sentences.
func (p *page) extent() {
	if !p.furnished || p.last < p.body {
		return
	}
	sum, top, last := 0.0, 0.0, p.body
	for i := p.body; i <= p.last; i++ {
		sum += p.worth(i)
		if sum >= top && p.running(i) {
			top, last = sum, i
		}
	}
	p.last = last
}

// worth says how much paragraph i speaks for the running text's going on.
func (p *page) worth(i int) float64 {
	q := &p.paragraphs[i]
	if p.running(i) {
		w := float64(min(q.words, 40)) / 10
		if i <= p.body+2 || p.live {
			return w
		}
		if q.quoted || q.told > 0 || q.past > 1 {
			return 1 + w*(0.8+4*p.shares(i))
		}
		return 0.4 + w*(0.4+4*p.shares(i))
	}
	switch {
	case p.owned(i) && i > p.body+2:
		return -3
	case q.kind == extractor.SegmentDateline, q.wide > 0 || q.kind == 0 && (q.final == '.' || q.final == '?' || q.final == '!' || q.quoted) && q.cue == cueNone:
		return 0
	case p.furniture(i) && p.seen[q.hash] == 1, q.counts():
		return -0.5
	case q.kind.Analyzed() && q.kind != 0, q.final == ':':
		return 0
	case i+1 < len(p.paragraphs) && q.heading() && p.running(i+1):
		return -0.15
	}
	return -0.3
}

// stray reports whether running text at the top of a page is the page's: labels set it off from the text below, with
// which it shares next to no word.
func (p *page) stray(i int) bool {
	if q := &p.paragraphs[i]; !p.furnished || q.words > 60 || q.past > 1 || q.reader+q.site == 0 || p.prefixOf(i) > 0 {
		return false
	}
	next := i + 1
	for next < len(p.paragraphs) && !p.running(next) {
		next++
	}
	return next < len(p.paragraphs) && next >= i+4 && p.overlapWith(i, next) < 0.1
}
