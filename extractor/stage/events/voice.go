package events

import "github.com/dateline-news/dateline/extractor"

// isPassive reports whether the subject of a verb is whom the act befalls.
func (a *analysis) isPassive(v int32) bool {
	if a.isMainVerb(v) {
		return false
	}
	return a.tree.Child(v, extractor.RelAuxPass, extractor.RelNsubjPass, extractor.RelOblAgent) >= 0 ||
		a.Tags[v].XPOS == extractor.PennVBN && a.tree.Child(v, extractor.RelAux) < 0 && a.isReduced(v) ||
		a.isBefallen(v)
}

// isReduced reports whether a participle stands without auxiliary after a noun or beside a clause: “the men detained”.
// “They have stormed and looted the shop” has one auxiliary for both.
func (a *analysis) isReduced(v int32) bool {
	switch a.rel(v) {
	case extractor.RelConj:
		h := a.head(v)
		if a.tree.Child(h, extractor.RelAux) >= 0 && a.tree.Child(h, extractor.RelAuxPass) < 0 {
			return false
		}
	case extractor.RelAcl, extractor.RelAdvcl, extractor.RelAmod, extractor.RelRoot, extractor.RelCcomp, extractor.RelXcomp:
	default:
		return false
	}
	return a.tree.Child(v, extractor.RelNsubj) < 0
}

// isBefallen reports whether a verb that takes an object stands without one and without auxiliary, so that it is passive
// though the tagger took it for a past tense: “Mayor arrested over bribes”, “was held and extradited to Peru”.
func (a *analysis) isBefallen(v int32) bool {
	switch a.Tags[v].XPOS {
	case extractor.PennVBD, extractor.PennVBN:
	default:
		return false
	}
	if !a.befalling.HasLemma(a.lemma(v)) || a.tree.Child(v, extractor.RelObj, extractor.RelIobj, extractor.RelCcomp, extractor.RelXcomp, extractor.RelAux) >= 0 {
		return false
	}
	if a.tree.Child(v, extractor.RelConj) >= 0 {
		return false // “chased and arrested two men”
	}
	switch a.rel(v) {
	case extractor.RelConj:
		return a.tree.Child(v, extractor.RelNsubj) < 0 && a.tree.Child(a.head(v), extractor.RelAuxPass) >= 0
	case extractor.RelRoot:
		return a.tree.Child(v, extractor.RelNsubj) >= 0
	}
	return false
}

// isMainVerb reports whether a verb that the parser hangs on its subject as a participle is the predicate of the
// sentence: “The mayor, who left in May, called for calm”.
func (a *analysis) isMainVerb(v int32) bool {
	h := a.head(v)
	if a.rel(v) != extractor.RelAcl || h < 0 || a.rel(h) != extractor.RelRoot || a.hasTo(v) || a.blockOf(v) == extractor.SegmentTitle {
		return false
	}
	switch a.Tags[v].XPOS {
	case extractor.PennVBN, extractor.PennVBD:
	default:
		return false
	}
	if v == 0 || a.lemma(v-1) != "," || a.tree.Child(v, extractor.RelAuxPass, extractor.RelOblAgent, extractor.RelNsubj, extractor.RelNsubjPass) >= 0 {
		return false
	}
	return a.tree.Child(h, extractor.RelAclRelcl, extractor.RelAppos) >= 0
}
