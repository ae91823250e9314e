package main

import (
	"os"
	"path/filepath"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/events"
)

// mainNewsWeight is that of what articles other than ours of Wikinews are about.
const mainNewsWeight = 0.7

// refitMain fits the choice of the main event of the model in the folder anew: `train events main`.
func refitMain(j *job) (*product, error) {
	model, err := os.ReadFile(filepath.Join(j.Folder, "events.model"))
	if err != nil {
		return nil, err
	}
	p, err := pipeline.Through("coref")
	if err != nil {
		return nil, err
	}
	b := eventBuilder{pipeline: p, groups: map[string]int{}}
	if err := b.wikinews(j.Shared); err != nil {
		return nil, err
	}
	if err := b.mainNews(j.Shared); err != nil {
		return nil, err
	}
	if model, err = events.RefitMain(model, b.docs, j.Seed, j.Log); err != nil {
		return nil, err
	}
	return &product{Model: model, Refits: "the choice of the main event"}, nil
}

// mainNews takes what articles of ECB+ and invented ones are about.
func (b *eventBuilder) mainNews(shared string) error {
	invented, err := corpus.Invented()
	if err != nil {
		return err
	}
	whole, err := corpus.ECBNews(shared)
	if err != nil {
		return err
	}
	for k, list := range [][]corpus.Annotated{invented, whole} {
		topicOf := [...]func(*corpus.Annotated) string{inventedTopic, ecbNewsTopic}[k]
		for i := range list {
			a := &list[i]
			if a.Split != "train" {
				continue
			}
			d, err := b.analyze(&extractor.Article{ID: a.ID, Title: a.Title, Content: a.Content[:a.Through], PublishTime: a.PublishTime})
			if err != nil {
				return err
			}
			o := events.Options{Weight: mainNewsWeight, Foreign: uint32(1 + k)}
			b.addTo(topicOf(a), events.Training{Document: d, Gold: mainOf(d, a), Options: o, MainOnly: true})
		}
	}
	return nil
}

// mainOf returns what an article is about.
func mainOf(d *extractor.Document, a *corpus.Annotated) []events.Gold {
	for i := range a.Events {
		if g := &a.Events[i]; g.ID == a.MainEvent {
			e := events.Gold{Main: true}
			e.Type, _ = extractor.ParseEventType(g.Type)
			for _, m := range g.Triggers {
				e.Triggers = append(e.Triggers, textSpans(d, m.Span)...)
			}
			return []events.Gold{e}
		}
	}
	return nil
}
