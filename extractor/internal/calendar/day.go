package calendar

// Day counts days since 1970-01-01. It is negative before.
type Day int32

// Weekday is an ISO 8601 day of the week: Monday is 1, Sunday 7. The zero value is none.
type Weekday int8

// The weekdays.
const (
	Monday Weekday = 1 + iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// Date is a day by its year, month (1 to 12) and day of the month (1 to 31).
type Date struct{ Year, Month, Day int }

// Valid reports whether the date exists: 2017-02-29 does not.
func (d Date) Valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= DaysIn(d.Year, d.Month)
}

// On returns the Day of a date. Months beyond 12 or below 1 run on into the next or former years, and so do days.
func On(year, month, day int) Day {
	month--
	year += floorDiv(month, 12)
	month = floorMod(month, 12) + 1
	// Days from civil, after Hinnant: years begin in March so that the leap day comes last.
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*floorMod(month+9, 12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day(era*146097 + dayOfEra - 719468)
}

// Date returns the year, month and day of the month.
func (d Day) Date() Date {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	date := Date{yearOfEra + era*400, floorMod(shifted+2, 12) + 1, dayOfYear - (153*shifted+2)/5 + 1}
	if date.Month <= 2 {
		date.Year++
	}
	return date
}

// Weekday returns the day of the week.
func (d Day) Weekday() Weekday { return Weekday(floorMod(int(d)+3, 7) + 1) }

// OnOrBefore returns the last such weekday up to and including d.
func (d Day) OnOrBefore(w Weekday) Day { return d - Day(floorMod(int(d.Weekday()-w), 7)) }

// OnOrAfter returns the first such weekday from d on.
func (d Day) OnOrAfter(w Weekday) Day { return d + Day(floorMod(int(w-d.Weekday()), 7)) }

// AddMonths moves by whole months and keeps within the month arrived at: a month after January 31 is February 28.
func (d Day) AddMonths(n int) Day {
	date := d.Date()
	first := On(date.Year, date.Month+n, 1).Date()
	return On(first.Year, first.Month, min(date.Day, DaysIn(first.Year, first.Month)))
}

// DaysIn returns the number of days of a month, and 0 when there is no such month.
func DaysIn(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 0
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
