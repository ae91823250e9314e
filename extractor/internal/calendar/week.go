package calendar

// Week returns the ISO 8601 year and week of a day: 2017-05-10 lies in 2017-W19.
func (d Day) Week() (year, week int) {
	thursday := d.OnOrAfter(Monday) - 4
	if d.Weekday() == Monday {
		thursday = d + 3
	}
	year = thursday.Date().Year
	return year, int(thursday-On(year, 1, 1))/7 + 1
}

// WeekStart returns the Monday of an ISO 8601 week.
func WeekStart(year, week int) Day {
	return On(year, 1, 4).OnOrBefore(Monday) + Day(7*(week-1))
}
