package main

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// replacer writes articles anew with other people, towns and organisations in them: what is learned from the copies is
// how names stand in their sentences and how they are built, not which there are.
type replacer struct {
	random                 *rand.Rand
	given, surnames        []string
	cities, countries, who []string
	renamed                map[string]string // in this text
}

func newReplacer(seed uint64) *replacer {
	g := gazetteer.English()
	r := &replacer{random: rand.New(rand.NewPCG(seed, 3)), cities: g.Names(gazetteer.KindCity), countries: g.Names(gazetteer.KindCountry)}
	r.given, r.surnames = gazetteer.PersonNames()
	for _, c := range g.Countries() {
		r.who = append(r.who, c.Adjectives[:min(1, len(c.Adjectives))]...)
	}
	return r
}

// text returns a copy of a text with other names. A surname stays its bearer's.
func (r *replacer) text(t named.Text) named.Text {
	r.renamed = map[string]string{}
	for _, n := range t.Names { // full names first, that single surnames find them
		if n.Types == named.Person && strings.Contains(t.Text[n.Begin:n.End], " ") {
			r.name(n.Types, t.Text[n.Begin:n.End])
		}
	}
	copied := named.Text{ID: t.ID + "-renamed", Missing: t.Missing}
	var b strings.Builder
	at := 0
	for _, n := range t.Names {
		b.WriteString(t.Text[at:n.Begin])
		begin, text := b.Len(), t.Text[n.Begin:n.End]
		if !n.Unsure {
			text = r.name(n.Types, text)
		}
		b.WriteString(text)
		at = n.End
		n.Begin, n.End = begin, b.Len()
		copied.Names = append(copied.Names, n)
	}
	b.WriteString(t.Text[at:])
	copied.Text = b.String()
	return copied
}

// name returns the other name of a name, the same one throughout a text.
func (r *replacer) name(types named.Types, old string) string {
	if other, ok := r.renamed[old]; ok {
		return other
	}
	other := old
	switch {
	case strings.ToUpper(old) == old && len(old) > 5 || strings.ToLower(old) == old || strings.ContainsAny(old, "@#/"):
	case types == named.Person:
		other = r.person(old)
	case types == named.Organization:
		other = r.organization(old)
	case types&named.GPE != 0 && types&named.Organization == 0:
		other = r.place(old)
	}
	r.renamed[old] = other
	return other
}

func (r *replacer) pick(words []string) string { return words[r.random.IntN(len(words))] }

func (r *replacer) person(old string) string {
	words := strings.Fields(old)
	surname := r.surname()
	if len(words) == 1 {
		if r.random.IntN(4) == 0 {
			return r.pick(r.given)
		}
		return surname
	}
	r.renamed[words[len(words)-1]] = surname
	given := r.pick(r.given)
	if _, taken := r.renamed[words[0]]; !taken {
		r.renamed[words[0]] = given
	}
	switch r.random.IntN(8) {
	case 0:
		return given + " " + r.surname() + " " + surname
	case 1:
		return given + " " + string(rune('A'+r.random.IntN(26))) + ". " + surname
	}
	return given + " " + surname
}

// surname returns a surname, made up of two every other time.
func (r *replacer) surname() string {
	s := r.pick(r.surnames)
	if r.random.IntN(2) == 0 {
		return s
	}
	other := strings.ToLower(r.pick(r.surnames))
	return s[:(len(s)+1)/2] + other[len(other)/2:]
}

func (r *replacer) place(old string) string {
	for e := range gazetteer.English().Lookup(old) {
		if e.Kind == gazetteer.KindCountry {
			if r.random.IntN(3) == 0 && len(old) > 4 {
				return r.pick(r.countries)
			}
			return old
		}
	}
	if strings.Count(old, " ") > 1 {
		return old
	}
	if r.random.IntN(2) == 0 {
		s, t := r.pick(r.cities), strings.ToLower(r.pick(r.cities))
		return strings.TrimFunc(s[:(len(s)+1)/2]+t[len(t)/2:], func(c rune) bool { return !unicode.IsLetter(c) })
	}
	return r.pick(r.cities)
}

var (
	topics = strings.Split("Health|Education|Trade|Energy|Water|Transport|Tax|Housing|Environment|Finance|Agriculture|Tourism|Human Rights|Security|"+
		"Labour|Women's Affairs|Youth|Sports|Science|Technology|Media|Cricket|Football|Aviation|Electricity|Roads|Justice|Culture|Fisheries|Mining|"+
		"Commerce|Industry|Elections|Immigration|Petroleum|Medical|Law|Development|Peace|Democracy|Press|Statistics|Standards|Customs|Railway|Police", "|")
	heads = strings.Split("Ministry|Authority|Commission|Association|Federation|Council|Institute|Agency|Union|Board|Foundation|Centre|Center|Party|"+
		"Movement|Front|Alliance|Bureau|Committee|Society|Court|Department|Office|Forum|Network|Fund|Trust|Initiative|League|Service|Congress|Club", "|")
	firms = strings.Split("Group|Holdings|Bank|Industries|Motors|Airlines|Energy|Insurance|Telecom|Media|Pharmaceuticals|Ltd|Inc.|Corp.|Capital|"+
		"Foods|Hotels|Steel|Oil|Mining|Shipping|Technologies|Records|Studios|Partners|Properties|Charity|Times|News|Post|Herald|TV|Radio", "|")
	local = strings.Split("Police|University|Hospital|City Council|High Court|Chamber of Commerce|United|FC|City|Charity|Port Authority|Municipality|"+
		"Metropolitan Police|School of Law|Stock Exchange|Symphony Orchestra|Football Club|Fire Department|Airways|Cabinet|Parliament|Assembly", "|")
)

// organization makes up an organisation; acronyms stay acronyms and long names mostly as they are.
func (r *replacer) organization(old string) string {
	single := !strings.Contains(old, " ")
	if single && strings.ToUpper(old) == old {
		letters := make([]byte, 2+r.random.IntN(3))
		for i := range letters {
			letters[i] = "ABCDEFGHIKLMNOPRSTUVW"[r.random.IntN(21)]
		}
		return string(letters)
	}
	if single {
		if r.random.IntN(8) == 0 {
			return r.pick(r.cities)
		}
		return r.surname()
	}
	switch r.random.IntN(9) {
	case 0:
		return r.pick(r.who) + " " + r.pick(topics) + " " + r.pick(heads)
	case 1:
		return "Ministry of " + r.pick(topics)
	case 2:
		return r.surname() + " " + r.pick(firms)
	case 3:
		return r.pick(r.cities) + " " + r.pick(local)
	case 4:
		return r.pick(topics) + " " + r.pick(heads)
	case 5:
		return r.pick(heads) + " for " + r.pick(topics)
	case 6:
		return r.pick(r.countries) + " " + r.pick(heads)
	}
	return old
}
