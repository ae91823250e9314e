package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// tally counts labels by split.
type tally map[string]map[string]int

func (t tally) add(label, split string) {
	if t[label] == nil {
		t[label] = map[string]int{}
	}
	t[label][split]++
	t[label]["all"]++
}

var columns = []string{"train", "dev", "test", "all"}

// print writes a Markdown table, most frequent label first.
func (t tally) print(title string) {
	labels := make([]string, 0, len(t))
	for l := range t {
		labels = append(labels, l)
	}
	slices.SortFunc(labels, func(a, b string) int {
		if d := t[b]["all"] - t[a]["all"]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	fmt.Printf("\n| %s | %s |\n|---|---|---|---|---|\n", title, strings.Join(columns, " | "))
	for _, l := range labels {
		fmt.Printf("| %s", l)
		for _, c := range columns {
			fmt.Printf(" | %d", t[l][c])
		}
		fmt.Println(" |")
	}
}

func counts() error {
	all, err := corpus.Wikinews(sharedFolder())
	if err != nil {
		return err
	}
	size, entity, mention, times, quote, event, status := tally{}, tally{}, tally{}, tally{}, tally{}, tally{}, tally{}
	for _, a := range all {
		size.add("articles", a.Split)
		for range strings.Fields(a.Content[:a.Through]) {
			size.add("words", a.Split)
		}
		for _, e := range a.Entities {
			size.add("entities", a.Split)
			entity.add(e.Type, a.Split)
			for _, m := range e.Mentions {
				size.add("mentions", a.Split)
				mention.add(m.Type, a.Split)
			}
			for range e.Roles {
				size.add("roles", a.Split)
			}
		}
		for _, t := range a.Times {
			size.add("times", a.Split)
			times.add(t.Type, a.Split)
		}
		for _, q := range a.Quotes {
			size.add("quotes", a.Split)
			quote.add(q.Type, a.Split)
		}
		for _, e := range a.Events {
			size.add("events", a.Split)
			event.add(e.Type, a.Split)
			status.add(e.Status, a.Split)
			for range e.Triggers {
				size.add("event mentions", a.Split)
			}
			for range e.Args {
				size.add("arguments", a.Split)
			}
		}
	}
	size.print("size")
	entity.print("entities by type")
	mention.print("mentions by type")
	times.print("times by type")
	quote.print("quotes by type")
	event.print("events by type")
	status.print("events by status")
	return nil
}
