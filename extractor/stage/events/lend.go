package events

import "github.com/dateline-news/dateline/extractor"

// An event whose own words leave its time unsaid has the time of another event of the article, where a model finds that
// likely enough: the wounded were hurt when the bomb went off.

// minLent is how likely it must be that two events are of one time.
const minLent = 0.5

// Events beside the first ones are looked at only when this near: an article is told in order.
const (
	maxReach = 8
	ledeways = 4
)

// lendTimes gives events without a time that of another, all judged by what the text itself says.
func (a *analysis) lendTimes(events []extractor.Event) {
	if a.model.lending == nil {
		return
	}
	lender := make([]int32, len(events))
	for i := range events {
		lender[i] = -1
		top := float32(minLent)
		a.eachLender(events, int32(i), func(f int32) {
			a.describeLender(events, int32(i), f)
			if p := a.model.lending.likelihood(a.hasher.out); p > top {
				lender[i], top = f, p
			}
		})
	}
	lent := make([]bool, len(events))
	for i, f := range lender {
		if f >= 0 && !lent[f] {
			e, from := &events[i], &events[f]
			e.Time, e.TimeModifier, e.Interval, e.Tense = from.Time, from.TimeModifier, from.Interval, from.Tense
			copyRole(e, from, extractor.RoleTime)
			lent[i] = true
		}
	}
}

// eachLender calls yield with the events whose time an event without one may have.
func (a *analysis) eachLender(events []extractor.Event, self int32, yield func(int32)) {
	if events[self].Time != "" {
		return
	}
	for f := range int32(len(events)) {
		if f != self && (f < ledeways || f >= self-maxReach && f <= self+maxReach) && isDated(events[f].Time) && (events[f].Triggers[0].Sentence != events[self].Triggers[0].Sentence || !a.areAside(events[self].Triggers[0].Head, events[f].Triggers[0].Head)) {
			yield(f)
		}
	}
}

// lenderSchema changes with the meaning of the features.
const (
	lenderBits   = 12
	lenderSchema = 1
)

type lenderFeature uint32

const (
	lBias lenderFeature = iota + 1
	lDistance
	lTypes
	lType
	lFromType
	lSameType
	lTree
	lLede
	lShared
	lStatus
	lForm
	lDay
	lCount
	lNearest
	lQuoted
	lPlaced
)

func lenderHash(k lenderFeature, x, y uint32) uint32 {
	return roleHash(roleFeature(k), x, y, 0) >> (roleBits - lenderBits)
}

// describeLender puts the features of an event and one whose time it may have into the hasher.
func (a *analysis) describeLender(events []extractor.Event, self, lender int32) {
	e, f := &events[self], &events[lender]
	out := a.hasher.out[:0]
	add := func(k lenderFeature, x, y uint32) { out = append(out, lenderHash(k, x, y)) }
	head, other := e.Triggers[0].Head, f.Triggers[0].Head
	apart := e.Triggers[0].Sentence - f.Triggers[0].Sentence
	near, typ, from := bucket(apart), uint32(e.Type), uint32(f.Type)
	add(lBias, 0, 0)
	add(lDistance, near, 0)
	add(lType, typ, near)
	add(lType, typ, 99)
	add(lFromType, from, near)
	add(lTypes, typ, from)
	add(lSameType, bit(typ == from), near)
	relation := uint32(0)
	if apart == 0 {
		_, steps := a.pathBetween(head, other)
		relation = 1 + uint32(min(steps, 6))
		add(lTree, relation, bit(other < head))
	}
	add(lLede, bit(a.leads(f.Triggers[0].Sentence)), near)
	shared := uint32(0)
	for i := range e.Arguments {
		if x := &e.Arguments[i]; x.Entity >= 0 && hasEntity(f, x.Entity) {
			shared = uint32(x.Role)
			add(lShared, shared, near)
		}
	}
	add(lShared, 64+shared, relation)
	class := a.dayClass(f)
	add(lDay, class, near)
	add(lDay, class+32, typ)
	add(lDay, class+64, uint32(e.Status))
	add(lDay, uint32(len(f.Time))+96, relation)
	add(lStatus, uint32(e.Status), uint32(f.Status))
	add(lStatus, uint32(e.Tense)+16, uint32(f.Tense))
	form := uint32(a.Tags[head].XPOS)
	add(lForm, form, near)
	add(lForm, form+128, bit(a.tree.Child(head, extractor.RelAux) >= 0))
	add(lQuoted, bit(a.quoteAt(head) >= 0), bit(a.quoteAt(other) >= 0))
	add(lCount, uint32(min(len(f.Triggers), 4)), uint32(min(len(e.Triggers), 3)))
	add(lNearest, uint32(min(max(self-lender, lender-self), 5)), bit(lender < self))
	add(lPlaced, bit(hasRole(e.Arguments, extractor.RolePlace)), relation)
	a.hasher.out = out
}

func hasEntity(e *extractor.Event, entity int32) bool {
	for i := range e.Arguments {
		if e.Arguments[i].Entity == entity {
			return true
		}
	}
	return false
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// The classes of days. A model is fitted with their numbers.
const (
	dayUnknown uint32 = iota + 13
	dayAhead
	dayNew
	dayOfWeek
	dayPast
)

// dayClass tells how the day of an event lies to that of publication.
func (a *analysis) dayClass(f *extractor.Event) uint32 {
	begin := day(f.Interval.Begin)
	switch {
	case f.Time == "" || begin == "" || a.publish == "":
		return dayUnknown
	case begin > a.publish:
		return dayAhead
	case daysBetween(begin, a.publish) <= 3:
		return dayNew
	case daysBetween(begin, a.publish) <= 8:
		return dayOfWeek
	}
	return dayPast
}
