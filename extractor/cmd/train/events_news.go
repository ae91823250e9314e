package main

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/stage/events"
)

func (b *eventBuilder) wikinews(shared string) error {
	articles, err := corpus.Wikinews(shared)
	if err != nil {
		return err
	}
	for i := range articles {
		a := &articles[i]
		if a.Split != "train" || a.Depth != "full" {
			continue
		}
		t, err := b.read(a, events.Options{Weight: 1})
		if err != nil {
			return err
		}
		t.Judged = true
		b.add(t)
	}
	return nil
}

// ecbNews takes the whole articles of the training topics of ECB+. How sure an event is, they do not tell: they mark more
// events than our own news.
func (b *eventBuilder) ecbNews(shared string) error {
	articles, err := corpus.ECBNews(shared)
	if err != nil {
		return err
	}
	for i := range articles {
		a := &articles[i]
		t, err := b.read(a, events.Options{Weight: foreignWeight, Foreign: foreignECBNews})
		if err != nil {
			return err
		}
		b.addTo(ecbNewsTopic(a), t)
	}
	return nil
}

// invented takes the clusters of invented news.
func (b *eventBuilder) invented(string) error {
	articles, err := corpus.Invented()
	if err != nil {
		return err
	}
	for i := range articles {
		a := &articles[i]
		if a.Split != "train" {
			continue
		}
		t, err := b.read(a, events.Options{Weight: foreignWeight, Foreign: foreignInvented})
		if err != nil {
			return err
		}
		b.addTo(inventedTopic(a), t)
	}
	return nil
}

// ecbNewsTopic and inventedTopic name what an article has in common with others: a fold of the cross-validation has all of a topic
// or nothing.
func ecbNewsTopic(a *corpus.Annotated) string {
	return "ecb " + strings.TrimSuffix(a.Cluster(), "plus")
}

func inventedTopic(a *corpus.Annotated) string { return "invented " + a.Cluster() }

// read analyzes an annotated article as far as it was read, and joins it with its events. What foreign ones are about mainNews
// tells.
func (b *eventBuilder) read(a *corpus.Annotated, o events.Options) (events.Training, error) {
	t := events.Training{Options: o, Clustered: true}
	d, err := b.analyze(&extractor.Article{ID: a.ID, Title: a.Title, Content: a.Content[:a.Through], PublishTime: a.PublishTime})
	if err != nil {
		return t, err
	}
	t.Document = d
	for i := range a.Events {
		g := &a.Events[i]
		typ, _ := extractor.ParseEventType(g.Type)
		e := events.Gold{Type: typ, Time: g.Time, Main: g.ID == a.MainEvent && a.MainEvent != "" && o.Foreign == 0}
		for _, m := range g.Triggers {
			e.Triggers = append(e.Triggers, textSpans(d, m.Span)...)
		}
		e.Arguments = goldArguments(d, a, g)
		t.Gold = append(t.Gold, e)
	}
	return t, nil
}
