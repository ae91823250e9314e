package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// introducedAs returns the entity whose short form a name in parentheses is introduced as, “Roads and Bridges Authority
// (|ARB|)”; -1 for none. At least half of the letters must be initials of the name before, in their order.
func (r *resolver) introducedAs(x *mention) int32 {
	d := r.d
	at := x.Tokens.First - 2
	if at < 0 || int(x.Tokens.Last) >= len(d.Tokens) || x.Tokens.Len() != 1 || d.TokenText(int(at+1)) != "(" || d.TokenText(int(x.Tokens.Last)) != ")" {
		return -1
	}
	short := fold(d.TokenText(int(x.Tokens.First)))
	n := r.nameOf[at]
	if n < 0 || !inCapitals(d.TokenText(int(x.Tokens.First))) {
		return -1
	}
	m := r.byToken[headOf(d, d.Names[n].Tokens)]
	if m < 0 || r.mentions[m].cluster < 0 || !typesAgree(r.mentions[m].etype, x.etype) || x.etype == extractor.EntityPerson {
		return -1
	}
	found := 0
	for i := d.Names[n].Tokens.First; i < d.Names[n].Tokens.Last && found < len(short); i++ {
		if w := fold(d.TokenText(int(i))); w != "" && w[0] == short[found] {
			found++
		}
	}
	if d.Names[n].Tokens.Len() < 2 || found < 2 || 2*found < len(short) {
		return -1
	}
	return r.mentions[m].cluster
}

// inCapitals tells an acronym: most of its letters are capitals.
func inCapitals(w string) bool {
	capitals := 0
	for i := range len(w) {
		if w[i] >= 'A' && w[i] <= 'Z' {
			capitals++
		}
	}
	return capitals >= 2 && 2*capitals > len(w)
}

// describedName returns the mention of the name that a noun phrase describes by what stands right behind it: “the village
// of |Lund|”, “the broadcaster |NRK|”, “his wife |Ada Brandt|”; -1 for none.
func (r *resolver) describedName(x *mention) int32 {
	d := r.d
	at := x.Tokens.Last
	if x.number == plural || x.det == indefinite || x.det == quantified || int(at) >= len(d.Tokens) {
		return -1
	}
	of := fold(d.TokenText(int(at))) == "of"
	if of {
		at++
	}
	if int(at) >= len(d.Tokens) || r.nameOf[at] < 0 || d.Names[r.nameOf[at]].Tokens.First != at || d.SentenceOf(int(at)) != int(x.sentence) {
		return -1
	}
	name := &d.Names[r.nameOf[at]]
	switch {
	case of && !r.namesPlace(x, name), !of && !(isPlaceType(name.Type) && isPlaceType(x.etype) || name.Type == extractor.EntityOrg && x.etype == extractor.EntityOrg) &&
		!(name.Type == extractor.EntityPerson && x.det == possessive && r.lex.relation(x.lemma)):
		return -1
	}
	return r.byToken[headOf(d, name.Tokens)]
}

// namesPlace reports whether “the … of” before a name is that place itself, as in “the state of Kerala” and “the island of
// Cyprus”, not a part of it, as in “the capital of Cyprus”.
func (r *resolver) namesPlace(x *mention, name *extractor.Name) bool {
	if !isPlaceType(name.Type) || x.det != definite {
		return false
	}
	country, _ := r.lex.countryOf(r.d.RangeText(name.Tokens), name.Type)
	switch strings.ToLower(x.lemma) {
	case "island", "republic", "kingdom", "sultanate", "emirate", "archipelago", "continent", "peninsula", "nation":
		return true
	case "city", "town", "village", "state", "province", "county", "municipality", "port", "suburb", "hamlet", "borough", "prefecture", "commune", "territory":
		return country == ""
	}
	return false
}
