package story

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// dateMark begins a term that is no word but a part of a date: “@w5” a Friday, “@12-09” the ninth of December, “@12” a
// December, “@2008” a year. Few articles say of a day more than one of them.
const dateMark = '@'

// dates returns the parts of the dates that an article names, that of its publication included.
func dates(d *extractor.Document) []Term {
	counts := map[string]int32{}
	count := func(value string) {
		for _, p := range dateParts(value) {
			counts[p]++
		}
	}
	count(d.PublishTime.Value)
	for i := range d.Times {
		count(d.Times[i].Value)
	}
	return sortedTerms(counts)
}

// dateParts takes a TIMEX3 value apart.
func dateParts(value string) []string {
	value, _, _ = strings.Cut(value, "T")
	year, rest, _ := strings.Cut(value, "-")
	var out []string
	if len(year) == 4 && isNumber(year) {
		out = append(out, string(dateMark)+year)
	}
	if day, err := time.Parse(time.DateOnly, value); err == nil {
		out = append(out, weekday(int(day.Weekday()+6)%7+1))
	}
	month, day, _ := strings.Cut(rest, "-")
	switch {
	case strings.HasPrefix(month, "W"):
		if len(day) == 1 && isNumber(day) {
			out = append(out, string(dateMark)+"w"+day)
		}
	case len(month) == 2 && isNumber(month):
		out = append(out, string(dateMark)+month)
		if len(day) == 2 && isNumber(day) {
			out = append(out, string(dateMark)+month+"-"+day)
		}
	}
	return out
}

func weekday(n int) string { return fmt.Sprintf("%cw%d", dateMark, n) }

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }

// dateWeight tells how much it says that two articles name one part of a date.
func dateWeight(part string) float32 {
	switch len(part) {
	case len("@12-09"):
		return 6
	case len("@2008"):
		return 3
	}
	return 2
}
