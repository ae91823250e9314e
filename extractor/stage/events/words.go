package events

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// words tells of the words of a document by the hashes of their lemmas.
type words struct {
	// hashes has one for each token.
	hashes []uint32
	// counts is an open table of how often verbs and nouns occur, its size a power of two.
	counts []wordCount
	// headline holds the stems of the title's words, mask the last bits of each.
	headline []uint32
	mask     uint64
}

type wordCount struct {
	word uint32
	n    int32
}

// wordHash is FNV-1a; no word hashes to zero.
func wordHash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return max(h, 1)
}

// index reads the words of a document.
func (w *words) index(d *extractor.Document) {
	size := 64
	for size < 2*len(d.Tokens) { // at most half full
		size *= 2
	}
	w.hashes, w.counts = resized(w.hashes, len(d.Tokens)), resized(w.counts, size)
	clear(w.counts)
	for i := range d.Tokens {
		tag := &d.Tags[i]
		w.hashes[i] = wordHash(tag.Lemma)
		if tag.UPOS == extractor.VERB || tag.UPOS == extractor.NOUN {
			w.entry(w.hashes[i]).n++
		}
	}
	w.readHeadline(d)
}

// entry returns where a word is counted, or is to be.
func (w *words) entry(word uint32) *wordCount {
	last := uint32(len(w.counts) - 1)
	for i := word * 0x9E3779B1 >> 7 & last; ; i = (i + 1) & last {
		if c := &w.counts[i]; c.word == word || c.word == 0 {
			c.word = word
			return c
		}
	}
}

// frequency is how often the lemma of a token occurs as a verb or noun.
func (w *words) frequency(i int32) int {
	last := uint32(len(w.counts) - 1)
	word := w.hashes[i]
	for k := word * 0x9E3779B1 >> 7 & last; w.counts[k].word != 0; k = (k + 1) & last {
		if w.counts[k].word == word {
			return int(w.counts[k].n)
		}
	}
	return 0
}

func (w *words) readHeadline(d *extractor.Document) {
	w.headline, w.mask = w.headline[:0], 0
	for b := range d.Blocks {
		if d.Blocks[b].Type == extractor.SegmentTitle {
			r := d.TokensIn(d.Blocks[b].Span)
			for i := r.First; i < r.Last; i++ {
				w.addHeadline(d.Tags[i].Lemma)
			}
		}
	}
	if d.Article != nil {
		for word := range strings.FieldsSeq(d.Article.Title) {
			word = strings.Trim(word, ".,:;'\"?!")
			w.addHeadline(word)
			w.addHeadline(strings.TrimSuffix(strings.ToLower(word), "s"))
		}
	}
}

func (w *words) addHeadline(word string) {
	h := wordHash(stem(strings.ToLower(word)))
	w.headline, w.mask = append(w.headline, h), w.mask|1<<(h&63)
}

// stemAt is the hash of the stem of a token's lemma.
func (a *analysis) stemAt(i int32) uint32 { return wordHash(stem(strings.ToLower(a.lemma(i)))) }

// headlined reports whether the headline has a word with the stem of this one.
func (w *words) headlined(lemma string) bool {
	if len(w.headline) == 0 {
		return false
	}
	h := wordHash(stem(strings.ToLower(lemma)))
	return w.mask>>(h&63)&1 != 0 && slices.Contains(w.headline, h)
}

// stem cuts endings so that “meet” and “meeting”, “arrest” and “arrested”, “explode” and “explosion” are alike.
func stem(lemma string) string {
	if lemma == "" {
		return lemma
	}
	for _, e := range endings[lemma[len(lemma)-1]] {
		if n := len(lemma) - len(e); n >= 3 && lemma[n:] == e {
			return lemma[:n]
		}
	}
	return lemma
}

// endings are those that stem cuts, by their last letter.
var endings = [256][]string{
	'n': {"ation", "ition", "sion", "tion", "ion"}, 't': {"ment"}, 'g': {"ing"}, 'l': {"al"}, 'r': {"er"}, 'd': {"ed"}, 'e': {"e"},
}

// resized returns a slice of length n in the memory of s where it is large enough.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
