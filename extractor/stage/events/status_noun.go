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
