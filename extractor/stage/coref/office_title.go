package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// publicOffice reports whether a title is one of a state's: a minister's, judge's, general's or king's, not that of
// those who stand for one state in another.
func (l *lexicon) publicOffice(title string) bool {
	t := l.lastTitle(title)
	if t == nil || t.Kind == gazetteer.TitleProfession || standsAbroad(t.Name) {
		return l.g.OfficeCountry(title) != ""
	}
	switch t.Sectors[0] {
	case "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "ELI":
		return true
	}
	return l.g.OfficeCountry(title) != ""
}

// standsAbroad tells the offices that are held in another country than the one they are of, or of no country.
func standsAbroad(title string) bool {
	for _, w := range []string{"ambassador", "envoy", "consul", "representative", "diplomat", "attach", "commissioner", "secretary-general",
		"secretary general", "negotiator", "mediator", "emissary", "delegat", "nuncio", "rapporteur", "aide", "adviser", "advisor", "administrator", "candidate"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

// trade reports whether a title is a trade that leaders of countries do not follow beside their office.
func (l *lexicon) trade(title string) bool {
	t := l.lastTitle(title)
	if t == nil {
		t = l.g.Title(title[strings.LastIndexByte(title, ' ')+1:])
	}
	if t == nil || t.Kind != gazetteer.TitleProfession || t.Relation {
		return false
	}
	if len(t.Sectors) == 0 {
		return true // in sports and arts
	}
	switch t.Sectors[0] {
	case "LAB", "AGR", "MED", "COP", "UAF", "REF":
		return true
	}
	return false
}

// relation reports whether a lower-case noun tells who somebody is to another, as “brother” does.
func (l *lexicon) relation(noun string) bool {
	switch noun {
	case "brother", "sister", "father":
		return true // and titles of the clergy, in capitals
	}
	t := l.g.Title(noun)
	return t != nil && t.Relation
}
