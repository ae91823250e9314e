package times

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// resolver gives the matches of one article their values, from first to last.
type resolver struct {
	d     *extractor.Document
	g     *grammar
	tense tense

	known  bool // the day of publication
	pub    calendar.Day
	clock  point // the time of publication, where it is known
	months bool  // 10/05/2017 is read as October 5

	// What was spoken of last: of any kind, the last day, and the quarter that the article is about. The index is that of Document.Times.
	last        spoken
	lastDay     spoken
	lastQuarter spoken
}

// spoken is a point that the text has named, and where.
type spoken struct {
	point
	index int32
	atom  int32
	// yearAgo: it was itself named as the like of another, a year before.
	yearAgo bool
}

// resolved is the outcome for one match.
type resolved struct {
	kind   extractor.TimeType
	value  string
	mod    extractor.TimeModifier
	span   extractor.Interval
	point  point
	anchor int32
}

// resolve returns false for what turns out to be no time: an impossible date.
func (r *resolver) resolve(f *frame) (resolved, bool) {
	out := resolved{anchor: -1, mod: extractor.TimeModifier(f.get(slotMod))}
	if !f.is(slotMod) {
		out.mod = 0
	}
	switch f.op {
	case opDuration:
		return r.duration(f, out), true
	case opAgo:
		if a := amountOf(f); f.is(slotContext) && (f.is(slotVague) || a.unit < unitDay || r.last.grain < min(grainOf(a.unit), grainDay)) {
			return r.duration(f, out), true
		}
	case opSet:
		return r.recurrence(f, out), true
	case opSetOf:
		return namedRecurrence(f, out), true
	case opRef:
		return reference(f, out), true
	case opLongTime:
		out.kind, out.value = extractor.TimeDuration, "PXX"
		return out, true
	}
	p, vague, ok := r.point(f, &out)
	switch {
	case !ok:
		return out, false
	case vague != "":
		out.kind, out.value = extractor.TimeDate, vague
		return out, true
	}
	p, ok = r.refine(p, f)
	if !ok {
		return out, false
	}
	out.point = p
	out.kind = extractor.TimeDate
	if p.grain >= grainPart {
		out.kind = extractor.TimeTime
	}
	out.value = string(appendValue(make([]byte, 0, 24), p))
	out.span = intervalOf(p, out.mod)
	return out, true
}

// point resolves the operation. A value that is no point of the calendar (PAST_REF, XXXX-05) comes as text.
func (r *resolver) point(f *frame, out *resolved) (p point, vague string, ok bool) {
	if !r.known && r.needsAnchor(f) {
		return point{}, unanchored(f), true
	}
	switch f.op {
	case opNone, opDate:
		return r.date(f, out)
	case opNumeric:
		return r.numeric(f)
	case opPacked:
		n := f.get(slotEight)
		return exactDay(n/10000, n/100%100, n%100)
	case opISOWeek:
		week := f.get(slotWeek)
		return weekPoint(calendar.WeekStart(f.get(slotYear), week)), "", week >= 1 && week <= 53
	case opSpan:
		return r.span(f)
	case opShift:
		return r.shift(f, out)
	case opBare:
		return r.bare(f, out)
	case opYearAgo:
		return r.yearAgo(f, out)
	case opAgo:
		return r.ago(f, out)
	case opWeekend:
		return r.weekend(f, out)
	case opFiscal:
		return r.fiscal(f)
	case opSeason, opQuarter, opHalf:
		return r.periodOfYear(f, out)
	case opDecade:
		return r.decade(f)
	case opCentury:
		if f.is(slotOrd) {
			return centuryPoint(100 * (f.get(slotOrd) - 1)), "", f.get(slotOrd) >= 1 && f.get(slotOrd) <= 30
		}
		return within(r.pub, grainCentury).moved(f.get(slotRel)), "", true
	case opFeast:
		return r.feast(f, out)
	case opClock, opDayPart:
		return r.dayOfClock(f, out), "", true
	}
	return point{}, "", false
}

// needsAnchor: the match says nothing without the day of publication.
func (r *resolver) needsAnchor(f *frame) bool {
	switch f.op {
	case opNone, opDate, opFeast:
		return !f.is(slotYear) && !f.is(slotYear2)
	case opNumeric, opPacked, opISOWeek, opSpan, opDecade:
		return false
	case opCentury:
		return !f.is(slotOrd)
	case opFiscal:
		return !f.is(slotYear)
	case opShift, opAgo, opClock, opDayPart:
		return !f.is(slotContext) || r.last.grain == grainNone
	}
	return true
}

func exactDay(year, month, day int) (point, string, bool) {
	date := calendar.Date{Year: year, Month: month, Day: day}
	if !date.Valid() {
		return point{}, "", false
	}
	return dayPoint(calendar.On(year, month, day)), "", true
}

// numeric settles 10/05/2017: impossible orders first, then the evidence that the publication day was found by.
func (r *resolver) numeric(f *frame) (point, string, bool) {
	year := yearOf(f, r.pub)
	month, day := f.get(slotB), f.get(slotA)
	if day <= 12 && (r.months || month > 12) {
		month, day = day, month
	}
	return exactDay(year, month, day)
}

// span is the second year of 2015-16; a number that is no year beside the first is none.
func (r *resolver) span(f *frame) (point, string, bool) {
	first := f.get(slotYear)
	second := first - first%100 + f.get(slotYear2)
	return yearPoint(second), "", second > first && second <= first+20
}

// yearOf returns the year that a match says; two digits lie at most ten years ahead of publication.
func yearOf(f *frame, pub calendar.Day) int {
	if f.is(slotYear) {
		return f.get(slotYear)
	}
	year := f.get(slotYear2)
	now := pub.Date().Year
	year += now - now%100
	if year > now+10 {
		year -= 100
	}
	return year
}

func (r *resolver) fiscal(f *frame) (point, string, bool) {
	if f.is(slotYear) {
		return yearPoint(f.get(slotYear)), "", true
	}
	return yearPoint(r.pub.Date().Year + f.or(slotRel, 0)), "", true
}

// decade reads 1970 or 70: the twenties and thirties are still the last century's.
func (r *resolver) decade(f *frame) (point, string, bool) {
	year := f.get(slotDecade)
	if !f.is(slotDecade) {
		year = 1900 + f.get(slotDecade2)
		if f.get(slotDecade2) < 20 {
			year += 100
		}
	}
	return decadePoint(year), "", year >= 1000
}

// sameSentence reports whether no sentence ends between two atoms.
func (r *resolver) sameSentence(from, to int32) bool {
	if to-from > 2*farWords {
		return false
	}
	for i := from; i < to; i++ {
		if r.tense.boundary(int(i)) {
			return false
		}
	}
	return true
}

// note remembers a point for what counts from it.
func (r *resolver) note(p point, f *frame, index int32) {
	if p.grain == grainNone {
		return
	}
	r.last = spoken{p, index, f.begin, f.op == opYearAgo || f.op == opAgo}
	if p.grain >= grainDay {
		r.lastDay = r.last
	}
	if p.grain == grainQuarter && (r.lastQuarter.grain == grainNone || p.day > r.lastQuarter.day && p.end() <= r.pub+31) {
		r.lastQuarter = r.last
	}
	if p.grain == grainQuarter {
		r.lastQuarter.atom = f.begin
	}
}
