package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// siteType returns the type of a name by the word that only buildings and roads, or laws, end with, and by what the
// gazetteer knows for a building, sea or region and for nothing else.
func (f *finder) siteType(d *extractor.Document, n extractor.Name) extractor.EntityType {
	switch n.Type {
	case extractor.EntityPerson, extractor.EntityNORP, extractor.EntityOrg, extractor.EntityGPE, extractor.EntityFac, extractor.EntityLoc:
	default:
		return n.Type
	}
	if n.Tokens.Len() < 2 {
		return n.Type
	}
	text := d.RangeText(n.Tokens)
	if f.scanner.gazetteer.Metonym(text) != nil {
		return n.Type // “Wall Street” has spoken
	}
	if n.Type == extractor.EntityPerson || n.Type == extractor.EntityOrg {
		if t := f.knownSite(text); t != 0 {
			return t
		}
	}
	if f.scanner.gazetteer.Entry(text) != nil {
		return n.Type
	}
	switch last := d.TokenText(int(headEnd(d, n.Tokens) - 1)); {
	case lawWord(last):
		return extractor.EntityLaw
	case n.Tokens.Len() == 2 && baseWord(d.TokenText(int(n.Tokens.First))):
		return extractor.EntityFac
	case siteWord(last) && n.Type != extractor.EntityLoc:
		return extractor.EntityFac
	}
	return n.Type
}

// knownSite returns the type of a name that is nothing but a building, region, sea or the like to the gazetteer, else 0.
func (f *finder) knownSite(name string) (t extractor.EntityType) {
	for e := range f.scanner.gazetteer.Lookup(name) {
		switch e.Kind {
		case gazetteer.KindFacility, gazetteer.KindNature, gazetteer.KindRegion:
			t = e.Kind.Type()
		default:
			return 0
		}
	}
	return t
}

// siteWord reports whether a word ends the names of buildings and roads and of nothing else.
func siteWord(w string) bool {
	switch w {
	case "Airport", "Airfield", "Airbase", "Bridge", "Stadium", "Arena", "Avenue", "Ave", "Ave.", "Street", "Boulevard", "Blvd", "Blvd.", "Road", "Highway", "Motorway", "Expressway", "Freeway",
		"Tunnel", "Cathedral", "cathedral", "Basilica", "Mosque", "Synagogue", "Monastery", "Palace", "Castle", "Cemetery", "Plaza", "Square", "Lighthouse",
		"Dam", "Prison", "Jail", "Penitentiary", "Barracks", "Mausoleum", "Racecourse", "Speedway", "Ballpark", "Cosmodrome", "Spaceport":
		return true
	}
	return false
}

// baseWord reports whether a word begins the names of military bases.
func baseWord(w string) bool { return w == "RAF" || w == "RNAS" || w == "Fort" || w == "Camp" }

// lawWord reports whether a word ends the names of laws and treaties and of nothing else.
func lawWord(w string) bool {
	switch w {
	case "Act", "Amendment", "Ordinance", "Treaty", "Accords", "Statute":
		return true
	}
	return false
}
