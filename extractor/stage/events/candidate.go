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
	// p is how likely it names an event of the sense, second of another type; spotted, of any.
	p, second, spotted float32
	dropped            bool
	// faint: too unlikely to be looked at among the rest.
	faint  bool
	status judgement
	// happening is the cluster it was put into, -1 for none yet.
	happening int32
	// placings are what the model of roles makes of the places in its sentence.
	placings []placing
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
			c := candidate{head: i, sentence: int32(s), partner: -1, happening: -1}
			a.chooseSense(&c, senses, buf)
			if c.sense == nil {
				continue
			}
			c.fillers = append(a.fillers.take(len(buf)), buf...)
			a.triggerAt[i] = int32(len(a.candidates))
			a.candidates = append(a.candidates, c)
		}
	}
	a.settleSenses()
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
	fits := a.fitting(c.head, senses, fillers)
	if len(fits) == 0 {
		return
	}
	var odds typeOdds
	if a.model.weights != nil {
		a.hasher.see(a, c.head, int(c.sentence), fillers)
		odds = a.consult(a.hasher.out, fits)
		c.spotted = logistic(-odds[0])
	}
	a.judged.forget()
	for _, f := range fits {
		p := a.model.judge(a.hasher.out, &odds, a.words.hashes[c.head], f.sense, &a.judged)
		switch {
		case c.sense == nil || p > c.p:
			if c.sense != nil && c.sense.Type != f.sense.Type {
				c.second = c.p
			}
			c.sense, c.p, c.partner = f.sense, p, f.partner
		case f.sense.Type != c.sense.Type:
			c.second = max(c.second, p)
		}
	}
	a.sharpen(c, senses, fillers)
}

// fit is a sense whose conditions hold at a word, with the noun that they matched, -1 for none.
type fit struct {
	sense   *frames.Sense
	partner int32
}

// fitting returns the senses whose conditions hold; valid until the next call.
func (a *analysis) fitting(i int32, senses []frames.Sense, fillers []filler) []fit {
	a.fits = a.fits[:0]
	for k := range senses {
		if partner, ok := a.holds(i, &senses[k], fillers); ok {
			a.fits = append(a.fits, fit{&senses[k], partner})
		}
	}
	return a.fits
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
