package events

import (
	mathbits "math/bits"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// title is what the headline says: it is no part of the text, and mostly without a tree.
type title struct {
	words []titleWord
	// types is how likely some word of it names an event of each type, first how likely the first word that names any.
	types, first typeShares
	// shares is which share of the words each sentence has, below zero where nobody has asked.
	shares []float32
}

// typeShares has a number for each type of event.
type typeShares [int(extractor.EventOther) + 1]float32

// titleWord is a word by its stems: as it stands and without an s.
type titleWord struct{ stem, singular uint32 }

// namesAnEvent is how likely a word must name one to be the first of a headline that does.
const namesAnEvent = 0.3

// maxTitleWords bounds what is read of a headline.
const maxTitleWords = 24

// readTitle reads the headline.
func (a *analysis) readTitle() title {
	t := title{shares: make([]float32, len(a.Sentences))}
	for i := range t.shares {
		t.shares[i] = -1
	}
	text := a.Metadata.Title
	if text == "" && a.Article != nil {
		text = a.Article.Title
	}
	found := false
	for word := range strings.FieldsSeq(text) {
		word = strings.ToLower(strings.Trim(word, ".,:;'\"?!()“”‘’-–—"))
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if len(word) < 3 || emptyWords[word] || len(t.words) == maxTitleWords {
			continue
		}
		t.words = append(t.words, titleWord{wordHash(stem(word)), wordHash(stem(strings.TrimSuffix(word, "s")))})
		var types typeShares
		a.readSenses(&types, word)
		top := float32(0)
		for i, p := range types {
			t.types[i], top = max(t.types[i], p), max(top, p)
		}
		if top > namesAnEvent && !found {
			t.first, found = types, true
		}
	}
	return t
}

// emptyWords say nothing of what a headline is about.
var emptyWords = map[string]bool{
	"the": true, "and": true, "for": true, "with": true, "from": true, "after": true, "over": true, "into": true, "his": true,
	"her": true, "its": true, "their": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true,
	"but": true, "not": true, "who": true, "how": true, "why": true, "what": true, "that": true, "this": true, "than": true,
	"amid": true, "about": true, "against": true, "before": true, "under": true, "will": true, "may": true, "can": true,
}

// readSenses notes which types of event a word of the headline may name.
func (a *analysis) readSenses(types *typeShares, word string) {
	see := func(senses []frames.Sense) {
		for i := range senses {
			s := &senses[i]
			types[s.Type] = max(types[s.Type], s.Prior*trust(s))
		}
	}
	see(a.known('n', word))
	see(a.known('v', word))
	if l, ok := a.facts.irregular[word]; ok {
		see(a.known('v', l))
	}
	for _, ending := range inflections {
		base, ok := strings.CutSuffix(word, ending)
		if !ok || len(base) < 3 {
			continue
		}
		if ending == "s" {
			see(a.known('n', base))
		}
		see(a.known('v', base))
		if ending == "s" {
			continue
		}
		see(a.known('v', base+"e"))
		if n := len(base); base[n-1] == base[n-2] {
			see(a.known('v', base[:n-1]))
		}
	}
}

var inflections = []string{"s", "es", "ed", "ing"}

// find returns which word of the headline has that stem, -1 for none.
func (t *title) find(stem uint32) int {
	for i := range t.words {
		if t.words[i].stem == stem || t.words[i].singular == stem {
			return i
		}
	}
	return -1
}

// wordsOf returns a bit for each word of the headline that an argument is told or named with.
func (t *title) wordsOf(a *analysis, arg *extractor.Argument) uint32 {
	if len(t.words) == 0 {
		return 0
	}
	bits := t.wordsIn(a, arg.Tokens)
	if arg.Entity >= 0 {
		for i := range a.Entities[arg.Entity].Mentions {
			if m := &a.Entities[arg.Entity].Mentions[i]; m.Type == extractor.MentionProper {
				return bits | t.wordsIn(a, m.Tokens)
			}
		}
	}
	return bits
}

// wordsIn returns a bit for each word of the headline that stands in a range.
func (t *title) wordsIn(a *analysis, r extractor.TokenRange) uint32 {
	var bits uint32
	for i := r.First; i < r.Last; i++ {
		switch a.Tags[i].UPOS {
		case extractor.NOUN, extractor.PROPN, extractor.VERB, extractor.ADJ, extractor.NUM:
			if k := t.find(a.stemAt(i)); k >= 0 {
				bits |= 1 << k
			}
		}
	}
	return bits
}

// share is which share of the headline's words a sentence has.
func (t *title) share(a *analysis, s int32) float32 {
	if t.shares[s] < 0 {
		t.shares[s] = t.shareOf(t.wordsIn(a, a.Sentences[s].Tokens))
	}
	return t.shares[s]
}

func (t *title) shareOf(bits uint32) float32 {
	return float32(mathbits.OnesCount32(bits)) / float32(len(t.words))
}
