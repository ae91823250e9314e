package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// seedsScorer holds events and quotes against the expected facts of the seed articles.
func seedsScorer() scorer {
	return scorer{
		Name: "seeds",
		Doc:  "expected events and quotes of the seed articles",
		Score: func(e *env) ([]figure, error) {
			p, err := pipeline.English()
			if err != nil {
				return nil, err
			}
			var s seedCounts
			for _, name := range []string{"s0", "s1", "s2"} {
				if err := s.article(e, p, name); err != nil {
					return nil, err
				}
			}
			return []figure{
				{"seeds/events/found", s.found.Value()}, {"seeds/events/found_with_status", s.status.Value()},
				{"seeds/events/essential", s.essential.Value()}, {"seeds/events/arguments", s.arguments.Value()},
				{"seeds/events/times", s.times.Value()}, {"seeds/quotes/direct", s.direct.Value()},
				{"seeds/quotes/direct_speaker", s.speaker.Value()}, {"seeds/quotes/indirect", s.indirect.Value()},
			}, nil
		},
	}
}

type seedCounts struct {
	found, status, essential, arguments, times, direct, speaker, indirect eval.Accuracy
}

// seed is what is expected of an article.
type seed struct {
	Entities []struct {
		ID       string
		Mentions []seedSpan
	}
	Events []struct {
		ID, Type, Status, Time, Level string
		Trigger                       seedSpan
		TypeAlso                      []string `json:"type_also"`
		StatusAlso                    []string `json:"status_also"`
		Arguments                     []struct{ Role, Entity, Text string }
	}
	Quotes []struct {
		ID, Type, Speaker string
		Spans             []seedSpan
		SpeakerMention    seedSpan `json:"speaker_mention"`
	}
}

type seedSpan struct {
	Begin, End int
	Text       string
}

func (s seedSpan) span() eval.Span { return eval.Span{Begin: s.Begin, End: s.End} }

func (c *seedCounts) article(e *env, p *extractor.Pipeline, name string) error {
	folder := filepath.Join(e.Shared, "seeds")
	text, err := os.ReadFile(filepath.Join(folder, name+".txt"))
	if err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(folder, "expected_"+name+".json"))
	if err != nil {
		return err
	}
	var want seed
	if err := json.Unmarshal(data, &want); err != nil {
		return fmt.Errorf("expected_%s.json: %w", name, err)
	}
	d, err := p.Analyze(context.Background(), &extractor.Article{Content: string(text)})
	if err != nil {
		return err
	}
	mentions := map[string][]eval.Span{}
	for _, x := range want.Entities {
		for _, m := range x.Mentions {
			mentions[x.ID] = append(mentions[x.ID], m.span())
		}
	}
	c.events(e, d, &want, mentions)
	c.quotes(e, d, &want)
	return nil
}

func (c *seedCounts) events(e *env, d *extractor.Document, want *seed, mentions map[string][]eval.Span) {
	found := foundEvents(d)
	for _, w := range want.Events {
		best := -1
		for i := range found {
			if (found[i].Type == w.Type || slices.Contains(w.TypeAlso, found[i].Type)) && touches(found[i].Triggers, []eval.Span{w.Trigger.span()}) {
				best = i
				break
			}
		}
		status := best >= 0 && (found[best].Status == w.Status || slices.Contains(w.StatusAlso, found[best].Status))
		c.found.See(best >= 0)
		c.status.See(status)
		if w.Level == "essential" {
			c.essential.See(status)
		}
		if e.Errors > 0 && !status {
			got := "nothing"
			if best >= 0 {
				got = found[best].Status
			}
			fmt.Fprintf(e.Log, "SEED %s %s %s %q: %s\n", w.ID, w.Type, w.Status, w.Trigger.Text, got)
		}
		if best < 0 {
			continue
		}
		if w.Time != "" {
			c.times.See(day(w.Time) == day(found[best].Time))
		}
		for _, a := range w.Arguments {
			if a.Role != "ACTOR" && a.Role != "RECIPIENT" || a.Entity == "" {
				continue
			}
			right := slices.ContainsFunc(found[best].Arguments, func(x eval.EventArgument) bool {
				return x.Role == a.Role && touches(x.Spans, mentions[a.Entity])
			})
			c.arguments.See(right)
			if e.Errors > 0 && !right {
				fmt.Fprintf(e.Log, "SEED %s wants %s %s: %s\n", w.ID, a.Role, a.Entity, d.Events[best].Summary)
			}
		}
	}
}

func (c *seedCounts) quotes(e *env, d *extractor.Document, want *seed) {
	for _, w := range want.Quotes {
		best := -1
		for i := range d.Quotes {
			if sameQuote(d, &d.Quotes[i], w.Spans) {
				best = i
			}
		}
		if w.Type != "DIRECT" {
			c.indirect.See(best >= 0)
		} else {
			c.direct.See(best >= 0 && d.Quotes[best].Type == extractor.QuoteDirect)
			right := false
			if best >= 0 && !d.Quotes[best].Speaker.Empty() {
				h, _ := d.Offsets.Hull(d.SpanOf(d.Quotes[best].Speaker))
				right = touches([]eval.Span{{Begin: int(h.Begin), End: int(h.End)}}, []eval.Span{w.SpeakerMention.span()})
			}
			c.speaker.See(right)
		}
		if best < 0 && e.Errors > 0 {
			fmt.Fprintf(e.Log, "SEED quote %s %s: not found\n", w.ID, w.Type)
		}
	}
}

// sameQuote compares the contents span by span, punctuation at the ends apart.
func sameQuote(d *extractor.Document, q *extractor.Quote, want []seedSpan) bool {
	if len(q.Spans) != len(want) {
		return false
	}
	for i, s := range q.Spans {
		cut := func(t string) string { return strings.Trim(t, " .,!?…“”\"") }
		if cut(d.TextOf(s)) != cut(strings.ReplaceAll(want[i].Text, "\u00a0", " ")) {
			return false
		}
	}
	return true
}

func touches(a, b []eval.Span) bool {
	return eval.RelaxedSpans(eval.Unlabelled(a), eval.Unlabelled(b)).GoldHit > 0
}
