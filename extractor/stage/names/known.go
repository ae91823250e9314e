package names

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// countryType returns GPE for an organisation's name that the gazetteer knows for a country's and for nothing before that:
// “Ghana beat Togo” tells of teams that are called as their countries are.
func (f *finder) countryType(d *extractor.Document, n extractor.Name) extractor.EntityType {
	if n.Type != extractor.EntityOrg {
		return n.Type
	}
	country := false
	for e := range f.scanner.gazetteer.Lookup(d.RangeText(n.Tokens)) {
		if e.Kind.Type() == extractor.EntityOrg || e.Country == "VAT" {
			return n.Type // the Palestinian Authority, the Holy See
		}
		country = country || e.Kind == gazetteer.KindCountry
	}
	if country {
		return extractor.EntityGPE
	}
	return n.Type
}

// titled makes a person of a surname that is a word for a place, too, where an office before it was read as part of the name:
// “met President |Park|”.
func (f *finder) titled(d *extractor.Document, n *extractor.Name) {
	if n.Tokens.Len() != 2 || n.Type != extractor.EntityFac && n.Type != extractor.EntityLoc && n.Type != extractor.EntityGPE {
		return
	}
	g := f.scanner.gazetteer
	first, last := d.TokenText(int(n.Tokens.First)), d.TokenText(int(n.Tokens.Last-1))
	title := g.Title(first)
	if title == nil || !title.Prefix || !slices.Contains(title.Sectors, "GOV") && !slices.Contains(title.Sectors, "LEG") || !g.Surname(last) || g.Entry(d.RangeText(n.Tokens)) != nil {
		return
	}
	if at := int(n.Tokens.First) - 1; at >= 0 {
		switch d.TokenText(at) {
		case "in", "at", "the", "near", "to", "from", "of", "on":
			return
		}
	}
	n.Tokens.First++
	n.Type = extractor.EntityPerson
}

// surnames gives the surname of somebody whom the article names in full back to him, where it stands alone and was read as
// something else's name, save where something is named after him.
func (f *finder) surnames(d *extractor.Document) {
	for i := range f.names {
		n := &f.names[i]
		if n.Tokens.Len() != 1 || n.Type != extractor.EntityOrg && n.Type != extractor.EntityGPE && n.Type != extractor.EntityLoc && n.Type != extractor.EntityFac {
			continue
		}
		word := f.scanner.atoms[n.Tokens.First].word
		if f.scanner.gazetteer.Entry(d.TokenText(int(n.Tokens.First))) == nil && f.isSurname(d, word) && !f.namedAfter(word) {
			n.Type = extractor.EntityPerson
		}
	}
}

// capitals gives the names of countries and their capitals back to them, where they stand alone and were read as a
// person's: “Khartoum has accused Chad” in an article that speaks of either country elsewhere.
func (f *finder) capitals(d *extractor.Document) {
	g := f.scanner.gazetteer
	for i := range f.names {
		n := &f.names[i]
		if n.Type != extractor.EntityPerson || n.Tokens.Len() != 1 || f.isSomebody(f.scanner.atoms[n.Tokens.First].word) {
			continue
		}
		if code := f.countryOrCapital(d.RangeText(n.Tokens)); code != "" && slices.ContainsFunc(f.names, func(o extractor.Name) bool {
			if o.Type != extractor.EntityGPE && o.Type != extractor.EntityNORP {
				return false
			}
			text := d.RangeText(o.Tokens)
			c := g.Country(text)
			return c != nil && c.Alpha3 == code || f.countryOrCapital(text) == code
		}) {
			n.Type = extractor.EntityGPE
		}
	}
}

// countryOrCapital returns the code of the country of that name or with that seat of government, "" for all else.
func (f *finder) countryOrCapital(name string) string {
	g := f.scanner.gazetteer
	if c := g.Country(name); c != nil && g.Entry(name) != nil && g.Entry(name).Kind == gazetteer.KindCountry {
		return c.Alpha3
	}
	if m := g.Metonym(name); m != nil && m.City {
		return m.Country
	}
	return ""
}

