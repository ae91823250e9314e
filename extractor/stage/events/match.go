package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// holds reports whether the conditions of a sense hold at a word. partner is the noun that an object or preposition
// condition of a verb matched, no pronoun; -1 for none.
func (a *analysis) holds(i int32, s *frames.Sense, fillers []filler) (partner int32, ok bool) {
	partner = -1
	for k := range s.Conditions {
		c := &s.Conditions[k]
		at, holds := a.condition(i, c, fillers)
		if holds == c.Not {
			return -1, false
		}
		if holds && at >= 0 && a.Tags[i].UPOS == extractor.VERB && (c.Place == frames.Object || c.Place == frames.Prep && !c.Any) && partner < 0 && a.Tags[at].UPOS != extractor.PRON {
			partner = at
		}
	}
	return partner, true
}

// condition reports whether one condition holds (its negation apart), and at which word.
func (a *analysis) condition(i int32, c *frames.Condition, fillers []filler) (int32, bool) {
	switch c.Place {
	case frames.Object:
		return a.anyFiller(c, fillers, "obj", "iobj", "of")
	case frames.Subject:
		return a.anyFiller(c, fillers, "subj", "poss", "mod", "by")
	case frames.Prep:
		return a.anyFiller(c, fillers, c.Prep)
	case frames.Complement:
		return a.complement(c, fillers)
	case frames.Child, frames.Modifier:
		return a.dependent(i, c)
	case frames.Governor:
		h := a.head(i)
		return h, h >= 0 && a.passes(h, &c.Test)
	case frames.InSentence:
		s := a.Sentences[a.SentenceOf(int(i))].Tokens
		for t := s.First; t < s.Last; t++ {
			if t != i && a.passes(t, &c.Test) {
				return t, true
			}
		}
	case frames.Feature:
		return -1, a.feature(i, c.Prep, fillers)
	}
	return -1, false
}

// fulfils reports whether a neighbour at the right place is what a condition asks for. A time is in no prepositional
// phrase that matters: “fired him on Monday” is not “fired on him”.
func (a *analysis) fulfils(i int32, c *frames.Condition) bool {
	if c.Any {
		return c.Place != frames.Prep || a.timeAt[i] < 0
	}
	return a.passes(i, &c.Test)
}

func (a *analysis) anyFiller(c *frames.Condition, fillers []filler, places ...string) (int32, bool) {
	for _, f := range fillers {
		for _, p := range places {
			if f.place == p && a.fulfils(f.head, c) {
				return f.head, true
			}
		}
	}
	return -1, false
}

// complement holds the test against clausal complements: “=have” also for “having met”, “=be” for a copula.
func (a *analysis) complement(c *frames.Condition, fillers []filler) (int32, bool) {
	for _, f := range fillers {
		if f.place != "comp" {
			continue
		}
		if a.passes(f.head, &c.Test) {
			return f.head, true
		}
		if w := c.Test.Lemma; w == "be" || w == "have" {
			for k := a.tree.First(f.head); k >= 0; k = a.tree.Next(k) {
				if a.lemma(k) == w && a.Tags[k].UPOS == extractor.AUX {
					return f.head, true
				}
			}
		}
	}
	return -1, false
}

// dependent holds the test against particles, adverbs, modifiers; and against the modifiers of modifiers (“car bomb
// attack”).
func (a *analysis) dependent(i int32, c *frames.Condition) (int32, bool) {
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelPunct, extractor.RelCc, extractor.RelMark, extractor.RelDet, extractor.RelNsubj, extractor.RelConj, extractor.RelCase:
			continue
		}
		if a.passes(k, &c.Test) {
			return k, true
		}
		if c.Place == frames.Modifier {
			for m := a.tree.First(k); m >= 0; m = a.tree.Next(m) {
				if r := a.rel(m); (r == extractor.RelCompound || r == extractor.RelAmod) && a.passes(m, &c.Test) {
					return m, true
				}
			}
		}
	}
	// A modifier may stand as a case of the tagger's own: the word right before.
	if c.Place == frames.Modifier && i > 0 && a.Tags[i-1].UPOS != extractor.VERB && a.passes(i-1, &c.Test) {
		return i - 1, true
	}
	return -1, false
}

// passes holds a test against one word.
func (a *analysis) passes(i int32, t *frames.Test) bool {
	lemma := a.lemma(i)
	if a.Tags[i].UPOS == extractor.PROPN {
		lemma = strings.ToLower(lemma)
	}
	switch {
	case t.Name != 0:
		return a.nameType(i) == t.Name
	case t.Class == nil:
		return lemma == t.Lemma || len(lemma) == len(t.Lemma)+1 && strings.HasSuffix(lemma, "s") && lemma[:len(lemma)-1] == t.Lemma
	case t.Class.HasLemma(lemma) || strings.HasSuffix(lemma, "s") && t.Class.HasLemma(lemma[:len(lemma)-1]):
		return true
	case a.nameAt[i] >= 0 && t.Class.HasName(a.nameType(i)):
		return true
	case a.Tags[i].UPOS == extractor.PROPN && a.kindBefore(i, t.Class):
		return true
	case t.Class.Pronouns && a.Tags[i].UPOS == extractor.PRON:
		return a.isPersonal(lemma)
	case t.Class.Phrases:
		for k := a.tree.First(i); k >= 0 && k < i; k = a.tree.Next(k) {
			if r := a.rel(k); (r == extractor.RelCompound || r == extractor.RelAmod) && t.Class.HasLemma(strings.ToLower(a.lemma(k))+" "+lemma) {
				return true
			}
		}
	}
	return false
}

// kindBefore reports whether the word that says what bears a name stands before it: “Typhoon Elise”, “tanker Halvard”.
func (a *analysis) kindBefore(i int32, class *frames.Class) bool {
	for k := a.tree.First(i); k >= 0 && k < i; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelCompound, extractor.RelFlat, extractor.RelNmod:
			if class.HasLemma(strings.ToLower(a.lemma(k))) {
				return true
			}
		}
	}
	return false
}

func (a *analysis) isPersonal(lemma string) bool {
	switch lemma {
	case "he", "she", "they", "i", "we", "you", "who", "him", "her", "them", "us", "someone", "everyone", "anyone", "I":
		return true
	}
	return false
}

func (a *analysis) feature(i int32, name string, fillers []filler) bool {
	switch name {
	case "pass":
		return a.isPassive(i)
	case "act":
		return !a.isPassive(i)
	case "pl":
		return a.Tags[i].XPOS == extractor.PennNNS || strings.Contains(a.Tags[i].Feats, "Number=Plur")
	case "sg":
		return a.Tags[i].XPOS == extractor.PennNN
	case "obj":
		return hasPlace(fillers, "obj")
	case "noobj":
		return !hasPlace(fillers, "obj")
	case "title":
		return a.Blocks[a.Sentences[a.SentenceOf(int(i))].Block].Type == extractor.SegmentTitle
	}
	return false
}
