package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// settleVisits tells visits from other meetings: one goes to the other's seat, so the place lies in the country of one
// party and not of the other, or the visitor is one already. Meetings without a host have actors alone.
func (a *analysis) settleVisits(events []extractor.Event) {
	visited := map[int32]string{} // visitor to the country visited
	for pass := range 2 {
		for i := range events {
			e := &events[i]
			if e.Type != extractor.EventConsult || e.Mode != "" && e.Mode != "visit" || isHandshake(e) {
				continue
			}
			if e.Mode == "" && pass == 0 {
				a.visitByPlace(e)
			} else if e.Mode == "" {
				a.visitByVisitor(e, visited)
			}
			if e.Mode == "visit" {
				a.noteVisitors(e, visited)
			}
		}
	}
	for i := range events {
		if e := &events[i]; e.Type == extractor.EventConsult && e.Mode != "visit" {
			for k := range e.Arguments {
				if e.Arguments[k].Role == extractor.RoleRecipient {
					e.Arguments[k].Role = extractor.RoleActor
				}
			}
		}
	}
}

func (a *analysis) country(entity int32) string {
	if entity < 0 {
		return ""
	}
	e := &a.Entities[entity]
	if e.CountryCode != "" {
		return e.CountryCode
	}
	for i := range e.Roles {
		if e.Roles[i].Former {
			continue
		}
		first, _, _ := strings.Cut(e.Roles[i].Title, " ")
		for _, phrase := range [2]string{e.Roles[i].Organization, first} {
			if c := a.gazetteer.Country(phrase); phrase != "" && c != nil {
				return c.Alpha3
			}
		}
	}
	for i := range e.Mentions {
		first, _, more := strings.Cut(a.TextOf(e.Mentions[i].Span), " ")
		if c := a.gazetteer.Country(first); more && c != nil {
			return c.Alpha3
		}
	}
	return ""
}

// isHandshake reports whether an event is a gesture, mutual wherever it is made.
func isHandshake(e *extractor.Event) bool {
	for i := range e.Triggers {
		if l := e.Triggers[i].Lemma; l != "shake" && l != "shook" && l != "handshake" {
			return false
		}
	}
	return true
}

// visitByPlace makes a meeting a visit when it is held in the country of its second party.
func (a *analysis) visitByPlace(e *extractor.Event) {
	where := ""
	for _, arg := range e.Arguments {
		if arg.Role == extractor.RolePlace && a.country(arg.Entity) != "" {
			where = a.country(arg.Entity)
		}
	}
	if where == "" {
		return
	}
	a.host(e, where)
}

// host makes those of the country the hosts, if there are both hosts and guests.
func (a *analysis) host(e *extractor.Event, where string) {
	guests, hosts := 0, 0
	for _, arg := range e.Arguments {
		if !participates(arg.Role) {
			continue
		}
		if c := a.country(arg.Entity); c == where || c == "" {
			hosts++ // whose country is unsaid is at home
		} else {
			guests++
		}
	}
	if guests == 0 || hosts == 0 {
		return
	}
	e.Mode = "visit"
	for i := range e.Arguments {
		arg := &e.Arguments[i]
		if !participates(arg.Role) {
			continue
		}
		arg.Role = extractor.RoleActor
		if c := a.country(arg.Entity); c == where || c == "" {
			arg.Role = extractor.RoleRecipient
		}
	}
}

// visitByVisitor makes a meeting part of a visit that the article tells of.
func (a *analysis) visitByVisitor(e *extractor.Event, visited map[int32]string) {
	for _, arg := range e.Arguments {
		if participates(arg.Role) && arg.Entity >= 0 && visited[arg.Entity] != "" {
			a.host(e, visited[arg.Entity])
			return
		}
	}
}

func (a *analysis) noteVisitors(e *extractor.Event, visited map[int32]string) {
	where := ""
	for _, arg := range e.Arguments {
		if (arg.Role == extractor.RoleRecipient || arg.Role == extractor.RolePlace) && a.country(arg.Entity) != "" {
			where = a.country(arg.Entity)
		}
	}
	for _, arg := range e.Arguments {
		if arg.Role == extractor.RoleActor && arg.Entity >= 0 && where != "" && a.country(arg.Entity) != where {
			visited[arg.Entity] = where
		}
	}
}
