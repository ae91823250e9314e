package gazetteer

import (
	"sync"

	"github.com/dateline-news/dateline/extractor"
)

// Gazetteer is what is known of names and words. It is immutable and safe for concurrent use.
type Gazetteer struct {
	entries []Entry
	names   *phrases
	small   *phrases // those that are clear without capitals

	countries []Country
	byCountry *phrases // country by name, alias, adjective, person
	byCode    map[string]int32
	metonyms  []Metonym
	byMetonym *phrases
	titles    []Title
	byTitle   *phrases
	persons   *table // given names and surnames: bits of personBits
	nouns     *table // classes of common nouns
	orgWords  *table // words of organisations' names: bits of OrgWord

	leaders   []Leader
	byLeader  *phrases // leaders by full name
	bySurname *phrases
	byOffice  *phrases // country by offices that it alone has
}

// English returns the gazetteer of English text, loaded on the first call.
func English() *Gazetteer { return english() }

var english = sync.OnceValue(load)

// Lookup calls yield with the entries of a name as written, the most usual first, until it returns false. It does not
// allocate: write `for e := range g.Lookup("Georgia")`.
func (g *Gazetteer) Lookup(name string) func(yield func(*Entry) bool) {
	return func(yield func(*Entry) bool) {
		if !named(name) {
			return
		}
		g.names.each(g.names.first(keyOf(name), name), name, func(id int32) bool { return yield(&g.entries[id]) })
	}
}

// Entry returns the most usual entry of a name as written, or nil.
func (g *Gazetteer) Entry(name string) *Entry {
	if !named(name) {
		return nil
	}
	if i := g.names.first(keyOf(name), name); i > 0 {
		return &g.entries[g.names.links[i].id]
	}
	return nil
}

// Match finds the longest known name that begins at token i of the document and ends before token end. It returns the
// range of its tokens, empty when there is none; Lookup or Entry of its text tell what it is.
func (g *Gazetteer) Match(d *extractor.Document, i, end int) extractor.TokenRange {
	return g.names.match(d, i, end, named)
}

// MatchTitle finds the longest known title that begins at token i and ends before token end, whatever its case:
// "deputy prime minister" rather than "deputy". It returns nil and an empty range when there is none.
func (g *Gazetteer) MatchTitle(d *extractor.Document, i, end int) (*Title, extractor.TokenRange) {
	r := g.byTitle.match(d, i, end, func(string) bool { return true })
	if r.Empty() {
		return nil, r
	}
	return g.Title(d.RangeText(r)), r
}

// Country returns the country of a name, code, adjective or person ("Denmark", "DNK", "Danish", "Danes"), or nil.
func (g *Gazetteer) Country(phrase string) *Country {
	if i, ok := g.byCode[phrase]; ok {
		return &g.countries[i]
	}
	if !named(phrase) {
		return nil
	}
	if i := g.byCountry.first(keyOf(phrase), phrase); i > 0 {
		return &g.countries[g.byCountry.links[i].id]
	}
	return nil
}

// Countries returns all countries, in the order of their English names, roughly. The caller must not change them.
func (g *Gazetteer) Countries() []Country { return g.countries }

// Metonym returns what the name of a place, house or street may stand for, or nil: "Kremlin", "Brussels", "Wall Street".
func (g *Gazetteer) Metonym(phrase string) *Metonym {
	if !named(phrase) {
		return nil
	}
	if i := g.byMetonym.first(keyOf(phrase), phrase); i > 0 {
		return &g.metonyms[g.byMetonym.links[i].id]
	}
	return nil
}

// Title returns the office, rank, profession or form of address of that name, singular or plural, in any case; or nil.
func (g *Gazetteer) Title(phrase string) *Title {
	if i := g.byTitle.first(keyOf(phrase), phrase); i > 0 {
		return &g.titles[g.byTitle.links[i].id]
	}
	return nil
}
