package times

import "github.com/dateline-news/dateline/extractor/internal/calendar"

// dayOfClock is the day of a time whose day is not said: that of the day spoken of in the same sentence, or where
// the words ask for it the last one spoken of; else that of publication.
func (r *resolver) dayOfClock(f *frame, out *resolved) point {
	day := r.pub
	near := r.last.grain >= grainDay && r.sameSentence(r.last.atom, f.begin)
	if r.last.grain >= grainDay && (f.is(slotContext) || near && !f.is(slotBy) && !r.startsWith(f, "this") && !r.startsWith(f, "tonight")) {
		day = r.last.day
		out.anchor = r.last.index
	}
	return dayPoint(day + calendar.Day(f.or(slotBy, 0)))
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
