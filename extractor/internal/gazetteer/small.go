package gazetteer

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// MatchSmall finds the longest known place that is written without capitals at token i and ends before token end, as in
// “flying from san salvador”. It knows countries, their parts and cities whose names are no other words.
func (g *Gazetteer) MatchSmall(d *extractor.Document, i, end int) extractor.TokenRange {
	return g.small.match(d, i, end, func(string) bool { return true })
}

// LookupSmall is Lookup for the names that MatchSmall finds.
func (g *Gazetteer) LookupSmall(name string) func(yield func(*Entry) bool) {
	return func(yield func(*Entry) bool) {
		if k := keyOf(name); g.small.index.get(k) > 0 {
			g.names.each(g.names.first(k, name), name, func(id int32) bool { return yield(&g.entries[id]) })
		}
	}
}

// addSmall makes a name known in small letters unless it might be something else.
func (g *Gazetteer) addSmall(kind Kind, id int32, names []string) {
	if kind != KindCountry && kind != KindCity && kind != KindAdmin {
		return
	}
	for _, name := range names {
		if g.clearWithoutCapitals(name, kind == KindCountry) {
			g.small.add(name, id)
		}
	}
}

// clearWithoutCapitals reports whether one of the name's words is long and no noun, and not the whole a given name.
func (g *Gazetteer) clearWithoutCapitals(name string, country bool) bool {
	const shortest = 5
	words := strings.Fields(name)
	if strings.ContainsAny(name, ".,'’-&/") || len(name) < shortest {
		return false
	}
	for _, w := range words {
		k := keyOf(w)
		if !named(w) || len(words) == 1 && !country && (g.persons.get(k)&givenName != 0 || g.byTitle.index.get(k) > 0) {
			continue
		}
		if len(w) >= shortest && g.nouns.get(k) == 0 && g.orgWords.get(k) == 0 && !direction(w) {
			return true
		}
	}
	return len(words) == 2 && words[0] == "New" && g.nouns.get(keyOf(words[1])) == 0
}

func direction(w string) bool {
	switch strings.ToLower(w) {
	case "north", "south", "east", "west", "central", "northern", "southern", "eastern", "western", "upper", "lower", "greater", "grand", "saint", "santa":
		return true
	}
	return false
}
