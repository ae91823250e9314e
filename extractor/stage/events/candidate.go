package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// candidate is a word that may name an event, in the sense judged best.
type candidate struct {
	head     int32
	sentence int32
	sense    *frames.Sense
	// partner is the noun of a light verb (“held talks”), -1 for none.
	partner int32
	fillers []filler
	p       float32
	dropped bool
	status  judgement
}

// unknownVerb is the sense of verbs that the lexicon lacks: the model alone may make an event of them.
func unknownSense(lex *frames.Lexicon) *frames.Sense {
	for i, s := range lex.Verbs("happen") {
		if s.Type == extractor.EventOther {
			u := lex.Verbs("happen")[i]
			u.Prior, u.ID, u.Conditions, u.Weight = 0.15, 0, nil, 0
			return &u
		}
	}
	return nil
}

// findCandidates judges every word of the article in one pass.
func (a *analysis) findCandidates() {
	var buf []filler
	for s := range a.Sentences {
		sentence := &a.Sentences[s]
		if !a.yieldsEvents(sentence) {
			continue
		}
		for i := sentence.Tokens.First; i < sentence.Tokens.Last; i++ {
			senses := a.sensesOf(i)
			if len(senses) == 0 {
				continue
			}
			buf = a.fillersOf(i, buf[:0])
			c := candidate{head: i, sentence: int32(s), partner: -1}
			a.chooseSense(&c, senses, buf)
			if c.sense == nil {
				continue
			}
			c.fillers = append([]filler(nil), buf...)
			a.triggerAt[i] = int32(len(a.candidates))
			a.candidates = append(a.candidates, c)
		}
	}
	a.settleLightVerbs()
}

// yieldsEvents reports whether a sentence may tell of events: not in credits and datelines, nor in captions without
// a date.
func (a *analysis) yieldsEvents(s *extractor.Sentence) bool {
	switch a.Blocks[s.Block].Type {
	case extractor.SegmentBody, extractor.SegmentTitle, extractor.SegmentSubheading:
		return true
	case extractor.SegmentCaption:
		return a.dated(a.TokensIn(a.Blocks[s.Block].Span)) && !a.isFilePhoto(s.Block)
	}
	return false
}

// dated reports whether a day, month or year stands in the range.
func (a *analysis) dated(r extractor.TokenRange) bool {
	for i := range a.Times {
		t := &a.Times[i]
		if r.Covers(t.Tokens) && (t.Type == extractor.TimeDate || t.Type == extractor.TimeTime) && len(t.Value) >= 4 && t.Value[0] >= '0' && t.Value[0] <= '9' {
			return true
		}
	}
	return false
}

func (a *analysis) isFilePhoto(block int32) bool {
	text := strings.ToLower(a.TextOf(a.Blocks[block].Span))
	return strings.Contains(text, "file photo") || strings.Contains(text, "file picture") || strings.Contains(text, "(file)") || strings.Contains(text, "archive photo")
}

