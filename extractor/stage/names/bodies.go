package names

import "github.com/dateline-news/dateline/extractor"

// bodyType returns the type of a name by its last word: a person, people or place is no “Baltline Bank”. What the gazetteer
// knows is left alone: the West Bank.
func (f *finder) bodyType(d *extractor.Document, n extractor.Name) extractor.EntityType {
	switch n.Type {
	case extractor.EntityPerson, extractor.EntityNORP, extractor.EntityGPE, extractor.EntityLoc:
		if n.Tokens.Len() > 1 && bodyWord(d.TokenText(int(n.Tokens.Last-1))) && f.scanner.gazetteer.Entry(d.RangeText(n.Tokens)) == nil {
			return extractor.EntityOrg
		}
	}
	return n.Type
}

// bodyWord reports whether a word ends the names of organisations and of nothing else.
func bodyWord(w string) bool {
	switch w {
	case "Bank", "College", "School", "University", "Institute", "Academy", "Ministry", "Department", "Commission", "Committee", "Council", "Authority", "Agency", "Bureau",
		"Association", "Federation", "Confederation", "Foundation", "Society", "Organization", "Organisation", "Corporation", "Company", "Ltd", "Ltd.", "Limited", "Inc", "Inc.",
		"Corp", "Corp.", "Co.", "LLC", "PLC", "Plc", "GmbH", "Holdings", "Group", "Insurance", "Securities", "Airlines", "Airways", "Motors", "Industries", "Technologies", "Pharmaceuticals",
		"Party", "Movement", "Alliance", "Coalition", "League", "Congress", "Parliament", "Senate", "Army", "Police", "Newspaper", "Dal", "Sabha", "Sangh", "Sangha", "Samiti", "Morcha",
		"F.C.", "FC", "United", "Rovers", "Hospital", "Church", "Orchestra", "Choir":
		return true
	}
	return false
}
