package events

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// kind tells coarsely what a word means: an entity's type, or one of these.
type kind uint8

const (
	kindOfficial kind = iota + 64
	kindPronoun
	kindHuman
	kindClause
	kindEvent
	kindPlace
	kindAnimal
	kindText
	kindAbstract
	kindThing
)

// kindOf tells what a filler is.
func (a *analysis) kindOf(i int32) kind {
	if t := a.typeAt(i); t != 0 {
		if t == extractor.EntityPerson && a.holdsOffice(i) {
			return kindOfficial
		}
		return kind(t)
	}
	switch {
	case a.Tags[i].UPOS == extractor.PRON:
		return kindPronoun
	case a.isHuman(a.lemma(i)):
		return kindHuman
	case a.Tags[i].UPOS == extractor.VERB:
		return kindClause
	case a.triggerAt[i] >= 0 || len(a.lex.Nouns(a.lemma(i))) > 0:
		return kindEvent
	}
	switch c := a.gazetteer.NounClass(a.lemma(i)); {
	case c.Is(gazetteer.ClassPlace):
		return kindPlace
	case c.Is(gazetteer.ClassAnimal):
		return kindAnimal
	case c.Is(gazetteer.ClassCommunication):
		return kindText
	case c.Is(gazetteer.ClassAbstract):
		return kindAbstract
	}
	return kindThing
}

// holdsOffice reports whether a word means somebody with an office, or who acts for a government or force.
func (a *analysis) holdsOffice(i int32) bool {
	r := a.entityAt(i)
	if r.entity < 0 {
		return false
	}
	e := &a.Entities[r.entity]
	if len(e.SectorCodes) > 0 {
		switch e.SectorCodes[0] {
		case "GOV", "LEG", "MIL", "PTY", "OPP":
			return true
		}
	}
	return len(e.Roles) > 0 && e.Type == extractor.EntityPerson
}

// quoteAt returns the first quote that holds the token, -1 for none.
func (a *analysis) quoteAt(i int32) int { return int(a.quotedIn[i]) }

// blockClass is 1 for titles, 2 for the body, 0 for the rest.
func blockClass(t extractor.SegmentType) uint32 {
	switch t {
	case extractor.SegmentTitle:
		return 1
	case extractor.SegmentBody:
		return 2
	}
	return 0
}
