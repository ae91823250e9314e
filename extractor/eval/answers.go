package eval

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// Answer is how a question about an article's main event was answered.
type Answer uint8

// NotAsked is the answer to a question that the annotation does not answer.
const (
	NotAsked Answer = iota
	Wrong
	Right
)

// Questions are those that FourAnswers judges, in its order.
var Questions = [4]string{"who", "what", "when", "where"}

// FourAnswers judges who, what, when and where as a reader would; spans point into the text, whose sentences are given.
// A question that the annotation does not answer is not asked. Who: one of those who act or, where nobody acts, of those
// affected. What: the same act, or another word of the same sentence for an act of the same type. When: the same day, or
// a span of at most a month that holds it. Where: the same place, or one that lies in it or holds it.
func FourAnswers(text string, sentences []Span, gold, found *Event) [4]Answer {
	out := [4]Answer{1: judged(sameAct(sentences, gold, found))}
	if who := whoOf(gold); len(who) > 0 {
		out[0] = judged(SameArguments(who, whoOf(found)))
	}
	if gold.Time != "" {
		out[2] = judged(Compatible(gold.Time, found.Time, 31))
	}
	if places := gold.InRole("PLACE"); len(places) > 0 {
		out[3] = judged(SameArguments(places, found.InRole("PLACE")) || nested(text, places, found.InRole("PLACE")))
	}
	return out
}

func judged(ok bool) Answer {
	if ok {
		return Right
	}
	return Wrong
}

// sameAct reports whether the events share a trigger, or are of one type and named in one sentence.
func sameAct(sentences []Span, gold, found *Event) bool {
	if overlapping(bare(gold.Triggers), bare(found.Triggers)) > 0 {
		return true
	}
	if gold.Type != found.Type {
		return false
	}
	for _, s := range sentences {
		within := func(t Span) bool { return s.Begin <= t.Begin && t.End <= s.End }
		if slices.ContainsFunc(gold.Triggers, within) && slices.ContainsFunc(found.Triggers, within) {
			return true
		}
	}
	return false
}

// InRole returns the arguments of one role.
func (e *Event) InRole(role string) []EventArgument {
	var out []EventArgument
	for _, x := range e.Arguments {
		if x.Role == role {
			out = append(out, x)
		}
	}
	return out
}

// whoOf returns those who act, where there are none those affected.
func whoOf(e *Event) []EventArgument {
	if actors := e.InRole("ACTOR"); len(actors) > 0 {
		return actors
	}
	return e.InRole("RECIPIENT")
}

// SameArguments reports whether one of some arguments is named where one of the others is.
func SameArguments(gold, found []EventArgument) bool {
	for _, g := range gold {
		for _, p := range found {
			if overlapping(bare(g.Spans), bare(p.Spans)) > 0 {
				return true
			}
		}
	}
	return false
}

// nested reports whether a place lies in another by what the gazetteer knows: a country and what is in it.
func nested(text string, gold, found []EventArgument) bool {
	g := gazetteer.English()
	for _, x := range gold {
		for _, y := range found {
			for _, s := range x.Spans {
				for _, t := range y.Spans {
					if within(g, text[s.Begin:s.End], text[t.Begin:t.End]) || within(g, text[t.Begin:t.End], text[s.Begin:s.End]) {
						return true
					}
				}
			}
		}
	}
	return false
}

// within reports whether the named country holds the named place.
func within(g *gazetteer.Gazetteer, place, country string) bool {
	c := g.Country(strings.TrimPrefix(country, "the "))
	if c == nil {
		return false
	}
	e := g.Entry(strings.TrimPrefix(place, "the "))
	return e != nil && e.Country == c.Alpha3
}
