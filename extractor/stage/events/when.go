package events

import (
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// timeOf returns the first time among the arguments, or one that says the same more exactly; -1 for none.
func (a *analysis) timeOf(args []extractor.Argument) int32 {
	best := int32(-1)
	for i := range args {
		t := args[i].Time
		if t < 0 || !isDated(a.Times[t].Value) {
			continue
		}
		if best < 0 || refines(&a.Times[t], &a.Times[best]) {
			best = t
		}
	}
	return best
}

// isDated reports whether a TIMEX3 value is a place on the calendar, not a reference or a period.
func isDated(value string) bool {
	return len(value) >= 4 && value[0] >= '0' && value[0] <= '9'
}

// disagree reports whether two times cannot be the same.
func disagree(a, b *extractor.TimeExpression) bool {
	if a.Value == b.Value || !isDated(a.Value) || !isDated(b.Value) {
		return false
	}
	if a.Interval.Begin == "" || a.Interval.End == "" || b.Interval.Begin == "" || b.Interval.End == "" {
		n := min(len(a.Value), len(b.Value), 10)
		return a.Value[:n] != b.Value[:n]
	}
	return day(a.Interval.End) <= day(b.Interval.Begin) && a.Interval.End <= b.Interval.Begin ||
		day(b.Interval.End) <= day(a.Interval.Begin) && b.Interval.End <= a.Interval.Begin
}

func day(s string) string {
	if len(s) > 10 {
		return s[:10]
	}
	return s
}

// afterPublication reports whether a time begins after the day of publication; before, whether it ends before it.
func (a *analysis) afterPublication(t *extractor.TimeExpression) bool {
	return a.publish != "" && isDated(t.Value) && t.Interval.Begin != "" && day(t.Interval.Begin) > a.publish
}

func (a *analysis) beforePublication(t *extractor.TimeExpression) bool {
	if a.publish == "" || !isDated(t.Value) || t.Interval.End == "" {
		return false
	}
	// Ends are exclusive: a day ends as the next begins, an hour of the day of publication may be still to come.
	return day(t.Interval.End) < a.publish || len(t.Interval.End) == len("2006-01-02") && t.Interval.End <= a.publish
}

// applyDates lets the event's own date against the publication day decide what the words leave open.
func (a *analysis) applyDates(c *candidate, args []extractor.Argument) {
	t := a.timeOf(args)
	if t < 0 {
		return
	}
	j, when := &c.status, &a.Times[t]
	switch {
	case j.status == extractor.StatusActual && (!j.past || c.partner >= 0 && appoints[a.lemma(c.head)]) && a.afterPublication(when),
		j.status == extractor.StatusOngoing && a.afterPublication(when),
		j.status == extractor.StatusPossible && a.isExpected(c.head) && a.afterPublication(when):
		j.status, j.signs = extractor.StatusPlanned, j.signs|planned
		j.future = true
	case j.status == extractor.StatusPlanned && a.beforePublication(when) && a.Tags[c.head].UPOS == extractor.NOUN:
		j.status, j.signs = extractor.StatusActual, actual
	}
}

// appoints lists verbs that set a date for the event that is their noun: “called an election for June”.
var appoints = map[string]bool{"call": true, "schedule": true, "announce": true, "set": true, "plan": true, "order": true}

// isExpected reports whether a verb is what somebody is expected to do: on a day that is named, it is planned.
func (a *analysis) isExpected(v int32) bool {
	h := a.head(v)
	return h >= 0 && a.rel(v) == extractor.RelXcomp && a.lemma(h) == "expect"
}

// daysBetween returns how many days lie from one ISO day to a later one; a great number where either is none.
func daysBetween(from, to string) int {
	x, ok := dayOf(from)
	y, also := dayOf(to)
	if !ok || !also {
		return 1 << 20
	}
	return int(y - x)
}

// dayOf reads an ISO day.
func dayOf(s string) (calendar.Day, bool) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	var parts [3]int
	for k, part := range [3]string{s[:4], s[5:7], s[8:]} {
		for i := range len(part) {
			if part[i] < '0' || part[i] > '9' {
				return 0, false
			}
			parts[k] = 10*parts[k] + int(part[i]-'0')
		}
	}
	d := calendar.Date{Year: parts[0], Month: parts[1], Day: parts[2]}
	return calendar.On(d.Year, d.Month, d.Day), d.Valid()
}
