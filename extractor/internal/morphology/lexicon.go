package morphology

import (
	"errors"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Lexicon is what was learned. It is immutable and safe for concurrent use.
type Lexicon struct {
	// lemmas are exceptions, by form and XPOS; endings are scripts, by ending and XPOS. Keys are hashes: see keyOf.
	lemmas  table[string]
	endings table[script]
	// feats are by form, UPOS and XPOS; byTag for the rest, by UPOS and XPOS.
	feats table[string]
	byTag table[string]
	lines []string
	// plausible tells which parts of speech go together.
	plausible [32][64]bool
}

// longestEnding is how many bytes of a word's end are looked at.
const longestEnding = 6

// keyOf hashes a word or ending with tags. kind keeps the tables apart.
func keyOf(kind byte, text []byte, upos extractor.UPOS, xpos extractor.XPOS) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range text {
		h = (h ^ uint64(c)) * 1099511628211
	}
	for _, c := range [...]byte{0, kind, byte(upos), byte(xpos)} {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>29
}

// Lemmas collects the lemmas of a document in one buffer. The zero value is ready; it belongs to one goroutine.
type Lemmas struct {
	// normal is the last word lowered, if same without change.
	word   string
	normal []byte
	same   bool

	arena  []byte
	places []place
}

// place is a lemma that lies in the arena, of token index.
type place struct{ index, begin, end int }

// Lemma returns the lemma of a word. capitals: the whole sentence is in capitals, which then mean nothing. When the
// lemma is no part of text and no constant, ok is false: it is kept for token index, and Flush delivers it.
func (x *Lexicon) Lemma(m *Lemmas, index int, text string, tag Tags, capitals bool) (lemma string, ok bool) {
	m.lower(text)
	switch {
	case tag.UPOS == extractor.PROPN:
		// Names keep their form and their capitals, save for plurals: “Kask”, “Netherlands”, but “Estonian” of “Estonians”.
		if s := x.script(m.normal, extractor.PennNNPS); tag.XPOS == extractor.PennNNPS && s.add == "" {
			return text[:len(text)-len(s.strip)], true
		}
		return text, true
	case !capitals && acronym(text) && (tag.XPOS == extractor.PennNN || tag.XPOS == extractor.PennCD):
		return text, true
	}
	if lemma, ok := x.lemmas.get(keyOf('l', m.normal, 0, tag.XPOS)); ok {
		return lemma, true
	}
	c := verbs().settle(m.normal, tag.XPOS, x.script(m.normal, tag.XPOS))
	if m.same && c.add == "" {
		return text[:len(text)-c.cut], true
	}
	begin := len(m.arena)
	m.arena = append(append(m.arena, m.normal[:len(m.normal)-c.cut]...), c.add...)
	m.places = append(m.places, place{index, begin, len(m.arena)})
	return "", false
}

// Tags are a word's parts of speech.
type Tags struct {
	UPOS extractor.UPOS
	XPOS extractor.XPOS
}

// acronym reports whether a word is capitals and digits, two characters at least: `TV`, `L2`.
func acronym(word string) bool {
	upper := false
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			upper = true
		} else if c < '0' || c > '9' {
			return false
		}
	}
	return upper && len(word) > 1
}

// Flush hands over the lemmas kept since the last Flush. It allocates once.
func (m *Lemmas) Flush(deliver func(index int, lemma string)) {
	all := string(m.arena)
	for _, p := range m.places {
		deliver(p.index, all[p.begin:p.end])
	}
	m.arena, m.places = m.arena[:0], m.places[:0]
	m.word, m.normal = "", m.normal[:0] // keeps no text alive
}

// script returns that of the word's longest known ending that fits.
func (x *Lexicon) script(word []byte, xpos extractor.XPOS) script {
	for n := min(longestEnding, len(word)-1); n >= 0; n-- {
		if s, ok := x.endings.get(keyOf('e', word[len(word)-n:], 0, xpos)); ok && s.fits(word) {
			return s
		}
	}
	return script{}
}

// Feats returns CoNLL-U's feature string of a word.
func (x *Lexicon) Feats(m *Lemmas, text string, upos extractor.UPOS, xpos extractor.XPOS) string {
	m.lower(text)
	if f, ok := x.feats.get(keyOf('f', m.normal, upos, xpos)); ok {
		return f
	}
	f, _ := x.byTag.get(keyOf('t', nil, upos, xpos))
	return f
}

// Plausible reports whether the two parts of speech were seen together, more than by a slip.
func (x *Lexicon) Plausible(t Tags) bool { return x.plausible[t.UPOS&31][t.XPOS&63] }

// lower sets m.normal, unless it is that of the word already.
func (m *Lemmas) lower(word string) {
	if m.word != word {
		m.word = word
		m.normal, m.same = lowered(m.normal[:0], word)
	}
}

// lowered appends the word in lower case with straight apostrophes; same reports that this changes nothing.
func lowered(dst []byte, word string) (lower []byte, same bool) {
	same = true
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 0x80 {
			dst = append(dst[:0], strings.ReplaceAll(strings.ToLower(word), "’", "'")...)
			return dst, string(dst) == word
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
			same = false
		}
		dst = append(dst, c)
	}
	return dst, same
}

// AppendBinary appends the lexicon: lines of text.
func (x *Lexicon) AppendBinary(b []byte) []byte {
	return append(b, strings.Join(x.lines, "\n")...)
}

var errBroken = errors.New("morphology: the lexicon is broken")

// ReadLexicon reads what AppendBinary wrote.
func ReadLexicon(data []byte) (*Lexicon, error) {
	x := &Lexicon{}
	for line := range strings.Lines(string(data)) {
		if !x.read(fields(line)) {
			return nil, errBroken
		}
	}
	return x, nil
}

// read takes a line: kind, form or ending, UPOS, XPOS, what follows from them.
func (x *Lexicon) read(f []string) bool {
	if len(f) != 5 {
		return false
	}
	upos, _ := extractor.ParseUPOS(f[2])
	xpos, _ := extractor.ParseXPOS(f[3])
	form := []byte(f[1])
	switch f[0] {
	case "l":
		x.lemmas.put(keyOf('l', form, 0, xpos), verbs().proven(form, xpos, f[4]))
	case "e":
		s, ok := decodeScript(f[4])
		x.endings.put(keyOf('e', form, 0, xpos), s)
		return ok
	case "f":
		x.feats.put(keyOf('f', form, upos, xpos), f[4])
	case "t":
		x.plausible[upos&31][xpos&63] = true
		x.byTag.put(keyOf('t', nil, upos, xpos), f[4])
	default:
		return false
	}
	return true
}
