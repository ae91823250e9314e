package eval

import (
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// daysOf returns the first day of a TIMEX3 date or time and the one after its last: "2019-W35-WE" is two days,
// "2019-05-06T17:00" one. It is false for values that are on no calendar, and for seasons, quarters and decades.
func daysOf(value string) (first, end calendar.Day, ok bool) {
	value, _, _ = strings.Cut(value, "T")
	parts := strings.Split(value, "-")
	year, err := strconv.Atoi(parts[0])
	if err != nil || len(parts[0]) != 4 {
		return 0, 0, false
	}
	if len(parts) == 1 {
		return calendar.On(year, 1, 1), calendar.On(year+1, 1, 1), true
	}
	if week, is := strings.CutPrefix(parts[1], "W"); is {
		n, err := strconv.Atoi(week)
		first = calendar.WeekStart(year, n)
		if len(parts) > 2 {
			return first + 5, first + 7, err == nil
		}
		return first, first + 7, err == nil
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil {
		return 0, 0, false
	}
	if len(parts) == 2 {
		return calendar.On(year, month, 1), calendar.On(year, month+1, 1), true
	}
	d, err := strconv.Atoi(parts[2])
	first = calendar.On(year, month, d)
	return first, first + 1, err == nil
}

// Compatible reports whether two TIMEX3 values are the same day or span of days, or one lies within the other and that
// one is of at most so many days: "2020-W35-WE" and "2020-08-30", "2019-05" and "2019-05-06", not "2019" and "2019-05-06".
func Compatible(a, b string, most int) bool {
	if a == b && a != "" {
		return true
	}
	ab, ae, ok := daysOf(a)
	if !ok {
		return false
	}
	bb, be, ok := daysOf(b)
	if !ok {
		return false
	}
	if ab <= bb && be <= ae {
		return ab == bb && ae == be || int(ae-ab) <= most
	}
	return bb <= ab && ae <= be && int(be-bb) <= most
}
