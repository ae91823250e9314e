package times

import "github.com/dateline-news/dateline/extractor/internal/calendar"

// dayOfClock is the day of a time whose day is not said: that of the day spoken of in the same sentence, or where
// the words ask for it the last one spoken of; else that of publication.
func (r *resolver) dayOfClock(f *frame, out *resolved) point {
	day := r.pub
	near := f.begin-r.lastDay.atom <= nearAtoms && !f.is(slotBy) && !r.startsWith(f, "this") && !r.startsWith(f, "tonight")
	switch {
	case r.lastDay.grain != grainNone && (f.is(slotContext) || near):
		day = r.lastDay.day
		out.anchor = r.lastDay.index
	case !f.is(slotContext):
		day = r.speechDay(f, out)
	}
	return dayPoint(day + calendar.Day(f.or(slotBy, 0)))
}

// nearAtoms is how far a day reaches: about a paragraph.
const nearAtoms = 120

// speechDay is the anchor of “today” and “last night”: in direct speech the day that the text around named last, if
// it lies in the week before publication; else the day of publication.
func (r *resolver) speechDay(f *frame, out *resolved) calendar.Day {
	if r.lastDay.grain == grainNone || f.begin-r.lastDay.atom > nearAtoms || r.lastDay.day > r.pub || r.pub-r.lastDay.day > 7 || !r.inQuote(f) {
		return r.pub
	}
	out.anchor = r.lastDay.index
	return r.lastDay.day
}

// inQuote reports whether the last quotation mark before, in the paragraph, opens one: nothing but the mark's own
// side is glued to it.
func (r *resolver) inQuote(f *frame) bool {
	quote := r.g.lex.id("\"")
	for i := f.begin - 1; i >= max(0, f.begin-nearAtoms) && r.tense.atoms[i].kind != atomBreak; i-- {
		if a := &r.tense.atoms[i]; a.word == quote {
			return !a.glued && r.tense.atoms[i+1].glued
		}
	}
	return false
}

// withClock adds the time of day.
func withClock(p point, f *frame) (point, bool) {
	p.grain = grainClock
	p.hour, p.minute = f.or(slotHour, 0), f.or(slotMinute, 0)
	if f.is(slotHHMM) {
		p.hour, p.minute = f.get(slotHHMM)/100, f.get(slotHHMM)%100
	}
	switch {
	case f.get(slotAmpm) == 2 && f.is(slotAmpm) && p.hour < 12:
		p.hour += 12
	case f.get(slotAmpm) == 1 && f.is(slotAmpm) && p.hour == 12:
		p.hour = 0
	case !f.is(slotAmpm) && f.is(slotPart) && p.hour < 12 && f.get(slotPart) > 1:
		p.hour += 12
	}
	if f.is(slotSecond) {
		p.second, p.hasSecond = f.get(slotSecond), true
	}
	p.zone, p.hasZone = zoneOf(f, p.day)
	return p, p.hour <= 24 && p.minute < 60
}

// zoneOf returns the offset where the text states one. “Eastern time” is summer time by the rule of 2007.
func zoneOf(f *frame, d calendar.Day) (minutes int, ok bool) {
	switch {
	case f.is(slotZoneHours):
		minutes = 60*f.get(slotZoneHours) + f.or(slotZoneMinutes, 0)
		if f.is(slotWest) {
			minutes = -minutes
		}
		return minutes, true
	case f.is(slotZone):
		return f.get(slotZone), true
	case f.is(slotZoneName):
		minutes = -60 * (4 + f.get(slotZoneName))
		if americanSummer(d) {
			minutes += 60
		}
		return minutes, true
	}
	return 0, false
}

// americanSummer: from the second Sunday of March to the first of November.
func americanSummer(d calendar.Day) bool {
	year := d.Date().Year
	return d >= calendar.NthWeekday(year, 3, calendar.Sunday, 2) && d < calendar.NthWeekday(year, 11, calendar.Sunday, 1)
}
