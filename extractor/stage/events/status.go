package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// judgement is what a sentence says of an event's reality.
type judgement struct {
	signs   effect
	status  extractor.EventStatus
	negated bool
	generic bool
	// future and past: the tense of the word that carries it.
	future, past bool
}

// judgeStatus reads tense, modals, negation and governing words, from the trigger upwards.
func (a *analysis) judgeStatus(c *candidate) judgement {
	j := judgement{}
	a.readBeside(&j, c.head)
	if c.partner >= 0 {
		a.readBeside(&j, c.partner)
	}
	v := c.head
	if u := a.Tags[v].UPOS; u == extractor.VERB || u == extractor.ADJ {
		a.readVerb(&j, v, true)
	}
	a.climb(&j, v)
	if j.signs&denied != 0 {
		j.negated = true
	}
	j.status = j.signs.status()
	j.generic = a.isGeneric(c, &j)
	return j
}

// readBeside reads the adverbs and adjectives beside a word: “alleged”, “planned”, “reportedly”, “no”.
func (a *analysis) readBeside(j *judgement, i int32) {
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelAmod, extractor.RelAdvmod, extractor.RelCompound:
			j.signs |= a.facts.beside[a.lemma(k)] | a.facts.beside[a.TokenText(int(k))] // “suspected”, lemma “suspect”
		case extractor.RelDet:
			if a.lemma(k) == "no" {
				j.negated = !j.negated
			}
		}
	}
}

// readVerb reads a verb's own auxiliaries and negation. own is false for a verb whose tense is taken over.
func (a *analysis) readVerb(j *judgement, v int32, own bool) {
	if a.isNegated(v) {
		j.negated = !j.negated
	}
	be, have := false, false
	for k := a.tree.First(v); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelAux, extractor.RelAuxPass, extractor.RelCop:
		case extractor.RelAdvmod:
			if !own {
				j.signs |= a.facts.beside[a.lemma(k)]
			}
			continue
		default:
			continue
		}
		switch strings.ToLower(a.lemma(k)) {
		case "will", "shall", "'ll":
			j.future = true
			a.willOf(j, v)
		case "would":
			a.wouldOf(j, v)
		case "may", "might", "could", "can":
			j.signs |= possible
		case "should", "must", "ought":
			j.signs |= hypothetical
		case "be":
			be = true
			j.past = j.past || a.Tags[k].XPOS == extractor.PennVBD
		case "have":
			have = true
			j.past = true
		case "do":
			j.past = j.past || a.Tags[k].XPOS == extractor.PennVBD
		}
	}
	switch a.Tags[v].XPOS {
	case extractor.PennVBD:
		j.past = true
	case extractor.PennVBG:
		if be && !j.future && (!j.past || have) && a.lemma(v) != "go" {
			j.signs |= ongoing
		}
	case extractor.PennVB:
		if own && a.rel(v) == extractor.RelRoot && a.isInfinitiveHeadline(v) {
			j.signs |= planned
			j.future = true
		} else if own && a.rel(v) == extractor.RelRoot && a.isImperative(v) {
			j.signs |= hypothetical
		}
	}
	if own && be && a.hasTo(v) && a.tree.Child(v, extractor.RelAux) >= 0 {
		j.signs |= planned // “is to visit”
		j.future = true
	}
}

// willOf: somebody's intention is a plan, the future of a thing is a prediction, save for what is held or takes place.
func (a *analysis) willOf(j *judgement, v int32) {
	s := a.subjectOf(v)
	if s < 0 || a.isAnimate(s) || a.isPassive(v) || a.triggerAt[s] >= 0 {
		j.signs |= planned
		return
	}
	j.signs |= possible
}

// wouldOf: the future in the past of reported speech is a plan, any other would a hypothesis.
func (a *analysis) wouldOf(j *judgement, v int32) {
	if a.rel(v) == extractor.RelCcomp || a.rel(v) == extractor.RelConj && a.head(v) >= 0 && a.rel(a.head(v)) == extractor.RelCcomp || a.rel(v) == extractor.RelAclRelcl {
		if h := a.head(v); h >= 0 && (a.Tags[h].XPOS == extractor.PennVBD || a.Tags[h].XPOS == extractor.PennVBN || a.rel(v) != extractor.RelCcomp) {
			a.willOf(j, v)
			return
		}
	}
	j.signs |= hypothetical
}

func (a *analysis) isNegated(v int32) bool {
	for k := a.tree.First(v); k >= 0; k = a.tree.Next(k) {
		switch a.lemma(k) {
		case "not", "never", "n't":
			if a.rel(k) == extractor.RelAdvmod || a.rel(k) == extractor.RelDep {
				return true
			}
		case "nobody", "none", "nothing":
			if r := a.rel(k); r == extractor.RelNsubj || r == extractor.RelNsubjPass {
				return true
			}
		}
		if r := a.rel(k); r == extractor.RelNsubj || r == extractor.RelNsubjPass {
			if d := a.tree.Child(k, extractor.RelDet); d >= 0 && a.lemma(d) == "no" {
				return true
			}
		}
	}
	return false
}

func (a *analysis) hasTo(v int32) bool {
	m := a.tree.Child(v, extractor.RelMark)
	return m >= 0 && a.lemma(m) == "to"
}

func (a *analysis) isInfinitiveHeadline(v int32) bool {
	return a.hasTo(v) || v > 0 && a.lemma(v-1) == "to"
}

func (a *analysis) isImperative(v int32) bool {
	return a.tree.Child(v, extractor.RelNsubj, extractor.RelAux, extractor.RelNsubjPass) < 0 && a.blockOf(v) == extractor.SegmentBody
}

func (a *analysis) blockOf(i int32) extractor.SegmentType {
	return a.Blocks[a.Sentences[a.SentenceOf(int(i))].Block].Type
}

// isGeneric reports whether a mention means a kind of event: a bare plural or an untensed verb without time, place or
// named participant, in the present.
func (a *analysis) isGeneric(c *candidate, j *judgement) bool {
	if j.past || j.future || j.signs != 0 {
		return false
	}
	for _, f := range c.fillers {
		if r := a.entityAt(f.head); r.entity >= 0 && a.Entities[r.entity].Name != "" || a.timeAt[f.head] >= 0 {
			return false
		}
	}
	for k := a.tree.First(c.head); k >= 0; k = a.tree.Next(k) {
		if a.timeAt[k] >= 0 || a.rel(k) == extractor.RelDet || a.rel(k) == extractor.RelNummod || a.rel(k) == extractor.RelNmodPoss {
			return false
		}
	}
	switch a.Tags[c.head].XPOS {
	case extractor.PennVBZ, extractor.PennVBP:
		return a.blockOf(c.head) == extractor.SegmentBody
	case extractor.PennNNS:
		return true
	}
	return false
}
