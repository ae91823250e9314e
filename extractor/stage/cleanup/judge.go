package cleanup

import "github.com/dateline-news/dateline/extractor"

// judge overrules the rules where the learned evidence is surer than they are: each paragraph gets a score by what can be
// seen of it, then another one by what its surroundings were found to be, and the cheapest sequence of text and page
// decides (Viterbi).
func (p *page) judge() {
	if p.model == nil || !p.judged() || !p.english() {
		return
	}
	p.weighAll()
	w := judgeWeights.on(p.html, p.live || p.letter || p.capitals || p.html && p.direct)
	p.verdicts, p.plan = w.decide(p.verdicts[:0], p.plan, p.scores, p.paragraphs)
	for i, text := range p.verdicts {
		q := &p.paragraphs[i]
		q.kind = q.outcome(text, i > p.last)
	}
	p.assignRoles()
}

// judged reports whether there is enough for the judge to see a page in.
func (p *page) judged() bool {
	least := minJudged
	if p.letter {
		least = minLetter
	}
	return len(p.paragraphs) >= least && len(p.paragraphs) <= maxJudged
}

// minJudged is how many paragraphs show a page, minLetter how many something that reads like a letter.
const (
	minJudged = 8
	minLetter = 25
)

// maxJudged bounds what the judge looks at: more paragraphs are a book.
const maxJudged = 5000

// weighAll scores all paragraphs: positive for the author's.
func (p *page) weighAll() {
	p.look()
	p.field.reset(p.paragraphs, p.cohesion.words, p.cohesion.begin, len(p.cohesion.slots))
	p.vectors = resize(p.vectors, len(p.paragraphs)*allEvidence)
	for i := range p.paragraphs {
		row := p.row(i, 0)
		p.model.wording.evidence(p.evidence(row, i), p.cohesion.of(i))
		p.field.see(p.model, i, row[:firstEvidence])
	}
	p.field.survey()
	p.scores = p.scores[:0]
	for i := range p.paragraphs {
		p.scores = append(p.scores, p.field.judge(p.model, i, p.row(i, firstEvidence)))
	}
}

// row returns the evidence on paragraph i as far as it is there, to append the rest in place.
func (p *page) row(i, n int) vector {
	return p.vectors[i*allEvidence : i*allEvidence+n : (i+1)*allEvidence]
}

// look gathers what the evidence needs of the page as a whole.
func (p *page) look() {
	p.index()
	p.survey.measure(p.paragraphs)
	if p.html {
		p.grove.survey(p)
	}
}

// outcome returns the type of a paragraph with a verdict; below tells that it stands behind the running text.
func (q *paragraph) outcome(text, below bool) extractor.SegmentType {
	switch {
	case !text && (ofText(q.kind) || beside(q.kind)):
		if below {
			return extractor.SegmentFooter
		}
		return extractor.SegmentNavigation
	case text && q.restorable():
		return extractor.SegmentBody
	}
	return q.kind
}

// ofText reports whether a type is one that the judge may take from the author.
func ofText(kind extractor.SegmentType) bool {
	return kind == extractor.SegmentBody || kind == extractor.SegmentSubheading
}

// beside reports whether a type is one of those that stand beside the running text and that pages have, too.
func beside(kind extractor.SegmentType) bool {
	switch kind {
	case extractor.SegmentCaption, extractor.SegmentCredit, extractor.SegmentDateline, extractor.SegmentByline:
		return true
	}
	return false
}

// ofPage reports whether a type is one that the rules give to what looks like the page's. Links say themselves what
// they are.
func ofPage(kind extractor.SegmentType) bool {
	return kind == extractor.SegmentNavigation || kind == extractor.SegmentFooter
}

// restorable reports whether the judge may take a paragraph from the page: of lines that are no sentences the rules know
// more.
func (q *paragraph) restorable() bool {
	return (ofPage(q.kind) || q.kind == extractor.SegmentRelatedLink) && q.sentence()
}
