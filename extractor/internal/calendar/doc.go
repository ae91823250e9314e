// Package calendar is the proleptic Gregorian calendar in whole days: dates, weekdays, ISO 8601 weeks, Easter and
// the rules of movable feasts. Everything is an integer and nothing allocates; the zone of a day is the caller's
// business.
package calendar
