package story

import (
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// stretch is an interval of time in seconds since 1970-01-01 UTC; known is false for the unknown.
type stretch struct {
	begin, end int64
	known      bool
}

// stretchOf reads an interval; an open end is a day after the begin.
func stretchOf(v extractor.Interval) stretch {
	b, ok := instant(v.Begin)
	if !ok {
		return stretch{}
	}
	e, ok := instant(v.End)
	if !ok || e < b {
		e = b + 86400
	}
	return stretch{b, e, true}
}

// instant reads a day or a moment of ISO 8601; T24:00 is the midnight that ends the day.
func instant(s string) (int64, bool) {
	const day = len(time.DateOnly)
	if len(s) < day {
		return 0, false
	}
	if len(s) == day {
		t, err := time.Parse(time.DateOnly, s)
		return t.Unix(), err == nil
	}
	s = strings.Replace(s, "T24:00", "T23:59:60", 1)
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04Z07:00", time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Unix(), true
		}
	}
	if day, ok := strings.CutSuffix(s, "T23:59:60"); ok {
		if t, err := time.Parse(time.DateOnly, day); err == nil {
			return t.Unix() + 86400, true
		}
	}
	return 0, false
}

// gap returns the days between two stretches, 0 when they touch or overlap.
func (s stretch) gap(o stretch) float64 {
	switch {
	case s.end < o.begin:
		return float64(o.begin-s.end) / 86400
	case o.end < s.begin:
		return float64(s.begin-o.end) / 86400
	}
	return 0
}

// within reports whether s lies in o, the ends included.
func (s stretch) within(o stretch) bool { return o.begin <= s.begin && s.end <= o.end }

func (s stretch) length() int64 { return s.end - s.begin }
