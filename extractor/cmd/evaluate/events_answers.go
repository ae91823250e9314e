package main

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// answer is how a question of the main event was answered.
type answer uint8

const (
	notAsked answer = iota
	wrong
	right
)

// fourAnswers judges who, what, when and where as a reader would. A question that the annotation does not answer is not
// asked. Who: one of those who act or, where nobody acts, of those affected. What: the same act, or another word of the
// same sentence for an act of the same type. When: the same day, or a span of at most a month that holds it. Where: the
// same place, or one that lies in it or holds it.
func fourAnswers(a *corpus.Annotated, d *extractor.Document, gold, found *eval.Event) [4]answer {
	out := [4]answer{1: judged(sameAct(d, gold, found))}
	if who := whoOf(gold); len(who) > 0 {
		out[0] = judged(anyShared(who, whoOf(found)))
	}
	if gold.Time != "" {
		out[2] = judged(eval.Compatible(gold.Time, found.Time, 31))
	}
	if places := inRole(gold, "PLACE"); len(places) > 0 {
		out[3] = judged(anyShared(places, inRole(found, "PLACE")) || nested(a, places, inRole(found, "PLACE")))
	}
	return out
}

func judged(ok bool) answer {
	if ok {
		return right
	}
	return wrong
}

// sameAct reports whether the events share a trigger, or are of one type and named in one sentence.
func sameAct(d *extractor.Document, gold, found *eval.Event) bool {
	if anyShared([]eval.EventArgument{{Spans: gold.Triggers}}, []eval.EventArgument{{Spans: found.Triggers}}) {
		return true
	}
	if gold.Type != found.Type {
		return false
	}
	for i := range d.Sentences {
		s := inSource(d, d.SpanOf(d.Sentences[i].Tokens))
		within := func(t eval.Span) bool { return s.Begin <= t.Begin && t.End <= s.End }
		if slices.ContainsFunc(gold.Triggers, within) && slices.ContainsFunc(found.Triggers, within) {
			return true
		}
	}
	return false
}

func inRole(e *eval.Event, role string) []eval.EventArgument {
	var out []eval.EventArgument
	for _, x := range e.Arguments {
		if x.Role == role {
			out = append(out, x)
		}
	}
	return out
}

// whoOf returns those who act, where there are none those affected.
func whoOf(e *eval.Event) []eval.EventArgument {
	if actors := inRole(e, "ACTOR"); len(actors) > 0 {
		return actors
	}
	return inRole(e, "RECIPIENT")
}

func anyShared(gold, found []eval.EventArgument) bool {
	for _, g := range gold {
		for _, p := range found {
			if eval.RelaxedSpans(bareSpans(g.Spans), bareSpans(p.Spans)).GoldHit > 0 {
				return true
			}
		}
	}
	return false
}

// nested reports whether a place lies in another by what the gazetteer knows: a country and what is in it.
func nested(a *corpus.Annotated, gold, found []eval.EventArgument) bool {
	g := gazetteer.English()
	for _, x := range gold {
		for _, y := range found {
			for _, s := range x.Spans {
				for _, t := range y.Spans {
					if within(g, a.Content[s.Begin:s.End], a.Content[t.Begin:t.End]) || within(g, a.Content[t.Begin:t.End], a.Content[s.Begin:s.End]) {
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

func bareSpans(s []eval.Span) []eval.Span { return eval.Unlabelled(s) }

func day(s string) string { return s[:min(len(s), 10)] }

// certainty is how sure an event was, and whether it was right.
type certainty struct {
	confidence float64
	right      bool
}

// calibrationError is the expected calibration error over ten bins (Naeini et al. 2015).
func calibrationError(all []certainty) float64 {
	var n, sum, right [10]float64
	for _, c := range all {
		b := min(9, int(c.confidence*10))
		n[b]++
		sum[b] += c.confidence
		if c.right {
			right[b]++
		}
	}
	e := 0.0
	for b := range n {
		e += math.Abs(sum[b]-right[b]) / math.Max(1, float64(len(all)))
	}
	return e
}
