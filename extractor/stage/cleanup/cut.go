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
