package events

import "github.com/dateline-news/dateline/extractor"

// hitMain gives the main event, an attack, accident or disaster that names none it hit, those who died or were hurt by it:
// told in the same sentence, or of one time and place.
func (a *analysis) hitMain(e *extractor.Event, events []extractor.Event) {
	if !isForce(e.Type) || hasRole(e.Arguments, extractor.RoleRecipient) || e.Polarity == extractor.PolarityNegative {
		return
	}
	for k := range events {
		f := &events[k]
		if f.Type != extractor.EventLifeDeath && f.Type != extractor.EventLifeInjury || !inheritable(f) || f.Polarity == extractor.PolarityNegative {
			continue
		}
		if tellTogether(e, f) || a.within(f, e) {
			giveHit(e, f)
		}
	}
}

// tellTogether reports whether two events have mentions in one sentence.
func tellTogether(e, f *extractor.Event) bool {
	for i := range e.Triggers {
		for k := range f.Triggers {
			if e.Triggers[i].Sentence == f.Triggers[k].Sentence {
				return true
			}
		}
	}
	return false
}

// giveHit makes those whom f befell recipients of e.
func giveHit(e, f *extractor.Event) {
	for _, arg := range f.Arguments {
		if arg.Role != extractor.RoleRecipient || arg.Entity >= 0 && hasEntity(e, arg.Entity) {
			continue
		}
		e.Arguments = append(e.Arguments, arg)
	}
}
