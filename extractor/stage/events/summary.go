package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// summarize writes the line for people: “Ingrid Solberg CONSULT Alar Kask · Tallinn · 2019-05-10 · planned”.
func (a *analysis) summarize(e *extractor.Event) string {
	var b strings.Builder
	a.writeAct(&b, e, true)
	for _, part := range [...]string{a.parties(e, extractor.RolePlace), e.Time, strings.ToLower(e.Status.String())} {
		if part != "" {
			b.WriteString(" · ")
			b.WriteString(part)
		}
	}
	return b.String()
}

// writeAct writes who does what to whom. What nobody suffers is told by what it is about (topical), and the act itself by
// its words where type and parties leave it open: “Pirita District OTHER (renamed) the bridge”.
func (a *analysis) writeAct(b *strings.Builder, e *extractor.Event, topical bool) {
	actors, others := a.parties(e, extractor.RoleActor), a.parties(e, extractor.RoleRecipient)
	if others == "" {
		others = a.parties(e, extractor.RoleObject)
	}
	if actors != "" {
		b.WriteString(actors)
		b.WriteByte(' ')
	}
	if e.Polarity == extractor.PolarityNegative {
		b.WriteString("not ")
	}
	b.WriteString(e.Type.String())
	if e.Type == extractor.EventOther || actors == "" && others == "" {
		b.WriteString(" (")
		b.WriteString(a.TextOf(e.Triggers[0].Span))
		b.WriteByte(')')
	}
	if others != "" {
		b.WriteByte(' ')
		b.WriteString(others)
	} else if topical {
		a.writeTopic(b, e)
	}
}

// writeTopic writes what an event is about: another event, or the words of the text.
func (a *analysis) writeTopic(b *strings.Builder, e *extractor.Event) {
	for i := range e.Arguments {
		switch arg := &e.Arguments[i]; {
		case arg.Role != extractor.RoleTopic:
			continue
		case arg.Event >= 0:
			b.WriteString(": ")
			a.writeAct(b, &a.Events[arg.Event], false)
			return
		case !arg.Tokens.Empty():
			r := arg.Tokens
			r.Last = min(r.Last, r.First+topicTokens)
			b.WriteString(": ")
			b.WriteString(a.TextOf(a.SpanOf(r)))
			if r.Last < arg.Tokens.Last {
				b.WriteString(" …")
			}
			return
		}
	}
}

// topicTokens bounds how much of a topic is told.
const topicTokens = 14

// parties joins the names of those in a role.
func (a *analysis) parties(e *extractor.Event, role extractor.ArgumentRole) string {
	var names []string
	for _, arg := range e.Arguments {
		if arg.Role != role {
			continue
		}
		switch {
		case arg.Entity >= 0 && a.Entities[arg.Entity].Name != "":
			names = append(names, a.Entities[arg.Entity].Name)
		case arg.Entity >= 0 && len(a.Entities[arg.Entity].Mentions) > 0:
			names = append(names, a.TextOf(a.Entities[arg.Entity].Mentions[0].Span))
		case !arg.Span.Empty():
			names = append(names, a.TextOf(arg.Span))
		}
		if len(names) == 3 {
			break
		}
	}
	return strings.Join(names, ", ")
}
