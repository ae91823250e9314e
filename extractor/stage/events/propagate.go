package events

import "github.com/dateline-news/dateline/extractor"

// propagate gives events the time and place that their sentence, or the incident that the article is about, leaves
// no doubt of: “three died when the bus hit a wall in Lugo on Monday” tells when and where they died.
func (a *analysis) propagate(events []extractor.Event) {
	for i := range events {
		e := &events[i]
		if !inheritable(e) {
			continue
		}
		if f := a.above(events, e); f != nil {
			a.takeOver(e, f)
		}
	}
	incident := a.incident(events)
	for i := range events {
		e := &events[i]
		if incident == nil || e == incident || !inheritable(e) {
			continue
		}
		switch e.Type {
		case extractor.EventLifeDeath, extractor.EventLifeInjury, extractor.EventAccident, extractor.EventDisaster, extractor.EventAssault:
			if a.within(e, incident) {
				a.takeOver(e, incident)
			}
		}
	}
	for i := range events {
		a.fromSentence(&events[i])
		a.placeAsParty(&events[i])
	}
}

// inheritable: what has happened, and is no statement.
func inheritable(e *extractor.Event) bool {
	return e.Type != extractor.EventStatement && (e.Status == extractor.StatusActual || e.Status == extractor.StatusAlleged || e.Status == extractor.StatusOngoing)
}

// above returns the event whose words govern those of e in its sentence, nil for none. Speech is passed by.
func (a *analysis) above(events []extractor.Event, e *extractor.Event) *extractor.Event {
	i := e.Triggers[0].Head
	for steps := 0; steps < maxClimb; steps++ {
		switch a.rel(i) {
		case extractor.RelCcomp, extractor.RelParataxis, extractor.RelRoot:
			return nil
		}
		if i = a.head(i); i < 0 {
			return nil
		}
		for k := range events {
			f := &events[k]
			if f == e || !inheritable(f) {
				continue
			}
			for t := range f.Triggers {
				if f.Triggers[t].Tokens.Contains(int(i)) {
					return f
				}
			}
		}
	}
	return nil
}

// takeOver copies time and place where e has none.
func (a *analysis) takeOver(e, from *extractor.Event) {
	if e.Time == "" && from.Time != "" && (e.Triggers[0].Sentence != from.Triggers[0].Sentence || !a.areAside(e.Triggers[0].Head, from.Triggers[0].Head)) {
		if !hasRole(e.Arguments, extractor.RoleTime) {
			e.Time, e.TimeModifier, e.Interval, e.Tense = from.Time, from.TimeModifier, from.Interval, from.Tense
			copyRole(e, from, extractor.RoleTime)
		}
	}
	if !hasRole(e.Arguments, extractor.RolePlace) && e.Type != extractor.EventMovement {
		copyRole(e, from, extractor.RolePlace)
	}
}

func copyRole(e, from *extractor.Event, role extractor.ArgumentRole) {
	for _, arg := range from.Arguments {
		if arg.Role == role {
			if arg.Entity >= 0 || arg.Time >= 0 {
				arg.Tokens, arg.Span = extractor.TokenRange{}, extractor.TextSpan{}
			}
			e.Arguments = append(e.Arguments, arg)
		}
	}
}

// incident returns the attack, accident or disaster with the most mentions at the article's beginning, nil for none.
func (a *analysis) incident(events []extractor.Event) *extractor.Event {
	var best *extractor.Event
	for i := range events {
		e := &events[i]
		switch e.Type {
		case extractor.EventAssault, extractor.EventAccident, extractor.EventDisaster:
		default:
			continue
		}
		if e.Triggers[0].Sentence > 4 && !a.mentionedEarly(e) || !inheritable(e) {
			continue
		}
		if best == nil || len(e.Triggers) > len(best.Triggers) {
			best = e
		}
	}
	return best
}

func (a *analysis) mentionedEarly(e *extractor.Event) bool {
	for i := range e.Triggers {
		if e.Triggers[i].Sentence <= 3 {
			return true
		}
	}
	return false
}

// within reports whether an event may be part of the incident: nothing says that it is of another time or place.
func (a *analysis) within(e, incident *extractor.Event) bool {
	if e.Time != "" && incident.Time != "" && e.Time != incident.Time {
		return false
	}
	return !hasRole(e.Arguments, extractor.RolePlace) || e.Time == ""
}

// fromSentence takes the only day that the sentence names.
func (a *analysis) fromSentence(e *extractor.Event) {
	if e.Time != "" || !inheritable(e) || hasRole(e.Arguments, extractor.RoleTime) {
		return
	}
	s := a.Sentences[e.Triggers[0].Sentence].Tokens
	only := int32(-1)
	for t := range a.Times {
		x := &a.Times[t]
		if !s.Covers(x.Tokens) || x.Type != extractor.TimeDate && x.Type != extractor.TimeTime || !isDated(x.Value) {
			continue
		}
		if only >= 0 {
			return
		}
		only = int32(t)
	}
	if only < 0 || !a.sameClause(e.Triggers[0].Head, a.headOf(a.Times[only].Tokens)) || a.areAside(e.Triggers[0].Head, a.headOf(a.Times[only].Tokens)) {
		return
	}
	x := &a.Times[only]
	e.Time, e.TimeModifier, e.Interval = x.Value, x.Modifier, x.Interval
	e.Arguments = append(e.Arguments, extractor.Argument{Role: extractor.RoleTime, Entity: -1, Time: only, Event: -1, Tokens: x.Tokens, Span: x.Span})
}

// sameClause reports whether no relative or reported clause stands between a word and the top of another's chain.
func (a *analysis) sameClause(i, t int32) bool {
	clause := func(k int32) int32 {
		for steps := 0; steps < 12 && a.head(k) >= 0; steps++ {
			switch a.rel(k) {
			case extractor.RelAclRelcl, extractor.RelCcomp, extractor.RelParataxis:
				return k
			}
			k = a.head(k)
		}
		return k
	}
	return clause(i) == clause(t)
}
