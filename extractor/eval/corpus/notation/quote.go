package notation

import (
	"regexp"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

var lineNumbers = regexp.MustCompile(`^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$`)

// segment compiles "CAPTION 14", "FOOTER 20-22" or "CREDIT 14:words".
func (c *compiler) segment(rest string) {
	typ, where, _ := strings.Cut(rest, " ")
	c.label("segment", typ)
	where = strings.TrimSpace(where)
	if !lineNumbers.MatchString(where) {
		for _, p := range c.items(where, nil) {
			c.out.Segments = append(c.out.Segments, corpus.Segment{Type: typ, Span: p.span})
		}
		return
	}
	for _, at := range strings.Split(where, ",") {
		span, _, err := c.lineRange(at)
		if err != nil {
			c.errorf("%v", err)
			continue
		}
		c.out.Segments = append(c.out.Segments, corpus.Segment{Type: typ, Span: span})
	}
}

// quote compiles "DIRECT speaker cue | spans [| via=id] [| spk=item]"; speaker
// and cue may be "-".
func (c *compiler) quote(rest string) {
	fields := strings.Split(rest, "|")
	if len(fields) < 2 {
		c.errorf("a quote needs | and its spans")
		return
	}
	head := strings.Fields(fields[0])
	if len(head) < 3 {
		c.errorf("a quote needs a type, a speaker and a cue (or -)")
		return
	}
	q := corpus.Quote{Type: head[0]}
	c.label("quote", q.Type)
	if head[1] != "-" {
		for _, id := range c.ids(head[1], 'e') {
			q.Speaker = id
		}
	}
	if cue := strings.Join(head[2:], " "); cue != "-" {
		for _, p := range c.items(cue, nil) {
			q.Cue = &corpus.Span{Begin: p.span.Begin, End: p.span.End}
			q.SpeakerSpan = c.beside(q.Speaker, p)
			break
		}
	}
	for _, p := range c.items(fields[1], nil) {
		q.Spans = append(q.Spans, c.trimQuote(p.span))
	}
	for _, f := range fields[2:] {
		key, value, _ := strings.Cut(strings.TrimSpace(f), "=")
		switch key {
		case "via":
			for _, id := range c.ids(value, 'e') {
				q.Via = id
			}
		case "spk":
			for _, p := range c.items(value, nil) {
				q.SpeakerSpan = &corpus.Span{Begin: p.span.Begin, End: p.span.End}
			}
		default:
			c.errorf("unknown field %q of a quote", key)
		}
	}
	if len(q.Spans) == 0 {
		c.errorf("quote without spans")
		return
	}
	c.out.Quotes = append(c.out.Quotes, q)
}

// beside finds the entity's mention nearest to the cue on the cue's line.
func (c *compiler) beside(entity string, cue place) *corpus.Span {
	line := c.lines[cue.line-1]
	var best *corpus.Span
	bestGap := 0
	for _, e := range c.out.Entities {
		if e.ID != entity {
			continue
		}
		for _, m := range e.Mentions {
			if m.Span.Begin < line.Begin || m.Span.End > line.End {
				continue
			}
			gap := max(cue.span.Begin-m.Span.End, m.Span.Begin-cue.span.End)
			if best == nil || gap < bestGap {
				best, bestGap = &corpus.Span{Begin: m.Span.Begin, End: m.Span.End}, gap
			}
		}
	}
	return best
}
