package events

import "github.com/dateline-news/dateline/extractor"

// filler is a word in a grammatical place of a trigger: "subj", "obj", "iobj", "comp", "poss", "mod", "head" or a
// preposition. Passives, control, coordination and relative clauses are undone: in “the envoy, who was received by
// the king and then flew home”, the envoy is obj of received and subj of flew.
type filler struct {
	place string
	head  int32
}

// maxClimb bounds how far a missing subject is looked for.
const maxClimb = 6

// verbSlots returns the fillers of a verb; buf is reused.
func (a *analysis) verbSlots(v int32, buf []filler) []filler {
	buf = a.dependents(v, buf)
	passive := a.isPassive(v)
	if !hasPlace(buf, "subj") && !passive {
		if s := a.missingSubject(v); s >= 0 {
			buf = append(buf, filler{"subj", s})
		}
	}
	if !hasPlace(buf, "obj") {
		if o := a.missingObject(v, passive); o >= 0 {
			buf = append(buf, filler{"obj", o})
		}
	}
	return a.withConjuncts(buf)
}

// dependents returns what the tree itself says.
func (a *analysis) dependents(v int32, buf []filler) []filler {
	hasObj := false
	for c := a.tree.First(v); c >= 0; c = a.tree.Next(c) {
		if a.rel(c) == extractor.RelObj {
			hasObj = true
		}
	}
	for c := a.tree.First(v); c >= 0; c = a.tree.Next(c) {
		switch a.rel(c) {
		case extractor.RelNsubj, extractor.RelNsubjOuter, extractor.RelCsubj:
			if n := len(buf); n > 0 && buf[n-1].place == "subj" && a.onePhrase(buf[n-1].head, c) {
				buf = buf[:n-1] // “Peru President Ada Brandt”, torn apart by the parser
			}
			buf = append(buf, filler{"subj", a.antecedent(c)})
		case extractor.RelNsubjPass:
			if hasObj {
				buf = append(buf, filler{"iobj", a.antecedent(c)})
			} else {
				buf = append(buf, filler{"obj", a.antecedent(c)})
			}
		case extractor.RelObj:
			buf = append(buf, filler{"obj", a.antecedent(c)})
		case extractor.RelIobj:
			buf = append(buf, filler{"iobj", a.antecedent(c)})
		case extractor.RelOblAgent:
			buf = append(buf, filler{"subj", c})
		case extractor.RelXcomp, extractor.RelCcomp:
			buf = append(buf, filler{"comp", c})
		case extractor.RelObl, extractor.RelNmod:
			if p := a.preposition(c); p != "" {
				buf = append(buf, filler{p, a.antecedent(c)})
			}
		case extractor.RelAdvcl:
			if m := a.tree.Child(c, extractor.RelMark, extractor.RelCase); m >= 0 && a.Tags[m].UPOS == extractor.ADP {
				buf = append(buf, filler{a.lemma(m), c})
			} else if m >= 0 && a.lemma(m) == "to" {
				buf = append(buf, filler{"comp", c})
			}
		}
	}
	return buf
}

// onePhrase reports whether only words of a noun phrase stand between two words.
func (a *analysis) onePhrase(i, j int32) bool {
	for k := i; k < j; k++ {
		switch a.Tags[k].UPOS {
		case extractor.NOUN, extractor.PROPN, extractor.ADJ, extractor.DET:
		default:
			return false
		}
	}
	return i < j
}

// preposition returns the case of a noun, the last word of a fixed one (“in favour of” is of; “because of” none).
func (a *analysis) preposition(c int32) string {
	k := a.tree.Child(c, extractor.RelCase)
	if k < 0 {
		return ""
	}
	if f := a.tree.Child(k, extractor.RelFixed); f >= 0 {
		switch a.lemma(k) {
		case "because", "such", "due", "instead", "according", "as":
			return ""
		}
		return a.lemma(f)
	}
	return a.lemma(k)
}

func (a *analysis) isPassive(v int32) bool {
	return a.tree.Child(v, extractor.RelAuxPass, extractor.RelNsubjPass, extractor.RelOblAgent) >= 0 ||
		a.Tags[v].XPOS == extractor.PennVBN && a.tree.Child(v, extractor.RelAux) < 0 && a.isReduced(v)
}

// isReduced reports whether a participle stands without auxiliary after a noun or beside a clause: “the men detained”.
func (a *analysis) isReduced(v int32) bool {
	switch a.rel(v) {
	case extractor.RelAcl, extractor.RelAdvcl, extractor.RelAmod, extractor.RelRoot, extractor.RelCcomp, extractor.RelConj, extractor.RelXcomp:
		return a.tree.Child(v, extractor.RelNsubj) < 0
	}
	return false
}

