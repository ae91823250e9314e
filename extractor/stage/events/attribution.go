package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// attribute says according to whom an event is so: the speakers of the quotes that hold its mentions, and whoever
// accuses somebody of it. What the article mostly tells in its own words stands on nobody's word, unless it is disputed.
func (a *analysis) attribute(e *extractor.Event, k *cluster, events []extractor.Event, eventOf []int32) {
	told := 0
	for _, m := range k.mentions {
		c, before := &a.candidates[m], len(e.Attributions)
		at, held := a.Tokens[c.head].Span, false
		for q := range a.Quotes {
			quote := &a.Quotes[q]
			if quote.Cue.Contains(int(c.head)) || !holdsSpan(quote.Spans, at) {
				continue
			}
			e.Attributions, held = append(e.Attributions, a.fromQuote(q)), true
		}
		if !held {
			if by, ok := a.fromClause(c.head); ok && !attributedTo(e, by.Entity) {
				e.Attributions = append(e.Attributions, by)
			}
		}
		if acc := a.accuser(c.head); acc >= 0 && eventOf[acc] >= 0 {
			a.fromAccusation(e, &events[eventOf[acc]], acc)
		}
		if len(e.Attributions) > before {
			told++
		}
	}
	a.weighDenials(e)
	if 2*told < len(k.mentions) && !isDisputed(e) {
		e.Attributions = nil
	}
}

// isDisputed reports whether somebody denies an event, or it is but alleged.
func isDisputed(e *extractor.Event) bool {
	return e.Status == extractor.StatusAlleged || e.Status == extractor.StatusDenied ||
		slices.ContainsFunc(e.Attributions, func(x extractor.Attribution) bool { return x.Stance != extractor.StanceAssert })
}

// attributedTo reports whether an event already stands on somebody's word.
func attributedTo(e *extractor.Event, entity int32) bool {
	for i := range e.Attributions {
		if entity >= 0 && e.Attributions[i].Entity == entity {
			return true
		}
	}
	return false
}

func holdsSpan(spans []extractor.TextSpan, s extractor.TextSpan) bool {
	for _, o := range spans {
		if o.Contains(s) {
			return true
		}
	}
	return false
}

func (a *analysis) fromQuote(q int) extractor.Attribution {
	quote := &a.Quotes[q]
	at := extractor.Attribution{Entity: -1, Via: -1, Quote: int32(q), Source: quote.Speaker, Cue: quote.Cue, Stance: quote.Stance}
	if q < len(a.Speakers) {
		at.Entity, at.Via = a.Speakers[q].Entity, a.Speakers[q].Via
	}
	if at.Stance == 0 {
		at.Stance = extractor.StanceAssert
	}
	return at
}

// accuser returns the accusation that an event is the content of, -1 for none.
func (a *analysis) accuser(i int32) int32 {
	for steps := 0; steps < 3 && i >= 0; steps++ {
		switch a.rel(i) {
		case extractor.RelAdvcl, extractor.RelXcomp, extractor.RelCcomp, extractor.RelObl, extractor.RelNmod, extractor.RelObj, extractor.RelAcl:
		default:
			return -1
		}
		if i = a.head(i); i < 0 {
			return -1
		}
		if t := a.triggerAt[i]; t >= 0 && !a.candidates[t].dropped {
			s := a.candidates[t].sense
			if s.Type == extractor.EventAccuse && s.Mode == "allege" {
				return t
			}
			if s.Type == extractor.EventReject && a.governor(i)&denied != 0 {
				return t
			}
			return -1
		}
	}
	return -1
}

// fromAccusation adds the accuser, or the denier, as a source.
func (a *analysis) fromAccusation(e, accusation *extractor.Event, candidate int32) {
	head := a.candidates[candidate].head
	stance := extractor.StanceAssert
	if accusation.Type == extractor.EventReject {
		stance = extractor.StanceDeny
	}
	for _, arg := range accusation.Arguments {
		if arg.Role != extractor.RoleActor {
			continue
		}
		for _, o := range e.Attributions {
			if o.Entity == arg.Entity && o.Entity >= 0 {
				return
			}
		}
		e.Attributions = append(e.Attributions, extractor.Attribution{
			Entity: arg.Entity, Via: -1, Quote: -1, Source: arg.Tokens,
			Cue: extractor.TokenRange{First: head, Last: head + 1}, Stance: stance,
		})
		return
	}
}

// weighDenials makes an event alleged that one source asserts and another denies.
func (a *analysis) weighDenials(e *extractor.Event) {
	asserts, denies := false, false
	for _, at := range e.Attributions {
		asserts = asserts || at.Stance == extractor.StanceAssert
		denies = denies || at.Stance == extractor.StanceDeny
	}
	if denies && asserts && e.Status == extractor.StatusDenied {
		e.Status = extractor.StatusAlleged
	}
}
