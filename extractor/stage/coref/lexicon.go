package coref

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
	"github.com/dateline-news/dateline/extractor/internal/nameform"
)

// lexicon is what the stage asks of the gazetteer, in its own terms, and what it knows besides.
type lexicon struct {
	g     *gazetteer.Gazetteer
	words map[string]word
	// nicknames numbers the groups of given names that are forms of one.
	nicknames map[string]int
}

// word is a row of words.tsv.
type word struct {
	etype  extractor.EntityType
	sector string
}

//go:embed words.tsv
var wordsFile string

//go:embed nicknames.txt
var nicknamesFile string

func newLexicon() *lexicon {
	l := &lexicon{gazetteer.English(), map[string]word{}, map[string]int{}}
	for line := range rows(wordsFile) {
		f := append(strings.Split(line, "\t"), "")
		t, _ := extractor.ParseEntityType(f[1])
		l.words[f[0]] = word{t, f[2]}
	}
	n := 0
	for line := range rows(nicknamesFile) {
		n++
		for name := range strings.FieldsSeq(line) {
			l.nicknames[name] = n
		}
	}
	return l
}

// rows yields the lines of an embedded file that are no comments.
func rows(file string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// nominalClass returns the entity type and gender of a common noun's lemma: 0 and genderUnknown for what no
// pronoun of news takes up (times, amounts), 0 and neuter for things.
func (l *lexicon) nominalClass(lemma string) (extractor.EntityType, gender) {
	if w, ok := l.words[lemma]; ok {
		if w.etype == extractor.EntityPerson {
			return w.etype, human
		}
		return w.etype, neuter
	}
	if t := l.g.Title(lemma); t != nil {
		return extractor.EntityPerson, personGender(l.g.NounClass(lemma), t.Gender)
	}
	switch c := l.g.NounClass(lemma); {
	case c.Is(gazetteer.ClassPerson):
		return extractor.EntityPerson, personGender(c, 0)
	case c.Is(gazetteer.ClassTime | gazetteer.ClassAmount):
		return 0, genderUnknown
	case c.Is(gazetteer.ClassOrganization):
		return extractor.EntityOrg, neuter
	case c.Is(gazetteer.ClassFacility):
		return extractor.EntityFac, neuter
	case c.Is(gazetteer.ClassPlace):
		return extractor.EntityLoc, neuter
	case c.Is(gazetteer.ClassGroup):
		return extractor.EntityOrg, neuter
	}
	return 0, neuter
}

func personGender(c gazetteer.Class, g gazetteer.Gender) gender {
	switch {
	case g == gazetteer.Male, c.Is(gazetteer.ClassMale) && !c.Is(gazetteer.ClassFemale):
		return masculine
	case g == gazetteer.Female, c.Is(gazetteer.ClassFemale) && !c.Is(gazetteer.ClassMale):
		return feminine
	}
	return human
}

// givenGender returns the gender that a person's first name tells.
func (l *lexicon) givenGender(word string) gender {
	switch l.g.Gender(word) {
	case gazetteer.Male:
		return masculine
	case gazetteer.Female:
		return feminine
	}
	return human
}

// surname reports whether a word is a known surname.
func (l *lexicon) surname(word string) bool { return l.g.Surname(word) }

// titleWord reports whether a word is, by itself, an office, rank, profession or form of address.
func (l *lexicon) titleWord(word, lemma string) bool {
	return l.g.Title(word) != nil || l.g.Title(lemma) != nil
}

// title reports whether a phrase is a known title as a whole.
func (l *lexicon) title(phrase string) bool { return l.g.Title(phrase) != nil }

// personNoun reports whether a lower-case noun names persons.
func (l *lexicon) personNoun(lemma string) bool {
	t, _ := l.nominalClass(lemma)
	return t == extractor.EntityPerson
}

func (l *lexicon) titleGender(word string) gender {
	if t := l.g.Title(word); t != nil && (t.Gender == gazetteer.Male || t.Gender == gazetteer.Female) {
		return personGender(0, t.Gender)
	}
	return genderUnknown
}

// honorific reports whether the title is a mere form of address, no role.
func (l *lexicon) honorific(title string) bool {
	t := l.g.Title(title)
	return t != nil && t.Kind == gazetteer.TitleAddress
}

// identity returns what tells the bearer of a name from all others, for names that the gazetteer knows, and the
// country that it is in or acts for. Demonyms are kept apart from their country.
func (l *lexicon) identity(text string, t extractor.EntityType) (key, country string) {
	switch t {
	case extractor.EntityPerson, extractor.EntityWorkOfArt, extractor.EntityProduct:
		return "", ""
	case extractor.EntityNORP:
		if c := l.g.Country(text); c != nil {
			return "norp:" + c.Alpha3, c.Alpha3
		}
		return "", ""
	case extractor.EntityGPE:
		if c := l.g.Country(text); c != nil && (!slices.Contains(c.Adjectives, text) || slices.Contains(c.Aliases, text)) {
			if slices.Contains(c.Others, text) {
				return "gpe:" + c.Alpha3 + ":other", c.Alpha3
			}
			return "gpe:" + c.Alpha3, c.Alpha3
		}
	}
	for e := range l.g.Lookup(text) {
		if e.Country == "" && e.Wikidata == "" && t == extractor.EntityOrg {
			continue // “Foreign Ministry”: every country has one
		}
		if e.Kind.Type() == t || isPlaceType(e.Kind.Type()) && isPlaceType(t) {
			return e.Kind.String() + ":" + e.Name + ":" + e.Country, e.Country
		}
	}
	return "", ""
}

// countryOf returns the name and code of the country that a name of a place, body or people speaks of.
func (l *lexicon) countryOf(text string, t extractor.EntityType) (name, code string) {
	if t == extractor.EntityNORP || t == extractor.EntityGPE {
		if c := l.g.Country(text); c != nil {
			return c.Name, c.Alpha3
		}
	}
	for e := range l.g.Lookup(text) {
		if e.Country != "" && (t != extractor.EntityOrg || !isPlaceType(e.Kind.Type())) {
			return "", e.Country
		}
	}
	if m := l.g.Metonym(text); m != nil && (t != extractor.EntityOrg || !m.City) {
		return "", m.Country
	}
	if t == extractor.EntityOrg {
		return "", l.countryInName(text)
	}
	return "", ""
}

// countryInName returns the country that a word or two of a body's name tell: “Estonian Foreign Ministry”.
func (l *lexicon) countryInName(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if c := l.g.Country(w); c != nil {
			return c.Alpha3
		}
		if i+1 < len(words) {
			if c := l.g.Country(w + " " + words[i+1]); c != nil {
				return c.Alpha3
			}
		}
	}
	return ""
}

