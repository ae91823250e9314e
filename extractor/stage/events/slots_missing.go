package events

import "github.com/dateline-news/dateline/extractor"

// missingSubject finds the subject that control, coordination or a participle leaves unsaid; -1 for none.
func (a *analysis) missingSubject(v int32) int32 {
	if s := a.strayConjunct(v); s >= 0 {
		return s
	}
	for steps := 0; steps < maxClimb; steps++ {
		h := a.head(v)
		if h < 0 {
			return -1
		}
		switch a.rel(v) {
		case extractor.RelAdvcl:
			if o := a.tree.Child(h, extractor.RelObj); o >= 0 && a.hasTo(v) && errand[a.lemma(h)] {
				return o
			}
			// “accused Togo of jamming”: whom one accuses is who did it.
			if m := a.tree.Child(v, extractor.RelMark); m >= 0 && (a.lemma(m) == "of" || a.lemma(m) == "for") && steps == 0 {
				if o := a.tree.Child(h, extractor.RelObj, extractor.RelNsubjPass); o >= 0 {
					return a.antecedent(o)
				}
			}
		case extractor.RelConj, extractor.RelParataxis, extractor.RelDep:
			if up := a.head(h); up >= 0 && a.Tags[h].XPOS == extractor.PennVB && a.rel(h) == extractor.RelXcomp && a.isPastForm(v) {
				h = up // “urged them to leave and closed the school”: who urged, closed
			}
		case extractor.RelXcomp, extractor.RelCcomp:
			if s := a.strandedSubject(v); s >= 0 {
				return s
			}
			if o := a.tree.Child(h, extractor.RelObj, extractor.RelIobj); o >= 0 && a.rel(v) == extractor.RelXcomp && !subjectControl[a.lemma(h)] {
				return a.antecedent(o)
			}
			if p := a.tree.Child(h, extractor.RelNsubjPass); p >= 0 {
				return a.antecedent(p)
			}
			if p := a.calledOn(h); p >= 0 {
				return p
			}
		case extractor.RelAcl:
			if a.Tags[v].XPOS == extractor.PennVBG || a.isMainVerb(v) {
				return h
			}
			if a.hasTo(v) && a.blockOf(v) == extractor.SegmentTitle && a.isAnimate(h) {
				return h // “Minister to visit Riga”
			}
			// “the plan to visit”: whose plan it is.
			if p := a.tree.Child(h, extractor.RelNmodPoss); p >= 0 {
				return p
			}
		case extractor.RelAclRelcl:
			if !a.hasOwnSubject(v) {
				return h
			}
			return -1
		default:
			if a.Tags[h].UPOS != extractor.VERB || a.rel(v) != extractor.RelObl && a.rel(v) != extractor.RelObj {
				return -1
			}
		}
		if s := a.subjectOf(h); s >= 0 {
			return s
		}
		v = h
	}
	return -1
}

// subjectControl lists verbs whose object is not the subject of their complement.
var subjectControl = map[string]bool{"promise": true, "threaten": true, "vow": true, "use": true, "take": true, "hold": true, "make": false, "sign": true, "offer": true, "have": true, "give": true, "reach": true, "issue": true, "pass": true}

// errand lists verbs whose object is to do what the purpose clause says: “sent an envoy to meet the rebels”.
var errand = map[string]bool{"send": true, "dispatch": true, "appoint": true, "name": true, "hire": true, "invite": true, "deploy": true, "assign": true}

// calledOn returns the noun of “called on X to do”.
func (a *analysis) calledOn(h int32) int32 {
	switch a.lemma(h) {
	case "call", "appeal", "prevail", "wait", "pressure":
		for c := a.tree.First(h); c >= 0; c = a.tree.Next(c) {
			if a.rel(c) == extractor.RelObl {
				switch a.preposition(c) {
				case "on", "upon", "to", "for":
					return c
				}
			}
		}
	}
	return -1
}

// subjectOf returns the word that does what h says: its own subject, its agent, or for a noun its possessor.
func (a *analysis) subjectOf(h int32) int32 {
	if s := a.tree.Child(h, extractor.RelNsubj, extractor.RelNsubjOuter); s >= 0 {
		return a.antecedent(s)
	}
	if s := a.tree.Child(h, extractor.RelNsubjPass); s >= 0 {
		return a.antecedent(s)
	}
	if a.Tags[h].UPOS == extractor.NOUN {
		return a.tree.Child(h, extractor.RelNmodPoss)
	}
	return -1
}

func (a *analysis) hasOwnSubject(v int32) bool {
	return a.tree.Child(v, extractor.RelNsubj, extractor.RelNsubjPass) >= 0
}

