package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// wholeOrganizations puts together what the tagger cuts in two: the bodies of a country (“Supreme Court of Latvia”, “Latvian
// Roads Authority”) and the offices of several matters (“Ministry of Roads, Water and Energy”).
func (f *finder) wholeOrganizations(d *extractor.Document) {
	kept := f.names[:0]
	for i := 0; i < len(f.names); i++ {
		n := f.names[i]
		if f.governs(d, n) {
			n.Tokens.First, n.Type = n.Tokens.First-2, extractor.EntityOrg
			if isArticle(d.TokenText(int(n.Tokens.First + 1))) {
				n.Tokens.First--
			}
		}
		if n.Type == extractor.EntityOrg {
			if k := len(kept) - 1; k >= 0 && kept[k].Tokens.Last == n.Tokens.First && f.isBodyOf(kept[k], n) {
				n.Tokens.First = kept[k].Tokens.First
				kept = kept[:k]
			}
			rest := f.names[i+1:]
			end := d.Sentences[d.SentenceOf(int(n.Tokens.First))].Tokens.Last
			last := f.ofCountry(d, n, rest, end)
			if last == n.Tokens.Last {
				last = f.ofMatters(d, n, rest, end)
			}
			n.Tokens.Last = last
			for i+1 < len(f.names) && f.names[i+1].Tokens.First < last {
				i++
			}
		}
		kept = append(kept, n)
	}
	f.names = kept
}

// governs reports whether a country's name follows “Government of” or the like, which the tagger left outside.
func (f *finder) governs(d *extractor.Document, n extractor.Name) bool {
	at := n.Tokens.First
	if n.Type != extractor.EntityGPE || at < 2 || f.scanner.atoms[at].kinds&(1<<gazetteer.KindCountry) == 0 {
		return false
	}
	if isArticle(d.TokenText(int(at - 1))) {
		at--
	}
	if at < 2 || d.TokenText(int(at-1)) != "of" || f.labels[at-2] != outside || d.SentenceOf(int(at-2)) != d.SentenceOf(int(n.Tokens.First)) {
		return false
	}
	switch d.TokenText(int(at - 2)) {
	case "Government", "Parliament", "Presidency", "Senate", "Congress", "Cabinet", "Embassy", "Consulate":
		return true
	}
	return false
}

// isBodyOf reports whether a people or country stands before the name of a body that it has; “Latvian Parliament” is two.
func (f *finder) isBodyOf(whose, n extractor.Name) bool {
	const those = 1<<gazetteer.KindCountry | 1<<gazetteer.KindDemonym
	return n.Tokens.Len() > 1 && (whose.Type == extractor.EntityNORP || whose.Type == extractor.EntityGPE) && f.scanner.atoms[whose.Tokens.First].kinds&those != 0 &&
		gazetteer.OrgWord(f.scanner.atoms[n.Tokens.Last-1].org)&gazetteer.OrgHead != 0
}

// ofCountry returns the end of an organisation's name with the country that it is “of”.
func (f *finder) ofCountry(d *extractor.Document, n extractor.Name, rest []extractor.Name, end int32) int32 {
	at := n.Tokens.Last
	if n.Tokens.Len() < 2 || len(rest) == 0 || at+1 >= end || d.TokenText(int(at)) != "of" || !f.hasHead(n) {
		return at
	}
	if at++; d.TokenText(int(at)) == "the" {
		at++
	}
	country := rest[0]
	if country.Tokens.First != at || country.Tokens.Last > end || f.scanner.atoms[at].kinds&(1<<gazetteer.KindCountry) == 0 ||
		country.Type != extractor.EntityGPE && country.Type != extractor.EntityOrg {
		return n.Tokens.Last
	}
	if e := f.scanner.gazetteer.Entry(d.RangeText(n.Tokens)); e != nil && e.Country != "" {
		if c := f.scanner.gazetteer.Country(d.RangeText(country.Tokens)); c != nil && c.Alpha3 == e.Country {
			return n.Tokens.Last // there is but one
		}
	}
	return country.Tokens.Last
}

func (f *finder) hasHead(n extractor.Name) bool {
	for i := n.Tokens.First; i < n.Tokens.Last; i++ {
		if gazetteer.OrgWord(f.scanner.atoms[i].org)&gazetteer.OrgHead != 0 {
			return true
		}
	}
	return false
}

// ofMatters returns the end of an office's name with all its matters: what follows by commas and “and” in capitals, and
// is no other name.
func (f *finder) ofMatters(d *extractor.Document, n extractor.Name, rest []extractor.Name, end int32) int32 {
	if !f.isOffice(d, n) {
		return n.Tokens.Last
	}
	at := n.Tokens.Last
	for at+1 < end {
		word := d.TokenText(int(at))
		next := f.matter(d, at+1, rest, end)
		switch {
		case next == at+1:
			return n.Tokens.Last
		case word == "and" || word == "&":
			return next
		case word != ",":
			return n.Tokens.Last
		}
		at = next
		if at+1 < end && d.TokenText(int(at)) == "," && d.TokenText(int(at+1)) == "and" {
			at++
		}
	}
	return n.Tokens.Last
}

// common are the kinds of names that are words too: the journal Science, the firm Target.
const common = 1<<gazetteer.KindMedia | 1<<gazetteer.KindCompany

// isOffice reports whether a name is that of an office with what it is for: “Ministry of Health”.
func (f *finder) isOffice(d *extractor.Document, n extractor.Name) bool {
	for i := n.Tokens.First; i+2 < n.Tokens.Last; i++ {
		if gazetteer.OrgWord(f.scanner.atoms[i].org)&gazetteer.OrgHead == 0 {
			continue
		}
		switch d.TokenText(int(i + 1)) {
		case "of", "for", "on", "against":
			object := &f.scanner.atoms[i+2]
			return object.caps == features.Initial && object.kinds&^common == 0 && object.person&3 == 0 && object.org&uint16(gazetteer.OrgHead) == 0
		}
	}
	return false
}

// matter returns the end of the run of capitalised words at a token, or the token where it is something else's name.
func (f *finder) matter(d *extractor.Document, at int32, rest []extractor.Name, end int32) int32 {
	last := at
	for ; last < end; last++ {
		a := &f.scanner.atoms[last]
		if a.caps != features.Initial || a.kinds&^common != 0 || a.title != 0 || a.org&uint16(gazetteer.OrgHead) != 0 || a.person&3 != 0 {
			break
		}
	}
	if last < end && f.scanner.atoms[last].isName {
		return at // goes on in another way
	}
	for _, o := range rest {
		if o.Tokens.First >= last {
			break
		}
		if o.Tokens.Last > at && o.Type != extractor.EntityOrg {
			return at
		}
	}
	return last
}
