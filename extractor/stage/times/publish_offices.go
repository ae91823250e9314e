package times

import (
	"fmt"
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// offices are the terms of offices.tsv. The list “officeholder” of the lexicon gives a name's first entry.
type offices struct{ terms []term }

// term is one stretch in office: what title must stand beside the name, first day, last day.
type term struct {
	name, title int32 // words of the lexicon
	from, to    calendar.Day
}

// endless is the last day of who is still in office.
const endless = calendar.Day(1 << 20)

func (g *grammar) readOffices() error {
	text, err := ruleFiles.ReadFile("rules/offices.tsv")
	if err != nil {
		return err
	}
	bit := len(g.lex.lists)
	g.lex.lists["officeholder"] = bit
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			return fmt.Errorf("offices.tsv:%d: want 4 fields", n+1)
		}
		from, ok := dayOf(fields[2])
		to := endless
		if fields[3] != "" {
			var ended bool
			to, ended = dayOf(fields[3])
			ok = ok && ended
		}
		if !ok {
			return fmt.Errorf("offices.tsv:%d: no date", n+1)
		}
		g.lex.addWord(fields[0], bit, int32(len(g.offices.terms)), false)
		g.offices.terms = append(g.offices.terms, term{g.lex.intern(fields[0]), g.lex.plain(fields[1]), from, to})
	}
	return nil
}

// dayOf reads 2006-01-02.
func dayOf(s string) (calendar.Day, bool) {
	at, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, false
	}
	return calendar.On(at.Year(), int(at.Month()), at.Day()), true
}

// officeEvidence finds names in office: “President Merrow” but not “former President Merrow”. It returns the names,
// each once.
func (p *publisher) officeEvidence() []int32 {
	lex := p.r.g.lex
	list := lex.mask("officeholder")
	var names []int32
	for i := range p.atoms {
		if p.atoms[i].mask&list == 0 || !p.atoms[i].capital || len(names) == 8 {
			continue
		}
		if name := p.atoms[i].word; p.inOffice(i, name) && !contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func contains(words []int32, w int32) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// inOffice looks for the title in the four words before a name, and for what makes it a former one.
func (p *publisher) inOffice(i int, name int32) bool {
	titled := false
	for j := i - 1; j >= max(0, i-6) && p.atoms[j].kind == atomWord; j-- {
		switch w := lowerKey(p.d.Text[p.atoms[j].begin:p.atoms[j].end]); w {
		case "former", "ex", "then", "late", "vice", "candidate", "nominee":
			return false
		default:
			for _, t := range p.r.g.offices.terms {
				titled = titled || t.name == name && j >= i-4 && p.atoms[j].word == t.title
			}
		}
	}
	return titled
}

// heldBy scores a day by the officeholders: in office or not.
func (p *publisher) heldBy(names []int32, d calendar.Day) float64 {
	score := 0.0
	for _, name := range names {
		in := false
		for _, t := range p.r.g.offices.terms {
			in = in || t.name == name && d >= t.from && d <= t.to
		}
		if in {
			score += 2
		} else {
			score -= 2
		}
	}
	return score
}