// missingSubject finds the subject that control, coordination or a participle leaves unsaid; -1 for none.
func (a *analysis) missingSubject(v int32) int32 {
	for steps := 0; steps < maxClimb; steps++ {
		h := a.head(v)
		if h < 0 {
			return -1
		}
		switch a.rel(v) {
		case extractor.RelAdvcl:
			// “accused Togo of jamming”: whom one accuses is who did it.
			if m := a.tree.Child(v, extractor.RelMark); m >= 0 && (a.lemma(m) == "of" || a.lemma(m) == "for") && steps == 0 {
				if o := a.tree.Child(h, extractor.RelObj, extractor.RelNsubjPass); o >= 0 {
					return a.antecedent(o)
				}
			}
		case extractor.RelConj, extractor.RelParataxis, extractor.RelDep:
		case extractor.RelXcomp, extractor.RelCcomp:
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
			if a.Tags[v].XPOS == extractor.PennVBG {
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
	case extractor.RelConj, extractor.RelAdvcl, extractor.RelXcomp:
		if passive {
			return a.subjectOf(h)
		}
	}
	return -1
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

func (a *analysis) isRelative(i int32) bool {
	switch a.Tags[i].XPOS {
	case extractor.PennWP, extractor.PennWDT:
		return true
	}
	return false
}

// antecedent returns the noun that a relative pronoun stands for; any other word is itself.
func (a *analysis) antecedent(c int32) int32 {
	if !a.isRelative(c) {
		return c
	}
	for v, steps := a.head(c), 0; v >= 0 && steps < maxClimb; v, steps = a.head(v), steps+1 {
		if a.rel(v) == extractor.RelAclRelcl {
			return a.head(v)
		}
	}
	return c
}

// nounSlots returns the fillers of a noun; buf is reused.
func (a *analysis) nounSlots(n int32, buf []filler) []filler {
	for c := a.tree.First(n); c >= 0; c = a.tree.Next(c) {
		switch a.rel(c) {
		case extractor.RelNmodPoss:
			buf = append(buf, filler{"poss", c})
		case extractor.RelCompound, extractor.RelAmod, extractor.RelNmodUnmarked, extractor.RelNmodDesc:
			if a.nameAt[c] >= 0 || a.mentionAt[c].entity >= 0 {
				buf = append(buf, filler{"mod", c})
			}
		case extractor.RelNmod, extractor.RelObl:
			if p := a.preposition(c); p != "" {
				buf = append(buf, filler{p, c})
			}
		case extractor.RelAcl, extractor.RelCcomp, extractor.RelXcomp:
			if m := a.tree.Child(c, extractor.RelMark); m >= 0 {
				buf = append(buf, filler{"comp", c})
			}
		}
	}
	if !hasPlace(buf, "poss") {
		s := a.supportSubject(n)
		if s < 0 {
			s = a.purposeSubject(n)
		}
		if s >= 0 {
			buf = append(buf, filler{"poss", s})
		}
	}
	if o := a.hitBy(n); o >= 0 {
		buf = append(buf, filler{"against", o})
	}
	return a.withConjuncts(buf)
}

// hitBy returns the object of the verb that an attack is the subject of: “the strike hit a market”; -1 for none.
func (a *analysis) hitBy(n int32) int32 {
	h := a.head(n)
	if h < 0 || a.rel(n) != extractor.RelNsubj || !a.lex.Class("attack").HasLemma(a.lemma(n)) {
		return -1
	}
	switch a.lemma(h) {
	case "hit", "strike", "kill", "destroy", "target", "wound", "injure", "damage", "rock", "shake", "level", "leave":
		return a.tree.Child(h, extractor.RelObj)
	}
	return -1
}

// support lists verbs whose subject does what their object names: “staged an attack”, “began a visit”.
var support = map[string]bool{"hold": true, "have": true, "make": true, "take": true, "give": true, "pay": true, "stage": true,
	"launch": true, "begin": true, "start": true, "end": true, "carry": true, "conduct": true, "mount": true, "continue": true,
	"commit": true, "issue": true, "undertake": true, "resume": true, "complete": true, "finish": true, "perform": true,
	"plan": true, "announce": true, "deliver": true, "do": true, "join": true, "lead": true, "open": true, "offer": true, "express": true, "attend": true, "set": true,
	"suffer": true, "face": true, "call": true, "organize": true, "organise": true, "file": true, "submit": true, "enter": true, "sign": true, "reach": true, "plot": true, "cancel": true, "postpone": true, "reiterate": true, "voice": true, "perpetrate": true, "condemn": false}

// supportSubject returns the subject of the light verb that governs a noun; -1 for none.
func (a *analysis) supportSubject(n int32) int32 {
	h := a.head(n)
	if h < 0 || !support[a.lemma(h)] {
		return -1
	}
	switch {
	case a.rel(n) == extractor.RelObj:
		if s := a.tree.Child(h, extractor.RelNsubj); s >= 0 {
			return a.antecedent(s)
		}
		return a.missingSubject(h)
	case a.rel(n) == extractor.RelNsubjPass:
		return a.tree.Child(h, extractor.RelOblAgent)
	}
	return -1
}

// purposeSubject returns the subject of “flew to Lima for talks”: who talks; -1 for none.
func (a *analysis) purposeSubject(n int32) int32 {
	h := a.head(n)
	if h < 0 || a.rel(n) != extractor.RelObl || a.Tags[h].UPOS != extractor.VERB || a.preposition(n) != "for" {
		return -1
	}
	if s := a.tree.Child(h, extractor.RelNsubj); s >= 0 && a.lex.Class("talk").HasLemma(a.lemma(n)) {
		return a.antecedent(s)
	}
	return -1
}

// withConjuncts adds the coordinated nouns of each filler under its place.
func (a *analysis) withConjuncts(buf []filler) []filler {
	for i := 0; i < len(buf); i++ {
		if buf[i].place == "comp" {
			continue
		}
		for c := a.tree.First(buf[i].head); c >= 0; c = a.tree.Next(c) {
			if a.rel(c) == extractor.RelConj && a.Tags[c].UPOS != extractor.VERB {
				buf = append(buf, filler{buf[i].place, c})
			}
		}
		if len(buf) > 60 {
			break
		}
	}
	return buf
}

func hasPlace(fillers []filler, place string) bool {
	for _, f := range fillers {
		if f.place == place {
			return true
		}
	}
	return false
}
