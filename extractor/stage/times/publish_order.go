package times

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// settleOrder decides whether 10/05/2017 is read with the month first: by a date of the article that has only one
// reading, by the weekdays named around the date, by the country of the outlet; else, with a warning, as the article writes the
// dates in which it names the month, without any the day first, as in most of the world.
func (p *publisher) settleOrder() {
	votes, ambiguous := 0, -1
	for i := range p.frames {
		f := &p.frames[i]
		if f.op != opNumeric {
			continue
		}
		a, b := f.get(slotA), f.get(slotB)
		switch {
		case a > 12 && b <= 12:
			votes -= 4
		case b > 12 && a <= 12:
			votes += 4
		case a != b && ambiguous < 0:
			ambiguous = i
		}
	}
	if ambiguous < 0 {
		p.setOrder(votes > 0)
		return
	}
	if votes == 0 {
		votes = p.weekdayVotes(&p.frames[ambiguous])
	}
	if votes == 0 {
		votes = p.outletVote()
	}
	if votes != 0 {
		p.setOrder(votes > 0)
		return
	}
	first := "day"
	if p.styleVotes() > 0 {
		first = "month"
	}
	p.setOrder(first == "month")
	var span extractor.SourceSpan
	if s, ok := p.d.Offsets.Hull(p.spanOf(&p.frames[ambiguous])); ok {
		span = s
	}
	p.d.Warn("AMBIGUOUS_DATE", "day and month of "+p.d.TextOf(p.spanOf(&p.frames[ambiguous]))+" could be the other way round; read with the "+first+" first", span)
}

// styleVotes counts the dates that the article writes with the month's name in front, less those with the day there.
func (p *publisher) styleVotes() int {
	votes := 0
	for i := range p.frames {
		f := &p.frames[i]
		if f.op != opDate || !f.is(slotMonth) || !f.is(slotDay) {
			continue
		}
		for k := f.begin; k < f.end; k++ {
			if a := &p.atoms[k]; a.kind == atomNumber && a.num <= 31 {
				votes--
				break
			} else if a.mask&p.r.g.lex.mask("month") != 0 {
				votes++
				break
			}
		}
	}
	return votes
}

func (p *publisher) setOrder(monthFirst bool) {
	p.monthFirst, p.r.months = monthFirst, monthFirst
}

// weekdayVotes compares both readings by the weekdays that the article names and the dates around.
func (p *publisher) weekdayVotes(f *frame) int {
	year := yearOf(f, calendar.On(2020, 1, 1))
	a, b := f.get(slotA), f.get(slotB)
	if p.r.known {
		year = yearOf(f, p.r.pub)
	}
	dayFirst, monthFirst := calendar.On(year, b, a), calendar.On(year, a, b)
	if p.r.known {
		// Beside a known day of publication the nearer reading is right when the other lies far off.
		near, far := distance(dayFirst, p.r.pub), distance(monthFirst, p.r.pub)
		switch {
		case near <= 7 && far > 25:
			return -1
		case far <= 7 && near > 25:
			return 1
		}
	}
	var scoreDay, scoreMonth float64
	for i := range p.frames {
		if p.frames[i].op == opNumeric {
			continue
		}
		if c, ok := p.clue(&p.frames[i]); ok {
			scoreDay += c.score(dayFirst)
			scoreMonth += c.score(monthFirst)
		}
	}
	switch {
	case scoreDay > scoreMonth+0.3:
		return -1
	case scoreMonth > scoreDay+0.3:
		return 1
	}
	return 0
}

func distance(a, b calendar.Day) calendar.Day {
	if a < b {
		return b - a
	}
	return a - b
}

// outletVote: the American press writes the month first, that of other countries the day.
func (p *publisher) outletVote() int {
	if p.d.Article == nil {
		return 0
	}
	uri := strings.ToLower(p.d.Article.Source.URI)
	host := uri
	if _, rest, ok := strings.Cut(uri, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	for _, ending := range [...]string{".us", ".gov", ".mil"} {
		if strings.HasSuffix(host, ending) {
			return 1
		}
	}
	for _, ending := range [...]string{".uk", ".ie", ".au", ".nz", ".in", ".za", ".pk", ".ng", ".ke", ".fr", ".de", ".it", ".es", ".ru", ".ir", ".tr", ".eu", ".sg", ".my", ".hk"} {
		if strings.HasSuffix(host, ending) {
			return -1
		}
	}
	if strings.HasPrefix(strings.ToUpper(p.d.Article.LanguageCode), "EN-") {
		if strings.HasSuffix(strings.ToUpper(p.d.Article.LanguageCode), "-US") {
			return 1
		}
		return -1
	}
	return 0
}
