package events

import "github.com/dateline-news/dateline/extractor"

// placeAsParty makes the country or town that a measure or a show of force is for its recipient, as PLOVER does: “lifted
// the curfew in Montenegro”.
func (a *analysis) placeAsParty(e *extractor.Event) {
	switch e.Type {
	case extractor.EventConcede, extractor.EventThreaten, extractor.EventMobilize, extractor.EventSanction, extractor.EventAgree:
	case extractor.EventCoerce:
		if e.Mode == "arrest" || e.Mode == "seize" || e.Mode == "deport" {
			return
		}
	default:
		return
	}
	if hasRole(e.Arguments, extractor.RoleRecipient) {
		return
	}
	for _, arg := range e.Arguments {
		if arg.Role != extractor.RolePlace || arg.Entity < 0 || a.Entities[arg.Entity].Type != extractor.EntityGPE || arg.Tokens.Empty() {
			continue
		}
		arg.Role = extractor.RoleRecipient
		e.Arguments = append(e.Arguments, arg)
		return
	}
}

// placeMain gives the main event the place that the lede names, or the date line, when nothing nearer does.
func (a *analysis) placeMain(e *extractor.Event) {
	if hasRole(e.Arguments, extractor.RolePlace) || e.Type == extractor.EventStatement {
		return
	}
	first := e.Triggers[0].Sentence
	for i := range e.Triggers {
		if a.blockOf(e.Triggers[i].Head) != extractor.SegmentTitle {
			first = min(first, e.Triggers[i].Sentence)
		}
	}
	if h := a.placeIn(a.Sentences[first].Tokens); h >= 0 {
		e.Arguments = append(e.Arguments, a.linked(extractor.RolePlace, h))
		return
	}
	for b := range a.Blocks {
		if a.Blocks[b].Type != extractor.SegmentDateline {
			continue
		}
		for _, n := range a.Names {
			if a.Blocks[b].Span.Contains(a.SpanOf(n.Tokens)) && (n.Type == extractor.EntityGPE || n.Type == extractor.EntityLoc) {
				e.Arguments = append(e.Arguments, a.linked(extractor.RolePlace, a.headOf(n.Tokens)))
				return
			}
		}
	}
}

// placeIn returns the first name of a place in a range that a locative preposition governs; -1 for none.
func (a *analysis) placeIn(r extractor.TokenRange) int32 {
	for i := range a.Names {
		n := &a.Names[i]
		if !r.Covers(n.Tokens) {
			continue
		}
		h := a.headOf(n.Tokens)
		switch a.preposition(h) {
		case "in", "at", "near", "off", "outside", "inside":
			if a.isPlace(h) {
				return h
			}
		}
	}
	return -1
}

// timeMain gives the main event, if it has happened and nothing nearer dates it, the first day that the sentence of its
// first mention names, else the lede.
func (a *analysis) timeMain(e *extractor.Event) {
	if e.Time != "" || !inheritable(e) {
		return
	}
	first := e.Triggers[0].Sentence
	for i := range e.Triggers {
		if a.blockOf(e.Triggers[i].Head) != extractor.SegmentTitle {
			first = min(first, e.Triggers[i].Sentence)
		}
	}
	s := a.Sentences[first].Tokens
	for i := range a.Times {
		t := &a.Times[i]
		if !s.Covers(t.Tokens) || t.Type != extractor.TimeDate && t.Type != extractor.TimeTime || len(t.Value) < len("2006-01-02") || a.afterPublication(t) {
			continue
		}
		e.Time, e.TimeModifier, e.Interval = t.Value, t.Modifier, t.Interval
		e.Arguments = append(e.Arguments, extractor.Argument{Role: extractor.RoleTime, Entity: -1, Time: int32(i), Event: -1, Tokens: t.Tokens, Span: t.Span})
		return
	}
}
