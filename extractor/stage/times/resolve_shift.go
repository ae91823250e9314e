package times

import "github.com/dateline-news/dateline/extractor/internal/calendar"

// anchor is what a match counts from: what was spoken of last, or the publication.
func (r *resolver) anchor(f *frame, out *resolved) calendar.Day {
	if f.is(slotContext) && r.last.grain != grainNone && r.last.grain >= min(grainOf(f.or(slotUnit, unitDay)), grainDay) {
		out.anchor = r.last.index
		return r.last.day
	}
	return r.pub
}

// shift is so many units on: yesterday, last week, the following month.
func (r *resolver) shift(f *frame, out *resolved) (point, string, bool) {
	by := f.or(slotBy, f.get(slotRel))
	if f.is(slotContext) && f.get(slotUnit) == unitDay {
		if r.lastDay.grain == grainNone {
			return point{}, "XXXX-XX-XX", true
		}
		out.anchor = r.lastDay.index
		return dayPoint(r.lastDay.day).moved(by), "", true
	}
	from := r.anchor(f, out)
	if f.get(slotUnit) == unitDay {
		from = r.speechDay(f, out)
	}
	p := within(from, grainOf(f.get(slotUnit)))
	return p.moved(by), "", true
}

// ago is an amount of units from the anchor, as fine as the unit: “two years ago” is a year.
func (r *resolver) ago(f *frame, out *resolved) (point, string, bool) {
	a := amountOf(f)
	sign := f.get(slotBy)
	if a.vague || f.is(slotN2) && a.n == 1 || !f.is(slotN) && !f.is(slotHalfOf) && !f.is(slotCouple) && r.plural(f) {
		if f.is(slotContext) {
			return point{}, "", false
		}
		if sign < 0 {
			return point{}, "PAST_REF", true
		}
		return point{}, "FUTURE_REF", true
	}
	if a.unit == unitYear && a.n == 1 && !a.half && sign < 0 {
		if p, ok := r.quarterHere(f); ok {
			out.anchor = r.lastQuarter.index
			return p.moved(-4), "", true
		}
		if f.is(slotContext) && r.last.grain != grainNone {
			if year := r.last.day.Date().Year; r.last.yearAgo || year >= r.pub.Date().Year-1 {
				return within(r.pub, grainYear).moved(-1), "", true
			}
		}
	}
	from := r.anchor(f, out)
	switch a.unit {
	case unitSecond, unitMinute, unitHour:
		p := r.clock
		if p.grain != grainClock || f.is(slotContext) {
			return dayPoint(from), "", true
		}
		return addMinutes(p, sign*minutesOf(a)), "", true
	case unitDecade, unitCentury, unitMillennium:
		scale := map[int]int{unitDecade: 10, unitCentury: 100, unitMillennium: 1000}[a.unit]
		years := a.n * scale
		if a.half {
			years += scale / 2
		}
		return yearPoint(from.Date().Year + sign*years), "", true
	case unitYear:
		if a.half {
			return within(from.AddMonths(sign*(12*a.n+6)), grainMonth), "", true
		}
	case unitNight, unitWeekend:
		return within(from, grainOf(a.unit)).moved(sign * a.n), "", true
	}
	g := grainOf(a.unit)
	p := within(from, g).moved(sign * a.n)
	if g == grainDay {
		p.day = from + calendar.Day(sign*a.n)
	}
	return p, "", true
}

func (r *resolver) plural(f *frame) bool {
	a := r.tense.atoms[f.begin]
	return a.mask&r.g.lex.mask("units") != 0
}

func minutesOf(a amount) int {
	switch a.unit {
	case unitHour:
		n := 60 * a.n
		if a.half {
			n += 30
		}
		return n
	case unitMinute:
		return a.n
	}
	return 0
}

func addMinutes(p point, n int) point {
	total := p.hour*60 + p.minute + n
	p.day += calendar.Day((total - floorMod(total, 1440)) / 1440)
	total = floorMod(total, 1440)
	p.hour, p.minute, p.hasSecond = total/60, total%60, false
	return p
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

// weekend: in the news a bare “the weekend” is the last one, unless the clause looks ahead.
func (r *resolver) weekend(f *frame, out *resolved) (point, string, bool) {
	from := r.anchor(f, out)
	w := weekendPoint(from)
	switch {
	case f.is(slotRel) && f.get(slotRel) < 0:
		return w.moved(-1), "", true
	case f.is(slotRel) && f.get(slotRel) > 0:
		if from < w.day {
			return w, "", true
		}
		return w.moved(1), "", true
	case f.is(slotRel) || from >= w.day:
		return w, "", true
	}
	if r.tense.of(f) == dirFuture {
		return w, "", true
	}
	if r.startsWith(f, "this") {
		if r.tense.of(f) == dirPast {
			return w.moved(-1), "", true
		}
		return w, "", true
	}
	return w.moved(-1), "", true
}

func (r *resolver) startsWith(f *frame, word string) bool {
	return r.tense.atoms[f.begin].word == r.g.lex.id(word)
}
