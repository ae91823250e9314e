package story

import (
	"cmp"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// limit is a moment that a query names. What has no offset from UTC counts as UTC.
type limit struct {
	at int64
	// before and after are the days around its own: what lies beyond them does so in every time zone.
	before, after string
}

// newLimit reads a day or a moment of ISO 8601, or the first of a month or a year; nil where there is none.
func newLimit(field, text string) (*limit, error) {
	if text == "" {
		return nil, nil
	}
	at, ok := instant(text)
	for _, layout := range []string{"2006-01", "2006"} {
		if t, err := time.Parse(layout, text); !ok && err == nil {
			at, ok = t.Unix(), true
		}
	}
	if !ok {
		return nil, &extractor.FieldError{Field: field, Reason: "INVALID_FIELD",
			Detail: "must be a day or a moment of ISO 8601, such as 2019-05-10 or 2019-05-10T14:30:00Z"}
	}
	day := func(days int) string { return time.Unix(at, 0).UTC().AddDate(0, 0, days).Format(time.DateOnly) }
	return &limit{at: at, before: day(-1), after: day(1)}, nil
}

// compare tells whether a day or a moment comes before the limit (-1), at it (0) or after it (1); one that cannot be read
// comes after. Most are told apart by their days, without reading them.
func (l *limit) compare(text string) int {
	if day := text[:min(len(text), len(time.DateOnly))]; day < l.before {
		return -1
	} else if day > l.after {
		return 1
	}
	at, ok := instant(text)
	if !ok {
		return 1
	}
	return cmp.Compare(at, l.at)
}
