package main

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/stage/events"
)

// goldArguments returns the annotated arguments of an event with all mentions of each.
func goldArguments(d *extractor.Document, a *corpus.Annotated, g *corpus.Event) []events.GoldArgument {
	var out []events.GoldArgument
	for _, x := range g.Args {
		role, ok := argumentRole(x.Role)
		if !ok {
			continue
		}
		arg := events.GoldArgument{Role: role}
		if x.Span != nil {
			arg.Spans = textSpans(d, *x.Span)
		}
		for _, e := range a.Entities {
			if e.ID != x.Target {
				continue
			}
			for _, m := range e.Mentions {
				arg.Spans = append(arg.Spans, textSpans(d, m.Span)...)
			}
		}
		for _, e := range a.Events {
			if e.ID != x.Target {
				continue
			}
			for _, t := range e.Triggers {
				arg.Spans = append(arg.Spans, textSpans(d, t.Span)...)
			}
		}
		if len(arg.Spans) > 0 {
			out = append(out, arg)
		}
	}
	return out
}

// argumentRole returns the role of that name; times are no matter of the role model.
func argumentRole(name string) (extractor.ArgumentRole, bool) {
	for r := extractor.RoleActor; r <= extractor.RoleAmount; r++ {
		if r.String() == name && r != extractor.RoleTime {
			return r, true
		}
	}
	return 0, false
}

// parties returns the phrases of a PLOVER record as arguments of one role.
func parties(d *extractor.Document, role extractor.ArgumentRole, text string, phrases []string) []events.GoldArgument {
	var out []events.GoldArgument
	for _, p := range phrases {
		if at := strings.Index(text, p); at >= 0 && p != "" {
			out = append(out, events.GoldArgument{Role: role, Spans: textSpans(d, corpus.Span{Begin: at, End: at + len(p)})})
		}
	}
	return out
}

// hasParty reports whether people named anybody for the role, and whether an argument of the event, or another mention
// of the same entity, shares a word with one of them.
func hasParty(d *extractor.Document, event int, g *events.Gold, role extractor.ArgumentRole) (want, right bool) {
	for _, arg := range g.Arguments {
		if arg.Role != role {
			continue
		}
		want = true
		if event < 0 {
			continue
		}
		for _, x := range d.Events[event].Arguments {
			if x.Role != role {
				continue
			}
			right = right || slices.ContainsFunc(arg.Spans, x.Span.Overlaps)
			if x.Entity >= 0 {
				for _, m := range d.Entities[x.Entity].Mentions {
					right = right || slices.ContainsFunc(arg.Spans, m.Span.Overlaps)
				}
			}
		}
	}
	return want, right
}
