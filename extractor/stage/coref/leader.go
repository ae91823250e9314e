package coref

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// recognise gives a person whom the world knows as a leader of a country that country, where the text does not name one.
// A name alone proves nothing: the article must also speak of the country or give the person a political office, and
// must not say that the person is something else.
func (r *resolver) recognise(k *cluster, said countries) {
	if r.otherwiseEngaged(k) {
		return
	}
	found := r.leader(k, said)
	if found == nil || k.country != "" && k.country != found.Country {
		return
	}
	k.country = found.Country
	if year, ok := r.year(); ok {
		k.leads = leadsFormerly
		if found.In(year, 0) && !found.Left(year) {
			k.leads = leadsNow
		}
	}
}

// leading says whether an entity is known to lead a country.
type leading uint8

const (
	leadsNot leading = iota
	leadsFormerly
	leadsNow
)

// year returns the year of publication, false when it is not known.
func (r *resolver) year() (int, bool) {
	day, ok := r.d.PublishTime.Date()
	return day.Year(), ok
}

// leader returns the one whom a person's names mean, nil for none or where leaders of two countries bear them.
func (r *resolver) leader(k *cluster, said countries) *gazetteer.Leader {
	var office string
	for i := range k.roles {
		if k.roles[i].Organization == "" && r.lex.publicOffice(k.roles[i].Title) {
			office = strings.ToLower(k.roles[i].Title)
			break
		}
	}
	var found *gazetteer.Leader
	alone := true
	full := slices.ContainsFunc(k.names, func(f nameForm) bool { return len(f.words) > 1 })
	for _, f := range k.names {
		if full && len(f.words) == 1 {
			continue
		}
		name := r.d.RangeText(r.mentions[f.mention].Tokens)
		fit := r.lex.g.Leaders(name)
		if len(f.words) == 1 {
			fit = r.lex.g.LeadersBySurname(name)
		}
		for l := range fit {
			if len(f.words) == 1 && !r.fitsSurname(l, office, said) || len(f.words) > 1 && office == "" && !said.has(l.Country) {
				continue
			}
			if found != nil && found.Country != l.Country {
				alone = false
			}
			if found == nil || !said.has(found.Country) && said.has(l.Country) || found.Country == l.Country && r.nearerTerm(l, found) {
				found = l
			}
		}
	}
	if found != nil && !alone && !said.has(found.Country) {
		return nil
	}
	return found
}

// fitsSurname reports whether a surname alone may mean a leader: beside a title that fits the office, or without any
// in an article that speaks of the country while the leader is, or was not long ago, the one to be expected.
func (r *resolver) fitsSurname(l *gazetteer.Leader, office string, said countries) bool {
	year, known := r.year()
	if office != "" {
		const remembered = 15
		return officeFits(l, office) && (!known || l.In(year, remembered))
	}
	const expected = 8
	return l.Title == "" && l.Office != gazetteer.OfficeForeign && known && l.In(year, expected) && said.has(l.Country) &&
		r.lex.g.NounClass(l.Name[strings.LastIndexByte(l.Name, ' ')+1:]) == 0
}

// nearerTerm reports whether leader a is in office in the article's year and b is not.
func (r *resolver) nearerTerm(a, b *gazetteer.Leader) bool {
	year, ok := r.year()
	return ok && a.In(year, 0) && !b.In(year, 0)
}

// officeFits reports whether the title is one of the leader's office.
func officeFits(l *gazetteer.Leader, title string) bool {
	if l.Title != "" {
		return containsWord(title, l.Title)
	}
	vice := strings.HasPrefix(title, "vice")
	switch l.Office {
	case gazetteer.OfficeState:
		return endsWith(title, "president", "leader", "ayatollah", "chairman") && !vice
	case gazetteer.OfficeGovernment:
		return endsWith(title, "prime minister", "premier", "chancellor", "pm", "taoiseach") || vice && endsWith(title, "president")
	}
	return strings.Contains(title, "foreign") || strings.Contains(title, "secretary of state") || strings.Contains(title, "external")
}

// endsWith reports whether a phrase ends with one of the words.
func endsWith(phrase string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return phrase == w || strings.HasSuffix(phrase, " "+w) })
}

// otherwiseEngaged reports whether the text gives a person a trade that no politician has.
func (r *resolver) otherwiseEngaged(k *cluster) bool {
	return slices.ContainsFunc(k.roles, func(role extractor.Role) bool {
		return !role.Former && r.lex.trade(role.Title)
	})
}
