package times

import (
	"strconv"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

var (
	seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}
	partCodes   = [...]string{"", "MO", "AF", "EV", "NI", "DT", "MI"}
	// partHours are where parts of the day begin and end.
	partHours = [...][2]int{{}, {6, 12}, {12, 18}, {18, 22}, {20, 30}, {9, 17}, {11, 14}}
)

// appendValue writes a point as TIMEX3 does.
func appendValue(b []byte, p point) []byte {
	date := p.day.Date()
	switch p.grain {
	case grainCentury:
		return appendPadded(b, date.Year/100, 2)
	case grainDecade:
		return appendPadded(b, date.Year/10, 3)
	case grainWeek, grainWeekend:
		year, week := p.day.Week()
		b = append(appendPadded(b, year, 4), "-W"...)
		b = appendPadded(b, week, 2)
		if p.grain == grainWeekend {
			b = append(b, "-WE"...)
		}
		return b
	}
	b = appendPadded(b, date.Year, 4)
	switch p.grain {
	case grainYear:
		return b
	case grainHalf:
		return strconv.AppendInt(append(b, "-H"...), int64(p.index), 10)
	case grainQuarter:
		return strconv.AppendInt(append(b, "-Q"...), int64(p.index), 10)
	case grainSeason:
		return append(append(b, '-'), seasonCodes[p.index]...)
	}
	b = appendPadded(append(b, '-'), date.Month, 2)
	if p.grain == grainMonth {
		return b
	}
	b = appendPadded(append(b, '-'), date.Day, 2)
	switch p.grain {
	case grainPart:
		return append(append(b, 'T'), partCodes[p.index]...)
	case grainClock:
		return appendClock(b, p)
	}
	return b
}

func appendClock(b []byte, p point) []byte {
	b = appendPadded(append(b, 'T'), p.hour, 2)
	b = appendPadded(append(b, ':'), p.minute, 2)
	if p.hasSecond {
		b = appendPadded(append(b, ':'), p.second, 2)
	}
	if !p.hasZone {
		return b
	}
	return appendZone(b, p.zone)
}

func appendZone(b []byte, zone int) []byte {
	if zone == 0 {
		return append(b, 'Z')
	}
	sign := byte('+')
	if zone < 0 {
		sign, zone = '-', -zone
	}
	b = appendPadded(append(b, sign), zone/60, 2)
	return appendPadded(append(b, ':'), zone%60, 2)
}

func appendPadded(b []byte, n, width int) []byte {
	for limit := 10; width > 1; width, limit = width-1, limit*10 {
		if n < limit {
			b = append(b, '0')
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// intervalOf returns the half-open stretch that a point and its modifier denote.
func intervalOf(p point, mod extractor.TimeModifier) extractor.Interval {
	switch p.grain {
	case grainPart:
		hours := partHours[p.index]
		return extractor.Interval{Begin: hourOn(p.day, hours[0]), End: hourOn(p.day, hours[1])}
	case grainClock:
		return extractor.Interval{Begin: clockString(p), End: clockString(p.afterMinute())}
	}
	begin, end := p.day, p.end()
	switch mod {
	case extractor.ModBefore:
		return extractor.Interval{End: dayString(begin)}
	case extractor.ModAfter:
		return extractor.Interval{Begin: dayString(end)}
	case extractor.ModOnOrAfter:
		return extractor.Interval{Begin: dayString(begin)}
	case extractor.ModOnOrBefore:
		return extractor.Interval{End: dayString(end)}
	}
	if p.grain == grainDay {
		return extractor.Interval{Begin: dayString(begin), End: dayString(end)}
	}
	third := (end - begin) / 3
	switch mod {
	case extractor.ModStart:
		end = begin + third
	case extractor.ModMid:
		begin, end = begin+third, end-third
	case extractor.ModEnd:
		begin = end - third
	}
	return extractor.Interval{Begin: dayString(begin), End: dayString(end)}
}

// afterMinute is a minute on; hour 24 is the next day's first.
func (p point) afterMinute() point {
	p.minute++
	if p.minute == 60 {
		p.minute, p.hour = 0, p.hour+1
	}
	return p
}

func clockString(p point) string {
	if p.hour >= 24 {
		p.hour -= 24
		p.day++
	}
	p.grain = grainClock
	return string(appendValue(make([]byte, 0, 32), p))
}

func hourOn(d calendar.Day, hour int) string {
	return clockString(point{grain: grainClock, day: d, hour: hour})
}

func dayString(d calendar.Day) string {
	return string(appendValue(make([]byte, 0, 16), dayPoint(d)))
}
