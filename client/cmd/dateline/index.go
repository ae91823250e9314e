package main

import (
	"slices"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// index finds the things of an analysis by their ids.
type index struct {
	a        *pb.Analysis
	entities map[string]*pb.Entity
	events   map[string]*pb.Event
	// sources are the phrases of those who speak a quote, as the attributions of events have them.
	sources map[string]string
}

func newIndex(a *pb.Analysis) *index {
	x := &index{a, map[string]*pb.Entity{}, map[string]*pb.Event{}, map[string]string{}}
	for _, e := range a.GetEntities() {
		x.entities[e.GetEntityId()] = e
	}
	for _, e := range a.GetEvents() {
		x.events[e.GetEventId()] = e
		for _, t := range e.GetAttributions() {
			x.sources[t.GetQuoteId()] = t.GetText()
		}
	}
	return x
}

// event returns the event of an id; nil when there is none.
func (x *index) event(id string) *pb.Event { return x.events[id] }

// called returns what to call an entity: its name, or its first mention where it has none; "" when unknown.
func (x *index) called(id string) string {
	e := x.entities[id]
	if e.GetName() != "" || len(e.GetMentions()) == 0 {
		return e.GetName()
	}
	return e.GetMentions()[0].GetText()
}

// participants returns the arguments of an event in a role, in words, each once.
func (x *index) participants(e *pb.Event, role pb.ArgumentRole) []string {
	var out []string
	for _, a := range e.GetArguments() {
		if a.GetRole() != role {
			continue
		}
		text := x.called(a.GetEntityId())
		if text == "" {
			text = a.GetText()
		}
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// who returns those who act in an event or, where nobody does, those whom it befalls: of a death the dead.
func (x *index) who(e *pb.Event) []string {
	if actors := x.participants(e, pb.ArgumentRole_ARGUMENT_ROLE_ACTOR); len(actors) > 0 {
		return actors
	}
	return x.participants(e, pb.ArgumentRole_ARGUMENT_ROLE_RECIPIENT)
}
