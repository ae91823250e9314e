package times

import "github.com/dateline-news/dateline/extractor/internal/calendar"

// periodOfYear resolves a quarter, half or season whose year is not said: the one under way or the last begun,
// unless the clause looks ahead.
func (r *resolver) periodOfYear(f *frame, out *resolved) (point, string, bool) {
	year := r.pub.Date().Year
	p, ok := periodIn(f, year)
	if !ok {
		return point{}, "", false
	}
	if f.is(slotRel) {
		return r.relatedPeriod(f, p, out)
	}
	if y, ok := r.yearHere(f); ok {
		p, _ = periodIn(f, y)
		return p, "", true
	}
	dir := r.tense.of(f)
	switch {
	case p.day > r.pub && dir != dirFuture:
		if p.grain == grainQuarter && p.day-r.pub < 45 && dir != dirPast {
			return p, "", true
		}
		p, _ = periodIn(f, year-1)
	case p.end() <= r.pub && dir == dirFuture && !(p.grain == grainQuarter && r.pub-p.end() < 120): // “expects to report third-quarter profit”
		p, _ = periodIn(f, year+1)
	}
	return p, "", true
}

// relatedPeriod: “last summer” is the last that is over, “this summer” the year's, “next summer” the next to begin.
func (r *resolver) relatedPeriod(f *frame, p point, out *resolved) (point, string, bool) {
	from := r.pub
	if f.is(slotContext) {
		from = r.anchor(f, out)
		p, _ = periodIn(f, from.Date().Year)
	}
	year := from.Date().Year
	switch rel := f.get(slotRel); {
	case rel < 0 && f.op == opQuarter:
		p, _ = periodIn(f, year-1)
	case rel < 0 && p.end() > from:
		p, _ = periodIn(f, year-1)
	case rel > 0 && p.day <= from:
		p, _ = periodIn(f, year+1)
	}
	return p, "", true
}

// periodIn returns the quarter, half or season of a year.
func periodIn(f *frame, year int) (point, bool) {
	switch {
	case f.is(slotQuarter):
		q := f.get(slotQuarter)
		return quarterPoint(year, q), q >= 1 && q <= 4
	case f.is(slotHalf):
		h := f.get(slotHalf)
		return halfPoint(year, h), h >= 1 && h <= 2
	case f.is(slotSeason):
		return seasonPoint(year, f.get(slotSeason)), true
	}
	return point{}, false
}

// bare is “the quarter”, “the month”: that just spoken of, else the last that is over.
func (r *resolver) bare(f *frame, out *resolved) (point, string, bool) {
	unit := f.get(slotUnit)
	if unit == unitQuarter {
		if r.lastQuarter.grain != grainNone {
			out.anchor = r.lastQuarter.index
			return r.lastQuarter.point, "", true
		}
		return within(r.pub, grainQuarter).moved(-1), "", true
	}
	g := grainOf(unit)
	if r.last.grain >= g {
		out.anchor = r.last.index
		return within(r.last.day, g), "", true
	}
	return within(r.pub, g), "", true
}

// quarterHere is the quarter that this or the sentence before spoke of.
func (r *resolver) quarterHere(f *frame) (point, bool) {
	q := &r.lastQuarter
	if q.grain == grainNone || f.begin-q.atom > 60 {
		return point{}, false
	}
	if q.yearAgo {
		return q.point.moved(4), true
	}
	return q.point, true
}

// yearAgo is the like of what was just spoken of, a year before.
func (r *resolver) yearAgo(f *frame, out *resolved) (point, string, bool) {
	if f.is(slotQuarter) {
		p, ok := periodIn(f, r.pub.Date().Year)
		if ok && p.day > r.pub {
			p = p.moved(-4)
		}
		return p.moved(-4), "", ok
	}
	if f.is(slotYear) {
		if r.lastQuarter.grain != grainNone {
			return quarterPoint(f.get(slotYear), r.lastQuarter.point.index), "", true
		}
		return yearPoint(f.get(slotYear)), "", true
	}
	if r.lastQuarter.grain != grainNone {
		out.anchor = r.lastQuarter.index
		p := r.lastQuarter.point
		if !r.lastQuarter.yearAgo {
			p = p.moved(-4)
		}
		return p, "", true
	}
	return within(r.pub, grainYear).moved(-1), "", true
}

// refine takes what the match says beside its operation: a part of the year, the nth week, a time of day.
func (r *resolver) refine(p point, f *frame) (point, bool) {
	switch {
	case f.is(slotPick):
		return pick(p, f)
	case p.grain == grainYear && f.op != opAgo:
		p = refineYear(p, f)
	case p.grain == grainWeek && f.is(slotDow):
		p = dayPoint(p.day + calendar.Day(f.get(slotDow)-1))
	case p.grain == grainMonth && f.is(slotHalf):
		return p, true
	}
	if p.grain != grainDay {
		return p, true
	}
	switch {
	case f.is(slotHour) || f.is(slotHHMM):
		return withClock(p, f)
	case f.is(slotPart):
		p.grain, p.index = grainPart, f.get(slotPart)
	}
	return p, true
}

func refineYear(p point, f *frame) point {
	year := p.day.Date().Year
	switch {
	case f.op == opShift && f.is(slotMonth) && f.is(slotDay):
		return dayPoint(calendar.On(year, f.get(slotMonth), f.get(slotDay)))
	case f.op == opShift && f.is(slotMonth):
		return monthPoint(year, f.get(slotMonth))
	case f.op == opShift && f.is(slotFeast):
		return p
	}
	if q, ok := periodIn(f, year); ok {
		return q
	}
	return p
}

// pick takes the nth day, weekday or week of a month, or the week of a day.
func pick(p point, f *frame) (point, bool) {
	if f.get(slotPick) == unitWeek && !f.is(slotOrd) {
		return weekPoint(p.day), true
	}
	nth := f.get(slotOrd)
	if p.grain != grainMonth || nth == 0 {
		return p, false
	}
	date := p.day.Date()
	var d calendar.Day
	switch {
	case f.get(slotPick) == unitWeek && nth < 0:
		return weekPoint(p.end() - 1), true
	case f.get(slotPick) == unitWeek:
		return weekPoint(p.day + calendar.Day(7*(nth-1))), nth <= 5
	case f.is(slotDow):
		d = calendar.NthWeekday(date.Year, date.Month, calendar.Weekday(f.get(slotDow)), nth)
	case nth < 0:
		d = p.end() - 1
	default:
		d = p.day + calendar.Day(nth-1)
	}
	return dayPoint(d), d >= p.day && d < p.end()
}
