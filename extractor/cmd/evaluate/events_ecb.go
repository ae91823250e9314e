package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// ecbEvents: mentions of events in the validated sentences, whatever their type; a mention is right when it shares a
// token with one that is marked, one to one.
func ecbEvents(e *env, p *extractor.Pipeline) ([]figure, error) {
	docs, err := corpus.ECBPlus(e.Shared, func(topic int) bool { return slices.Contains(corpus.ECBDevTopics, topic) })
	if err != nil {
		return nil, err
	}
	sum := eval.Counts{}
	missed, invented := map[string]int{}, map[string]int{}
	for _, a := range docs {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: a.Text})
		if err != nil {
			return nil, err
		}
		var gold []eval.Event
		for i := range a.Mentions {
			if m := &a.Mentions[i]; m.Event() && m.Validated {
				g := eval.Event{}
				for _, s := range m.Spans {
					g.Triggers = append(g.Triggers, eval.Span{Begin: s.Begin, End: s.End})
				}
				gold = append(gold, g)
			}
		}
		var predicted []eval.Event
		for _, ev := range d.Events {
			for _, t := range ev.Triggers {
				h, _ := d.Offsets.Hull(t.Span)
				at := eval.Span{Begin: int(h.Begin), End: int(h.End)}
				if slices.ContainsFunc(a.Sentences, func(s corpus.Span) bool { return s.Begin < at.End && at.Begin < s.End }) {
					predicted = append(predicted, eval.Event{Triggers: []eval.Span{at}})
				}
			}
		}
		match := eval.MatchEvents(gold, predicted, false)
		sum = sum.Add(eval.Matched(len(match), len(gold), len(predicted)))
		if e.Errors > 0 {
			taken := map[int]bool{}
			for _, m := range match {
				taken[m] = true
			}
			for g := range gold {
				if _, ok := match[g]; !ok {
					missed[a.Text[gold[g].Triggers[0].Begin:gold[g].Triggers[0].End]]++
				}
			}
			for m := range predicted {
				if !taken[m] {
					invented[a.Text[predicted[m].Triggers[0].Begin:predicted[m].Triggers[0].End]]++
				}
			}
		}
	}
	if e.Errors > 0 {
		fmt.Fprintln(e.Log, "ECB missed", most(missed), "\nECB invented", most(invented))
	}
	return []figure{{"events/ecbplus/mention_f1", sum.F1()}, {"events/ecbplus/mention_precision", sum.Precision()}, {"events/ecbplus/mention_recall", sum.Recall()}}, nil
}

// most lists the most frequent words.
func most(counts map[string]int) string {
	var words []string
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	var b strings.Builder
	for _, w := range words[:min(100, len(words))] {
		fmt.Fprintf(&b, "%s:%d ", w, counts[w])
	}
	return b.String()
}
