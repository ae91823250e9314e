package events

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// build makes the events of the clusters.
func (a *analysis) build(clusters []cluster, args [][]extractor.Argument) []extractor.Event {
	eventOf := a.eventOf(clusters)
	events := make([]extractor.Event, len(clusters))
	for k := range clusters {
		a.buildEvent(&events[k], &clusters[k], int32(k), args, eventOf)
	}
	a.propagate(events)
	a.settleVisits(events)
	for k := range events {
		a.attribute(&events[k], &clusters[k], events, eventOf)
	}
	return events
}

// eventOf tells for each candidate which of the happenings it mentions, -1 for none.
func (a *analysis) eventOf(clusters []cluster) []int32 {
	eventOf := make([]int32, len(a.candidates))
	for i := range eventOf {
		eventOf[i] = -1
	}
	for k := range clusters {
		for _, of := range [][]int32{clusters[k].mentions, clusters[k].echoes} {
			for _, m := range of {
				eventOf[m] = int32(k)
			}
		}
	}
	return eventOf
}

func (a *analysis) buildEvent(e *extractor.Event, k *cluster, self int32, args [][]extractor.Argument, eventOf []int32) {
	main := a.mainMention(k, args)
	c := &a.candidates[main]
	e.Type, e.Mode = k.typ, c.sense.Mode
	if e.Mode == "" {
		e.Mode = k.mode
	}
	a.refineMode(e, c)
	order := append([]int32{main}, slices.DeleteFunc(slices.Clone(k.mentions), func(m int32) bool { return m == main })...)
	for _, m := range order {
		e.Triggers = append(e.Triggers, a.trigger(&a.candidates[m]))
		for _, arg := range args[m] {
			if m != main && participates(arg.Role) && has(e, arg.Role) && !a.inSlot(&a.candidates[m], arg) {
				continue
			}
			a.addTo(e, self, arg, eventOf)
		}
	}
	for _, m := range k.echoes {
		e.Triggers = append(e.Triggers, a.trigger(&a.candidates[m]))
	}
	a.settleStatus(e, k)
	a.settleTime(e, a.timeOfMentions(k, args, e.Status))
	e.Contexts = a.contextsOf(c)
	e.Confidence = k.confidence
	e.StrictPLOVER = strictType(e)
}

// has reports whether somebody has a role in an event already.
func has(e *extractor.Event, role extractor.ArgumentRole) bool {
	return slices.ContainsFunc(e.Arguments, func(o extractor.Argument) bool { return o.Role == role })
}

// inSlot reports whether an argument fills a grammatical place of its trigger. Who only stands in the sentence of a later
// mention (“the governor condemned the attack”) is no further party of what has its parties.
func (a *analysis) inSlot(c *candidate, arg extractor.Argument) bool {
	head := a.headOf(arg.Tokens)
	return slices.ContainsFunc(c.fillers, func(f filler) bool { return f.head == head })
}

// mainMention is the one that says most: most arguments, then the earliest in the body.
func (a *analysis) mainMention(k *cluster, args [][]extractor.Argument) int32 {
	return slices.MaxFunc(k.mentions, func(x, y int32) int {
		return cmp.Or(cmp.Compare(a.weight(x, args), a.weight(y, args)), cmp.Compare(y, x))
	})
}

func (a *analysis) weight(m int32, args [][]extractor.Argument) int {
	w := 2 * len(args[m])
	if a.blockOf(a.candidates[m].head) != extractor.SegmentTitle {
		w += 3
	}
	if a.Tags[a.candidates[m].head].UPOS == extractor.VERB {
		w++
	}
	return w
}

// trigger returns the words of a mention: the head, with its particle or light verb's noun where they stand close.
func (a *analysis) trigger(c *candidate) extractor.Trigger {
	r := extractor.TokenRange{First: c.head, Last: c.head + 1}
	if p := a.tree.Child(c.head, extractor.RelCompoundPrt); p > c.head && p-c.head <= 3 {
		r.Last = max(r.Last, p+1)
	}
	if c.partner > c.head && c.partner-c.head <= 4 {
		r.Last = c.partner + 1
	}
	return extractor.Trigger{Tokens: r, Span: a.SpanOf(r), Head: c.head, Lemma: a.lemma(c.head), Sentence: c.sentence, Status: c.status.status}
}

// addTo adds an argument of a mention to the event. Words that name another event become that event.
func (a *analysis) addTo(e *extractor.Event, self int32, arg extractor.Argument, eventOf []int32) {
	if arg.Entity < 0 && arg.Time < 0 && !arg.Tokens.Empty() {
		if t := a.triggerAt[a.headOf(arg.Tokens)]; t >= 0 && eventOf[t] >= 0 {
			if eventOf[t] == self || participates(arg.Role) {
				return
			}
			arg.Event = eventOf[t]
		}
	}
	if arg.Entity < 0 && arg.Tokens.Len() == 1 && a.isCounted(arg.Tokens.First) && has(e, arg.Role) {
		return // “kills two” beside “two workers died”
	}
	for i := range e.Arguments {
		o := &e.Arguments[i]
		switch {
		case arg.Entity >= 0 && o.Entity == arg.Entity && (o.Role == arg.Role || participates(o.Role) && participates(arg.Role)),
			arg.Event >= 0 && o.Event == arg.Event,
			arg.Time >= 0 && o.Time >= 0 && a.Times[o.Time].Value == a.Times[arg.Time].Value,
			arg.Entity < 0 && o.Entity < 0 && o.Role == arg.Role && !arg.Tokens.Empty() && a.TextOf(o.Span) == a.TextOf(arg.Span):
			return
		}
	}
	e.Arguments = append(e.Arguments, arg)
}
