package events

import "github.com/dateline-news/dateline/extractor"

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
		return a.nounUnderVerb(j, v, h)
	}
	if rel == extractor.RelNsubj && a.isUnderWay(h) {
		j.signs |= ongoing
		return false
	}
	if rel == extractor.RelNsubj && a.isDue(h) {
		j.signs |= planned
		return false
	}
	if rel == extractor.RelNmod {
		if verb := a.head(h); verb >= 0 && a.rel(h) == extractor.RelObj && a.Tags[verb].UPOS == extractor.VERB && a.governor(verb)&alleged != 0 && a.takesPrep(verb, v) {
			a.govern(j, verb, true) // “accuse the army of torture”
			return false
		}
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

// nounUnderVerb handles a noun that names an event and is governed by a verb; it reports whether to climb on.
func (a *analysis) nounUnderVerb(j *judgement, v, h int32) bool {
	rel := a.rel(v)
	isObject := rel == extractor.RelObj || rel == extractor.RelNsubjPass || rel == extractor.RelObl && a.takesPrep(h, v)
	if isObject {
		a.govern(j, h, true)
	}
	if isObject && causal[a.lemma(h)] {
		a.readModals(j, h) // “could spark protests”
	}
	if isObject && hearsay[a.lemma(v)] && refusals[a.lemma(h)] {
		j.signs |= denied // “dismissed reports that …”
	}
	if rel == extractor.RelNsubj && a.governor(h) == ongoing && (a.Tags[h].XPOS == extractor.PennVBZ || a.Tags[h].XPOS == extractor.PennVBP) {
		j.signs |= ongoing // “fighting continues”
	}
	if isObject && (support[a.lemma(h)] || a.governor(h) != 0 || eventive[a.lemma(h)]) || rel == extractor.RelNsubj && eventive[a.lemma(h)] {
		a.readVerb(j, h, false)
		if (rel == extractor.RelNsubj || rel == extractor.RelNsubjPass) && a.hasNo(v) {
			j.negated = !j.negated // its “no” was read twice: of the noun, and of the subject
		}
		return true
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
		case "accuse", "suspect", "charge", "threaten", "warn", "acquit", "clear", "exonerate", "absolve":
			return true
		}
	case "to":
		switch a.lemma(h) {
		case "agree", "commit", "invite", "lead":
			return true
		}
	case "in":
		return a.lemma(h) == "result"
	}
	return false
}

// causal lists verbs that bring about their object: it is as sure as they are.
var causal = map[string]bool{"spark": true, "trigger": true, "cause": true, "provoke": true, "prompt": true, "ignite": true, "lead": true,
	"result": true, "bring": true, "unleash": true, "force": true}

// hearsay lists nouns for what others say, refusals verbs that deny it.
var (
	hearsay  = map[string]bool{"report": true, "claim": true, "allegation": true, "accusation": true, "rumor": true, "rumour": true, "suggestion": true, "charge": true}
	refusals = map[string]bool{"dismiss": true, "reject": true, "deny": true, "refute": true, "rebut": true, "dispute": true, "contradict": true}
)

// hasNo reports whether a noun has the determiner “no”.
func (a *analysis) hasNo(i int32) bool {
	d := a.tree.Child(i, extractor.RelDet)
	return d >= 0 && a.lemma(d) == "no"
}

// isUnderWay reports whether a predicate says that its subject goes on.
func (a *analysis) isUnderWay(h int32) bool {
	switch a.lemma(h) {
	case "way":
		k := a.tree.Child(h, extractor.RelCase)
		return k >= 0 && a.lemma(k) == "under"
	case "underway", "ongoing":
		return true
	}
	return false
}

// isDue reports whether a date that is a predicate says when its subject is due: “the hearing is due on Monday”.
func (a *analysis) isDue(h int32) bool {
	k := a.tree.Child(h, extractor.RelCase)
	return k >= 0 && a.lemma(k) == "due" && a.timeAt[h] >= 0
}

// eventive lists verbs whose subject or object is the event itself: “the talks will take place”.
var eventive = map[string]bool{"take": true, "happen": true, "occur": true, "begin": true, "start": true, "end": true, "continue": true,
	"hold": true, "follow": true, "come": true, "go": true, "last": true, "resume": true, "fail": true, "collapse": true, "conclude": true,
	"schedule": true, "plan": true, "cancel": true, "postpone": true, "expect": true, "break": true, "open": true, "proceed": true, "conduct": true, "be": true, "include": true, "cover": true, "focus": true, "delay": true, "suspend": true}
