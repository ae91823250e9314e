package cleanup

import "github.com/dateline-news/dateline/extractor"

// cut joins the halves of sentences that furniture has cut: a BODY paragraph that stops in the middle and the next
// one, if it goes on in small letters and nothing but furniture is between them.
func (p *page) cut() {
	before := -1
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if !q.kind.Analyzed() {
			continue
		}
		if before >= 0 && q.kind == extractor.SegmentBody && q.lower && !q.bullet && !q.quoted && q.prefix == 0 {
			b := &p.paragraphs[before]
			if b.kind == extractor.SegmentBody && b.open() && (q.sentence() || q.words >= 3) {
				q.joins = true
			}
		}
		before = i
	}
}

// findCuts marks the paragraphs that stop in the middle of a sentence which goes on, in small letters, behind at most
// three paragraphs that are known to be furniture.
func (p *page) findCuts() {
	for i := range p.paragraphs {
		q := &p.paragraphs[i]
		if q.decided() || q.words < 6 || q.stops*5 < q.words || !q.open() || q.bullet || p.seen[q.hash] > 1 {
			continue
		}
		k := i + 1
		for k < len(p.paragraphs) && k <= i+3 && (p.paragraphs[k].decided() && !p.paragraphs[k].kind.Analyzed() || isDigits(p.textOf(k))) {
			k++
		}
		if k < len(p.paragraphs) && p.paragraphs[k].lower && !p.paragraphs[k].bullet && p.paragraphs[k].sentence() {
			q.cutOff = true
		}
	}
}
