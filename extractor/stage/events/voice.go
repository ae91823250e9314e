package events

import "github.com/dateline-news/dateline/extractor"

// isPassive reports whether the subject of a verb is whom the act befalls.
func (a *analysis) isPassive(v int32) bool {
	if a.isMainVerb(v) {
		return false
	}
	return a.tree.Child(v, extractor.RelAuxPass, extractor.RelNsubjPass, extractor.RelOblAgent) >= 0 || a.predicateAfter(v) >= 0 ||
		a.Tags[v].XPOS == extractor.PennVBN && a.tree.Child(v, extractor.RelAux) < 0 && a.isReduced(v) ||
		a.isBefallen(v)
}

// predicateAfter returns the predicate of the subject that a participle describes, though the parser took the participle
// for a past tense: “The engineer seized in May was freed”; -1 for none.
func (a *analysis) predicateAfter(v int32) int32 {
	if x := a.Tags[v].XPOS; x != extractor.PennVBD && x != extractor.PennVBN || !a.befalling.HasLemma(a.lemma(v)) {
		return -1
	}
	s := a.tree.Child(v, extractor.RelNsubj)
	if s < 0 || s > v || a.isRelative(s) || a.tree.Child(v, extractor.RelObj, extractor.RelIobj, extractor.RelAux) >= 0 {
		return -1
	}
	if h := a.head(v); a.rel(v) == extractor.RelCcomp && h > v && a.isBarePredicate(v, h) {
		return h
	}
	for k := a.tree.First(v); k >= 0; k = a.tree.Next(k) {
		if k > v && a.rel(k) == extractor.RelCcomp && a.isBarePredicate(v, k) {
			return k
		}
	}
	return -1
}

// isBarePredicate reports whether a finite verb without subject follows v with nothing but adverbials between.
func (a *analysis) isBarePredicate(v, k int32) bool {
	if a.Tags[k].UPOS != extractor.VERB || a.hasOwnSubject(k) || a.tree.Child(k, extractor.RelMark) >= 0 {
		return false
	}
	if !a.isFinite(k) && a.tree.Child(k, extractor.RelAux, extractor.RelAuxPass) < 0 {
		return false
	}
	for i := v + 1; i < k; i++ {
		if a.rel(i) == extractor.RelPunct || a.rel(i) == extractor.RelNsubj {
			return false
		}
	}
	return true
}

// participleBefore returns the participle of whose subject k is the predicate; -1 for none.
func (a *analysis) participleBefore(k int32) int32 {
	if h := a.head(k); h >= 0 && h < k && a.rel(k) == extractor.RelCcomp && a.predicateAfter(h) == k {
		return h
	}
	for v := a.tree.First(k); v >= 0 && v < k; v = a.tree.Next(v) {
		if a.rel(v) == extractor.RelCcomp && a.predicateAfter(v) == k {
			return v
		}
	}
	return -1
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
