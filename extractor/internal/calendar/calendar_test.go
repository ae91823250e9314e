package calendar

import (
	"testing"
	"time"
)

// TestAgainstTime holds four hundred years and more, a whole cycle of the calendar, against package time.
func TestAgainstTime(t *testing.T) {
	for d := On(1790, 1, 1); d < On(2210, 1, 1); d++ {
		at := time.Unix(int64(d)*86400, 0).UTC()
		date := d.Date()
		if date != (Date{at.Year(), int(at.Month()), at.Day()}) || On(date.Year, date.Month, date.Day) != d || !date.Valid() {
			t.Fatalf("day %d is %v, want %v", d, date, at)
		}
		if w := at.Weekday(); int(d.Weekday())%7 != int(w) {
			t.Fatalf("%v is weekday %d, want %v", date, d.Weekday(), w)
		}
		wantYear, wantWeek := at.ISOWeek()
		if y, w := d.Week(); y != wantYear || w != wantWeek {
			t.Fatalf("%v lies in %d-W%d, want %d-W%d", date, y, w, wantYear, wantWeek)
		}
		if WeekStart(wantYear, wantWeek) != d.OnOrBefore(Monday) {
			t.Fatalf("%v: wrong start of week", date)
		}
	}
}

func TestFeasts(t *testing.T) {
	for _, c := range []struct {
		name string
		got  Day
		want Date
	}{
		{"Easter 2017", Easter(2017), Date{2017, 4, 16}},
		{"Easter 2000", Easter(2000), Date{2000, 4, 23}},
		{"Easter 2019", Easter(2019), Date{2019, 4, 21}},
		{"Thanksgiving 1999", NthWeekday(1999, 11, Thursday, 4), Date{1999, 11, 25}},
		{"Memorial Day 2017", NthWeekday(2017, 5, Monday, -1), Date{2017, 5, 29}},
		{"a month after January 31", On(2017, 1, 31).AddMonths(1), Date{2017, 2, 28}},
		{"two months before January 15", On(2000, 1, 15).AddMonths(-2), Date{1999, 11, 15}},
		{"month 14", On(2016, 14, 1), Date{2017, 2, 1}},
	} {
		if c.got.Date() != c.want {
			t.Errorf("%s is %v, want %v", c.name, c.got.Date(), c.want)
		}
	}
}

func TestValid(t *testing.T) {
	for _, d := range []Date{{2017, 2, 29}, {2017, 13, 1}, {2017, 0, 1}, {1900, 2, 29}, {2017, 4, 31}, {2017, 1, 0}} {
		if d.Valid() {
			t.Errorf("%v is valid", d)
		}
	}
	if !(Date{2016, 2, 29}).Valid() {
		t.Error("2016-02-29 is refused")
	}
}
