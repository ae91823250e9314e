package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// countryType returns GPE for an organisation's name that the gazetteer knows for a country's and for nothing before that:
// “Ghana beat Togo” tells of teams that are called as their countries are.
func (f *finder) countryType(d *extractor.Document, n extractor.Name) extractor.EntityType {
	if n.Type != extractor.EntityOrg {
		return n.Type
	}
	if e := f.scanner.gazetteer.Entry(d.RangeText(n.Tokens)); e != nil && e.Kind == gazetteer.KindCountry {
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
	if title == nil || !title.Prefix || title.Kind != gazetteer.TitleOffice && title.Kind != gazetteer.TitleAddress || !g.Surname(last) || g.Entry(d.RangeText(n.Tokens)) != nil {
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
