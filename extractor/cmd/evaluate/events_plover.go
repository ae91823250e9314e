package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/cmd/internal/lessons"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// ploverEvents: whether the surest event of each record has the right type, and the parties overlap.
func ploverEvents(e *env, p *extractor.Pipeline) ([]figure, error) {
	records, err := corpus.PLOVER(e.Shared)
	if err != nil {
		return nil, err
	}
	var typ, any, actor, recipient eval.Accuracy
	var log io.Writer
	if e.Errors > 0 {
		log = e.Log
	}
	for _, r := range records {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: r.Text})
		if err != nil {
			return nil, err
		}
		right := func(ev *extractor.Event) bool {
			for _, t := range []string{ev.Type.String(), ev.StrictPLOVER.String()} {
				if t == r.Event || slices.Contains(r.Also, t) {
					return true
				}
			}
			return false
		}
		best := lessons.Surest(d)
		any.See(slices.ContainsFunc(d.Events, func(ev extractor.Event) bool { return right(&ev) }))
		ok := best >= 0 && right(&d.Events[best])
		typ.See(ok)
		if best < 0 {
			best = 0
		}
		if len(d.Events) > 0 {
			seeParties(log, &actor, d, &d.Events[best], extractor.RoleActor, r.Actors, r.Text)
			seeParties(log, &recipient, d, &d.Events[best], extractor.RoleRecipient, r.Recipients, r.Text)
		}
		if !ok && e.Errors > 0 {
			fmt.Fprintf(e.Log, "PLOVER want %s %v got %s | %s\n", r.Event, r.Also, eventList(d), r.Text)
		}
	}
	return []figure{
		{"events/plover/type", typ.Value()}, {"events/plover/type_anywhere", any.Value()},
		{"events/plover/actor", actor.Value()}, {"events/plover/recipient", recipient.Value()},
	}, nil
}

func eventList(d *extractor.Document) string {
	var b strings.Builder
	for i := range d.Events {
		fmt.Fprintf(&b, " %s:%s:%.2f", d.Events[i].Type, d.TextOf(d.Events[i].Triggers[0].Span), d.Events[i].Confidence)
	}
	return b.String()
}

// seeParties asks whether some argument of the role, or another mention of the same entity, shares a word's place with
// one of the phrases.
func seeParties(log io.Writer, a *eval.Accuracy, d *extractor.Document, ev *extractor.Event, role extractor.ArgumentRole, phrases []string, text string) {
	if len(phrases) == 0 {
		return
	}
	right := false
	for _, phrase := range phrases {
		at := strings.Index(text, phrase)
		if at < 0 {
			continue
		}
		want := eval.Span{Begin: at, End: at + len(phrase)}
		for _, x := range ev.Arguments {
			spans := []extractor.TextSpan{x.Span}
			if x.Entity >= 0 {
				for _, m := range d.Entities[x.Entity].Mentions {
					spans = append(spans, m.Span)
				}
			}
			for _, span := range spans {
				h, ok := d.Offsets.Hull(span)
				if x.Role == role && ok && int(h.Begin) < want.End && want.Begin < int(h.End) {
					right = true
				}
			}
		}
	}
	a.See(right)
	if !right && log != nil {
		fmt.Fprintf(log, "PARTY %s want %q in %s | %s\n", role, phrases, ev.Summary, text)
	}
}
