package names

import "github.com/dateline-news/dateline/extractor"

// bodyType returns the type of a name by its last word: a person, people or place is no “Baltline Bank”. What the gazetteer
// knows is left alone: the West Bank.
func (f *finder) bodyType(d *extractor.Document, n extractor.Name) extractor.EntityType {
	last := d.TokenText(int(n.Tokens.Last - 1))
	body := false
	switch n.Type {
	case extractor.EntityPerson, extractor.EntityNORP, extractor.EntityGPE, extractor.EntityLoc:
		body = bodyWord(last)
	case extractor.EntityFac, extractor.EntityProduct:
		body = bodyWord(last) && !buildingWord(last)
	}
	if body && n.Tokens.Len() > 1 && f.scanner.gazetteer.Entry(d.RangeText(n.Tokens)) == nil {
		return extractor.EntityOrg
	}
	return n.Type
}

// buildingWord reports whether the body of that name has a building that is called the same.
func buildingWord(w string) bool {
	switch w {
	case "Bank", "College", "School", "University", "Institute", "Academy", "Hospital", "Church", "Parliament", "Congress", "Senate", "United":
		return true
	}
	return false
}

// bodyWord reports whether a word ends the names of organisations and of nothing else.
func bodyWord(w string) bool {
	switch w {
	case "Bank", "College", "School", "University", "Institute", "Academy", "Ministry", "Department", "Commission", "Committee", "Council", "Authority", "Agency", "Bureau",
		"Association", "Federation", "Confederation", "Foundation", "Society", "Organization", "Organisation", "Corporation", "Company", "Ltd", "Ltd.", "Limited", "Inc", "Inc.",
		"Corp", "Corp.", "Co.", "LLC", "PLC", "Plc", "GmbH", "Holdings", "Group", "Insurance", "Securities", "Airlines", "Airways", "Air", "Motors", "Industries", "Technologies", "Pharmaceuticals",
		"Party", "Movement", "Tribe", "Alliance", "Coalition", "League", "Congress", "Parliament", "Senate", "Army", "Police", "Newspaper", "Dal", "Sabha", "Sangh", "Sangha", "Samiti", "Morcha",
		"F.C.", "FC", "United", "Rovers", "Hospital", "Church", "Orchestra", "Choir":
		return true
	}
	return false
}

// shortBodies gives organisations' short names their type: where an article has “Baltline Bank” and nobody of that name,
// a lone “Baltline” is no person.
func (f *finder) shortBodies(d *extractor.Document) {
	for i := range f.names {
		n := &f.names[i]
		if n.Type != extractor.EntityOrg || n.Tokens.Len() < 2 || n.Tokens.Len() > 3 || f.scanner.atoms[n.Tokens.First].person&(1|2) != 0 {
			continue
		}
		if word := f.scanner.atoms[n.Tokens.First].word; !f.isSomebody(word) {
			for j := range f.names {
				if o := &f.names[j]; o.Tokens.Len() == 1 && o.Type == extractor.EntityPerson && f.scanner.atoms[o.Tokens.First].word == word {
					o.Type = extractor.EntityOrg
				}
			}
		}
	}
}

// isSomebody reports whether a word is part of a person's full name, or stands behind a title.
func (f *finder) isSomebody(word uint64) bool {
	for _, n := range f.names {
		if n.Type != extractor.EntityPerson {
			continue
		}
		for i := n.Tokens.First; i < n.Tokens.Last; i++ {
			if f.scanner.atoms[i].word == word && (n.Tokens.Len() > 1 || i > 0 && f.scanner.atoms[i-1].titleEnd) {
				return true
			}
		}
	}
	return false
}
