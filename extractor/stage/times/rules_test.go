package times

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// analyzed runs the stage alone over a text, published on a day (“” when it is not known), without tags or trees.
func analyzed(t testing.TB, stage extractor.Stage, text, published string) *extractor.Document {
	t.Helper()
	a := &extractor.Article{Content: text}
	if published != "" {
		at, err := time.Parse("2006-01-02", published)
		if err != nil {
			t.Fatal(err)
		}
		a.PublishTime = at
	}
	d := extractor.NewDocument(a)
	d.Text, d.English = text, true
	if err := stage.Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

// example is an e.g. line: text with the expression in [ ], and what it means.
type example struct{ text, expression, want string }

func parseExample(line string) (example, error) {
	text, want, ok := strings.Cut(line, " -> ")
	before, rest, open := strings.Cut(text, "[")
	expression, after, closed := strings.Cut(rest, "]")
	if !ok || want != "none" && !(open && closed) {
		return example{}, fmt.Errorf("%q is no example", line)
	}
	return example{before + expression + after, expression, want}, nil
}

func described(x extractor.TimeExpression) string {
	return strings.TrimSpace(x.Type.String() + " " + x.Value + " " + x.Modifier.String())
}

// TestRules runs every example of every rule; a rule without one fails.
func TestRules(t *testing.T) {
	g, err := newGrammar()
	if err != nil {
		t.Fatal(err)
	}
	stage := New()
	for _, r := range g.rules {
		if r.piece {
			continue
		}
		if len(r.examples) == 0 {
			t.Errorf("%s.rules: rule %s has no example", r.file, r.name)
		}
		for _, line := range r.examples {
			e, err := parseExample(line)
			if err != nil {
				t.Fatal(err)
			}
			d := analyzed(t, stage, e.text, "2017-05-11")
			if e.want == "none" {
				if len(d.Times) > 0 {
					t.Errorf("%s: %q: found %q", r.name, e.text, d.TextOf(d.Times[0].Span))
				}
				continue
			}
			got := "nothing"
			for _, x := range d.Times {
				if d.TextOf(x.Span) == e.expression {
					got = described(x)
				} else if got == "nothing" {
					got = "[" + d.TextOf(x.Span) + "] " + described(x)
				}
			}
			if got != e.want {
				t.Errorf("%s: %q [%s]: got %s, want %s", r.name, e.text, e.expression, got, e.want)
			}
		}
	}
}
