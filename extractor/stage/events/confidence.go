package events

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// Confidence of an event: a forest over what is known of it as a whole, learned from which events of held-out articles
// were right. It decides what is told as an event at all: see judge.least. confidenceSchema changes with the meaning of
// the features.
const (
	confidenceFeatures = 84
	confidenceSchema   = 2
)

// description is an event in numbers.
type description struct {
	x [confidenceFeatures]float32
	n int
}

func (d *description) add(v ...float32) { d.n += copy(d.x[d.n:], v) }

func (d *description) flag(b ...bool) {
	for _, v := range b {
		if v {
			d.x[d.n] = 1
		}
		d.n++
	}
}

// one sets one of n flags.
func (d *description) one(i, n int) {
	d.x[d.n+i] = 1
	d.n += n
}

// describeEvent fills the features of an event.
func (a *analysis) describeEvent(d *description, k *cluster) {
	*d = description{}
	var e extractor.Event
	a.settleStatus(&e, k)
	d.one(int(k.typ), int(extractor.EventOther)+1)
	d.one(int(e.Status), int(extractor.StatusCancelled)+1)
	d.flag(k.typ.PLOVER(), k.negated, k.mode != "", k.time >= 0)
	d.add(count(len(k.actors)), count(len(k.recipients)), count(len(k.places)), logOf(len(k.mentions)), logOf(len(a.Sentences)+1))
	s := &k.standing
	d.add(logitOf(s.top), s.mean, max(s.near, -6), logOf(s.rivals+1), logitOf(s.rivalTop), float32(s.twins))
	d.flag(s.top >= s.rivalTop, s.behind)
	a.describeMentions(d, k)
	salience := float32(0)
	for _, of := range [][]int32{k.actors, k.recipients} {
		for _, e := range of {
			salience = max(salience, a.Entities[e].Salience)
		}
	}
	d.add(salience)
}

func count(n int) float32 { return float32(min(n, 2)) }

func logOf(n int) float32 { return float32(math.Log(float64(n))) }

// describeMentions adds what the words of the event say.
func (a *analysis) describeMentions(d *description, k *cluster) {
	low, sum, second, spotted := float32(1), float32(0), float32(0), float32(0)
	depth, arguments, named, frequency, first := 9, 0, 0, 0, math.MaxInt32
	governed, quoted, generic := true, true, true
	var verb, noun, title, lead, headline, definite, indefinite, plural, modifier, root bool
	for _, m := range k.mentions {
		c := &a.candidates[m]
		low, sum, second, spotted = min(low, c.p), sum+c.p, max(second, c.second), max(spotted, c.spotted)
		depth, first = min(depth, a.depth(c.head)), min(first, int(c.sentence))
		arguments, named = max(arguments, len(c.fillers)), max(named, a.namedFillers(c))
		frequency = max(frequency, a.words.frequency(c.head))
		governed, quoted, generic = governed && a.isGoverned(c.head), quoted && a.inDirectQuote(c.head), generic && c.status.generic
		verb = verb || a.Tags[c.head].UPOS == extractor.VERB
		noun = noun || a.Tags[c.head].UPOS == extractor.NOUN
		title = title || a.blockOf(c.head) == extractor.SegmentTitle
		lead = lead || a.leads(c.sentence)
		headline = headline || a.words.headlined(a.lemma(c.head))
		definite = definite || a.isDefinite(c.head)
		indefinite = indefinite || a.isIndefinite(c.head)
		plural = plural || a.Tags[c.head].XPOS == extractor.PennNNS
		switch a.rel(c.head) {
		case extractor.RelAmod, extractor.RelCompound:
			modifier = true
		case extractor.RelRoot:
			root = true
		}
	}
	d.add(logitOf(low), logitOf(sum/float32(len(k.mentions))), logitOf(second), logitOf(spotted))
	d.add(float32(min(depth, 4)), float32(min(arguments, 5)), float32(min(named, 3)), logOf(frequency+1), logOf(first+1))
	d.flag(governed, quoted, generic, verb, noun, title, lead, headline, definite, indefinite, plural, modifier, root)
}

// namedFillers counts the places of a mention that a name fills.
func (a *analysis) namedFillers(c *candidate) int {
	n := 0
	for _, f := range c.fillers {
		if a.nameAt[f.head] >= 0 {
			n++
		}
	}
	return n
}

func (a *analysis) inDirectQuote(i int32) bool {
	q := a.quoteAt(i)
	return q >= 0 && a.Quotes[q].Type == extractor.QuoteDirect
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

// confidence returns the probability that an event is right, in 0..1; without a model, what its words say.
func (j *judge) confidence(d *description) float32 {
	if j.sure == nil {
		return logistic(d.x[standingAt])
	}
	return min(logistic(j.sure.Score(d.x[:])), 0.99)
}

// standingAt is where the score of the surest mention stands.
const standingAt = int(extractor.EventOther) + 1 + int(extractor.StatusCancelled) + 1 + 9
