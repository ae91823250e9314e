package names

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// compounds takes names joined by hyphens apart: “Latvian-Danish” is two, and “pro-Latvia” is one after a prefix.
func (f *finder) compounds(d *extractor.Document) {
	for i := 0; i < len(f.names); i++ {
		n := &f.names[i]
		first, last := n.Tokens.First, n.Tokens.Last
		if last-first < 3 || !isDash(d.TokenText(int(first+1))) || !f.scanner.atoms[first+1].glued {
			continue
		}
		if isPrefix(d.TokenText(int(first))) {
			n.Tokens.First += 2
			if n.Type == extractor.EntityNORP || n.Type == extractor.EntityOrg || n.Type == extractor.EntityGPE {
				n.Type = f.knownType(first+2, n.Type)
			}
			continue
		}
		a, b := f.knownType(first, 0), f.knownType(first+2, 0)
		if last-first != 3 || a == 0 || b == 0 {
			continue
		}
		other := *n
		n.Tokens.Last, n.Type = first+1, a
		other.Tokens.First, other.Type = first+2, b
		f.names = slices.Insert(f.names, i+1, other)
		i++
	}
}

// knownType returns the type of a country or people that one token names, or another type where it is not known.
func (f *finder) knownType(i int32, otherwise extractor.EntityType) extractor.EntityType {
	a := &f.scanner.atoms[i]
	switch {
	case a.place != 4:
	case a.kinds&(1<<gazetteer.KindCountry) != 0:
		return extractor.EntityGPE
	case a.kinds&(1<<gazetteer.KindDemonym|1<<gazetteer.KindGroup) != 0:
		return extractor.EntityNORP
	case a.kinds&(1<<gazetteer.KindRegion) != 0:
		return extractor.EntityLoc
	}
	return otherwise
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "‑" }

func isPrefix(w string) bool {
	switch w {
	case "pro", "anti", "non", "ex", "post", "pre", "Pro", "Anti", "Non", "Ex", "Post", "Pre":
		return true
	}
	return false
}
