package wire

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

func (w *writer) eventID(index int32) string { return eventIDs.of(index, len(w.d.Events)) }

func (w *writer) events() []*pb.Event {
	out := make([]*pb.Event, len(w.d.Events))
	for i := range w.d.Events {
		out[i] = w.event(int32(i), &w.d.Events[i])
	}
	return out
}

func (w *writer) event(index int32, e *extractor.Event) *pb.Event {
	out := &pb.Event{
		EventId:          w.eventID(index),
		Type:             pb.EventType(e.Type),
		Mode:             e.Mode,
		Contexts:         clone(e.Contexts),
		Mentions:         w.triggers(e.Triggers),
		Arguments:        w.arguments(e.Arguments),
		Time:             e.Time,
		Interval:         interval(e.Interval),
		Status:           pb.EventStatus(e.Status),
		Polarity:         pb.Polarity(e.Polarity),
		Modality:         pb.Modality(e.Modality),
		Tense:            pb.Tense(e.Tense),
		Genericity:       pb.Genericity(e.Genericity),
		Attributions:     w.attributions(e.Attributions),
		Salience:         e.Salience,
		Confidence:       e.Confidence,
		StrictPloverType: pb.EventType(e.StrictPLOVER),
		Summary:          e.Summary,
	}
	if len(e.Triggers) > 0 {
		out.Trigger = w.trigger(&e.Triggers[0])
	}
	return out
}

// triggers writes every mention in the order of the text; the event's first is its main one, not its earliest.
func (w *writer) triggers(triggers []extractor.Trigger) []*pb.Trigger {
	ordered := slices.Clone(triggers)
	slices.SortStableFunc(ordered, func(a, b extractor.Trigger) int {
		return cmp.Compare(a.Span.Begin, b.Span.Begin)
	})
	out := make([]*pb.Trigger, len(ordered))
	for i := range ordered {
		out[i] = w.trigger(&ordered[i])
	}
	return out
}

func (w *writer) trigger(t *extractor.Trigger) *pb.Trigger {
	return &pb.Trigger{
		Spans:         w.places(t.Span),
		Text:          w.d.TextOf(t.Span),
		Lemma:         t.Lemma,
		SentenceIndex: t.Sentence,
		Status:        pb.EventStatus(t.Status),
	}
}

func (w *writer) arguments(arguments []extractor.Argument) []*pb.Argument {
	values := make([]pb.Argument, len(arguments))
	out := make([]*pb.Argument, len(arguments))
	for i := range arguments {
		a, v := &arguments[i], &values[i]
		v.Role = pb.ArgumentRole(a.Role)
		v.Spans = w.places(a.Span)
		v.Text = w.d.TextOf(a.Span)
		w.refer(v, a)
		out[i] = v
	}
	return out
}

// refer says what the argument is. One without words of its own, taken over from another mention, is worded by
// the name of what it is.
func (w *writer) refer(v *pb.Argument, a *extractor.Argument) {
	d := w.d
	switch {
	case a.Entity >= 0 && int(a.Entity) < len(d.Entities):
		v.Referent = &pb.Argument_EntityId{EntityId: w.entityID(a.Entity)}
		if v.Text == "" {
			v.Text = d.Entities[a.Entity].Name
		}
	case a.Time >= 0 && int(a.Time) < len(d.Times):
		v.Referent = &pb.Argument_TimeId{TimeId: w.timeID(a.Time)}
		if v.Text == "" {
			v.Text = d.TextOf(d.Times[a.Time].Span)
		}
	case a.Event >= 0 && int(a.Event) < len(d.Events):
		v.Referent = &pb.Argument_EventId{EventId: w.eventID(a.Event)}
	}
}

func (w *writer) attributions(attributions []extractor.Attribution) []*pb.Attribution {
	var out []*pb.Attribution
	for _, a := range attributions {
		out = append(out, &pb.Attribution{
			SourceEntityId: w.entityID(a.Entity),
			Source:         w.hullOf(a.Source),
			Text:           w.d.RangeText(a.Source),
			Cue:            w.hullOf(a.Cue),
			ViaEntityId:    w.entityID(a.Via),
			QuoteId:        w.quoteID(a.Quote),
			Stance:         pb.Stance(a.Stance),
		})
	}
	return out
}
