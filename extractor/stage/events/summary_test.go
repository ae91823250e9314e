package events

import (
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// The line for people shows the act where type and parties leave it open, and what a statement is about.
func TestSummaryShowsTheAct(t *testing.T) {
	const text = "Minister renamed bridge that burned"
	a := emptyAnalysis(t, "")
	a.Text = text
	for from := 0; from < len(text); {
		to := from + len(text[from:])
		if k := strings.IndexByte(text[from:], ' '); k >= 0 {
			to = from + k
		}
		a.Tokens = append(a.Tokens, extractor.Token{Span: extractor.TextSpan{Begin: extractor.TextOffset(from), End: extractor.TextOffset(to)}})
		from = to + 1
	}
	trigger := func(i int32) []extractor.Trigger {
		r := extractor.TokenRange{First: i, Last: i + 1}
		return []extractor.Trigger{{Tokens: r, Span: a.SpanOf(r), Head: i}}
	}
	span := func(role extractor.ArgumentRole, from, to int32) extractor.Argument {
		r := extractor.TokenRange{First: from, Last: to}
		return extractor.Argument{Role: role, Tokens: r, Span: a.SpanOf(r), Entity: -1, Time: -1, Event: -1}
	}
	a.Events = []extractor.Event{
		{Type: extractor.EventOther, Triggers: trigger(1), Status: extractor.StatusActual, Arguments: []extractor.Argument{span(extractor.RoleActor, 0, 1), span(extractor.RoleObject, 2, 3)}},
		{Type: extractor.EventAccident, Triggers: trigger(4), Time: "2019-05-10", Status: extractor.StatusActual},
		{Type: extractor.EventStatement, Triggers: trigger(1), Status: extractor.StatusActual, Arguments: []extractor.Argument{span(extractor.RoleActor, 0, 1), {Role: extractor.RoleTopic, Entity: -1, Time: -1, Event: 1}}},
		{Type: extractor.EventStatement, Triggers: trigger(1), Status: extractor.StatusPlanned, Arguments: []extractor.Argument{span(extractor.RoleActor, 0, 1), span(extractor.RoleTopic, 2, 5)}},
	}
	for i, want := range []string{
		"Minister OTHER (renamed) bridge · actual",
		"ACCIDENT (burned) · 2019-05-10 · actual",
		"Minister STATEMENT: ACCIDENT (burned) · actual",
		"Minister STATEMENT: bridge that burned · planned",
	} {
		if got := a.summarize(&a.Events[i]); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
