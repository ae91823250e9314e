package times

import (
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// clue is what one expression says of the day of publication.
type clue struct {
	kind             clueKind
	year, month, day int
	dow              calendar.Weekday
	dir              direction
	weight           float64
	lead             bool // the first of the article
}

type clueKind uint8

const (
	clueDate    clueKind = iota // a year, a month and a day
	clueMonth                   // a year and a month
	clueYear                    // a year
	clueDay                     // a month and a day
	clueWeekday                 // a day of the week
)

// maxClues bounds the work for long articles: what stands first says most.
const maxClues = 48

// lastDated is the last day on or before d that the article dates in full as past; 0 for none.
func lastDated(clues []clue, d calendar.Day) (last dated) {
	for i := range clues {
		c := &clues[i]
		if c.dir == dirFuture {
			continue
		}
		at := calendar.Day(0)
		switch {
		case c.kind == clueDate:
			at = calendar.On(c.year, c.month, c.day)
		case c.kind == clueDay && c.dow > 0:
			at = lastOn(d+1, c.month, c.day)
		}
		if at <= d && at > last.day {
			last = dated{at, c.dow > 0}
		}
	}
	return last
}

// dated is a day that the text gives in full, with its weekday or without.
type dated struct {
	day     calendar.Day
	weekday bool
}

// order: the news gives older days their dates and leaves those of this week bare, so that a bare weekday does not
// lie before a dated one of the same week.
func (c *clue) order(d calendar.Day, last dated) float64 {
	if c.kind == clueWeekday && c.dir != dirFuture && d-last.day < 7 {
		switch at := d.OnOrBefore(c.dow); {
		case at < last.day:
			return -1.5
		case at == last.day && at == d && !last.weekday:
			return -0.8 // who writes “on Wednesday” of the day itself does not also write its date
		}
	}
	return 0
}

// clues reads the matches.
func (p *publisher) clues() []clue {
	var clues []clue
	for i := range p.frames {
		f := &p.frames[i]
		if len(clues) == maxClues {
			break
		}
		if c, ok := p.clue(f); ok {
			c.lead = len(clues) == 0
			clues = append(clues, c)
		}
	}
	return merged(clues)
}

// merged counts a weekday that is named again as half as much more evidence.
func merged(clues []clue) []clue {
	out := clues[:0]
	for _, c := range clues {
		same := func(o clue) bool { return c.kind == clueWeekday && o.kind == c.kind && o.dow == c.dow }
		again := func(o clue) bool {
			return c.kind == o.kind && c.year == o.year && c.month == o.month && c.day == o.day && c.kind != clueWeekday
		}
		if slices.ContainsFunc(out, again) {
			continue
		}
		if i := slices.IndexFunc(out, same); i >= 0 {
			out[i].weight += 0.5
			if out[i].dir == dirNone || c.dir == dirFuture {
				out[i].dir = c.dir
			}
			continue
		}
		out = append(out, c)
	}
	return out
}

func (p *publisher) clue(f *frame) (clue, bool) {
	c := clue{year: f.get(slotYear), month: f.get(slotMonth), day: f.get(slotDay), dow: calendar.Weekday(f.get(slotDow)), weight: 1}
	if f.op == opNumeric && f.is(slotYear) {
		c.month, c.day = f.get(slotB), f.get(slotA)
		if p.monthFirst && c.day <= 12 || c.month > 12 {
			c.month, c.day = c.day, c.month
		}
		c.kind = clueDate
		return p.timed(c, f), calendar.Date{Year: c.year, Month: c.month, Day: c.day}.Valid()
	}
	if f.op != opDate || f.is(slotRel) || f.is(slotContext) || f.is(slotPick) || f.is(slotEvery) {
		return c, false
	}
	has := func(s slot) bool { return f.is(s) }
	if !has(slotYear) {
		c.year = 0
	}
	if !has(slotDow) {
		c.dow = 0
	}
	switch {
	case has(slotYear) && has(slotMonth) && has(slotDay):
		c.kind = clueDate
		return p.timed(c, f), calendar.Date{Year: c.year, Month: c.month, Day: c.day}.Valid()
	case has(slotYear) && has(slotMonth):
		c.kind = clueMonth
	case has(slotYear) && !has(slotYear2):
		c.kind = clueYear
	case has(slotMonth) && has(slotDay):
		c.kind = clueDay
		return p.timed(c, f), c.day <= calendar.DaysIn(2000, c.month)
	case has(slotDow) && !has(slotMonth) && !has(slotDay):
		c.kind = clueWeekday
	default:
		return c, false
	}
	return p.timed(c, f), c.year == 0 || c.year >= 1800
}

func (p *publisher) timed(c clue, f *frame) clue {
	if p.atoms[f.begin].begin > topBytes {
		c.weight = 0.6
	}
	c.dir = p.r.tense.of(f)
	if c.dir != dirPast && p.r.towards(f) || c.dir == dirPresent && c.kind == clueWeekday {
		c.dir = dirFuture
	}
	return c
}

// score says how well a day of publication fits the clue.
func (c *clue) score(d calendar.Day) float64 {
	switch c.kind {
	case clueDate:
		at := calendar.On(c.year, c.month, c.day)
		return c.weight*c.nearness(d, at) + sameWeekday(c, d, at) + yearScore(c, d)
	case clueDay:
		before, after := lastOn(d+1, c.month, c.day), nextOn(d-1, c.month, c.day)
		if c.dow > 0 {
			at := before
			if after-d < d-before {
				at = after
			}
			if at.Weekday() != c.dow {
				return -6
			}
			return 4 + c.nearness(d, at) + sameWeekday(c, d, at)
		}
		switch c.dir {
		case dirPast:
			return c.nearness(d, before)
		case dirFuture:
			return c.nearness(d, after)
		}
		return max(c.nearness(d, before), c.nearness(d, after))
	case clueWeekday:
		return c.weight * weekdayScore(c, d)
	}
	return yearScore(c, d)
}

// sameWeekday: a date with its weekday, on the day itself, is how the news dates itself.
func sameWeekday(c *clue, d, at calendar.Day) float64 {
	if c.dow > 0 && d == at && (c.dir == dirPast || c.dir == dirNone) {
		if c.lead {
			return 1.3
		}
		return 1
	}
	return 0
}

// nearness falls with the days between; the wrong side of the tense counts against a day.
func (c *clue) nearness(d, at calendar.Day) float64 {
	lag := d - at
	if c.dir == dirFuture {
		lag = -lag
	}
	if lag < 0 {
		if c.dir == dirPast || c.dir == dirFuture {
			return -4
		}
		lag = -lag
	}
	row := &lagScores[0]
	if c.dow > 0 {
		row = &lagScores[1]
	}
	for i, bound := range lagBounds {
		if lag <= bound {
			return row[i]
		}
	}
	return 0
}

// A day that is named with its weekday is at most about a week away; one without may be older.
var (
	lagBounds = [...]calendar.Day{2, 7, 31, 100, 400}
	lagScores = [2][len(lagBounds)]float64{{2.2, 2.1, 1.6, 0.7, 0.2}, {3, 2.6, 0.9, 0.2, 0}}
)

// weekdayScore: the day of publication is the weekday most often named; then the one before, or ahead.
func weekdayScore(c *clue, d calendar.Day) float64 {
	if d.Weekday() == c.dow {
		return 1.2
	}
	var days int
	if c.dir == dirFuture {
		days = int(d.OnOrAfter(c.dow) - d)
	} else {
		days = int(d - d.OnOrBefore(c.dow))
	}
	switch days {
	case 1:
		return 0.6
	case 2:
		return 0.4
	case 3:
		return 0.2
	}
	return 0
}

func yearScore(c *clue, d calendar.Day) float64 {
	date := d.Date()
	ago := date.Year - c.year
	if c.kind == clueMonth && ago == 0 && c.month > date.Month && c.dir == dirPast {
		return -1
	}
	switch {
	case ago < 0 && c.dir != dirFuture:
		return -2
	case ago == 0:
		return 0.3
	case ago == 1:
		return 0.4 // the news says the year of what lies in another
	case ago <= 3:
		return 0.1
	}
	return 0
}
