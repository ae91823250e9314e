package times

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// clue is what one expression says of the day of publication.
type clue struct {
	kind             clueKind
	year, month, day int
	dow              calendar.Weekday
	dir              direction
	weight           float64
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

// lastYear bounds the years that a weekday beside a day of the month can choose from when nothing else does.
const firstYear, lastYear = 1985, 2027

// infer weighs every day that the article's own dates make possible and takes the best. A past date lies shortly
// before the publication and a future one shortly after; a weekday beside a day of the month fixes the year; the
// weekday of publication itself is the one most often named in the news; who is in office bounds the year.
func (p *publisher) infer() (calendar.Day, bool) {
	clues := p.clues()
	anyDay := slices.ContainsFunc(clues, func(c clue) bool { return c.kind == clueDate || c.kind == clueDay })
	if !anyDay {
		return 0, false
	}
	offices := p.officeEvidence()
	best, bestScore, found := calendar.Day(0), 0.0, false
	for _, d := range candidates(clues, len(offices) > 0) {
		score := p.heldBy(offices, d)
		for i := range clues {
			score += clues[i].score(d)
		}
		if !found || score > bestScore {
			best, bestScore, found = d, score, true
		}
	}
	return best, found && bestScore >= leastScore
}

// leastScore: a lone date without any support is no evidence of when its article was written.
const leastScore = 2.5

// clues reads the matches.
func (p *publisher) clues() []clue {
	var clues []clue
	for i := range p.frames {
		f := &p.frames[i]
		if len(clues) == maxClues {
			break
		}
		if c, ok := p.clue(f); ok {
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
	c.dir = p.r.tense.of(f)
	return c
}

// candidates are the days up to two weeks around each date, in each year that is possible.
func candidates(clues []clue, dated bool) []calendar.Day {
	years := possibleYears(clues, dated)
	var days []calendar.Day
	around := func(d calendar.Day) {
		for delta := calendar.Day(-9); delta <= 14; delta++ {
			days = append(days, d+delta)
		}
	}
	for _, c := range clues {
		switch c.kind {
		case clueDate:
			around(calendar.On(c.year, c.month, c.day))
		case clueDay:
			for _, y := range years {
				around(calendar.On(y, c.month, c.day))
			}
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// possibleYears are the years that are named and those beside them; without any, all that the news knows.
func possibleYears(clues []clue, dated bool) []int {
	var years []int
	for _, c := range clues {
		if c.year > 0 && c.dir != dirFuture {
			years = append(years, c.year, c.year+1)
		} else if c.year > 0 {
			years = append(years, c.year, c.year-1)
		}
	}
	weekdays := slices.ContainsFunc(clues, func(c clue) bool { return c.kind == clueDay && c.dow > 0 })
	if len(years) == 0 && (weekdays || dated) {
		for y := firstYear; y <= lastYear; y++ {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// score says how well a day of publication fits the clue.
func (c *clue) score(d calendar.Day) float64 {
	switch c.kind {
	case clueDate:
		at := calendar.On(c.year, c.month, c.day)
		return nearness(d, at, c.dir) + sameWeekday(c, d, at)
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
			return 4 + nearness(d, at, c.dir) + sameWeekday(c, d, at)
		}
		switch c.dir {
		case dirPast:
			return nearness(d, before, c.dir)
		case dirFuture:
			return nearness(d, after, c.dir)
		}
		return max(nearness(d, before, c.dir), nearness(d, after, c.dir))
	case clueWeekday:
		return c.weight * weekdayScore(c, d)
	}
	return yearScore(c, d)
}

// sameWeekday: a date with its weekday, on the day itself, is how the news dates itself.
func sameWeekday(c *clue, d, at calendar.Day) float64 {
	if c.dow > 0 && d == at {
		return 1
	}
	return 0
}

// nearness falls with the days between; the wrong side of the tense counts against a day.
func nearness(d, at calendar.Day, dir direction) float64 {
	lag := d - at
	if dir == dirFuture {
		lag = -lag
	}
	if lag < 0 {
		if dir == dirPast || dir == dirFuture {
			return -4
		}
		lag = -lag
	}
	switch {
	case lag <= 2:
		return 3
	case lag <= 7:
		return 2.6
	case lag <= 31:
		return 1.6
	case lag <= 100:
		return 0.6
	case lag <= 400:
		return 0.2
	}
	return 0
}

// weekdayScore: the day of publication is the weekday most often named; then the one before, or ahead.
func weekdayScore(c *clue, d calendar.Day) float64 {
	if d.Weekday() == c.dow {
		return 1
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
		return -1
	case ago == 0:
		return 0.4
	case ago == 1:
		return 0.2
	}
	return 0
}

// inferred is the PublishTime of the best day.
func (p *publisher) inferred() extractor.PublishTime {
	if d, ok := p.infer(); ok {
		return extractor.PublishTime{Value: dayString(d), Provenance: extractor.ProvenanceInferred}
	}
	return extractor.PublishTime{Provenance: extractor.ProvenanceUnknown}
}
