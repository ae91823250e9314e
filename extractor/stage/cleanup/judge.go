package cleanup

import "github.com/dateline-news/dateline/extractor"

// judge overrules the rules on a page of plain text where the learned evidence is surer than they are: each paragraph
// that is running text or the page's by its type gets a score, and the cheapest sequence of the two decides (Viterbi).
func (p *page) judge() {
	if p.model == nil || !p.judged() || !p.english() {
		return
	}
	p.weighAll()
	p.verdicts, p.plan = p.model.decide(p.verdicts[:0], p.plan, p.scores, p.paragraphs)
	for i, text := range p.verdicts {
		q := &p.paragraphs[i]
		switch {
		case !text && ofText(q.kind):
			q.kind = extractor.SegmentNavigation
			if i > p.last {
				q.kind = extractor.SegmentFooter
			}
		case text && q.restorable():
			q.kind = extractor.SegmentBody
		}
	}
}

// judged reports whether the judge knows pages such as this: the newest entries of a live blog, above, and the oldest,
// below, read much like furniture.
func (p *page) judged() bool {
	return !p.html && !p.letter && !p.live && len(p.paragraphs) >= minJudged
}

// minJudged is how many paragraphs show a page.
const minJudged = 8

// weighAll scores all paragraphs: positive for the author's.
func (p *page) weighAll() {
	p.index()
	p.survey.measure(p.paragraphs)
	p.scores = p.scores[:0]
	for i := range p.paragraphs {
		p.vector = p.model.wording.evidence(p.evidence(p.vector[:0], i), p.cohesion.of(i))
		p.scores = append(p.scores, p.model.forest.Score(p.vector))
	}
}

// ofText reports whether a type is one that the judge may take from the author.
func ofText(kind extractor.SegmentType) bool {
	return kind == extractor.SegmentBody || kind == extractor.SegmentSubheading
}

// ofPage reports whether a type is one that the rules give to what looks like the page's. Links say themselves what
// they are.
func ofPage(kind extractor.SegmentType) bool {
	return kind == extractor.SegmentNavigation || kind == extractor.SegmentFooter
}

// restorable reports whether the judge may take a paragraph from the page: of lines that are no sentences the rules know
// more.
func (q *paragraph) restorable() bool { return ofPage(q.kind) && q.sentence() }
