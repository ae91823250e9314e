package events

import "github.com/dateline-news/dateline/extractor"

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

// timeOfMentions returns the first time that a mention gives, those of the event's own status first, or one that says
// the same more exactly; -1 for none.
func (a *analysis) timeOfMentions(k *cluster, args [][]extractor.Argument, status extractor.EventStatus) int32 {
	best, own := int32(-1), false
	for _, m := range k.mentions {
		t := a.timeOf(args[m])
		if t < 0 {
			continue
		}
		same := a.candidates[m].status.status == status
		if best < 0 || same && !own || same == own && refines(&a.Times[t], &a.Times[best]) {
			best, own = t, own || same
		}
	}
	return best
}

// refines reports whether a time says the same as another, but more exactly: the hour of that day, a day of that month.
func refines(t, of *extractor.TimeExpression) bool {
	if len(t.Value) <= len(of.Value) || disagree(t, of) {
		return false
	}
	return len(of.Value) < len("2006-01-02") || day(t.Value) == day(of.Value)
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
