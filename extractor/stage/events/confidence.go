package events

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// Confidence of an event: logistic regression over what is known of it as a whole, learned from which events of
// held-out articles were right. confidenceSchema changes with the meaning of the features.
const (
	confidenceFeatures = 24
	confidenceSchema   = 1
)

type confidenceWeights [confidenceFeatures]float32

// describeEvent fills the features of an event; p is the highest score of its mentions.
func (a *analysis) describeEvent(x *[confidenceFeatures]float32, k *cluster, status extractor.EventStatus) {
	*x = [confidenceFeatures]float32{}
	set := func(i int, b bool) {
		if b {
			x[i] = 1
		}
	}
	p := float32(0)
	depth, arguments := 9, 0
	governed, verb, title, lead := true, false, false, false
	for _, m := range k.mentions {
		c := &a.candidates[m]
		p = max(p, c.p)
		depth = min(depth, a.depth(c.head))
		governed = governed && a.isGoverned(c.head)
		verb = verb || a.Tags[c.head].UPOS == extractor.VERB
		title = title || a.blockOf(c.head) == extractor.SegmentTitle
		lead = lead || a.leads(c.sentence)
		arguments = max(arguments, len(c.fillers))
	}
	p = min(max(p, 1e-3), 1-1e-3)
	short := len(a.Sentences) <= 2
	logit := float32(math.Log(float64(p / (1 - p))))
	x[0] = 1
	x[1] = logit
	x[2] = float32(math.Log1p(float64(len(k.mentions) - 1)))
	x[3] = float32(min(depth, 4))
	set(4, governed)
	set(5, verb)
	set(6, title)
	set(7, lead)
	set(8, k.typ == extractor.EventStatement)
	set(9, k.typ == extractor.EventOther)
	set(10, status == extractor.StatusHypothetical || status == extractor.StatusPossible)
	set(11, status == extractor.StatusPlanned)
	set(12, len(k.actors) > 0)
	set(13, len(k.recipients) > 0)
	set(14, k.time >= 0)
	x[15] = float32(min(arguments, 5))
	set(16, k.typ == extractor.EventMovement || k.typ == extractor.EventTransaction || k.typ == extractor.EventBusiness)
	if short {
		x[17], x[18], x[19] = 1, logit, float32(min(depth, 4))
		set(20, governed)
		set(21, k.typ == extractor.EventStatement)
		set(22, verb)
		set(23, !k.typ.PLOVER())
	}
}

// isGoverned reports whether another event stands right above a word in the tree.
func (a *analysis) isGoverned(i int32) bool {
	for steps := 0; steps < 4; steps++ {
		switch a.rel(i) {
		case extractor.RelRoot, extractor.RelConj, extractor.RelParataxis, extractor.RelAdvcl, extractor.RelAclRelcl:
			return a.rel(i) == extractor.RelAdvcl || a.rel(i) == extractor.RelAclRelcl
		}
		if i = a.head(i); i < 0 {
			return false
		}
		if t := a.triggerAt[i]; t >= 0 && !a.candidates[t].dropped {
			return a.candidates[t].sense.Type != extractor.EventStatement
		}
	}
	return false
}

// confidence returns the probability that an event is right, in 0..1.
func (j *judge) confidence(x *[confidenceFeatures]float32) float32 {
	s := float32(0)
	for i := range x {
		s += j.sure[i] * x[i]
	}
	return min(logistic(s), 0.99)
}

// unsure are weights by hand, for a stage without a model.
func unsure() confidenceWeights {
	var w confidenceWeights
	w[1], w[4], w[8], w[9], w[10] = 1, -0.8, -1, -1, -0.5
	return w
}