// sensesOf returns the senses of the word at i by its part of speech: the lexicon's and those learned.
func (a *analysis) sensesOf(i int32) []frames.Sense {
	if a.timeAt[i] >= 0 {
		return nil
	}
	lemma := a.lemma(i)
	switch u := a.Tags[i].UPOS; u {
	case extractor.VERB:
		if lemma == "take" {
			if o := a.tree.Child(i, extractor.RelObj); o >= 0 && a.lemma(o) == "place" {
				return nil // what takes place is the event
			}
		}
		return a.verbSenses(i, lemma)
	case extractor.NOUN:
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

func (a *analysis) fillersOf(i int32, buf []filler) []filler {
	switch a.Tags[i].UPOS {
	case extractor.VERB:
		buf = a.verbSlots(i, buf)
	case extractor.ADJ:
		if a.rel(i) == extractor.RelAmod {
			buf = append(buf, filler{"head", a.head(i)})
		} else if s := a.subjectOf(i); s >= 0 {
			buf = append(buf, filler{"subj", s})
		}
		buf = a.withConjuncts(buf)
	default:
		buf = a.nounSlots(i, buf)
	}
	return buf
}

// chooseSense takes the sense that the model finds likeliest among those whose conditions hold.
func (a *analysis) chooseSense(c *candidate, senses []frames.Sense, fillers []filler) {
	if a.model.weights != nil {
		a.hasher.see(a, c.head, int(c.sentence), fillers)
	}
	lemma := hash(fLemma, a.lemma(c.head), "")
	for i := range senses {
		s := &senses[i]
		partner, ok := a.holds(c.head, s, fillers)
		if !ok {
			continue
		}
		if p := a.model.judge(a.hasher.out, lemma, s, &a.scratch); c.sense == nil || p > c.p {
			c.sense, c.p, c.partner = s, p, partner
		}
	}
	if c.sense != nil {
		a.sharpen(c, senses, fillers)
	}
}

// sharpen takes the sense of the same type that asks most: “telephone conversation” is a call, not just a talk. What
// officials visit they visit for talks.
func (a *analysis) sharpen(c *candidate, senses []frames.Sense, fillers []filler) {
	if c.sense.Type == extractor.EventMovement && a.lemma(c.head) == "visit" && a.isOfficialVisit(fillers) {
		for i := range senses {
			if s := &senses[i]; s.Type == extractor.EventConsult {
				if _, ok := a.holds(c.head, s, fillers); ok {
					c.sense = s
				}
			}
		}
	}
	for i := range senses {
		s := &senses[i]
		if s.Type != c.sense.Type || s.Weight <= c.sense.Weight {
			continue
		}
		if partner, ok := a.holds(c.head, s, fillers); ok {
			c.sense, c.partner = s, partner
		}
	}
}

// isOfficialVisit reports whether somebody with an office goes to a country, a town or another person.
func (a *analysis) isOfficialVisit(fillers []filler) bool {
	official, seat := false, false
	for _, f := range fillers {
		switch f.place {
		case "subj", "poss":
			official = official || a.holdsOffice(f.head)
		case "obj", "to", "with":
			t := a.typeAt(f.head)
			seat = seat || t == extractor.EntityGPE || t == extractor.EntityPerson
		}
	}
	return official && seat
}

// settleLightVerbs lets one of verb and noun go where both name one event: “held talks”, “launched an attack”.
func (a *analysis) settleLightVerbs() {
	for i := range a.candidates {
		v := &a.candidates[i]
		if a.Tags[v.head].UPOS != extractor.VERB {
			continue
		}
		n := a.lightNoun(v)
		if n < 0 {
			continue
		}
		t := a.triggerAt[n]
		if t < 0 {
			continue
		}
		noun := &a.candidates[t]
		switch {
		case noun.dropped || noun.p < a.model.threshold/2:
		case v.partner == n && v.sense.Type == noun.sense.Type:
			a.absorb(v, noun)
			a.triggerAt[n] = int32(i)
		case v.sense.Type == extractor.EventOther && support[a.lemma(v.head)] && noun.sense.Type != extractor.EventOther:
			v.dropped = true
			noun.fillers = a.inherit(noun.fillers, v.fillers, n)
		}
	}
}

// lightNoun returns the noun that a verb makes its event of, -1 for none.
func (a *analysis) lightNoun(v *candidate) int32 {
	if v.partner >= 0 {
		return v.partner
	}
	if !support[a.lemma(v.head)] {
		return -1
	}
	for _, f := range v.fillers {
		if f.place == "obj" {
			return f.head
		}
	}
	return -1
}

// absorb makes the noun of a light verb part of the verb's trigger: its prepositional phrases become the verb's.
func (a *analysis) absorb(v, noun *candidate) {
	noun.dropped = true
	v.p = max(v.p, noun.p)
	for i, f := range v.fillers {
		if f.head == noun.head && f.place == "obj" {
			v.fillers[i].place = "light"
		}
	}
	for _, f := range noun.fillers {
		if f.place != "poss" && f.place != "mod" || !hasPlace(v.fillers, "subj") {
			if f.place == "poss" || f.place == "mod" || f.place == "of" {
				f.place = "subj"
			}
			v.fillers = append(v.fillers, f)
		}
	}
	if v.sense.Mode == "" {
		if noun.sense.Mode != "" && noun.sense.Type == v.sense.Type {
			s := *v.sense
			s.Mode = noun.sense.Mode
			v.sense = &s
		}
	}
}

// inherit gives a noun the prepositional phrases of its light verb: “staged an attack against the port”.
func (a *analysis) inherit(fillers, verb []filler, noun int32) []filler {
	for _, f := range verb {
		switch f.place {
		case "obj", "iobj", "comp":
		case "subj":
			if !hasPlace(fillers, "poss") && !hasPlace(fillers, "by") && f.head != noun {
				fillers = append(fillers, filler{"poss", f.head})
			}
		default:
			if !hasPlace(fillers, f.place) {
				fillers = append(fillers, f)
			}
		}
	}
	return fillers
}
