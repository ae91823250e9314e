package events

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// kindOf tells coarsely what a filler is.
func (a *analysis) kindOf(i int32) string {
	if t := a.typeAt(i); t != 0 {
		if t == extractor.EntityPerson && a.holdsOffice(i) {
			return "OFFICIAL"
		}
		return t.String()
	}
	switch {
	case a.Tags[i].UPOS == extractor.PRON:
		return "pron"
	case a.isHuman(a.lemma(i)):
		return "human"
	case a.Tags[i].UPOS == extractor.VERB:
		return "clause"
	case a.triggerAt[i] >= 0 || len(a.lex.Nouns(a.lemma(i))) > 0:
		return "event"
	}
	switch c := a.gazetteer.NounClass(a.lemma(i)); {
	case c.Is(gazetteer.ClassPlace):
		return "place"
	case c.Is(gazetteer.ClassAnimal):
		return "animal"
	case c.Is(gazetteer.ClassCommunication):
		return "text"
	case c.Is(gazetteer.ClassAbstract):
		return "abstract"
	}
	return "thing"
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

// quoteAt returns a quote that holds the token, -1 for none.
func (a *analysis) quoteAt(i int32) int {
	at := a.Tokens[i].Span
	for q := range a.Quotes {
		if a.Quotes[q].Spans[0].Begin > at.Begin {
			return -1
		}
		if holdsSpan(a.Quotes[q].Spans, at) {
			return q
		}
	}
	return -1
}

func blockName(t extractor.SegmentType) string {
	switch t {
	case extractor.SegmentTitle:
		return "title"
	case extractor.SegmentBody:
		return "body"
	}
	return "other"
}