// missingObject finds the object of a passive participle (“the men detained”), of a relative clause (“the deal they
// signed”) and of passives in coordination; -1 for none.
func (a *analysis) missingObject(v int32, passive bool) int32 {
	h := a.head(v)
	if h < 0 {
		return -1
	}
	switch a.rel(v) {
	case extractor.RelAcl:
		if passive && a.Tags[v].XPOS == extractor.PennVBN {
			return h
		}
	case extractor.RelAmod:
		return h
	case extractor.RelAclRelcl:
		if passive && !a.hasOwnSubject(v) || !passive && a.hasOwnSubject(v) && !a.subjectIsRelative(v) && !a.hasRelative(v) {
			return h
		}
	case extractor.RelCcomp:
		if passive {
			return a.strandedSubject(v)
		}
	case extractor.RelConj, extractor.RelAdvcl, extractor.RelXcomp:
		if passive && a.isGapped(v) {
			return v - 1
		}
		if passive {
			return a.subjectOf(h)
		}
	}
	return -1
}

// isGapped reports whether the word before a participle is its subject, though the parser put the two side by side: “two
// were killed and nine injured”.
func (a *analysis) isGapped(v int32) bool {
	if v == 0 || a.rel(v) != extractor.RelConj {
		return false
	}
	switch a.Tags[v-1].UPOS {
	case extractor.NUM, extractor.NOUN, extractor.PROPN:
		return a.rel(v-1) == extractor.RelConj && a.head(v-1) == a.head(v) && a.tree.Child(v-1, extractor.RelCc) >= 0
	}
	return false
}

// strayConjunct returns the subject of a coordinated verb that the parser took for one more noun of the clause before:
// “detained her in May and police charged her in June”; -1 for none.
func (a *analysis) strayConjunct(v int32) int32 {
	if v == 0 || a.rel(v) != extractor.RelConj || !a.isFinite(v) || a.tree.Child(v, extractor.RelCc) >= 0 {
		return -1
	}
	s := v - 1
	if a.rel(s) != extractor.RelConj || a.head(s) < a.head(v) || !a.isAnimate(s) || a.tree.Child(s, extractor.RelCc) < 0 {
		return -1
	}
	return s
}

// isFinite reports whether a verb has a tense of its own.
func (a *analysis) isFinite(v int32) bool {
	switch a.Tags[v].XPOS {
	case extractor.PennVBD, extractor.PennVBZ, extractor.PennVBP:
		return true
	}
	return false
}

// strandedSubject returns the subject of a reported clause that the parser hung on the verb of saying behind it: “The men
// were freed, the ministry said”; -1 for none.
func (a *analysis) strandedSubject(v int32) int32 {
	h := a.head(v)
	if h < v || a.rel(v) != extractor.RelCcomp || a.hasOwnSubject(v) {
		return -1
	}
	first, more := int32(-1), false
	for k := a.tree.First(h); k >= 0 && k < h; k = a.tree.Next(k) {
		if r := a.rel(k); r == extractor.RelNsubj || r == extractor.RelNsubjPass {
			if k < v && first < 0 {
				first = k
			}
			more = more || k > v
		}
	}
	if !more {
		return -1
	}
	return first
}

func (a *analysis) subjectIsRelative(v int32) bool {
	s := a.tree.Child(v, extractor.RelNsubj, extractor.RelNsubjPass)
	return s >= 0 && a.isRelative(s)
}

func (a *analysis) hasRelative(v int32) bool {
	for c := a.tree.First(v); c >= 0; c = a.tree.Next(c) {
		if a.isRelative(c) {
			return true
		}
	}
	return false
}

// nameBefore returns the name right before a finite verb that the parser gave no subject; -1 for none.
func (a *analysis) nameBefore(v int32) int32 {
	switch a.Tags[v].XPOS {
	case extractor.PennVBD, extractor.PennVBZ, extractor.PennVBP:
	default:
		return -1
	}
	if v == 0 || a.nameAt[v-1] < 0 || !a.isAnimate(v-1) || a.rel(v) == extractor.RelConj {
		return -1
	}
	h := a.headOf(a.Names[a.nameAt[v-1]].Tokens)
	if a.rel(h) == extractor.RelConj && a.nameAt[a.head(h)] >= 0 {
		return a.head(h) // “Chad and Niger signed”: its conjuncts follow
	}
	return v - 1
}

// nameAfter returns the last of the names in the noun phrase right behind an active verb that the parser gave no object;
// -1 for none.
func (a *analysis) nameAfter(v int32) int32 {
	last := int32(-1)
	for i := v + 1; int(i) < len(a.Tokens) && i < v+9; i++ {
		switch a.Tags[i].UPOS {
		case extractor.DET, extractor.ADJ, extractor.NOUN, extractor.PROPN:
		default:
			return last
		}
		if a.nameAt[i] >= 0 && a.timeAt[i] < 0 && a.isAnimate(i) {
			last = i
		}
	}
	return last
}
