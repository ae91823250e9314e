package notation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// mergeTimes joins a clock time and its day where the text puts them side by
// side ("5 p.m. on Friday", "Friday at 5 p.m."): TIDES and TimeML count them as
// one expression, readers write either.
func (c *compiler) mergeTimes() {
	renamed := map[string]string{}
	var out []corpus.Time
	for _, t := range c.out.Times {
		if n := len(out); n > 0 && c.sideBySide(&out[n-1], &t) {
			last := &out[n-1]
			last.Span.End = t.Span.End
			renamed[t.ID] = last.ID
			if t.Type == "TIME" {
				last.Type, last.Value = t.Type, t.Value
			}
			if last.Mod == "" {
				last.Mod = t.Mod
			}
			continue
		}
		out = append(out, t)
	}
	c.out.Times = out
	for i := range c.out.Events {
		for j, arg := range c.out.Events[i].Args {
			if id, ok := renamed[arg.Target]; ok {
				c.out.Events[i].Args[j].Target = id
			}
		}
	}
}

func (c *compiler) sideBySide(a, b *corpus.Time) bool {
	if a.Span.End > b.Span.Begin || a.Type == b.Type {
		return false
	}
	switch plainText(c.text(corpus.Span{Begin: a.Span.End, End: b.Span.Begin})) {
	case " ", ", ", " on ", " at ", " on the ", " in the ", " of ":
	default:
		return false
	}
	clock, day := a, b
	if a.Type == "DATE" {
		clock, day = b, a
	}
	date, _, isTime := strings.Cut(clock.Value, "T")
	return isTime && clock.Type == "TIME" && day.Type == "DATE" && date == day.Value
}

// trimQuote drops marks, blanks and the final full stop or comma from the ends
// of a quote: whether they are typed is no matter of reading.
func (c *compiler) trimQuote(s corpus.Span) corpus.Span {
	for s.Begin < s.End {
		r, n := utf8.DecodeRuneInString(c.article.Content[s.Begin:s.End])
		if plain(r) != '"' && !unicode.IsSpace(r) {
			break
		}
		s.Begin += n
	}
	for s.Begin < s.End {
		r, n := utf8.DecodeLastRuneInString(c.article.Content[s.Begin:s.End])
		if plain(r) != '"' && !unicode.IsSpace(r) && r != ',' && !(r == '.' && !c.abbreviated(s.End-1)) {
			break
		}
		s.End -= n
	}
	return s
}

// abbreviated reports that the full stop at the offset ends "U.S." or "p.m.".
func (c *compiler) abbreviated(stop int) bool {
	text := c.article.Content[:stop]
	return len(text) > 1 && (text[len(text)-2] == '.' || text[len(text)-2] == ' ' && unicode.IsUpper(rune(text[len(text)-1])))
}
