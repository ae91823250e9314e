package notation

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// timex is the form of the TIMEX3 values in use; "?" writes an unknown value.
var timex = regexp.MustCompile(`^(?:(?:PAST|PRESENT|FUTURE)_REF|\?|` +
	`P(?:[\dX.]+[YMWD]|[\dX]+(?:DE|CE)|[\dX.]+Q|)(?:[\dX.]+[MD])?(?:T(?:[\dX.]+[HMS])+)?|PT(?:[\dX.]+[HMS])+|` +
	`(?:BC)?[\dX]{2,4}(?:-(?:[\dX]{2}|W[\dX]{2}|Q[\dX]|H\d|SP|SU|FA|WI))?(?:-(?:[\dX]{2}|[\dX]|WE))?` +
	`(?:T(?:MO|MI|AF|EV|NI|DT|[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?)(?:Z|[+-]\d\d:?\d\d)?)?)$`)

// time compiles "ID VALUE [type=SET] [mod=APPROX] items". Several items make
// several expressions, ids ID, ID_2, …
func (c *compiler) time(rest string) {
	id, rest, _ := strings.Cut(rest, " ")
	value, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if !timex.MatchString(value) {
		c.errorf("no TIMEX3 value: %q", value)
	}
	if value == "?" {
		value = ""
	}
	t := corpus.Time{Type: timeType(value), Value: value}
	rest = strings.TrimSpace(rest)
	for {
		word, after, _ := strings.Cut(rest, " ")
		if typ, ok := strings.CutPrefix(word, "type="); ok {
			t.Type = typ
			c.label("time", typ)
		} else if mod, ok := strings.CutPrefix(word, "mod="); ok {
			t.Mod = mod
			c.label("mod", mod)
		} else {
			break
		}
		rest = strings.TrimSpace(after)
	}
	places := c.items(rest, nil)
	slices.SortFunc(places, func(a, b place) int { return a.span.Begin - b.span.Begin })
	for i, p := range places {
		t.ID, t.Span = id, p.span
		if i > 0 {
			t.ID = fmt.Sprintf("%s_%d", id, i+1)
		}
		c.out.Times = append(c.out.Times, t)
	}
}

func timeType(value string) string {
	switch {
	case strings.HasPrefix(value, "P") && !strings.HasSuffix(value, "_REF"):
		return "DURATION"
	case strings.Contains(value, "T"):
		if strings.HasSuffix(value, "_REF") {
			return "DATE"
		}
		return "TIME"
	}
	return "DATE"
}

func (c *compiler) label(kind, label string) {
	if !c.labels.has(kind, label) {
		c.errorf("unknown %s %q", kind, label)
	}
}

// timeValue is the value of a declared time; ok is false where only the
// publication day without a line of its own is meant.
func (c *compiler) timeValue(id string) (value string, ok bool) {
	for _, t := range c.out.Times {
		if t.ID == id {
			return t.Value, true
		}
	}
	return c.out.PublishDate, false
}
