package cleanup

// survey measures a page as a whole, for the evidence on its paragraphs.
type survey struct {
	before, after []int32 // of each paragraph, the distance to the next long one at either side
	text          []int32 // how many words of long ones stand before it; one more at the end
	hard          []int32 // how many lines that are a page's stand before it; one more at the end
	words         []int32 // how many words stand before it, and
	topics        []int32 // how many of them are of a page's topics; one more at the end
}

// reach bounds the distances that count.
const reach = 20

// measure fills in the survey of a page that has paragraphs.
func (s *survey) measure(paragraphs []paragraph) {
	n := len(paragraphs)
	s.before, s.after = s.before[:0], resize(s.after, n)
	s.text, s.hard = append(s.text[:0], 0), append(s.hard[:0], 0)
	s.words, s.topics = append(s.words[:0], 0), append(s.topics[:0], 0)
	far := int32(reach)
	for i := range paragraphs {
		q := &paragraphs[i]
		s.before = append(s.before, far)
		far = min(far+1, reach)
		text, hard := s.text[i], s.hard[i]
		if q.long() {
			text += q.words
			far = 1
		}
		if q.hard() {
			hard++
		}
		s.text, s.hard = append(s.text, text), append(s.hard, hard)
		topical := s.topics[i]
		for _, n := range q.topics {
			topical += int32(n)
		}
		s.words, s.topics = append(s.words, s.words[i]+q.words), append(s.topics, topical)
	}
	far = reach
	for i := n - 1; i >= 0; i-- {
		s.after[i] = far
		far = min(far+1, reach)
		if paragraphs[i].long() {
			far = 1
		}
	}
}

// resize returns a slice of n numbers, in the memory of s if that has room.
func resize[T int32 | float32](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// hardIn returns how many of paragraphs [from,to) are a page's.
func (s *survey) hardIn(from, to int) int32 {
	return s.hard[min(to, len(s.hard)-1)] - s.hard[max(from, 0)]
}

// hard reports whether a paragraph's own words say that it is a page's.
func (p *paragraph) hard() bool {
	switch p.cue {
	case cueShare, cuePromo, cueSocial:
		return true
	case cueLink:
		return p.final != '.'
	}
	return p.bars >= 2 && p.final == 0 || p.ago && p.final == 0 || p.counts() || p.urls > 0 && p.urls == p.words || p.appeal >= appealTail
}
