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
		a, b := f.halfType(d, first), f.halfType(d, first+2)
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

// besides finds the other half of two names joined by a hyphen where the reading took but one: “the Kask-|Solberg| talks” in
// an article that names both.
func (f *finder) besides(d *extractor.Document) {
	for i := 0; i < len(f.names); i++ {
		n := f.names[i]
		at := n.Tokens.First
		if n.Tokens.Len() != 1 || n.Type != extractor.EntityPerson || !f.joined(d, at) && !f.joined(d, at-2) ||
			!f.isSurname(d, f.scanner.atoms[at].word) {
			continue
		}
		if before := at - 2; f.joined(d, before) && f.isSurname(d, f.scanner.atoms[before].word) && (i == 0 || f.names[i-1].Tokens.Last <= before) {
			n.Tokens = extractor.TokenRange{First: before, Last: before + 1}
			f.names = slices.Insert(f.names, i, n)
			i++
			continue
		}
		if after := at + 2; f.joined(d, at) && f.isSurname(d, f.scanner.atoms[after].word) && (i+1 == len(f.names) || f.names[i+1].Tokens.First > after) {
			n.Tokens = extractor.TokenRange{First: after, Last: after + 1}
			f.names = slices.Insert(f.names, i+1, n)
			i++
		}
	}
}

// isSurname reports whether a word ends a person's full name, by itself: not the “Berg” of “Ada Kask-Berg”.
func (f *finder) isSurname(d *extractor.Document, word uint64) bool {
	for _, n := range f.names {
		last := n.Tokens.Last - 1
		if n.Type == extractor.EntityPerson && f.scanner.atoms[last].word == word && !f.joined(d, last-2) &&
			(n.Tokens.Len() > 1 || last > 0 && f.scanner.atoms[last-1].titleEnd) {
			return true
		}
	}
	return false
}

// joined reports whether a hyphen joins the token with the one after the next.
func (f *finder) joined(d *extractor.Document, i int32) bool {
	return i >= 0 && int(i)+2 < len(d.Tokens) && isDash(d.TokenText(int(i)+1)) && f.scanner.atoms[i+1].glued && f.scanner.atoms[i+2].glued
}

// halfType returns the type of one half of a compound: a country's or people's, or PERSON for somebody whom the
// article names; 0 where it is not known.
func (f *finder) halfType(d *extractor.Document, i int32) extractor.EntityType {
	if t := f.knownType(i, 0); t != 0 {
		return t
	}
	if f.isSurname(d, f.scanner.atoms[i].word) {
		return extractor.EntityPerson
	}
	return 0
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
