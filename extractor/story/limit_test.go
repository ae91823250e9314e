package story

import (
	"errors"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// Events are days and moments with and without an offset; so are filters. Their texts do not sort as their times do.
func TestQueryTimes(t *testing.T) {
	for _, c := range []struct {
		begin, end string // of the event
		from, to   string // of the query
		want       bool
	}{
		{"2019-05-10", "2019-05-11", "", "2019-05-10T00:00:00Z", false},
		{"2019-05-10", "2019-05-11", "", "2019-05-10T00:00:01Z", true},
		{"2019-05-10", "2019-05-11", "2019-05-10T12:00:00Z", "", true},
		{"2019-05-10", "2019-05-11", "2019-05-11T00:00:00Z", "", false},
		{"2019-05-10T23:00-05:00", "", "2019-05-11", "", true},
		{"2019-05-10T23:00-05:00", "", "", "2019-05-11", false},
		{"2019-05-10T01:00+09:00", "", "", "2019-05-10", true},
		{"2019-05-10T12:00Z", "2019-05-10T13:00Z", "2019-05-10T14:00:00+01:00", "", false},
		{"2019-05-10T12:00Z", "2019-05-10T13:00Z", "2019-05-10T13:30:00+01:00", "", true},
		{"2019-05-10T12:00", "", "", "2019-05-10T12:00Z", false},
		{"2019-05-10", "2019-05-11", "2019-05", "2019-06", true},
		{"2019-05-10", "2019-05-11", "2019", "2019-05", false},
		{"", "", "2019", "", false},
	} {
		q := Query{Begin: c.from, End: c.to}
		if err := q.read(); err != nil {
			t.Fatal(err)
		}
		if got := q.hasEvent(extractor.EventConsult, c.begin, c.end); got != c.want {
			t.Errorf("[%s, %s) in [%s, %s): %v", c.begin, c.end, c.from, c.to, got)
		}
	}
	for _, bad := range []string{"yesterday", "2019-13-45", "10/05/2019"} {
		var field *extractor.FieldError
		if err := (&Query{End: bad}).read(); !errors.As(err, &field) || field.Field != "end_time" {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
