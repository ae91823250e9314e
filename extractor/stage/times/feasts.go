package times

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// feasts are the days of feasts.tsv; slotFeast indexes them.
type feasts struct{ feasts []feast }

// feast is a day of the year: fixed, counted from Easter, or the nth weekday of a month and days on from there.
type feast struct {
	month, day   int
	easter       bool
	offset       int
	weekday, nth int
}

// on returns the feast's day in a year.
func (f feast) on(year int) calendar.Day {
	switch {
	case f.easter:
		return calendar.Easter(year) + calendar.Day(f.offset)
	case f.weekday > 0:
		return calendar.NthWeekday(year, f.month, calendar.Weekday(f.weekday), f.nth) + calendar.Day(f.offset)
	}
	return calendar.On(year, f.month, f.day)
}

// readFeasts makes a piece <feast> with a match line for each name.
func (g *grammar) readFeasts() error {
	text, err := ruleFiles.ReadFile("rules/feasts.tsv")
	if err != nil {
		return err
	}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		when, names, ok := strings.Cut(line, "\t")
		f, err := parseFeast(when)
		if err != nil || !ok {
			return fmt.Errorf("feasts.tsv:%d: %q: %w", n+1, when, err)
		}
		r, err := g.newRule([]string{"piece", "feast-" + when, ":", "feast"})
		if err != nil {
			return err
		}
		r.op = opFeast
		r.defaults = []assignment{{slotFeast, int32(len(g.feasts.feasts))}}
		g.feasts.feasts = append(g.feasts.feasts, f)
		for _, name := range strings.Split(names, "; ") {
			if err := g.compile(r, feastWords(name)); err != nil {
				return fmt.Errorf("feasts.tsv:%d: %w", n+1, err)
			}
		}
	}
	return nil
}

// feastWords writes a name as the elements of a match line: “New Year's Day” is New Year ~' ~s Day.
func feastWords(name string) []string {
	name = strings.NewReplacer("'s", " ~' ~s", "s'", "s ~'", "St.", "St .", "Jr.", "Jr .").Replace(name)
	return strings.Fields(name)
}

func parseFeast(when string) (feast, error) {
	if days, ok := strings.CutPrefix(when, "easter"); ok {
		offset, err := strconv.Atoi(days)
		return feast{easter: true, offset: offset}, err
	}
	var f feast
	if strings.Contains(when, "/") {
		rule, plus, _ := strings.Cut(when, "+")
		if _, err := fmt.Sscanf(rule, "%d/%d/%d", &f.month, &f.weekday, &f.nth); err != nil {
			return f, err
		}
		if plus != "" {
			offset, err := strconv.Atoi(plus)
			f.offset = offset
			return f, err
		}
		return f, nil
	}
	_, err := fmt.Sscanf(when, "%d-%d", &f.month, &f.day)
	return f, err
}
