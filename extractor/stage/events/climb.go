package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

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
			if a.Tags[h].XPOS == extractor.PennVB && a.isPastForm(v) {
				return // “tried to flee and shot a guard”: no part of what was tried
			}
			if a.Tags[h].UPOS == extractor.VERB && a.tree.Child(v, extractor.RelNsubj, extractor.RelAux) < 0 {
				a.readModals(j, h)
			}
		case extractor.RelXcomp:
			if n := a.nounBefore(v, h); n >= 0 {
				a.govern(j, n, true)
			}
			a.govern(j, h, false)
			a.readVerb(j, h, false)
		case extractor.RelCcomp, extractor.RelCsubj, extractor.RelCsubjPass:
			if e := a.governor(h); !j.past || j.future || e&(planned|hypothetical) == 0 {
				a.govern(j, h, false) // “announced that he had resigned” is no plan, “insisted that he had” no demand
			}
			if a.governor(h) == 0 {
				return
			}
			a.readNegation(j, h)
			return
		case extractor.RelAdvcl:
			if !a.adverbial(j, v, h) {
				return
			}
		case extractor.RelAcl, extractor.RelAclRelcl:
			if a.rel(v) == extractor.RelAclRelcl && a.tree.Child(v, extractor.RelMark) < 0 {
				return // no “reports that …”, taken for a relative clause
			}
			a.govern(j, h, false)
			if a.hasTo(v) && a.blockOf(v) == extractor.SegmentTitle {
				j.signs |= planned // “Minister to visit Riga”, taken for a noun with a clause
				j.future = true
			}
			if reduced := a.Tags[v].XPOS == extractor.PennVBN || a.Tags[v].XPOS == extractor.PennVBG; reduced && a.tree.Child(v, extractor.RelMark) < 0 {
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
	if e&cancelled != 0 && a.hasNewDate(h) {
		e = planned
	}
	if e&alleged != 0 && noun && a.Tags[h].UPOS == extractor.VERB {
		switch a.lemma(h) {
		case "investigate", "probe", "try", "attribute":
			e = 0
		}
	}
	if e&alleged != 0 && !noun && a.lemma(h) == "try" {
		e = possible // to do it, not somebody for it
	}
	if e&hypothetical != 0 && noun && addressing[a.lemma(h)] {
		return // “told a conference”: who is spoken to
	}
	j.signs |= e
}

// isPastForm reports whether a verb is worded in the past tense, whatever the tagger takes it for.
func (a *analysis) isPastForm(v int32) bool {
	if a.Tags[v].XPOS == extractor.PennVBD {
		return true
	}
	_, ok := a.facts.irregular[strings.ToLower(a.TokenText(int(v)))]
	return ok && a.Tags[v].XPOS == extractor.PennVB
}

// nounBefore returns the object of a verb that stands right before the infinitive v, which says what the noun is about
// though the parser hung it on the verb: “rejected calls to resign”; -1 for none.
func (a *analysis) nounBefore(v, verb int32) int32 {
	m := a.tree.Child(v, extractor.RelMark)
	if m < 1 || a.lemma(m) != "to" || a.head(m-1) != verb || a.rel(m-1) != extractor.RelObj {
		return -1
	}
	return m - 1
}

// addressing lists verbs whose object is spoken to.
var addressing = map[string]bool{"tell": true, "advise": true, "instruct": true, "implore": true}

// hasNewDate reports whether a verb says until when something is put off.
func (a *analysis) hasNewDate(h int32) bool {
	for k := a.tree.First(h); k >= 0; k = a.tree.Next(k) {
		if a.timeAt[k] < 0 {
			continue
		}
		switch a.preposition(k) {
		case "until", "till", "to":
			return true
		}
	}
	return false
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
		if aux := a.tree.Child(v, extractor.RelAux, extractor.RelAuxPass); a.Tags[v].XPOS == extractor.PennVBG || aux >= 0 && a.Tags[aux].XPOS == extractor.PennVBG {
			a.govern(j, h, false)
			a.readModals(j, h)
		}
	}
	return false
}