// partyCountry returns the country of the party whose members a word names: “Republican”; "" for none.
func (l *lexicon) partyCountry(member string) string {
	if e := l.g.Entry(member + " Party"); e != nil {
		return e.Country
	}
	return ""
}

// bodySectors returns the sectors of a body, or of what the name of a house stands for.
func (l *lexicon) bodySectors(name string) []string {
	if e := l.g.Entry(name); e != nil && len(e.Sectors) > 0 {
		return e.Sectors
	}
	if m := l.g.Metonym(name); m != nil {
		return m.Sectors
	}
	return nil
}

// countryWord returns the country that a word with a capital names or describes; "" for none.
func (l *lexicon) countryWord(word string) (name, code string) {
	if c := l.g.Country(word); c != nil && word[0] >= 'A' && word[0] <= 'Z' {
		return c.Name, c.Alpha3
	}
	return "", ""
}

// genericBody reports whether words alone name no body: “Ministry”, “National Bank”.
func (l *lexicon) genericBody(words []string) bool {
	for _, w := range words {
		if l.g.OrgWord(w) == 0 && (l.g.NounClass(w) == 0 || len(words) == 1 && l.g.Surname(w)) && !nameform.SmallWord(w) && l.g.Country(w) == nil {
			return false
		}
	}
	return true
}

// seatKind says how a name may stand for a government.
type seatKind uint8

const (
	notSeat seatKind = iota
	city
	house
)

func (l *lexicon) seat(text string) seatKind {
	if m := l.g.Metonym(text); m != nil {
		if m.City {
			return city
		}
		return house
	}
	return notSeat
}

// describe adds what is known of the entity: full name, links, country, sectors.
func (l *lexicon) describe(e *extractor.Entity) {
	l.describeByName(e)
	if e.Type == extractor.EntityPerson || e.Name == "" {
		l.describeByRoles(e)
	}
	l.nameInFull(e)
	if e.CountryCode != "" && e.Type == extractor.EntityGPE {
		if c := l.g.Country(e.Name); c != nil && !slices.Contains(c.Others, e.Name) {
			e.Links = append(e.Links, extractor.Link{KnowledgeBase: "iso3166", ID: c.Alpha3})
			e.Links = appendWikidata(e.Links, c.Wikidata)
			return
		}
	}
}

// nameInFull names an entity by its usual full name where the text has another; the form of the text becomes an alias.
func (l *lexicon) nameInFull(e *extractor.Entity) {
	full := l.fullName(e)
	if full == "" || full == e.Name {
		return
	}
	e.Aliases = append([]string{e.Name}, slices.DeleteFunc(e.Aliases, func(a string) bool { return a == full })...)
	e.Name = full
}

