package events

import (
	"math"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// pairFeatures is how many numbers tell whether a mention fits a happening; pairSchema changes with their meaning.
const (
	pairFeatures = pairOwn + pairWords + int(extractor.EventOther) + 1
	pairOwn      = 40
	pairSchema   = 4
)

// pairScore is the log odds that the mention is one of the cluster.
func (j *judge) pairScore(x *[pairFeatures]float32) float32 {
	if j.pairs != nil {
		return j.pairs.Score(x[:])
	}
	s := float32(-2)
	for _, w := range untrained {
		s += w.weight * x[w.feature]
	}
	return s
}

// untrained are weights by hand, for a stage without a model.
var untrained = [...]struct {
	feature int
	weight  float32
}{
	{2, 1}, {3, 0.6}, {4, 0.8}, {5, -1.2}, {7, 1.3}, {12, 1}, {15, 0.6}, {17, -0.3}, {18, -0.7}, {20, 0.4},
	{8, -2}, {9, -2}, {13, 2}, {26, -2}, {30, 1.5},
}

// describePair fills the features of a cluster and a mention; others is how many clusters of the type there are.
func (a *analysis) describePair(x *[pairFeatures]float32, k, m *cluster, c *candidate, others int) {
	*x = [pairFeatures]float32{}
	set := func(i int, b bool) {
		if b {
			x[i] = 1
		}
	}
	first, last := &a.candidates[k.mentions[0]], &a.candidates[k.mentions[len(k.mentions)-1]]
	sameLemma, sameStem := a.sharesWord(k, c)
	shared := common(k.actors, m.actors) + common(k.recipients, m.recipients) + common(k.actors, m.recipients) + common(k.recipients, m.actors)
	kn, mn := len(k.actors)+len(k.recipients), len(m.actors)+len(m.recipients)
	noun := a.Tags[c.head].UPOS != extractor.VERB
	definite := a.isDefinite(c.head)
	recipientsApart := len(k.recipients) > 0 && len(m.recipients) > 0 && common(k.recipients, m.recipients) == 0
	actorsApart := len(k.actors) > 0 && len(m.actors) > 0 && common(k.actors, m.actors) == 0
	x[0] = 1
	set(1, !noun)
	set(2, sameLemma)
	set(3, sameStem && !sameLemma)
	set(4, definite)
	set(5, a.isIndefinite(c.head))
	set(6, noun && !definite)
	x[7] = float32(min(shared, 2))
	set(8, kn > 0 && mn > 0 && shared == 0)
	set(9, recipientsApart)
	set(10, actorsApart)
	set(11, mn == 0)
	set(12, k.time >= 0 && m.time >= 0)
	set(13, a.dependsOn(c.head, last.head) || a.dependsOn(last.head, c.head))
	set(14, m.time >= 0 && k.time < 0)
	set(15, common(k.places, m.places) > 0)
	set(16, len(k.places) > 0 && len(m.places) > 0 && common(k.places, m.places) == 0)
	x[17] = farther(c.sentence, last.sentence)
	set(18, c.sentence == last.sentence)
	x[19] = float32(math.Log1p(float64(len(k.mentions))))
	set(20, a.blockOf(first.head) == extractor.SegmentTitle || a.leads(first.sentence))
	set(21, a.Tags[c.head].XPOS == extractor.PennNNS)
	set(22, a.Tags[c.head].UPOS == extractor.VERB && a.Tags[last.head].UPOS == extractor.VERB)
	set(23, m.typ == extractor.EventStatement)
	set(24, m.typ == extractor.EventOther)
	set(25, others == 1)
	set(26, k.negated != m.negated)
	set(27, isIncident(m.typ))
	set(28, k.mode == m.mode && m.mode != "")
	set(29, k.mode != m.mode && k.mode != "" && m.mode != "")
	set(30, sameStem && (definite || mn == 0))
	set(31, sameStem && mn > 0 && kn > 0 && shared == 0)
	set(32, sameStem && shared > 0)
	set(33, !sameStem && definite && others == 1)
	set(34, !sameStem && shared > 0 && !noun)
	set(35, c.sentence-last.sentence <= 1)
	set(36, isIncident(m.typ) && others == 1)
	set(37, kn == 0)
	set(38, c.status.status != last.status.status)
	set(39, sameLemma && m.typ == extractor.EventStatement)
	a.describeWords((*[pairWords]float32)(x[pairOwn:]), k, c, others)
	x[pairOwn+pairWords+int(m.typ)] = 1
}

// farther tells how many sentences one stands behind another, on a scale of logarithms; 0 where it stands before.
func farther(i, k int32) float32 { return float32(math.Log1p(float64(max(i-k, 0)))) }

// dependsOn reports whether a noun hangs on a word by “in”, “during”, “by” or the like: “killed three in an attack”.
func (a *analysis) dependsOn(i, h int32) bool {
	if a.head(i) != h || a.Tags[i].UPOS == extractor.VERB {
		return false
	}
	r := a.rel(i)
	return r == extractor.RelObl || r == extractor.RelNmod || r == extractor.RelOblAgent || r == extractor.RelNsubj
}

// isIncident reports whether articles mostly tell of one event of the type.
func isIncident(t extractor.EventType) bool {
	switch t {
	case extractor.EventAssault, extractor.EventAccident, extractor.EventDisaster, extractor.EventLifeDeath,
		extractor.EventElection, extractor.EventScience, extractor.EventContest, extractor.EventCrime, extractor.EventJustice:
		return true
	}
	return false
}

// sharesWord reports whether some mention of the cluster has the same lemma, or the same stem or act.
func (a *analysis) sharesWord(k *cluster, c *candidate) (lemma, stems bool) {
	acts := a.actsOf(c)
	stems = acts != 0 && acts == k.acts
	mine := [2]string{strings.ToLower(a.lemma(c.head)), ""}
	if c.partner >= 0 {
		mine[1] = a.lemma(c.partner)
	}
	for _, i := range k.mentions {
		o := &a.candidates[i]
		theirs := [2]string{strings.ToLower(a.lemma(o.head)), ""}
		if o.partner >= 0 {
			theirs[1] = a.lemma(o.partner)
		}
		for _, x := range mine {
			for _, y := range theirs {
				if x == "" || y == "" {
					continue
				}
				if x == y {
					return true, true
				}
				stems = stems || stem(x) == stem(y)
			}
		}
	}
	return false, stems
}
