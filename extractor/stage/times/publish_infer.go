package times

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// lastYear bounds the years that a weekday beside a day of the month can choose from when nothing else does.
const firstYear, lastYear = 1985, 2027

// infer weighs every day that the article's own dates make possible and takes the best. A past date lies shortly
// before the publication and a future one shortly after; a weekday beside a day of the month fixes the year; the
// weekday of publication itself is the one most often named in the news; who is in office bounds the year.
func (p *publisher) infer() (calendar.Day, bool) {
	clues := p.clues()
	if len(clues) == 0 {
		return 0, false
	}
	anyDay := slices.ContainsFunc(clues, func(c clue) bool { return c.kind == clueDate || c.kind == clueDay })
	if !anyDay {
		return 0, false
	}
	offices := p.officeEvidence()
	dated := slices.ContainsFunc(clues, func(c clue) bool { return c.year > 0 || c.kind == clueDay && c.dow > 0 })
	if !dated && len(offices) == 0 {
		return 0, false // nothing tells the year
	}
	var best, rival ranked // the best day, and the best of any other year
	for _, d := range candidates(clues) {
		score := p.heldBy(offices, d)
		last := lastDated(clues, d)
		for i := range clues {
			score += clues[i].score(d) + clues[i].order(d, last)
		}
		switch year := d.Date().Year; {
		case score > best.score:
			if year != best.year {
				rival = best
			}
			best = ranked{d, year, score}
		case year != best.year && score > rival.score:
			rival = ranked{d, year, score}
		}
	}
	return best.day, best.score >= leastScore && best.score-rival.score >= leastMargin
}

type ranked struct {
	day   calendar.Day
	year  int
	score float64
}

const (
	// leastScore: a lone date without any support is no evidence of when its article was written.
	leastScore = 3.5
	// leastMargin is by how much the best day must beat every day of another year: a wrong year is worse than none.
	leastMargin = 0.9
)

// candidates are the days up to two weeks around each date, in each year that is possible.
func candidates(clues []clue) []calendar.Day {
	years := possibleYears(clues)
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

// possibleYears are all from the last year that the article looks back on, or without one from the first that the
// news of today may be from.
func possibleYears(clues []clue) []int {
	first, last := 0, lastYear
	for _, c := range clues {
		if c.year > 0 && c.dir != dirFuture {
			first = max(first, c.year)
		} else if c.year > 0 {
			last = min(last, c.year)
		}
	}
	if first == 0 {
		first = firstYear
	}
	first, last = min(first, lastYear), max(last, first)
	var years []int
	for y := first; y <= last; y++ {
		years = append(years, y)
	}
	return years
}

// inferred is the PublishTime of the best day.
func (p *publisher) inferred() extractor.PublishTime {
	if d, ok := p.infer(); ok {
		return extractor.PublishTime{Value: dayString(d), Provenance: extractor.ProvenanceInferred}
	}
	return extractor.PublishTime{Provenance: extractor.ProvenanceUnknown}
}
