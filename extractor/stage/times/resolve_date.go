package times

import "github.com/dateline-news/dateline/extractor/internal/calendar"

// date resolves years, months, days and weekdays, whatever of them is said.
func (r *resolver) date(f *frame, out *resolved) (point, string, bool) {
	hasYear := f.is(slotYear) || f.is(slotYear2)
	switch {
	case f.is(slotMonth) && f.is(slotDay):
		if hasYear {
			return exactDay(yearOf(f, r.pub), f.get(slotMonth), f.get(slotDay))
		}
		if !r.known {
			return point{}, unanchored(f), f.get(slotDay) <= calendar.DaysIn(2000, f.get(slotMonth))
		}
		return r.dayOfYear(f)
	case f.is(slotMonth):
		if hasYear {
			return monthPoint(yearOf(f, r.pub), f.get(slotMonth)), "", true
		}
		return r.month(f, out), "", true
	case f.is(slotDay):
		return r.dayOfMonth(f, out)
	case f.is(slotDow) && !f.is(slotPick):
		return r.weekday(f, out), "", true
	case hasYear:
		return yearPoint(yearOf(f, r.pub)), "", true
	}
	return point{}, "", false
}

// dayOfYear chooses the year of a month and day: by the weekday beside them, the year spoken of in the same
// sentence, the tense of the clause, or the nearest.
func (r *resolver) dayOfYear(f *frame) (point, string, bool) {
	month, day := f.get(slotMonth), f.get(slotDay)
	if day > calendar.DaysIn(2000, month) {
		return point{}, "", false
	}
	year := r.pub.Date().Year
	if f.is(slotDow) {
		for _, delta := range [...]int{0, -1, 1, -2, 2, -3, -4, -5, -6} {
			d := calendar.On(year+delta, month, day)
			if int(d.Weekday()) == f.get(slotDow) {
				return dayPoint(d), "", true
			}
		}
	}
	if y, ok := r.yearHere(f); ok && r.tense.of(f) != dirFuture {
		return exactDay(y, month, day)
	}
	before, after := lastOn(r.pub+1, month, day), nextOn(r.pub-1, month, day)
	if f.is(slotRel) && f.get(slotRel) != 0 {
		if f.get(slotRel) < 0 {
			return dayPoint(before), "", true
		}
		return dayPoint(after), "", true
	}
	// A day without a year lies within ten months, whatever the tense: “extended the deadline to January 14”.
	switch dir := r.tense.of(f); {
	case dir == dirPast && r.pub-before < farDays && !r.towards(f):
		return dayPoint(before), "", true
	case dir == dirFuture && after-r.pub < farDays:
		return dayPoint(after), "", true
	}
	if after-r.pub < r.pub-before {
		return dayPoint(after), "", true
	}
	return dayPoint(before), "", true
}

const farDays = 290

// towards: words before the expression look ahead from the time of the verb: “was extended until May 4”.
func (r *resolver) towards(f *frame) bool {
	i := f.begin - 1
	if i < 0 || r.tense.exact(f) == dirBefore {
		return false
	}
	lex, before := r.g.lex, r.tense.atoms[i].word
	if r.tense.atoms[i].mask&lex.mask("towards") != 0 {
		return true
	}
	as := before != 0 && before == lex.id("as")
	return as && i > 0 && (r.tense.atoms[i-1].word == lex.id("soon") || r.tense.atoms[i-1].word == lex.id("early"))
}

// lastOn returns the last such day of a year before a day; nextOn the next after it. February 29 finds its leap year.
func lastOn(before calendar.Day, month, day int) calendar.Day {
	for year := before.Date().Year; ; year-- {
		if d := calendar.On(year, month, day); d < before && day <= calendar.DaysIn(year, month) {
			return d
		}
	}
}

func nextOn(after calendar.Day, month, day int) calendar.Day {
	for year := after.Date().Year; ; year++ {
		if d := calendar.On(year, month, day); d > after && day <= calendar.DaysIn(year, month) {
			return d
		}
	}
}

// yearHere is the year that the same sentence named just before, where it is not the year of publication.
func (r *resolver) yearHere(f *frame) (int, bool) {
	if r.last.grain == grainNone || r.last.grain < grainYear || !r.sameSentence(r.last.atom, f.begin) {
		return 0, false
	}
	year := r.last.day.Date().Year
	return year, year < r.pub.Date().Year-1 && f.begin-r.last.atom <= 12
}

