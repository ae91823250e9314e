package events

import "github.com/dateline-news/dateline/extractor"

// rank gives each event its salience, the greatest 1, and returns the main event, -1 for none: the act that headline
// and lede report as new.
func (a *analysis) rank(events []extractor.Event) int32 {
	best, top := int32(-1), float32(0)
	for i := range events {
		e := &events[i]
		e.Salience = a.salience(e)
		if e.Salience > top {
			best, top = int32(i), e.Salience
		}
	}
	for i := range events {
		events[i].Salience /= top
	}
	return best
}

func (a *analysis) salience(e *extractor.Event) float32 {
	s := float32(0)
	for i := range e.Triggers {
		t := &e.Triggers[i]
		switch block := a.Sentences[t.Sentence].Block; {
		case a.Blocks[block].Type == extractor.SegmentTitle:
			s += 1.5
		case a.leads(t.Sentence):
			s += 1
		default:
			s += 0.6 / (2 + 0.3*float32(t.Sentence))
		}
	}
	for _, arg := range e.Arguments {
		if arg.Entity >= 0 && participates(arg.Role) {
			s += 0.3 * a.Entities[arg.Entity].Salience
		}
	}
	switch e.Type {
	case extractor.EventStatement:
		s *= 0.55
	case extractor.EventOther:
		s *= 0.45
	case extractor.EventMovement, extractor.EventLifeOther, extractor.EventTransaction:
		s *= 0.8
	}
	switch e.Status {
	case extractor.StatusHypothetical, extractor.StatusPossible:
		s *= 0.6
	}
	if e.Polarity == extractor.PolarityNegative {
		s *= 0.8
	}
	// The outermost predicate of the lede is its news; what hangs on it is less.
	if h := e.Triggers[0].Head; a.leads(e.Triggers[0].Sentence) {
		s += 0.5 / float32(1+a.depth(h))
	}
	return s * (0.4 + 0.6*e.Confidence)
}

// leads reports whether a sentence is the first of the body.
func (a *analysis) leads(s int32) bool {
	for i := s - 1; i >= 0; i-- {
		if a.Blocks[a.Sentences[i].Block].Type == extractor.SegmentBody && a.Sentences[i].Tokens.Len() > 4 {
			return false
		}
	}
	return a.Blocks[a.Sentences[s].Block].Type == extractor.SegmentBody
}

func (a *analysis) depth(i int32) int {
	n := 0
	for h := a.head(i); h >= 0 && n < 10; h = a.head(h) {
		n++
	}
	return n
}
