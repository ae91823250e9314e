package morphology

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// verbsText is a verb a line, with those past forms after it that no rule makes; from WordNet (see gazetteer/data/README.md).
//
//go:embed verbs.txt
var verbsText string

// verbBook knows the verbs by their base form, and the bases of irregular past forms.
type verbBook struct {
	bases table[struct{}]
	past  table[string]
}

var verbs = sync.OnceValue(func() *verbBook {
	b := &verbBook{}
	for line := range strings.Lines(verbsText) {
		f := strings.Fields(line)
		b.bases.put(keyOf('v', []byte(f[0]), 0, 0), struct{}{})
		for _, form := range f[1:] {
			b.past.put(keyOf('p', []byte(form), 0, 0), f[0])
		}
	}
	return b
})

// change turns a word into its lemma: cut so many bytes off its end, then add.
type change struct {
	cut int
	add string
}

// settle corrects the lemma that an ending gives a word: where that is no verb or noun that exists, but another one
// exists of which the word can be a form, it returns the change to that one.
func (b *verbBook) settle(word []byte, xpos extractor.XPOS, s script) change {
	learned := change{len(s.strip), s.add}
	switch xpos {
	case extractor.PennNNS:
		return settleNoun(word, learned)
	case extractor.PennVBD, extractor.PennVBN, extractor.PennVBG, extractor.PennVBZ:
	default:
		return learned
	}
	if learned != (change{}) && b.is(word, learned, false) {
		return learned
	}
	if xpos == extractor.PennVBD || xpos == extractor.PennVBN {
		if base, ok := b.past.get(keyOf('p', word, 0, 0)); ok {
			return change{len(word), base}
		}
	}
	for _, prefixed := range [...]bool{false, true} {
		for _, c := range regular(word, xpos) {
			if c.cut < len(word) && b.is(word, c, prefixed) {
				return c
			}
		}
	}
	return learned
}

// proven returns the lemma that annotators gave a form, unless there is no such verb and another is known for it: a slip.
func (b *verbBook) proven(form []byte, xpos extractor.XPOS, lemma string) string {
	if xpos == extractor.PennVBD || xpos == extractor.PennVBN {
		if base, ok := b.past.get(keyOf('p', form, 0, 0)); ok {
			if _, ok := b.bases.get(keyOf('v', []byte(lemma), 0, 0)); !ok {
				return base
			}
		}
	}
	return lemma
}

// is reports whether a change makes a verb of the word, and one that is written so: “hoping” is no form of “hop”.
// prefixed: the verb is one behind a prefix, as in “reseize”.
func (b *verbBook) is(word []byte, c change, prefixed bool) bool {
	var buffer [40]byte
	base, ok := c.apply(buffer[:0], word)
	if !ok || c.add == "" && c.cut > 1 && doubles(base) && word[len(word)-c.cut] != base[len(base)-1] {
		return false
	}
	if !prefixed {
		_, ok := b.bases.get(keyOf('v', base, 0, 0))
		return ok
	}
	for _, prefix := range [...]string{"re", "over", "under", "out", "mis", "de", "dis", "un"} {
		if len(base) > len(prefix)+2 && string(base[:len(prefix)]) == prefix {
			if _, ok := b.bases.get(keyOf('v', base[len(prefix):], 0, 0)); ok {
				return true
			}
		}
	}
	return false
}

// apply appends the changed word to dst; ok is false where that is longer than words are.
func (c change) apply(dst, word []byte) (base []byte, ok bool) {
	if len(word)+len(c.add) > cap(dst) {
		return nil, false
	}
	return append(append(dst, word[:len(word)-c.cut]...), c.add...), true
}

// The changes that may make the base of a regular form, the surest first. The last leaves what is no form at all, as
// “sing” where it was taken for one.
var (
	fromS       = []change{{1, ""}}
	fromES      = []change{{1, ""}, {2, ""}}
	fromIES     = []change{{1, ""}, {2, ""}, {3, "y"}}
	fromING     = []change{{3, ""}, {3, "e"}, {}}
	fromYING    = []change{{3, ""}, {4, "ie"}, {3, "e"}, {}}
	fromDoubING = []change{{3, ""}, {4, ""}, {3, "e"}, {}}
	fromED      = []change{{2, ""}, {1, ""}, {}}
	fromIED     = []change{{3, "y"}, {1, ""}, {2, ""}, {}}
	fromDoubED  = []change{{2, ""}, {3, ""}, {1, ""}, {}}
	fromElse    = []change{{}}
)

// regular returns the changes that may make the base of a verb's form.
func regular(word []byte, xpos extractor.XPOS) []change {
	n := len(word)
	switch {
	case n < 4:
		return fromElse
	case xpos == extractor.PennVBZ:
		return fromSOf(word)
	case xpos == extractor.PennVBG && n > 4 && string(word[n-3:]) == "ing":
		switch {
		case doubled(word[:n-3]):
			return fromDoubING
		case word[n-4] == 'y':
			return fromYING
		}
		return fromING
	case xpos != extractor.PennVBG && string(word[n-2:]) == "ed":
		switch {
		case doubled(word[:n-2]):
			return fromDoubED
		case word[n-3] == 'i':
			return fromIED
		}
		return fromED
	}
	return fromElse
}

// fromSOf returns the changes for a plural or a third person.
func fromSOf(word []byte) []change {
	switch n := len(word); {
	case n > 4 && string(word[n-3:]) == "ies":
		return fromIES
	case n > 4 && string(word[n-2:]) == "es":
		return fromES
	}
	return fromS
}

// doubled reports whether a stem ends as those do whose last letter was doubled before the ending: “plann”, “picnick”.
func doubled(stem []byte) bool {
	n := len(stem)
	return n > 2 && (stem[n-1] == stem[n-2] || stem[n-1] == 'k' && stem[n-2] == 'c')
}

// doubles reports whether a verb of one syllable doubles its last letter before an ending: “plan”, but not “plant”,
// “cool” or “row”.
func doubles(base []byte) bool {
	n := len(base)
	if n < 3 || isVowel(base[n-1]) || !isVowel(base[n-2]) || isVowel(base[n-3]) {
		return false
	}
	switch base[n-1] {
	case 'w', 'x', 'y', 'h':
		return false
	}
	for _, c := range base[:n-2] {
		if isVowel(c) {
			return false
		}
	}
	return true
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// settleNoun does for plurals what settle does for verbs.
func settleNoun(word []byte, learned change) change {
	if isNoun(word, learned) {
		return learned
	}
	for _, c := range fromSOf(word) {
		if c != learned && c.cut < len(word) && isNoun(word, c) {
			return c
		}
	}
	return learned
}

// isNoun reports whether a change makes a noun of the word.
func isNoun(word []byte, c change) bool {
	var buffer [40]byte
	base, ok := c.apply(buffer[:0], word)
	return ok && gazetteer.English().NounClass(string(base)) != 0
}