// described makes bodies of persons that a noun for a body stands right before: “the airline |Baltwing|”.
func (f *finder) described(d *extractor.Document) {
	for i := range f.names {
		n := &f.names[i]
		at := n.Tokens.First
		if n.Type != extractor.EntityPerson || at < 2 || !bodyNoun(d.TokenText(int(at-1))) || !isArticle(d.TokenText(int(at-2))) || f.scanner.atoms[at].person&1 != 0 {
			continue
		}
		n.Type = extractor.EntityOrg
		if word := f.scanner.atoms[at].word; n.Tokens.Len() == 1 && !f.isSomebody(word) {
			for j := range f.names {
				if o := &f.names[j]; o.Type == extractor.EntityPerson && o.Tokens.Len() == 1 && f.scanner.atoms[o.Tokens.First].word == word {
					o.Type = extractor.EntityOrg
				}
			}
		}
	}
}

// bodyNoun reports whether a noun says what body it is whose name follows.
func bodyNoun(w string) bool {
	switch w {
	case "airline", "company", "firm", "bank", "newspaper", "broadcaster", "manufacturer", "retailer", "carrier", "operator", "magazine", "website", "carmaker", "charity", "startup",
		"start-up", "conglomerate", "supplier", "publisher", "refiner", "shipbuilder", "insurer", "brewer", "telecom", "utility", "chain", "drugmaker", "chipmaker", "nonprofit":
		return true
	}
	return false
}

// rejoined puts a person's name together that was read as two, where the article has it as one elsewhere.
func (f *finder) rejoined() {
	kept := f.names[:0]
	for i, n := range f.names {
		k := len(kept) - 1
		if k >= 0 && n.Type == extractor.EntityPerson && kept[k].Type == extractor.EntityPerson && kept[k].Tokens.Len() == 1 && n.Tokens.Len() == 1 &&
			kept[k].Tokens.Last == n.Tokens.First && f.inOne(kept, f.names[i+1:], kept[k].Tokens.First) {
			kept[k].Tokens.Last = n.Tokens.Last
			continue
		}
		kept = append(kept, n)
	}
	f.names = kept
}

// inOne reports whether the words at a token and after it are a person's full name elsewhere.
func (f *finder) inOne(before, after []extractor.Name, at int32) bool {
	is := func(o extractor.Name) bool {
		return o.Type == extractor.EntityPerson && o.Tokens.Len() == 2 && f.scanner.atoms[o.Tokens.First].word == f.scanner.atoms[at].word &&
			f.scanner.atoms[o.Tokens.First+1].word == f.scanner.atoms[at+1].word
	}
	return slices.ContainsFunc(before, is) || slices.ContainsFunc(after, is)
}

// namedAfter reports whether a name of something else than a person has the word and more.
func (f *finder) namedAfter(word uint64) bool {
	for _, n := range f.names {
		if n.Type == extractor.EntityPerson || n.Tokens.Len() < 2 {
			continue
		}
		for i := n.Tokens.First; i < n.Tokens.Last; i++ {
			if f.scanner.atoms[i].word == word {
				return true
			}
		}
	}
	return false
}

// district joins “Washington, |D.C.|” into one name.
func (f *finder) district(d *extractor.Document) {
	kept := f.names[:0]
	for _, n := range f.names {
		k := len(kept) - 1
		if k >= 0 && kept[k].Tokens.Last+1 == n.Tokens.First && d.TokenText(int(n.Tokens.First-1)) == "," && d.RangeText(kept[k].Tokens) == "Washington" && isDistrict(d.RangeText(n.Tokens)) {
			kept[k].Tokens.Last = n.Tokens.Last
			continue
		}
		kept = append(kept, n)
	}
	f.names = kept
}

func isDistrict(name string) bool { return name == "D.C." || name == "DC" || name == "D.C" }
