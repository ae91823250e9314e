package notation

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// Problem is what the compiler has to say about a line of the notation. Row is
// 1-based, 0 for the file as a whole. A warning does not stop compilation: it
// points at something that may have been missed.
type Problem struct {
	Row     int
	Warning bool
	Text    string
}

func (p Problem) String() string {
	kind := "error"
	if p.Warning {
		kind = "warn"
	}
	return fmt.Sprintf("%d: %s: %s", p.Row, kind, p.Text)
}

// compiler holds the state of compiling one file.
type compiler struct {
	article  *corpus.Article
	lines    []corpus.Span
	labels   ontology
	row      int
	problems []Problem
	out      corpus.Annotation
	kinds    map[string]byte // id → 'e', 't', 'v'
	mentions map[corpus.Span]string
}

// Compile turns a reader's file about an article into standoff. The annotation
// holds what could be placed; problems list the rest.
func Compile(article *corpus.Article, text string) (*corpus.Annotation, []Problem) {
	c := &compiler{
		article: article, lines: Lines(article.Content), labels: loadOntology(),
		kinds: map[string]byte{}, mentions: map[corpus.Span]string{},
	}
	c.out = corpus.Annotation{
		ArticleID: article.ID, SHA256: corpus.ContentHash(article.Content), Depth: "full",
		Through: len(article.Content),
	}
	if !article.PublishTime.IsZero() {
		c.out.PublishDate = article.PublishTime.Format("2006-01-02")
	}
	c.dateline()
	rows := strings.Split(text, "\n")
	c.eachRow(rows, c.declare)
	for _, kind := range []string{"e", "t", "s", "v", "q", "main", "names", "references", "through"} {
		c.eachRow(rows, func(key, rest string) {
			if key == kind {
				c.statement(key, rest)
			}
		})
	}
	c.row = 0
	c.finish()
	return &c.out, c.problems
}

func (c *compiler) errorf(format string, args ...any) {
	c.problems = append(c.problems, Problem{c.row, false, fmt.Sprintf(format, args...)})
}

func (c *compiler) warnf(format string, args ...any) {
	c.problems = append(c.problems, Problem{c.row, true, fmt.Sprintf(format, args...)})
}

func (c *compiler) eachRow(rows []string, do func(key, rest string)) {
	for i, row := range rows {
		c.row = i + 1
		row = strings.TrimSpace(row)
		if row == "" || row[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(row, " ")
		do(key, strings.TrimSpace(rest))
	}
}

var idForm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// declare notes every id before anything refers to one.
func (c *compiler) declare(key, rest string) {
	switch key {
	case "e", "t", "v":
		id, _, _ := strings.Cut(rest, " ")
		if !idForm.MatchString(id) {
			c.errorf("bad id %q: lower case letters, digits, _", id)
		} else if c.kinds[id] != 0 {
			c.errorf("id %q is used twice", id)
		}
		c.kinds[id] = key[0]
	case "s", "q", "main", "names", "references", "through":
	default:
		c.errorf("unknown line kind %q", key)
	}
}

func (c *compiler) statement(key, rest string) {
	switch key {
	case "e":
		c.entity(rest)
	case "t":
		c.time(rest)
	case "s":
		c.segment(rest)
	case "q":
		c.quote(rest)
	case "v":
		c.event(rest)
	case "main":
		if c.kinds[rest] != 'v' {
			c.errorf("main: no event %q", rest)
		}
		c.out.MainEvent = rest
	case "names", "references":
		c.out.Depth = key
	case "through":
		if span, _, err := c.lineRange(rest); err != nil {
			c.errorf("%v", err)
		} else {
			c.out.Through = span.End
		}
	}
}

// dateline marks a first line that is nothing but the publication day, and
// declares it as the time "pub".
func (c *compiler) dateline() {
	c.kinds["pub"] = 't'
	if len(c.lines) == 0 {
		return
	}
	first := c.lines[0]
	day := c.article.PublishTime.Format("Monday, January 2, 2006")
	if c.article.Content[first.Begin:first.End] == day {
		c.out.Segments = append(c.out.Segments, corpus.Segment{Type: "DATELINE", Span: first})
		c.out.Times = append(c.out.Times, corpus.Time{ID: "pub", Type: "DATE", Span: first, Value: c.out.PublishDate})
	}
}

// finish puts everything in text order and looks for what was missed.
func (c *compiler) finish() {
	if c.out.MainEvent == "" && c.out.Depth == "full" {
		c.warnf("no main event")
	}
	slices.SortStableFunc(c.out.Segments, func(a, b corpus.Segment) int { return a.Span.Begin - b.Span.Begin })
	slices.SortStableFunc(c.out.Times, func(a, b corpus.Time) int { return a.Span.Begin - b.Span.Begin })
	slices.SortStableFunc(c.out.Entities, func(a, b corpus.Entity) int {
		return a.Mentions[0].Span.Begin - b.Mentions[0].Span.Begin
	})
	slices.SortStableFunc(c.out.Quotes, func(a, b corpus.Quote) int { return a.Spans[0].Begin - b.Spans[0].Begin })
	slices.SortStableFunc(c.out.Events, func(a, b corpus.Event) int {
		return a.Triggers[0].Span.Begin - b.Triggers[0].Span.Begin
	})
	for i := range c.out.Quotes {
		c.out.Quotes[i].ID = fmt.Sprintf("q%d", i+1)
	}
	c.missed()
	c.mergeTimes()
}
