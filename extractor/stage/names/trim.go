package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// trimmed returns a name without what is never part of one: a leading small article, a possessive at the end, and a
// person's titles. Titles that are given names too (Dean, Earl) stay, as does a title that is all there is.
func trimmed(g *gazetteer.Gazetteer, d *extractor.Document, r extractor.TokenRange, t extractor.EntityType) extractor.TokenRange {
	for r.Len() > 1 && isArticle(d.TokenText(int(r.First))) {
		r.First++
	}
	for r.Len() > 1 && isPossessive(d.TokenText(int(r.Last-1))) && (t == extractor.EntityPerson || !hasPossessive(g, d, r)) {
		r.Last--
	}
	if t == extractor.EntityPerson {
		r.First = afterTitles(g, d, r)
		r.First = afterLastTitle(g, d, r)
		if r.Len() > 1 && afterTitle(d.TokenText(int(r.First))) {
			r.First++
		}
	}
	return r
}

// hasPossessive reports whether a name is known to end with a possessive: “Macy's”.
func hasPossessive(g *gazetteer.Gazetteer, d *extractor.Document, r extractor.TokenRange) bool {
	for e := range g.Lookup(d.RangeText(r)) {
		if e.Kind.Type() == extractor.EntityOrg {
			return true
		}
	}
	return false
}

// afterTitle reports whether a word belongs to the title before it: “Bishop Emeritus”.
func afterTitle(w string) bool { return w == "Emeritus" || w == "Elect" || w == "Designate" }

func isArticle(w string) bool { return w == "the" || w == "a" || w == "an" }

func isPossessive(w string) bool {
	switch w {
	case "'s", "’s", "'", "’", "'S", "’S":
		return true
	}
	return false
}

// afterTitles returns the first token of the range behind its titles.
func afterTitles(g *gazetteer.Gazetteer, d *extractor.Document, r extractor.TokenRange) int32 {
	for r.Len() > 1 {
		title, covered := g.MatchTitle(d, int(r.First), int(r.Last-1))
		if title == nil || !title.Prefix && title.Kind != gazetteer.TitleOffice || covered.Last >= r.Last {
			return r.First
		}
		next := covered.Last
		word := d.TokenText(int(r.First))
		if g.Gender(word) != 0 && covered.Len() == 1 || features.CapsOf(d.TokenText(int(next))) == features.NoLetters && next+1 >= r.Last {
			return r.First
		}
		for next < r.Last-1 && features.CapsOf(d.TokenText(int(next))) == features.NoLetters {
			next++ // the period of “Gen.”
		}
		r.First = next
	}
	return r.First
}

// afterLastTitle skips what stands before the last title in the name, “Interim Grand Chief” before Alar Kask, unless the
// name begins with a given name (Martin Luther King).
func afterLastTitle(g *gazetteer.Gazetteer, d *extractor.Document, r extractor.TokenRange) int32 {
	if g.Gender(d.TokenText(int(r.First))) != 0 {
		return r.First
	}
	for i := r.Last - 2; i >= r.First; i-- {
		word := d.TokenText(int(i))
		if g.Gender(word) != 0 {
			continue
		}
		if t := g.Title(word); t != nil && (t.Prefix || t.Kind == gazetteer.TitleOffice) && features.CapsOf(d.TokenText(int(i+1))) != features.NoLetters {
			return i + 1
		}
	}
	return r.First
}
