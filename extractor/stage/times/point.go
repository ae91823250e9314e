package times

import "github.com/dateline-news/dateline/extractor/internal/calendar"

// grain is how fine a point in time is known.
type grain uint8

const (
	grainNone grain = iota
	grainCentury
	grainDecade
	grainYear
	grainHalf
	grainSeason
	grainQuarter
	grainMonth
	grainWeek
	grainWeekend
	grainDay
	grainPart  // of the day
	grainClock // hour and minute
)

// point is a resolved stretch of the calendar: a day, the week that begins on a day, a quarter, ...
type point struct {
	grain grain
	day   calendar.Day // the first of it
	index int          // of the quarter, half or season, from 1; of the part of the day

	hour, minute, second int
	hasSecond            bool
	zone                 int // minutes east of Greenwich
	hasZone              bool
}

func yearPoint(year int) point { return point{grain: grainYear, day: calendar.On(year, 1, 1)} }

func monthPoint(year, month int) point {
	return point{grain: grainMonth, day: calendar.On(year, month, 1)}
}

func dayPoint(d calendar.Day) point { return point{grain: grainDay, day: d} }

func weekPoint(d calendar.Day) point {
	return point{grain: grainWeek, day: d.OnOrBefore(calendar.Monday)}
}

func weekendPoint(d calendar.Day) point {
	return point{grain: grainWeekend, day: d.OnOrBefore(calendar.Monday) + 5}
}

func quarterPoint(year, quarter int) point {
	return point{grain: grainQuarter, day: calendar.On(year, 3*quarter-2, 1), index: quarter}
}

func halfPoint(year, half int) point {
	return point{grain: grainHalf, day: calendar.On(year, 6*half-5, 1), index: half}
}

// seasonPoint is a season of the northern half of the earth; winter is named by the year it begins in.
func seasonPoint(year, season int) point {
	return point{grain: grainSeason, day: calendar.On(year, 3*season, 1), index: season}
}

func decadePoint(year int) point {
	return point{grain: grainDecade, day: calendar.On(year-year%10, 1, 1)}
}

func centuryPoint(year int) point {
	return point{grain: grainCentury, day: calendar.On(year-year%100, 1, 1)}
}

// grainOf is the unit's place among the grains.
func grainOf(unit int) grain {
	switch unit {
	case unitDay, unitNight:
		return grainDay
	case unitWeek, unitFortnight:
		return grainWeek
	case unitWeekend:
		return grainWeekend
	case unitMonth:
		return grainMonth
	case unitQuarter:
		return grainQuarter
	case unitYear:
		return grainYear
	case unitDecade:
		return grainDecade
	case unitCentury:
		return grainCentury
	case unitHalf:
		return grainHalf
	case unitSeason:
		return grainSeason
	}
	return grainClock
}

// The units, as lexicon.tsv numbers them.
const (
	unitSecond = 1 + iota
	unitMinute
	unitHour
	unitDay
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
	unitMillennium
	unitWeekend
	unitNight
	unitSeason
	unitHalf
	unitFortnight
)

// within returns the stretch of that grain that holds a day.
func within(d calendar.Day, g grain) point {
	date := d.Date()
	switch g {
	case grainCentury:
		return centuryPoint(date.Year)
	case grainDecade:
		return decadePoint(date.Year)
	case grainYear:
		return yearPoint(date.Year)
	case grainHalf:
		return halfPoint(date.Year, (date.Month+5)/6)
	case grainSeason:
		if date.Month < 3 {
			return seasonPoint(date.Year-1, 4)
		}
		return seasonPoint(date.Year, date.Month/3)
	case grainQuarter:
		return quarterPoint(date.Year, (date.Month+2)/3)
	case grainMonth:
		return monthPoint(date.Year, date.Month)
	case grainWeek:
		return weekPoint(d)
	case grainWeekend:
		return weekendPoint(d)
	}
	return dayPoint(d)
}

// moved returns the stretch n of its own grain on.
func (p point) moved(n int) point {
	q := p
	switch p.grain {
	case grainCentury:
		q = centuryPoint(p.day.Date().Year + 100*n)
	case grainDecade:
		q = decadePoint(p.day.Date().Year + 10*n)
	case grainYear:
		q = yearPoint(p.day.Date().Year + n)
	case grainHalf:
		q = within(p.day.AddMonths(6*n), grainHalf)
	case grainSeason:
		q = within(p.day.AddMonths(3*n), grainSeason)
	case grainQuarter:
		q = within(p.day.AddMonths(3*n), grainQuarter)
	case grainMonth:
		q = within(p.day.AddMonths(n), grainMonth)
	case grainWeek, grainWeekend:
		q.day += calendar.Day(7 * n)
	default:
		q.day += calendar.Day(n)
	}
	return q
}

// end returns the first day after it.
func (p point) end() calendar.Day {
	switch p.grain {
	case grainWeekend:
		return p.day + 2
	case grainDay, grainPart, grainClock:
		return p.day + 1
	}
	return p.moved(1).day
}