// fullName returns the usual name of a country, of an organisation of states that the text calls by an acronym, and of a
// city in a dateline's capitals; "" for all else.
func (l *lexicon) fullName(e *extractor.Entity) string {
	capitals := e.Name == strings.ToUpper(e.Name)
	x := l.g.Entry(e.Name)
	switch e.Type {
	case extractor.EntityGPE:
		if c := l.g.Country(e.Name); c != nil && (strings.EqualFold(e.Name, c.Name) || containsFold(c.Aliases, e.Name)) {
			return c.Name
		}
		if x != nil && capitals && strings.EqualFold(e.Name, x.Name) {
			return x.Name
		}
	case extractor.EntityOrg:
	default:
		return ""
	}
	if x != nil && x.Kind == gazetteer.KindInternational && capitals && strings.Contains(x.Name, " ") {
		return x.Name
	}
	return ""
}

func (l *lexicon) describeByName(e *extractor.Entity) {
	if e.Type == extractor.EntityPerson {
		return
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		for x := range l.g.Lookup(name) {
			if x.Kind == gazetteer.KindCountry || x.Kind.Type() != e.Type && !(isPlaceType(x.Kind.Type()) && isPlaceType(e.Type)) {
				continue
			}
			if e.CountryCode == "" {
				e.CountryCode = x.Country
			}
			e.SectorCodes = slices.Clone(x.Sectors)
			e.Links = appendWikidata(e.Links, x.Wikidata)
			if e.CountryCode != "" || e.SectorCodes != nil {
				return
			}
			break // a house: what it stands for tells more
		}
		if m := l.g.Metonym(name); m != nil && !m.City {
			e.CountryCode, e.SectorCodes = m.Country, slices.Clone(m.Sectors)
			return
		}
	}
	if e.Type == extractor.EntityOrg {
		l.describeBody(e)
	}
}

// describeBody reads country and sector off the words of a body's name or description: “Estonian Foreign
// Ministry”, “the Syrian government”.
func (l *lexicon) describeBody(e *extractor.Entity) {
	if e.CountryCode == "" {
		e.CountryCode = l.countryInName(e.Name)
	}
	for w := range strings.FieldsSeq(e.Name) {
		if e.SectorCodes == nil {
			if s := l.words[strings.ToLower(w)].sector; s != "" {
				e.SectorCodes = []string{s}
			}
		}
	}
}

// containsFold reports whether one of the names is that, in whatever case.
func containsFold(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// describeByRoles takes sectors from titles; a former office makes its holder one of the elite.
func (l *lexicon) describeByRoles(e *extractor.Entity) {
	for _, role := range e.Roles {
		codes := l.titleSectors(role.Title)
		if len(codes) == 0 {
			codes = l.bodySectors(role.Organization) // “director” of a police force
		}
		if i := strings.LastIndexByte(role.Title, ' '); i > 0 && len(codes) == 0 {
			codes = l.bodySectors(role.Title[:i]) // “State Department spokesman”
		}
		if len(codes) == 0 {
			continue
		}
		if role.Former {
			codes = []string{"ELI"}
		}
		for _, c := range codes {
			if !slices.Contains(e.SectorCodes, c) {
				e.SectorCodes = append(e.SectorCodes, c)
			}
		}
		if !role.Former {
			return
		}
	}
}

// titleSectors returns the sectors of the longest known title that ends a phrase.
func (l *lexicon) titleSectors(title string) []string {
	if t := l.lastTitle(title); t != nil {
		return slices.Clone(t.Sectors)
	}
	return nil
}

// lastTitle returns the longest known title with a sector that ends a phrase, or nil.
func (l *lexicon) lastTitle(phrase string) *gazetteer.Title {
	for rest, more := phrase, true; more; _, rest, more = strings.Cut(rest, " ") {
		if t := l.g.Title(rest); t != nil && len(t.Sectors) > 0 && !l.relation(rest) {
			return t
		}
	}
	return nil
}

func appendWikidata(links []extractor.Link, id string) []extractor.Link {
	if id == "" {
		return links
	}
	return append(links, extractor.Link{KnowledgeBase: "wikidata", ID: id, URI: "https://www.wikidata.org/wiki/" + id})
}

// fold returns the word in lower case without periods; accents of Latin letters stay. It allocates only for words
// that change.
func fold(w string) string {
	for i := range len(w) {
		if c := w[i]; c == '.' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ToLower(strings.ReplaceAll(w, ".", ""))
		}
	}
	return w
}

// sameNickname reports whether two given names are forms of one: “bill” and “william”.
func (l *lexicon) sameNickname(a, b string) bool {
	n := l.nicknames[a]
	return n > 0 && n == l.nicknames[b]
}
