package names

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// atom is what one token shows by itself; templates join the atoms of neighbours into features.
type atom struct {
	word, shape               uint64
	prefix2, prefix3, prefix4 uint64
	suffix2, suffix3, suffix4 uint64
	cluster                   path
	caps                      features.Caps
	kinds                     uint32 // of the names in the gazetteer that cover the token, a bit a kind
	place                     uint8  // 1 first, 2 inside, 3 last, 4 alone in the longest of them
	person                    uint8  // 1 male, 2 female or unknown given name, 4 surname
	org                       uint16 // gazetteer.OrgWord
	title                     uint8  // 1 + kind of the title that covers the token
	titleEnd                  bool
	noun                      gazetteer.Class
	first                     bool // in its sentence, quotes and brackets aside
	sentence                  features.Case
	lowerSeen, upperSeen      uint8 // how often the document writes the word so elsewhere, up to 3
	runFirst, runLast         int32 // the run of capitalised tokens around, [runFirst, runLast); equal for none
	isName                    bool  // may begin a run
	small                     bool  // in a known place's name that is written without capitals
	glued                     bool  // no blank before it
	opens                     bool  // an opening bracket
	active                    bool
	near                      bool // the gazetteer is asked
	xpos                      uint8
	rel                       uint8  // to its head
	head                      int32  // -1 for none
	marker                    uint64 // the word of its case marker: “in” Oslo
	apposed                   uint64 // the word in apposition to it: Kask, the “mayor”
	joined                    int32  // the first token joined to it by “and”, 0 for none
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// lexical sets what follows from the spelling. It folds case, digits and curly apostrophes.
func (a *atom) lexical(text string) {
	h := uint64(hashSeed)
	var ends [64]uint8 // the last 64 normalised bytes, to hash suffixes
	n := 0
	a.prefix2, a.prefix3, a.prefix4 = 0, 0, 0
	for i := 0; i < len(text); {
		c := text[i]
		size := 1
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c >= '0' && c <= '9':
			c = '0'
		case c >= utf8.RuneSelf:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			switch r {
			case '’', '‘', 'ʼ':
				c = '\''
			case '–', '—':
				c = '-'
			default:
				r = unicode.ToLower(r)
				c = byte(r) ^ byte(r>>8) | 0x80
			}
		}
		h = (h ^ uint64(c)) * hashPrime
		ends[n&63] = c
		n++
		i += size
		switch n {
		case 2:
			a.prefix2 = h
		case 3:
			a.prefix3 = h
		case 4:
			a.prefix4 = h
		}
	}
	a.word = h
	a.suffix2, a.suffix3, a.suffix4 = 0, 0, 0
	s := uint64(hashSeed)
	for k := 1; k <= 4 && k < n; k++ {
		s = (s ^ uint64(ends[(n-k)&63])) * hashPrime
		switch k {
		case 2:
			a.suffix2 = s
		case 3:
			a.suffix3 = s
		case 4:
			a.suffix4 = s
		}
	}
	a.shape = shapeOf(text)
	a.caps = features.CapsOf(text)
}

// shapeOf hashes the shape: runs of X, x and 0 cut to two, other characters as they are, eight at most.
func shapeOf(text string) uint64 {
	h, last, run, n := uint64(hashSeed), byte(0), 0, 0
	for i := 0; i < len(text) && n < 8; i++ {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf:
			c = 'x'
		case c >= 'A' && c <= 'Z':
			c = 'X'
		case c >= '0' && c <= '9':
			c = '0'
		}
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = (h ^ uint64(c)) * hashPrime
		n++
	}
	return h
}

// known sets what the gazetteer says of the token alone.
func (a *atom) known(g *gazetteer.Gazetteer, text string) {
	a.person, a.org, a.noun = 0, 0, 0
	if a.caps == features.NoLetters {
		return
	}
	if a.caps != features.Lower || a.sentence == features.Uncapitalised {
		a.person = personOf(g, text)
		a.org = uint16(g.OrgWord(text))
	}
	a.noun = g.NounClass(text) & (gazetteer.ClassPerson | gazetteer.ClassOrganization | gazetteer.ClassPlace | gazetteer.ClassEvent)
}

func personOf(g *gazetteer.Gazetteer, text string) (bits uint8) {
	if gender, ok := g.Given(text); ok {
		bits = 2
		if gender == gazetteer.Male {
			bits = 1
		}
	}
	if g.Surname(text) {
		bits |= 4
	}
	return bits
}

// kindsOf gathers the kinds of a name's meanings; small: it is written without capitals.
func kindsOf(g *gazetteer.Gazetteer, name string, small bool) uint32 {
	kinds := uint32(0)
	if small {
		for e := range g.LookupSmall(name) {
			kinds |= 1 << e.Kind
		}
		return kinds
	}
	for e := range g.Lookup(name) {
		kinds |= 1 << e.Kind
	}
	return kinds
}
