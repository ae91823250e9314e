package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// summarize writes the line for people: “Ingrid Solberg CONSULT Alar Kask · Tallinn · 2019-05-10 · planned”.
func (a *analysis) summarize(e *extractor.Event) string {
	var b strings.Builder
	b.WriteString(a.parties(e, extractor.RoleActor))
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	if e.Polarity == extractor.PolarityNegative {
		b.WriteString("not ")
	}
	b.WriteString(e.Type.String())
	recipients := a.parties(e, extractor.RoleRecipient)
	if recipients == "" {
		recipients = a.parties(e, extractor.RoleObject)
	}
	if recipients != "" {
		b.WriteByte(' ')
		b.WriteString(recipients)
	}
	for _, part := range [...]string{a.parties(e, extractor.RolePlace), e.Time, strings.ToLower(e.Status.String())} {
		if part != "" {
			b.WriteString(" · ")
			b.WriteString(part)
		}
	}
	return b.String()
}

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
