package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
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
			j.signs |= a.facts.beside[a.lemma(k)]
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

// climb follows the chain of governors and takes up what each does to the event.
func (a *analysis) climb(j *judgement, v int32) {
	for steps := 0; steps < maxClimb; steps++ {
		h := a.head(v)
		if h < 0 {
			if a.blockOf(v) == extractor.SegmentTitle && a.Tags[v].UPOS == extractor.VERB && a.hasTo(v) {
				j.signs |= planned
			}
			return
		}
		nominal := a.Tags[v].UPOS == extractor.NOUN || a.Tags[v].UPOS == extractor.PROPN
		switch a.rel(v) {
		case extractor.RelConj:
			if a.Tags[h].UPOS == extractor.VERB && a.tree.Child(v, extractor.RelNsubj, extractor.RelAux) < 0 {
				a.readModals(j, h)
			}
		case extractor.RelXcomp:
			a.govern(j, h, false)
			a.readVerb(j, h, false)
		case extractor.RelCcomp, extractor.RelCsubj, extractor.RelCsubjPass:
			a.govern(j, h, false)
			if a.governor(h) == 0 {
				return
			}
			a.readNegation(j, h)
			return
		case extractor.RelAdvcl:
			if !a.adverbial(j, v, h) {
				return
			}
		case extractor.RelAcl:
			a.govern(j, h, false)
			if a.hasTo(v) && a.blockOf(v) == extractor.SegmentTitle {
				j.signs |= planned // “Minister to visit Riga”, taken for a noun with a clause
				j.future = true
			}
			if a.Tags[v].XPOS == extractor.PennVBN || a.Tags[v].XPOS == extractor.PennVBG {
				return
			}
		case extractor.RelObj, extractor.RelObl, extractor.RelNmod, extractor.RelNsubj, extractor.RelNsubjPass, extractor.RelOblAgent, extractor.RelAppos:
			if !nominal && a.Tags[v].XPOS != extractor.PennVBG {
				return
			}
			if !a.nounUnder(j, v, h) {
				return
			}
		case extractor.RelAmod, extractor.RelCompound, extractor.RelNmodPoss:
			if !nominal {
				return
			}
			if e := a.governor(h); e&(planned|possible|cancelled|hypothetical) != 0 && a.Tags[h].UPOS == extractor.NOUN {
				j.signs |= e
			}
		default:
			return
		}
		v = h
	}
}

// govern takes up the effect of a governing word; its negation turns plans and hopes into things that are not.
func (a *analysis) govern(j *judgement, h int32, noun bool) {
	e := a.governor(h)
	if e == 0 {
		return
	}
	if e&negated != 0 {
		j.negated = !j.negated
		e &^= negated
	}
	if noun && e&planned != 0 {
		switch a.lemma(h) {
		case "announce", "order", "mean", "choose", "set", "decide":
			return // what is announced or ordered may be under way
		}
	}
	if e&ongoing != 0 && a.Tags[h].XPOS == extractor.PennVBD {
		e = 0
	}
	if e&alleged != 0 && noun && a.Tags[h].UPOS == extractor.VERB {
		switch a.lemma(h) {
		case "investigate", "probe", "try", "attribute":
			e = 0
		}
	}
	j.signs |= e
}

func (a *analysis) readNegation(j *judgement, h int32) {
	if a.isNegated(h) {
		j.negated = !j.negated
	}
}

// readModals takes over the modals of a coordinated verb: “will visit Riga and meet the mayor”.
func (a *analysis) readModals(j *judgement, h int32) {
	for k := a.tree.First(h); k >= 0; k = a.tree.Next(k) {
		if a.rel(k) != extractor.RelAux {
			continue
		}
		switch a.lemma(k) {
		case "will", "shall":
			j.future = true
			a.willOf(j, h)
		case "would":
			a.wouldOf(j, h)
		case "may", "might", "could", "can":
			j.signs |= possible
		case "should", "must":
			j.signs |= hypothetical
		}
	}
}

// adverbial handles an adverbial clause: conditions, purposes; it reports whether to climb on.
func (a *analysis) adverbial(j *judgement, v, h int32) bool {
	m := a.tree.Child(v, extractor.RelMark)
	if m < 0 {
		if a.tree.Child(v, extractor.RelAux, extractor.RelCop) >= 0 {
			return false // a clause with a tense of its own
		}
		if a.Tags[v].XPOS == extractor.PennVBG || a.Tags[v].XPOS == extractor.PennVBN {
			a.readModals(j, h)
			return a.tree.Child(h, extractor.RelAux) < 0
		}
		return false
	}
	switch a.lemma(m) {
	case "if", "unless", "should", "lest":
		j.signs |= hypothetical
		return false
	case "to":
		a.govern(j, h, false)
		if j.signs&^(ongoing|actual) == 0 {
			j.signs |= planned // a purpose
		}
		return true
	case "before", "until", "while", "by", "without", "in", "for", "from", "of":
		if a.lemma(m) == "without" {
			j.negated = !j.negated
		}
		if a.Tags[v].XPOS == extractor.PennVBG {
			a.govern(j, h, false)
			a.readModals(j, h)
		}
	}
	return false
}

