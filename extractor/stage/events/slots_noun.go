package events

import "github.com/dateline-news/dateline/extractor"

// nounSlots returns the fillers of a noun; buf is reused.
func (a *analysis) nounSlots(n int32, buf []filler) []filler {
	for c := a.tree.First(n); c >= 0; c = a.tree.Next(c) {
		switch a.rel(c) {
		case extractor.RelNmodPoss:
			if s := a.theirs(n, c); s >= 0 {
				buf = append(buf, filler{"poss", s})
				continue
			}
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
	if by, of := a.headlineVerb(n); by >= 0 {
		return append(buf[:0], filler{"by", by}, filler{"of", of})
	}
	if b := a.byBelow(n, buf); b >= 0 {
		buf = append(buf, filler{"by", b})
	}
	if o := a.hitBy(n); o >= 0 {
		buf = append(buf, filler{"against", o})
	}
	buf = a.ofHappening(n, buf)
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

// headlineVerb returns subject and object of a verb that the parser took for a part of a compound in a headline: “Police
// arrest eight protesters”; -1, -1 for none.
func (a *analysis) headlineVerb(n int32) (subject, object int32) {
	s := a.tree.Child(n, extractor.RelCompound)
	if a.blockOf(n) != extractor.SegmentTitle || s < 0 || s > n || !a.isAnimate(s) {
		return -1, -1
	}
	o := a.tree.Child(n, extractor.RelAppos)
	if a.rel(n) == extractor.RelCompound {
		o = a.head(n)
	}
	if o < n || a.Tags[o].UPOS != extractor.NOUN || !a.isAnimate(o) {
		return -1, -1
	}
	return s, o
}

// byBelow returns who does what a noun names where the parser hangs him on whom it befalls: “the release of the hostages
// by the rebels”; -1 for none.
func (a *analysis) byBelow(n int32, fillers []filler) int32 {
	if hasPlace(fillers, "by") {
		return -1
	}
	for _, f := range fillers {
		if f.place != "of" && f.place != "on" && f.place != "against" {
			continue
		}
		for k := a.tree.First(f.head); k >= 0; k = a.tree.Next(k) {
			if a.rel(k) == extractor.RelNmod && a.preposition(k) == "by" && a.isAnimate(k) {
				return k
			}
		}
	}
	return -1
}

// support lists verbs whose subject does what their object names: “staged an attack”, “began a visit”.
var support = map[string]bool{"hold": true, "have": true, "make": true, "take": true, "give": true, "pay": true, "stage": true,
	"launch": true, "begin": true, "start": true, "end": true, "carry": true, "conduct": true, "mount": true, "continue": true,
	"commit": true, "issue": true, "undertake": true, "resume": true, "complete": true, "finish": true, "perform": true,
	"plan": true, "announce": true, "deliver": true, "do": true, "join": true, "lead": true, "open": true, "offer": true, "express": true, "attend": true, "set": true,
	"suffer": true, "face": true, "await": true, "undergo": true, "incur": true, "call": true, "organize": true, "organise": true, "file": true, "submit": true, "enter": true, "sign": true, "reach": true, "plot": true, "cancel": true, "postpone": true, "reiterate": true, "voice": true, "perpetrate": true, "condemn": false}

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

// theirs returns who “their” means beside a noun, where no entity is known for it: the subject of the clause, “the two
// spoke during their visit”; -1 for none.
func (a *analysis) theirs(n, pronoun int32) int32 {
	if a.entityAt(pronoun).entity >= 0 || a.Tags[pronoun].UPOS != extractor.PRON || a.lemma(pronoun) != "they" && a.lemma(pronoun) != "their" {
		return -1
	}
	h := a.head(n)
	if h < 0 || a.Tags[h].UPOS != extractor.VERB {
		return -1
	}
	if s := a.tree.Child(h, extractor.RelNsubj, extractor.RelOblAgent); s >= 0 && s != n {
		return a.antecedent(s)
	}
	return -1
}

// ofHappening takes the prepositional phrases of the verb by which an event happens: “fighting goes on between …”.
func (a *analysis) ofHappening(n int32, buf []filler) []filler {
	h := a.head(n)
	if h < 0 || a.rel(n) != extractor.RelNsubj && a.rel(n) != extractor.RelNsubjPass || !eventive[a.lemma(h)] {
		return buf
	}
	for c := a.tree.First(h); c >= 0; c = a.tree.Next(c) {
		if a.rel(c) != extractor.RelObl {
			continue
		}
		switch p := a.preposition(c); p {
		case "between", "with", "against", "among", "by":
			if !hasPlace(buf, p) {
				buf = append(buf, filler{p, c})
			}
		}
	}
	return buf
}
