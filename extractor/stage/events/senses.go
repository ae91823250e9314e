package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// sensesOf returns the senses of the word at i by its part of speech: the lexicon's and those learned.
func (a *analysis) sensesOf(i int32) []frames.Sense {
	if a.timeAt[i] >= 0 {
		return nil
	}
	lemma := a.lemma(i)
	switch u := a.Tags[i].UPOS; u {
	case extractor.VERB:
		if lemma == "cut" && int(i)+1 < len(a.Tokens) && a.lemma(i+1) == "short" {
			return nil // “cut short a trip”
		}
		if lemma == "take" {
			if o := a.tree.Child(i, extractor.RelObj); o >= 0 && a.lemma(o) == "place" {
				return nil // what takes place is the event
			}
		}
		return a.verbSenses(i, lemma)
	case extractor.NOUN:
		if a.lex.Class("court").HasLemma(lemma) {
			return nil // who judges is no trial
		}
		if joined := a.joined(i); joined != "" {
			if s := a.known('n', joined); s != nil {
				return s
			}
		}
		if s := a.known('n', lemma); s != nil {
			return s
		}
		if strings.HasSuffix(lemma, "s") {
			if s := a.known('n', lemma[:len(lemma)-1]); s != nil {
				return s
			}
		}
		if a.Tags[i].XPOS == extractor.PennNN && strings.HasSuffix(lemma, "ing") && a.tree.Child(i, extractor.RelNmod) >= 0 {
			return a.gerund(lemma)
		}
	case extractor.ADJ:
		return a.known('a', lemma)
	case extractor.PROPN:
		// Capitals of headlines and of title case hide nouns; a name of an event is none of ours.
		if a.nameAt[i] < 0 && lemma != "" {
			return a.known('n', strings.ToLower(lemma))
		}
	}
	return nil
}

// known returns what model and lexicon know of a word.
func (a *analysis) known(pos byte, lemma string) []frames.Sense {
	if len(a.model.learned) > 0 {
		var buf [48]byte
		if s, ok := a.model.learned[string(append(append(buf[:0], pos, ' '), lemma...))]; ok {
			return s
		}
	}
	return lexiconSenses(a.lex, pos, lemma)
}

// verbSenses tries the lemma, then spellings that a lemmatizer may have cut short (“extradit”).
func (a *analysis) verbSenses(i int32, lemma string) []frames.Sense {
	if joined := a.joined(i); joined != "" {
		if s := a.known('v', joined); s != nil {
			return s
		}
	}
	if s := a.known('v', lemma); s != nil {
		return s
	}
	if l, ok := a.facts.irregular[lemma]; ok {
		return a.known('v', l)
	}
	if s := a.known('v', lemma+"e"); s != nil {
		return s
	}
	if n := len(lemma); n > 3 && lemma[n-1] == lemma[n-2] {
		if s := a.known('v', lemma[:n-1]); s != nil {
			return s
		}
	}
	return a.model.unknown
}

// gerund returns the senses of the verb that a noun in -ing is made from: “the jamming of signals”.
func (a *analysis) gerund(lemma string) []frames.Sense {
	stem := lemma[:len(lemma)-3]
	if s := a.lex.Verbs(stem); s != nil {
		return s
	}
	if s := a.lex.Verbs(stem + "e"); s != nil {
		return s
	}
	if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
		return a.lex.Verbs(stem[:n-1])
	}
	return nil
}

// joined returns the lemma of a hyphened compound that ends at i (“cease-fire”, cut in three tokens), or "".
func (a *analysis) joined(i int32) string {
	if i < 2 || a.TokenText(int(i-1)) != "-" || a.Tokens[i].SpaceBefore || a.Tokens[i-1].SpaceBefore {
		return ""
	}
	return strings.ToLower(a.TokenText(int(i-2))) + "-" + a.lemma(i)
}
