package events

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// isAnimate reports whether a word means somebody who can intend: a person, organisation, government.
func (a *analysis) isAnimate(i int32) bool {
	if a.Tags[i].UPOS == extractor.PRON {
		return a.isPersonal(a.lemma(i)) || a.entityIsAnimate(i)
	}
	switch a.nameType(i) {
	case extractor.EntityPerson, extractor.EntityOrg, extractor.EntityGPE, extractor.EntityNORP:
		return true
	}
	return a.entityIsAnimate(i) || a.isHuman(a.lemma(i)) || a.isSome(i)
}

// partitives are words for some of those that “of” names.
var partitives = map[string]bool{"number": true, "majority": true, "minority": true, "hundred": true, "thousand": true, "million": true,
	"dozen": true, "score": true, "handful": true, "couple": true, "pair": true, "trio": true, "half": true, "third": true, "quarter": true,
	"percent": true, "group": true, "crowd": true, "assembly": true, "gathering": true, "gang": true, "band": true, "bunch": true, "rest": true,
	"lot": true, "plenty": true, "wave": true, "array": true, "mob": true, "team": true, "delegation": true, "coalition": true, "alliance": true,
	"convoy": true, "ten": true, "one": true, "two": true, "three": true, "several": true, "many": true, "most": true, "some": true, "all": true,
	"both": true}

// isSome reports whether a word means some of a kind of people: “scores of miners”, “one third of the rebels”.
func (a *analysis) isSome(i int32) bool {
	switch a.Tags[i].UPOS {
	case extractor.NOUN, extractor.NUM, extractor.DET, extractor.ADJ:
	default:
		return false
	}
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		if k > i && a.rel(k) == extractor.RelNmod && a.preposition(k) == "of" {
			if !partitives[a.lemma(i)] {
				return false
			}
			return a.entityIsAnimate(k) || a.isHuman(a.lemma(k)) || a.isSome(k)
		}
	}
	return false
}

// isCounted reports whether a number stands for people: “kills two”.
func (a *analysis) isCounted(i int32) bool {
	if a.Tags[i].UPOS != extractor.NUM || a.timeAt[i] >= 0 || a.tree.Child(i, extractor.RelNmod, extractor.RelCase) >= 0 {
		return false
	}
	switch a.rel(i) {
	case extractor.RelObj, extractor.RelNsubj, extractor.RelNsubjPass, extractor.RelConj:
		return true
	}
	return false
}

// isBody reports whether a noun may mean an organisation, though it may mean a thing or a house, too: “bank”, “church”.
func (a *analysis) isBody(i int32) bool {
	return a.Tags[i].UPOS == extractor.NOUN && a.triggerAt[i] < 0 && a.gazetteer.NounClass(a.lemma(i)).Is(gazetteer.ClassOrganization)
}

// isHuman reports whether a common noun means people or a body of people.
func (a *analysis) isHuman(lemma string) bool {
	if a.human.HasLemma(lemma) {
		return true
	}
	c := a.gazetteer.NounClass(lemma)
	return c.Is(gazetteer.ClassPerson|gazetteer.ClassOrganization) && !c.Is(gazetteer.ClassEvent|gazetteer.ClassCommunication|gazetteer.ClassThing|gazetteer.ClassAbstract)
}

func (a *analysis) entityIsAnimate(i int32) bool {
	r := a.entityAt(i)
	if r.entity < 0 {
		return false
	}
	switch a.Entities[r.entity].Type {
	case extractor.EntityPerson, extractor.EntityOrg, extractor.EntityGPE, extractor.EntityNORP:
		return true
	}
	return false
}
