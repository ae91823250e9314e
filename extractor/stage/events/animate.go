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
	return a.entityIsAnimate(i) || a.isHuman(a.lemma(i))
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
