package cleanup

// headSearch bounds how many paragraphs below the first sentences the headline of a page with furniture is looked for:
// appeals, notices and teasers stand above it.
const headSearch = 14

// maxHeadDistance bounds how far below a headline the text takes up its words.
const maxHeadDistance = 40

// ahead knows, on a walk from a page's end, of each word the next long paragraph that has it.
type ahead struct {
	next         []int32 // by slot of cohesion; 0 is none
	first, other int     // the next two long paragraphs
	// above is how much running text stands above each paragraph, and how much of it the rest of the page takes up.
	above [][2]float32
	early int // the first line of four words that could be a headline
}

// scoreHeadlines scores the lines above paragraph end that could be the headline, from the last one on.
func (p *page) scoreHeadlines(end int, visit func(i int, e *headEvidence)) {
	p.index()
	a := &p.ahead
	a.next = resize(a.next, len(p.cohesion.slots))
	clear(a.next)
	a.first, a.other = len(p.paragraphs), len(p.paragraphs)
	p.lookAbove(end)
	for i := len(p.paragraphs) - 1; i >= 0; i-- {
		q := &p.paragraphs[i]
		if i < end && !q.decided() && q.headline() {
			var e headEvidence
			p.headOwn(i, &e)
			p.headBeside(i, &e)
			p.headAround(i, &e)
			visit(i, &e)
		}
		if p.running(i) && q.long() && q.appeal < 1 {
			a.first, a.other = i, a.first
			for _, w := range p.cohesion.of(i) {
				a.next[w.slot] = int32(i)
			}
		}
	}
}

// lookAbove measures what stands above each of the first paragraphs.
func (p *page) lookAbove(end int) {
	a := &p.ahead
	a.above, a.early = a.above[:0], end
	var sum [2]float32
	for i := range p.paragraphs[:end] {
		a.above = append(a.above, sum)
		q := &p.paragraphs[i]
		if i < a.early && q.words >= 4 && q.numbers == 0 && !q.decided() && q.headline() {
			a.early = i
		}
		if q.appeal >= 1 || !p.running(i) {
			continue
		}
		w := float32(min(q.words, 40)) / 40
		if q.reader+q.site > 0 {
			w /= 2
		}
		sum[0] += w
		if all, _ := p.kinship(i); all >= 0.3 {
			sum[1] += w
		}
	}
}

// takenUp returns which part of a line's content words the running text below has, which the next two long paragraphs,
// and which of its names.
func (p *page) takenUp(i int) (all, near, names float32) {
	var words, named float32
	for _, w := range p.cohesion.of(i) {
		if w.stop {
			continue
		}
		words++
		if w.name {
			named++
		}
		at := int(p.ahead.next[w.slot])
		if at == 0 || at > i+maxHeadDistance {
			continue
		}
		all++
		if at <= p.ahead.other {
			near++
		}
		if w.name {
			names++
		}
	}
	return all / max(words, 1), near / max(words, 1), names / max(named, 1)
}
