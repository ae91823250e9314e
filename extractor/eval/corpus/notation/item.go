package notation

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// place is one found item: a span with the flags written behind it (^P, ^gov …).
type place struct {
	span  corpus.Span
	line  int // 1-based line of the article
	flags []string
}

var (
	itemLines = regexp.MustCompile(`^(\d+(?:[,-]\d+)*):(.*)$`)
	itemFlags = regexp.MustCompile(`^(.*?)(~(?:\d+|\*))?((?:\^[A-Za-z]+)*)$`)
)

// items places a list such as "1:Alar Kask; 3,5:Kask; he~2^N". An item without
// line numbers is on the lines of the item before it. "3,5:" means the string
// stands on each of these lines; "3-5:" that it lies within this range, which
// is for strings that run over a line's end. taken are spans that an ambiguous
// string does not mean (earlier mentions of the same entity).
func (c *compiler) items(list string, taken []corpus.Span) []place {
	var out []place
	lines := ""
	for _, item := range strings.Split(list, ";") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		if m := itemLines.FindStringSubmatch(item); m != nil {
			lines, item = m[1], strings.TrimSpace(m[2])
		}
		if lines == "" {
			c.errorf("no line number: %q", item)
			continue
		}
		for _, at := range strings.Split(lines, ",") {
			for _, p := range c.item(at, item, taken) {
				out = append(out, p)
				taken = append(taken, p.span)
			}
		}
	}
	return out
}

func (c *compiler) item(at, item string, taken []corpus.Span) []place {
	in, line, err := c.lineRange(at)
	if err != nil {
		c.errorf("%v in %q", err, item)
		return nil
	}
	m := itemFlags.FindStringSubmatch(item)
	want, nth := strings.TrimSpace(m[1]), m[2]
	found := find(c.article.Content, in, want)
	flags := strings.FieldsFunc(m[3], func(r rune) bool { return r == '^' })
	var chosen []corpus.Span
	switch n, _ := strconv.Atoi(strings.TrimPrefix(nth, "~")); {
	case len(found) == 0:
		c.errorf("line %s has no %q", at, want)
	case nth == "~*":
		chosen = found
	case n > len(found):
		c.errorf("line %s has %q only %d times", at, want, len(found))
	case n > 0:
		chosen = found[n-1 : n]
	default:
		chosen = untaken(found, taken)
		if len(chosen) > 1 {
			c.errorf("line %s has %q %d times: add ~1, ~2 … or ~*", at, want, len(found))
			chosen = nil
		} else if len(chosen) == 0 {
			c.errorf("line %s: %q is already part of another mention of this entity", at, want)
		}
	}
	var out []place
	for _, s := range chosen {
		out = append(out, place{s, line, flags})
	}
	return out
}

func untaken(found, taken []corpus.Span) []corpus.Span {
	var out []corpus.Span
	for _, s := range found {
		free := true
		for _, t := range taken {
			free = free && (s.End <= t.Begin || t.End <= s.Begin)
		}
		if free {
			out = append(out, s)
		}
	}
	return out
}

func (c *compiler) lineRange(at string) (corpus.Span, int, error) {
	from, to, isRange := strings.Cut(at, "-")
	if !isRange {
		to = from
	}
	a, _ := strconv.Atoi(from)
	b, _ := strconv.Atoi(to)
	if a < 1 || b > len(c.lines) || b < a {
		return corpus.Span{}, 0, fmt.Errorf("no line %s", at)
	}
	return corpus.Span{Begin: c.lines[a-1].Begin, End: c.lines[b-1].End}, a, nil
}
