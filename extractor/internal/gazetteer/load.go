package gazetteer

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.tsv data/*.txt
var data embed.FS

// load reads all data files. Their form is the repository's own business and held by tests: a fault panics.
func load() *Gazetteer {
	g := &Gazetteer{
		entries: make([]Entry, 1, 1<<14), names: newPhrases(1 << 15), small: newPhrases(1 << 13),
		countries: make([]Country, 0, 256), byCountry: newPhrases(1 << 10), byCode: map[string]int32{},
		metonyms: make([]Metonym, 0, 512), byMetonym: newPhrases(1 << 10),
		byTitle: newPhrases(1 << 11), persons: newTable(1 << 15), nouns: newTable(1 << 16), orgWords: newTable(1 << 10),
		byLeader: newPhrases(1 << 12), bySurname: newPhrases(1 << 12), byOffice: newPhrases(1 << 8),
	}
	rows("titles.tsv", 4, g.addTitle)
	rows("persons.tsv", 2, g.addPersons)
	rows("people.txt", 2, g.addPersons)
	rows("nouns.txt", 2, g.addNouns)
	rows("orgwords.tsv", 2, g.addOrgWords)
	rows("countries.tsv", 9, g.addCountry)
	rows("metonyms.tsv", 4, g.addMetonym)
	rows("places.tsv", 6, g.addPlace)
	rows("cities.tsv", 2, func(f []string) { g.addLocal(KindCity, f) })
	rows("subdivisions.tsv", 2, func(f []string) { g.addLocal(KindAdmin, f) })
	rows("organizations.tsv", 6, g.addOrganization)
	rows("wordnet_places.tsv", 2, g.addKnownPlace)
	rows("leaders.tsv", 3, g.addLeaders)
	rows("offices.tsv", 2, g.addOffices)
	g.names.index.settle()
	g.small.index.settle()
	g.persons.settle()
	g.nouns.settle()
	return g
}

// rows calls f with the fields of each line that is neither empty nor a comment. Missing last fields are empty.
func rows(file string, columns int, f func([]string)) {
	content, err := data.ReadFile("data/" + file)
	if err != nil {
		panic(err)
	}
	fields := make([]string, columns)
	for line := range strings.Lines(string(content)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		for i := range fields {
			fields[i], line, _ = strings.Cut(line, "\t")
		}
		if line != "" {
			panic(fmt.Sprintf("%s: too many fields: %q", file, line))
		}
		f(fields)
	}
}

// list splits a field; nil for an empty one.
func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}

// addEntry adds an entry under all its names.
func (g *Gazetteer) addEntry(e Entry, names ...string) {
	id := int32(len(g.entries))
	g.entries = append(g.entries, e)
	for _, name := range names {
		g.names.add(name, id)
	}
	g.addSmall(e.Kind, id, names)
}

// country: alpha-2, alpha-3, Wikidata, name, aliases, adjectives, persons, seats (spellings of one with slashes between),
// names of earlier states and of parts.
func (g *Gazetteer) addCountry(f []string) {
	id := int32(len(g.countries))
	c := Country{
		Alpha2: f[0], Alpha3: f[1], Wikidata: f[2], Name: f[3],
		Aliases: list(f[4]), Adjectives: list(f[5]), Persons: list(f[6]), Seats: list(strings.ReplaceAll(f[7], "/", "|")), Others: list(f[8]),
	}
	g.countries = append(g.countries, c)
	g.byCode[c.Alpha3] = id
	names := append(append([]string{c.Name}, c.Aliases...), c.Others...)
	demonyms := append(append([]string{}, c.Adjectives...), c.Persons...)
	for _, n := range append(names, demonyms...) {
		g.byCountry.add(n, id)
	}
	g.addEntry(Entry{Kind: KindCountry, Name: c.Name, Country: c.Alpha3, Wikidata: c.Wikidata}, names...)
	g.addEntry(Entry{Kind: KindDemonym, Name: c.Name, Country: c.Alpha3}, demonyms...)
	for _, seat := range list(f[7]) {
		spellings := strings.Split(seat, "/")
		g.addEntry(Entry{Kind: KindCity, Name: spellings[0], Country: c.Alpha3}, spellings...)
	}
	for _, seat := range c.Seats {
		g.addMetonym([]string{seat, c.Alpha3, "", "GOV"})
		g.metonyms[len(g.metonyms)-1].City = true
	}
}

// metonym: phrases, country, organization, sectors.
func (g *Gazetteer) addMetonym(f []string) {
	for _, phrase := range list(f[0]) {
		g.byMetonym.add(phrase, int32(len(g.metonyms)))
		g.metonyms = append(g.metonyms, Metonym{Phrase: phrase, Country: f[1], Organization: f[2], Sectors: list(f[3])})
	}
}

// place: kind, country, Wikidata, name, aliases, demonyms.
func (g *Gazetteer) addPlace(f []string) {
	e := Entry{Kind: kindOf(f[0]), Country: f[1], Wikidata: f[2], Name: f[3]}
	g.addEntry(e, append([]string{f[3]}, list(f[4])...)...)
	if f[5] != "" {
		e.Kind = KindDemonym
		g.addEntry(e, list(f[5])...)
	}
}

// cities and subdivisions: country, names.
func (g *Gazetteer) addLocal(kind Kind, f []string) {
	for _, place := range list(f[1]) {
		names := strings.Split(place, "/")
		g.addEntry(Entry{Kind: kind, Name: names[0], Country: f[0]}, names...)
	}
}

// organization: kind, country, Wikidata, sectors, name, aliases.
func (g *Gazetteer) addOrganization(f []string) {
	e := Entry{Kind: kindOf(f[0]), Country: f[1], Wikidata: f[2], Sectors: list(f[3]), Name: f[4]}
	g.addEntry(e, append([]string{f[4]}, list(f[5])...)...)
}

// addKnownPlace adds a place of another list (kind, names) unless its name is known already.
func (g *Gazetteer) addKnownPlace(f []string) {
	names := list(f[1])
	if g.Entry(names[0]) == nil {
		g.addEntry(Entry{Kind: kindOf(f[0]), Name: names[0]}, names...)
	}
}

func kindOf(name string) Kind {
	for i, n := range kindNames {
		if i > 0 && n == name {
			return Kind(i)
		}
	}
	panic("no such kind: " + name)
}

// persons: male, female, either, given or surname; words.
func (g *Gazetteer) addPersons(f []string) {
	bits := map[string]int32{"male": givenName | maleName, "female": givenName | femaleName,
		"either": givenName | maleName | femaleName, "given": givenName, "surname": surname}[f[0]]
	if bits == 0 {
		panic("no such kind of name: " + f[0])
	}
	addWords(g.persons, f[1], bits)
}

// nouns: classes by commas; lemmas.
func (g *Gazetteer) addNouns(f []string) {
	var c Class
	for class := range strings.SplitSeq(f[0], ",") {
		c |= classByName[class]
	}
	addWords(g.nouns, f[1], int32(c))
}

// orgWords: role; words.
func (g *Gazetteer) addOrgWords(f []string) { addWords(g.orgWords, f[1], int32(orgWordNames[f[0]])) }

// addWords sets bits of the words of a list.
func addWords(t *table, words string, bits int32) {
	for w := range strings.FieldsSeq(words) {
		*t.slot(keyOf(w)) |= bits
	}
}
