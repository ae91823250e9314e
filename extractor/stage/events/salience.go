package events

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// mainFeatures is how many numbers tell the main event from the others, mainSchema changes with their meaning. The last
// are one a type and one a status.
const (
	mainOwn      = 39
	mainFeatures = mainOwn + int(extractor.EventOther) + 1 + int(extractor.StatusCancelled) + 1
	mainSchema   = 1
)

// mainWeights score events: the greatest is the main one.
type mainWeights [mainFeatures]float32

func (w *mainWeights) score(x *[mainFeatures]float32) float32 {
	s := float32(0)
	for i := range x {
		s += w[i] * x[i]
	}
	return s
}

// byProminence are the weights of a stage without a model.
func byProminence() mainWeights {
	var w mainWeights
	w[38] = 1
	return w
}

// rank gives each event its salience, the greatest 1, and returns the main event, -1 for none: the act that headline
// and lede report as new.
func (a *analysis) rank(events []extractor.Event) int32 {
	best, top := int32(-1), float32(0)
	var x [mainFeatures]float32
	for i := range events {
		a.describeMain(&x, events, int32(i), true)
		events[i].Salience = a.model.main.score(&x)
		if best < 0 || events[i].Salience > top {
			best, top = int32(i), events[i].Salience
		}
	}
	for i := range events {
		events[i].Salience = float32(math.Exp(float64(events[i].Salience-top) / salienceSlope))
	}
	return best
}

// salienceSlope spreads the salience of the lesser events: who is so much less likely to be the main one has 1/e.
const salienceSlope = 2.5

// describeMain fills the features of an event among all of the article; titled is false to leave the headline out.
func (a *analysis) describeMain(x *[mainFeatures]float32, events []extractor.Event, self int32, titled bool) {
	*x = [mainFeatures]float32{}
	e := &events[self]
	set := func(i int, b bool) {
		if b {
			x[i] = 1
		}
	}
	x[0] = certainty(e.Confidence)
	x[38] = float32(math.Log(float64(a.prominence(e) + 0.05)))
	first, lede, body := int32(math.MaxInt32), float32(0), 0
	for i := range e.Triggers {
		t := &e.Triggers[i]
		if a.Blocks[a.Sentences[t.Sentence].Block].Type != extractor.SegmentBody {
			continue
		}
		body++
		first = min(first, t.Sentence)
		if a.leads(t.Sentence) {
			lede = max(lede, 1/float32(1+a.depth(t.Head)))
			set(2, a.Tags[t.Head].UPOS == extractor.VERB)
		}
	}
	if titled {
		a.describeHeadline(x, e)
	}
	set(5, lede > 0)
	x[6] = lede
	set(7, lede == 1)
	set(8, first != math.MaxInt32 && lede == 0 && first <= a.lede()+2)
	x[9] = float32(math.Log1p(float64(body)))
	if first != math.MaxInt32 {
		x[10] = float32(math.Log1p(float64(first)))
	}
	set(11, e.Polarity == extractor.PolarityNegative)
	set(12, e.Genericity == extractor.GenericityGeneric)
	a.describeDate(x, e)
	salience := [2]float32{}
	for _, arg := range e.Arguments {
		if arg.Entity >= 0 && participates(arg.Role) {
			r := arg.Role - extractor.RoleActor
			salience[r] = max(salience[r], a.Entities[arg.Entity].Salience)
		}
	}
	x[18], x[19] = salience[0], salience[1]
	set(20, hasRole(e.Arguments, extractor.RoleActor))
	set(21, hasRole(e.Arguments, extractor.RoleRecipient))
	set(22, hasRole(e.Arguments, extractor.RolePlace))
	set(23, len(e.Attributions) > 0)
	set(24, a.quoteAt(e.Triggers[0].Head) >= 0)
	set(25, a.isGoverned(e.Triggers[0].Head))
	set(26, a.Tags[e.Triggers[0].Head].UPOS == extractor.VERB)
	for i := range events {
		for _, arg := range events[i].Arguments {
			if arg.Event == self {
				set(27, events[i].Type == extractor.EventStatement)
				set(28, events[i].Type != extractor.EventStatement)
			}
		}
	}
	set(29, lede > 0 && a.isGoverned(e.Triggers[0].Head))
	set(30, e.Type.PLOVER())
	set(31, lede > 0 && self == 0)
	set(32, lede > 0 && x[1] > 0)
	x[33] = x[4] * x[6]
	for _, arg := range e.Arguments {
		if arg.Event >= 0 {
			set(34, e.Type == extractor.EventStatement)
			set(35, e.Type != extractor.EventStatement)
		}
	}
	set(36, lede > 0 && x[27] > 0)
	set(37, x[15] > 0 && lede > 0)
	x[mainOwn+int(e.Type)] = 1
	x[mainOwn+int(extractor.EventOther)+1+int(e.Status)] = 1
}

// certainty is the log odds of a confidence.
func certainty(p float32) float32 {
	p = min(max(p, 0.02), 0.98)
	return float32(math.Log(float64(p / (1 - p))))
}

// prominence weighs by hand what position, type and status say of an event: what the model starts from.
func (a *analysis) prominence(e *extractor.Event) float32 {
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
	return s
}

// describeHeadline: which of the event's words and participants the headline names.
func (a *analysis) describeHeadline(x *[mainFeatures]float32, e *extractor.Event) {
	for i := range e.Triggers {
		t := &e.Triggers[i]
		if a.words.headlined(t.Lemma) || a.Blocks[a.Sentences[t.Sentence].Block].Type == extractor.SegmentTitle {
			x[1] = 1
			if a.Tags[t.Head].UPOS == extractor.VERB {
				x[3] = 1
			}
		}
	}
	named, parties := float32(0), float32(0)
	for _, arg := range e.Arguments {
		if !participates(arg.Role) && arg.Role != extractor.RoleObject || arg.Tokens.Empty() {
			continue
		}
		parties++
		for i := arg.Tokens.First; i < arg.Tokens.Last; i++ {
			if u := a.Tags[i].UPOS; (u == extractor.NOUN || u == extractor.PROPN) && a.words.headlined(a.lemma(i)) {
				named++
				break
			}
		}
	}
	if parties > 0 {
		x[4] = named / parties
	}
}

// describeDate: how the event's day lies to that of publication.
func (a *analysis) describeDate(x *[mainFeatures]float32, e *extractor.Event) {
	switch {
	case e.Time == "" || e.Interval.Begin == "" || a.publish == "":
		x[13] = 1
	case day(e.Interval.Begin) > a.publish:
		x[14] = 1
	case daysBetween(day(e.Interval.Begin), a.publish) <= 3:
		x[15] = 1
	case daysBetween(day(e.Interval.Begin), a.publish) <= 8:
		x[16] = 1
	default:
		x[17] = 1
	}
}

// lede is the first sentence of the body.
func (a *analysis) lede() int32 {
	for s := range a.Sentences {
		if a.leads(int32(s)) {
			return int32(s)
		}
	}
	return 0
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