// nounUnder handles a noun that names an event and is governed by h; it reports whether to climb on.
func (a *analysis) nounUnder(j *judgement, v, h int32) bool {
	rel := a.rel(v)
	if rel == extractor.RelObl || rel == extractor.RelNmod {
		switch a.preposition(v) {
		case "ahead", "of":
			if k := a.tree.Child(v, extractor.RelCase); k >= 0 && a.lemma(k) == "ahead" {
				j.signs |= planned
				return false
			}
		case "after", "since", "following", "during", "amid", "over", "despite":
			return false
		case "for":
			// “flew to Lima for talks”, “will visit for a summit”: still to come.
			if a.Tags[h].UPOS == extractor.VERB && isJourney(a.typeOf(h)) {
				j.signs |= planned
				return false
			}
		}
	}
	if a.Tags[h].UPOS == extractor.VERB {
		isObject := rel == extractor.RelObj || rel == extractor.RelNsubjPass || rel == extractor.RelObl && a.takesPrep(h, v)
		if isObject {
			a.govern(j, h, true)
		}
		if isObject && (support[a.lemma(h)] || a.governor(h) != 0 || eventive[a.lemma(h)]) || rel == extractor.RelNsubj && eventive[a.lemma(h)] {
			a.readVerb(j, h, false)
			return true
		}
		return false
	}
	if rel == extractor.RelNmod {
		switch a.preposition(v) {
		case "of", "for", "to", "about":
			a.govern(j, h, true)
			return a.Tags[h].UPOS == extractor.NOUN && a.governor(h) != 0
		}
		return false
	}
	if a.Tags[h].UPOS == extractor.ADJ && rel == extractor.RelNsubj {
		a.govern(j, h, true)
		a.readVerb(j, h, false)
	}
	return false
}

// typeOf returns the type of the event that a word names, 0 for none.
func (a *analysis) typeOf(i int32) extractor.EventType {
	if t := a.triggerAt[i]; t >= 0 && !a.candidates[t].dropped {
		return a.candidates[t].sense.Type
	}
	return 0
}

func isJourney(t extractor.EventType) bool {
	return t == extractor.EventMovement || t == extractor.EventConsult
}

// takesPrep reports whether the verb's preposition makes the noun its object: “called for talks”, “accused of theft”.
func (a *analysis) takesPrep(h, v int32) bool {
	switch a.preposition(v) {
	case "for":
		switch a.lemma(h) {
		case "call", "ask", "push", "press", "hope", "plan", "appeal", "prepare", "wish", "schedule", "campaign", "lobby", "urge", "set", "slate", "arrange":
			return true
		}
	case "of", "with":
		switch a.lemma(h) {
		case "accuse", "suspect", "charge", "threaten", "warn":
			return true
		}
	case "to":
		switch a.lemma(h) {
		case "agree", "commit", "invite":
			return true
		}
	}
	return false
}

// eventive lists verbs whose subject or object is the event itself: “the talks will take place”.
var eventive = map[string]bool{"take": true, "happen": true, "occur": true, "begin": true, "start": true, "end": true, "continue": true,
	"hold": true, "follow": true, "come": true, "go": true, "last": true, "resume": true, "fail": true, "collapse": true, "conclude": true,
	"schedule": true, "plan": true, "cancel": true, "postpone": true, "expect": true, "break": true, "open": true, "proceed": true, "conduct": true, "be": true, "include": true, "cover": true, "focus": true, "delay": true, "suspend": true}

// isAnimate reports whether a word means somebody who can intend: a person, organisation, government.
func (a *analysis) isAnimate(i int32) bool {
	if a.Tags[i].UPOS == extractor.PRON {
		return a.isPersonal(a.lemma(i)) || a.entityIsAnimate(i)
	}
	switch a.nameType(i) {
	case extractor.EntityPerson, extractor.EntityOrg, extractor.EntityGPE, extractor.EntityNORP:
		return true
	}
	return a.entityIsAnimate(i) || a.isHuman(a.lemma(i))
}

// isHuman reports whether a common noun means people or a body of people.
func (a *analysis) isHuman(lemma string) bool {
	if a.human.HasLemma(lemma) {
		return true
	}
	c := a.gazetteer.NounClass(lemma)
	return c.Is(gazetteer.ClassPerson|gazetteer.ClassOrganization) && !c.Is(gazetteer.ClassEvent|gazetteer.ClassCommunication|gazetteer.ClassThing|gazetteer.ClassAbstract)
}

func (a *analysis) entityIsAnimate(i int32) bool {
	r := a.entityAt(i)
	if r.entity < 0 {
		return false
	}
	switch a.Entities[r.entity].Type {
	case extractor.EntityPerson, extractor.EntityOrg, extractor.EntityGPE, extractor.EntityNORP:
		return true
	}
	return false
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
