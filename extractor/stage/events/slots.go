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
	passive := a.isPassive(v)
	buf = a.dependents(v, passive, buf)
	if p := a.participleBefore(v); p >= 0 {
		buf = append(buf, filler{voicePlace(passive), a.tree.Child(p, extractor.RelNsubj)})
	}
	if !hasPlace(buf, "subj") && !passive {
		if s := a.nameBefore(v); s >= 0 {
			buf = append(buf, filler{"subj", s})
		} else if s := a.missingSubject(v); s >= 0 {
			buf = append(buf, filler{"subj", s})
		}
	}
	if !hasPlace(buf, "obj") {
		if o := a.missingObject(v, passive); o >= 0 {
			buf = append(buf, filler{"obj", o})
		} else if o := a.nameAfter(v); o >= 0 && !passive {
			buf = append(buf, filler{"obj", o})
		}
	}
	return a.withConjuncts(buf)
}

// voicePlace is the place of the subject.
func voicePlace(passive bool) string {
	if passive {
		return "obj"
	}
	return "subj"
}

// dependents returns what the tree itself says.
func (a *analysis) dependents(v int32, passive bool, buf []filler) []filler {
	hasObj := false
	for c := a.tree.First(v); c >= 0; c = a.tree.Next(c) {
		if a.rel(c) == extractor.RelObj {
			hasObj = true
		}
	}
	for c := a.tree.First(v); c >= 0; c = a.tree.Next(c) {
		rel := a.rel(c)
		switch {
		case rel == extractor.RelNsubj && passive:
			rel = extractor.RelNsubjPass
		case rel == extractor.RelNsubj && a.isStranded(c, v):
			continue
		}
		switch rel {
		case extractor.RelNsubj, extractor.RelNsubjOuter, extractor.RelCsubj:
			if n := len(buf); n > 0 && buf[n-1].place == "subj" && a.onePhrase(buf[n-1].head, c) {
				buf = buf[:n-1] // “Peru President Ada Brandt”, torn apart by the parser
			}
			buf = append(buf, filler{"subj", a.antecedent(c)})
			if o := a.beforeComma(c); o >= 0 {
				buf = append(buf, filler{"subj", o})
			}
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
			if by := a.tree.Child(c, extractor.RelOblAgent); passive && by >= 0 && a.Tags[c].UPOS == extractor.ADJ {
				buf = append(buf, filler{"subj", by}) // “shot dead by troops”
			}
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

// beforeComma returns the other subject where a headline has a comma for “and”: “Peru, Chad sign treaty”; -1 for none.
func (a *analysis) beforeComma(s int32) int32 {
	at := a.tree.Left[s] - 1
	if at < 1 || a.blockOf(s) != extractor.SegmentTitle || a.lemma(at) != "," || a.nameAt[at-1] < 0 || a.nameAt[s] < 0 {
		return -1
	}
	n := a.Names[a.nameAt[at-1]].Tokens
	if h := a.headOf(n); n.First == a.Sentences[a.SentenceOf(int(s))].Tokens.First && a.isAnimate(h) {
		return h
	}
	return -1
}

// isStranded reports whether the parser hung a subject on a verb of saying that belongs to the clause before it.
func (a *analysis) isStranded(s, v int32) bool {
	for k := a.tree.First(v); k >= 0; k = a.tree.Next(k) {
		if a.rel(k) == extractor.RelCcomp && k > s {
			return a.strandedSubject(k) == s
		}
	}
	return false
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
