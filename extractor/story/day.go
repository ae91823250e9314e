package story

import "time"

// dayOf returns the day that a TIMEX3 date or an ISO 8601 moment falls on, in days since 1970-01-01, and unknownDay
// for anything coarser.
func dayOf(value string) int32 {
	if len(value) < len(time.DateOnly) {
		return unknownDay
	}
	t, err := time.Parse(time.DateOnly, value[:len(time.DateOnly)])
	if err != nil {
		return unknownDay
	}
	return int32(t.Unix() / 86400)
}
