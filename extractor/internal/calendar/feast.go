package calendar

// Easter returns Easter Sunday of the western churches (the anonymous Gregorian computus).
func Easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return On(year, n/31, n%31+1)
}

// NthWeekday returns the nth such weekday of a month; n below zero counts from its end: -1 is the last.
func NthWeekday(year, month int, w Weekday, n int) Day {
	if n < 0 {
		return On(year, month, DaysIn(year, month)).OnOrBefore(w) + Day(7*(n+1))
	}
	return On(year, month, 1).OnOrAfter(w) + Day(7*(n-1))
}
