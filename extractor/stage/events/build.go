package events

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// build makes the events of the clusters.
func (a *analysis) build(clusters []cluster, args [][]extractor.Argument) []extractor.Event {
	eventOf := make([]int32, len(a.candidates))
	for i := range eventOf {
		eventOf[i] = -1
	}
	for k := range clusters {
		for _, m := range clusters[k].mentions {
			eventOf[m] = int32(k)
		}
	}
	events := make([]extractor.Event, len(clusters))
	for k := range clusters {
		a.buildEvent(&events[k], &clusters[k], int32(k), args, eventOf)
	}
	a.settleVisits(events)
	a.propagate(events)
	for k := range events {
		a.attribute(&events[k], &clusters[k], events, eventOf)
	}
	return events
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
			a.addTo(e, self, arg, eventOf)
		}
	}
	a.settleStatus(e, k)
	a.settleTime(e, a.timeOfMentions(k, args))
	e.Contexts = a.contextsOf(c)
	var x [confidenceFeatures]float32
	a.describeEvent(&x, k, e.Status)
	e.Confidence = a.model.confidence(&x)
	e.StrictPLOVER = strictType(e)
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

// settleStatus takes the article's word: what a tensed mention says outweighs a bare noun; what is told as done
// outweighs the plan for it; what one asserts and another denies is alleged.
func (a *analysis) settleStatus(e *extractor.Event, k *cluster) {
	seen := map[extractor.EventStatus]int{}
	weak := 0
	generic := true
	for _, m := range k.mentions {
		c := &a.candidates[m]
		generic = generic && c.status.generic
		if c.status.signs == 0 && a.Tags[c.head].UPOS != extractor.VERB {
			weak++
			continue
		}
		seen[c.status.status]++
	}
	e.Status = extractor.StatusActual
	for _, s := range [...]extractor.EventStatus{
		extractor.StatusCancelled, extractor.StatusActual, extractor.StatusOngoing, extractor.StatusPlanned,
		extractor.StatusAlleged, extractor.StatusDenied, extractor.StatusPossible, extractor.StatusHypothetical,
	} {
		if seen[s] > 0 {
			e.Status = s
			break
		}
	}
	if e.Status == extractor.StatusActual && seen[extractor.StatusPlanned] >= seen[extractor.StatusActual] && k.time >= 0 && !a.beforePublication(&a.Times[k.time]) {
		e.Status = extractor.StatusPlanned // announced as much as told, and not yet due
	}
	if e.Status == extractor.StatusDenied && seen[extractor.StatusAlleged] > 0 {
		e.Status = extractor.StatusAlleged
	}
	if e.Status == extractor.StatusActual && seen[extractor.StatusOngoing] > 0 && seen[extractor.StatusActual] == 0 {
		e.Status = extractor.StatusOngoing
	}
	for i := range e.Triggers {
		// A bare noun says what the rest of the article says.
		if c := &a.candidates[a.triggerAt[e.Triggers[i].Head]]; c.status.signs == 0 && a.Tags[c.head].UPOS != extractor.VERB && len(seen) > 0 {
			e.Triggers[i].Status = e.Status
		}
	}
	e.Polarity, e.Genericity = extractor.PolarityPositive, extractor.GenericitySpecific
	if k.negated {
		e.Polarity = extractor.PolarityNegative
	}
	if generic {
		e.Genericity = extractor.GenericityGeneric
	}
	e.Modality = extractor.ModalityOther
	if e.Status == extractor.StatusActual || e.Status == extractor.StatusOngoing {
		e.Modality = extractor.ModalityAsserted
	}
}

// timeOfMentions returns the first time that a mention gives, or one that says the same more exactly; -1 for none.
func (a *analysis) timeOfMentions(k *cluster, args [][]extractor.Argument) int32 {
	best := int32(-1)
	for _, m := range k.mentions {
		t := a.timeOf(args[m])
		switch {
		case t < 0:
		case best < 0:
			best = t
		case len(a.Times[t].Value) > len(a.Times[best].Value) && !disagree(&a.Times[t], &a.Times[best]):
			best = t
		}
	}
	return best
}

// settleTime takes the time that says most and the tense against the day of publication.
func (a *analysis) settleTime(e *extractor.Event, t int32) {
	if t >= 0 {
		when := &a.Times[t]
		e.Time, e.TimeModifier, e.Interval = when.Value, when.Modifier, when.Interval
	}
	switch {
	case t >= 0 && a.afterPublication(&a.Times[t]):
		e.Tense = extractor.TenseFuture
	case t >= 0 && a.beforePublication(&a.Times[t]):
		e.Tense = extractor.TensePast
	case e.Status == extractor.StatusPlanned, e.Status == extractor.StatusPossible, e.Status == extractor.StatusHypothetical:
		e.Tense = extractor.TenseFuture
	case e.Status == extractor.StatusOngoing:
		e.Tense = extractor.TensePresent
	default:
		e.Tense = extractor.TensePast
	}
}

// strictType is the type that the PLOVER manual codes: a cooperative act to come is AGREE, a retreat announced
// CONCEDE, a hostile act announced THREATEN; offices that end are sanctions or retreats.
func strictType(e *extractor.Event) extractor.EventType {
	if e.Type == extractor.EventPersonnelEnd {
		if e.Mode == "resign" {
			return extractor.EventRetreat
		}
		return extractor.EventSanction
	}
	if !e.Type.PLOVER() {
		return 0
	}
	if e.Status == extractor.StatusPlanned {
		switch e.Type {
		case extractor.EventConsult, extractor.EventSupport, extractor.EventCooperate, extractor.EventAid:
			return extractor.EventAgree
		case extractor.EventRetreat:
			return extractor.EventConcede
		case extractor.EventSanction, extractor.EventCoerce, extractor.EventAssault:
			return extractor.EventThreaten
		}
	}
	return e.Type
}