// month chooses the year of a month.
func (r *resolver) month(f *frame, out *resolved) point {
	from := r.pub
	if f.is(slotContext) {
		from = r.anchor(f, out)
	} else if y, ok := r.yearHere(f); ok && !f.is(slotRel) {
		out.anchor = r.last.index
		return monthPoint(y, f.get(slotMonth))
	}
	date, month := from.Date(), f.get(slotMonth)
	ahead := floorMod(month-date.Month, 12) // months from now to the next, 0 for this one
	next := monthPoint(date.Year, date.Month+ahead)
	if f.is(slotRel) {
		switch rel := f.get(slotRel); {
		case rel < 0:
			if ahead == 0 {
				ahead = 12
			}
			return monthPoint(date.Year, date.Month+ahead-12)
		case rel > 0:
			if ahead == 0 {
				ahead = 12
			}
			return monthPoint(date.Year, date.Month+ahead)
		}
		return monthPoint(date.Year, month)
	}
	if ahead == 0 {
		return next
	}
	towards := r.towards(f) && ahead <= 4 || ahead == 1
	switch r.tense.planned(f) {
	case dirFuture:
		return next
	case dirPlanned: // “was to open in June” may have been so not long ago
		if ahead > 8 && !r.towards(f) {
			return next.moved(-12)
		}
		return next
	case dirPast:
		if !towards {
			return next.moved(-12)
		}
	}
	if ahead <= 3 || towards {
		return next
	}
	return next.moved(-12)
}

// dayOfMonth takes “the 6th” in the month spoken of last, else in the month of publication that the tense asks for.
func (r *resolver) dayOfMonth(f *frame, out *resolved) (point, string, bool) {
	day := f.get(slotDay)
	if f.is(slotDow) {
		for back := 0; back < 24; back++ {
			for _, sign := range [...]int{-1, 1} {
				m := within(r.pub, grainMonth).moved(sign * back)
				d := m.day + calendar.Day(day-1)
				if int(d.Weekday()) == f.get(slotDow) && d < m.end() {
					return dayPoint(d), "", true
				}
			}
		}
		return point{}, "", false
	}
	m := within(r.pub, grainMonth)
	if r.last.grain >= grainMonth {
		m = within(r.last.day, grainMonth)
		out.anchor = r.last.index
	} else if d := m.day + calendar.Day(day-1); d > r.pub && r.tense.of(f) == dirPast {
		m = m.moved(-1)
	}
	date := m.day.Date()
	return exactDay(date.Year, date.Month, day)
}

// weekday chooses the week of a weekday: “last” and “next” are strictly before and after the day of publication;
// alone, the tense decides, and the day of publication itself is on either side.
func (r *resolver) weekday(f *frame, out *resolved) point {
	w := calendar.Weekday(f.get(slotDow))
	from := r.pub
	if f.is(slotContext) {
		from = r.anchor(f, out)
	}
	if f.is(slotRel) {
		switch rel := f.get(slotRel); {
		case rel < 0:
			last := (from - 1).OnOrBefore(w)
			if from-last <= 1 && last.OnOrBefore(calendar.Monday) == from.OnOrBefore(calendar.Monday) && !f.is(slotContext) && r.startsWith(f, "last") {
				last -= 7 // nobody calls yesterday “last Thursday”
			}
			return dayPoint(last + calendar.Day(7*(rel+1)))
		case rel > 0:
			return dayPoint((from + 1).OnOrAfter(w) + calendar.Day(7*(rel-1)))
		}
		if r.tense.of(f) == dirPast && !r.towards(f) {
			return dayPoint(from.OnOrBefore(w)) // “died this Sunday”
		}
		return dayPoint(from.OnOrAfter(w))
	}
	dir := r.tense.planned(f)
	if r.towards(f) {
		dir = dirFuture
	}
	switch dir {
	case dirFuture:
		return dayPoint(from.OnOrAfter(w))
	case dirPlanned:
		if behind := from.OnOrBefore(w); behind < from && from-behind <= 2 {
			return dayPoint(behind)
		}
		return dayPoint(from.OnOrAfter(w))
	case dirPresent:
		if !r.asOf(f) {
			return dayPoint(from.OnOrAfter(w)) // “the council votes on Tuesday”
		}
	}
	return dayPoint(from.OnOrBefore(w))
}

// asOf: “as of Sunday, all are in stable condition” looks back, whatever the tense.
func (r *resolver) asOf(f *frame) bool {
	i := f.begin - 1
	return i > 0 && r.tense.atoms[i].word == r.g.lex.id("of") && r.tense.atoms[i-1].word == r.g.lex.id("as")
}

// feast chooses the year of a feast.
func (r *resolver) feast(f *frame, out *resolved) (point, string, bool) {
	feast := r.g.feasts.feasts[f.get(slotFeast)]
	if f.is(slotYear) || f.is(slotYear2) {
		return dayPoint(feast.on(yearOf(f, r.pub))), "", true
	}
	from := r.pub
	if f.is(slotContext) {
		from = r.anchor(f, out)
	}
	year := from.Date().Year
	before, after := feast.on(year), feast.on(year)
	if before > from {
		before = feast.on(year - 1)
	}
	if after < from {
		after = feast.on(year + 1)
	}
	if f.is(slotRel) {
		switch rel := f.get(slotRel); {
		case rel < 0:
			return dayPoint(before), "", true
		case rel > 0:
			return dayPoint(after), "", true
		}
		return dayPoint(feast.on(year)), "", true
	}
	dir := r.tense.of(f)
	if dir == dirPast && from-before > farDays && after-from < 60 {
		dir = dirNone
	}
	if dir == dirFuture || dir != dirPast && after-from < from-before {
		return dayPoint(after), "", true
	}
	return dayPoint(before), "", true
}
