package events

import "github.com/dateline-news/dateline/extractor"

// reporting lists verbs whose clause stands on the word of their subject; true for those that deny it.
var reporting = map[string]bool{"say": false, "tell": false, "add": false, "state": false, "note": false, "explain": false, "declare": false,
	"announce": false, "claim": false, "assert": false, "maintain": false, "insist": false, "acknowledge": false, "admit": false,
	"confirm": false, "reveal": false, "disclose": false, "report": false, "reiterate": false, "testify": false, "tweet": false,
	"write": false, "post": false, "conclude": false, "suggest": false, "allege": false, "predict": false, "indicate": false,
	"argue": false, "inform": false, "stress": false, "warn": false, "deny": true, "refute": true}

// fromClause returns on whose word a mention stands that no quote holds, by the tree alone: the subject of a verb of
// saying above its clause or beside it, the noun behind “according to”.
func (a *analysis) fromClause(i int32) (extractor.Attribution, bool) {
	for v, steps := i, 0; v >= 0 && steps < maxClimb; v, steps = a.head(v), steps+1 {
		for k := a.tree.First(v); k >= 0; k = a.tree.Next(k) {
			switch a.rel(k) {
			case extractor.RelParataxis:
				if at, ok := a.told(k); ok {
					return at, true
				}
			case extractor.RelObl, extractor.RelNmod:
				if c := a.tree.Child(k, extractor.RelCase); c >= 0 && a.lemma(c) == "accord" {
					return a.onWord(k, c, extractor.StanceAssert), true
				}
			}
		}
		h := a.head(v)
		if h < 0 {
			break
		}
		switch a.rel(v) {
		case extractor.RelCcomp, extractor.RelParataxis:
			if at, ok := a.told(h); ok {
				return at, true
			}
		case extractor.RelXcomp:
			if s := a.tree.Child(h, extractor.RelNsubjPass); s >= 0 {
				continue // “is said to have fled”: nobody's word
			}
		}
	}
	return extractor.Attribution{}, false
}

// told returns the attribution to the subject of a verb of saying.
func (a *analysis) told(v int32) (extractor.Attribution, bool) {
	denies, ok := reporting[a.lemma(v)]
	if !ok || a.Tags[v].UPOS != extractor.VERB || a.isNegated(v) {
		return extractor.Attribution{}, false
	}
	s := a.tree.Child(v, extractor.RelNsubj)
	if s < 0 && !a.isPassive(v) {
		s = a.missingSubject(v)
	}
	if s < 0 || !a.isAnimate(a.antecedent(s)) && a.entityAt(s).entity < 0 {
		return extractor.Attribution{}, false
	}
	stance := extractor.StanceAssert
	if denies {
		stance = extractor.StanceDeny
	}
	return a.onWord(a.antecedent(s), v, stance), true
}

func (a *analysis) onWord(source, cue int32, stance extractor.Stance) extractor.Attribution {
	return extractor.Attribution{
		Entity: a.entityAt(source).entity, Via: -1, Quote: -1, Source: a.phrase(source),
		Cue: extractor.TokenRange{First: cue, Last: cue + 1}, Stance: stance,
	}
}
