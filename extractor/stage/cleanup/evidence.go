package cleanup

import (
	"bytes"
	"math"
)

// The evidence on a paragraph as numbers, for the learned judge: its own, that of the two paragraphs before and behind
// it, how it stands to the running text, and what page it is on. The verdicts of the rules are not among it: they know
// the pages that they were made with too well to show how far they can be trusted on others.
const (
	ownEvidence   = 49 + len(topics) + 1
	nearEvidence  = 12
	placeEvidence = 22
	pageEvidence  = 7
	// firstEvidence is all that is known of a paragraph before any other is judged.
	firstEvidence = ownEvidence + 4*nearEvidence + placeEvidence + pageEvidence + domEvidence + wordingEvidence
	allEvidence   = firstEvidence + fieldEvidence
)

// vector collects numbers.
type vector []float32

func (v *vector) add(x ...float32) { *v = append(*v, x...) }

func (v *vector) flags(x ...bool) {
	for _, b := range x {
		*v = append(*v, number(b))
	}
}

func number(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// logarithm makes a count comparable at every size.
func logarithm(n int32) float32 { return float32(math.Log1p(float64(n))) }

// ratio returns n as a part of all.
func ratio(n, all int32) float32 { return float32(n) / float32(max(all, 1)) }

// evidence appends the evidence on paragraph i to v. The page must be surveyed and indexed.
func (p *page) evidence(v vector, i int) vector {
	p.ownEvidence(&v, i)
	for _, d := range [4]int{-2, -1, 1, 2} {
		p.nearEvidence(&v, i+d)
	}
	p.placeEvidence(&v, i)
	n := int32(len(p.paragraphs))
	v.add(logarithm(n), ratio(p.survey.hard[n], n), ratio(p.survey.text[n], n))
	v.flags(p.direct, p.live, p.capitals, p.letter)
	p.domEvidence(&v, i)
	return v
}

// ownEvidence is what a paragraph shows by itself.
func (p *page) ownEvidence(v *vector, i int) {
	q, text := &p.paragraphs[i], p.textOf(i)
	w := q.words
	v.add(logarithm(w), ratio(q.end-q.begin, w), ratio(q.stops, w), ratio(q.caps, w), ratio(q.upper, w), ratio(q.numbers, w), ratio(q.dates, w),
		ratio(q.labels, w), ratio(q.section, w), ratio(q.reader, w), float32(q.you), float32(q.self), float32(q.site), float32(q.counter),
		float32(q.comment), float32(q.mails), float32(q.urls), float32(q.handles), float32(q.acts), float32(q.past), float32(q.told),
		float32(q.networks), float32(q.calling), q.appeal, float32(q.breaks), float32(q.bars), float32(q.slashes))
	v.flags(q.final == '.', q.final == '?' || q.final == '!', q.final == ':', q.final == 0, q.lower, q.quoted, q.bracket, q.bullet, q.ago, q.day,
		q.full, q.clock, q.cue == cueShare || q.cue == cuePromo || q.cue == cueSocial, q.cue == cueLink,
		q.cue == cueByline || q.cue == cueSignoff || q.cue == cueCredit, q.cueWhole, p.seen[q.hash] > 1, q.apart, q.boxed, q.sentence(), q.heading(),
		bytes.ContainsAny(text, "\"“"))
	all := int32(0)
	for _, n := range q.topics {
		v.add(float32(n))
		all += int32(n)
	}
	v.add(ratio(all, w))
}

// nearEvidence is what a paragraph says of its neighbours.
func (p *page) nearEvidence(v *vector, i int) {
	if i < 0 || i >= len(p.paragraphs) {
		v.add(-1, 0, 0, 0, 0, 0, 0)
		v.flags(false, false, false, false, false)
		return
	}
	q := &p.paragraphs[i]
	v.add(logarithm(q.words), ratio(q.stops, q.words), ratio(q.caps, q.words), ratio(q.dates, q.words), float32(q.reader+q.site), float32(q.past), q.appeal)
	v.flags(q.final == '.', q.final == ':', q.hard(), q.heading(), q.apart)
}

// placeEvidence is how a paragraph stands to the running text.
func (p *page) placeEvidence(v *vector, i int) {
	s, n := &p.survey, len(p.paragraphs)
	q := &p.paragraphs[i]
	begin, end := p.paragraphs[0].begin, p.paragraphs[n-1].end
	v.add(ratio(int32(i), int32(n)), float32(min(i, reach)), float32(min(n-1-i, reach)), ratio(q.begin-begin, end-begin),
		float32(s.before[i]), float32(s.after[i]), ratio(s.text[i], s.text[n]), ratio(s.text[n]-s.text[i+1], s.text[n]),
		float32(s.hardIn(i-3, i)), float32(s.hardIn(i+1, i+4)), float32(s.hardIn(i-8, i)), float32(s.hardIn(i+1, i+9)),
		ratio(s.hardIn(i+1, n), int32(n-i)), ratio(s.hardIn(0, i), int32(i+1)))
	all, names := p.kinship(i)
	v.add(all, names, float32(p.shares(i)))
	lines, at, hard := p.linesAround(i)
	v.add(float32(lines), float32(at), float32(hard))
	title := int32(0)
	if p.title >= 0 {
		title = min(max(int32(i-p.title), -reach), reach)
	}
	v.add(float32(title), ratio(p.survey.topics[min(i+4, n)]-p.survey.topics[max(i-3, 0)], p.survey.words[min(i+4, n)]-p.survey.words[max(i-3, 0)]))
}

// kinship returns which part of the content words of paragraph i, and of its names, other running text of the page has.
// Without any it is -1.
func (p *page) kinship(i int) (all, names float32) {
	long := p.paragraphs[i].long()
	var words, found, named, foundNames int32
	for _, w := range p.cohesion.of(i) {
		if w.stop {
			continue
		}
		words++
		kin := int32(0)
		if p.cohesion.elsewhere(w, long) {
			kin = 1
		}
		found += kin
		if w.name {
			named++
			foundNames += kin
		}
	}
	all, names = -1, -1
	if words > 0 {
		all = ratio(found, words)
	}
	if named > 0 {
		names = ratio(foundNames, named)
	}
	return all, names
}

// maxLines bounds how many lines without a blank one between them are counted.
const maxLines = 12

// linesAround returns how many lines stand together with paragraph i without a blank one between them, the how manyth it
// is, and how many of the others are a page's.
func (p *page) linesAround(i int) (lines, at int, hard int32) {
	from, to := i, i+1
	for from > 0 && !p.paragraphs[from].apart && i-from < maxLines {
		from--
	}
	for to < len(p.paragraphs) && !p.paragraphs[to].apart && to-i < maxLines {
		to++
	}
	return to - from, i - from, p.survey.hardIn(from, i) + p.survey.hardIn(i+1, to)
}
