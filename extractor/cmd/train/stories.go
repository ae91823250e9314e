package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/cmd/internal/lessons"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/coref"
	"github.com/dateline-news/dateline/extractor/story"
)

// storyPasses is how often the trainer goes through its pairs; storyJoin and storyMerge are the mean probabilities at
// which articles are of one story and events are one.
const (
	storyPasses = 6
	storyJoin   = 0.25
	storyMerge  = 0.2
)

// storiesTrainer learns when two reported events are one, on the output of the whole pipeline.
func storiesTrainer() trainer {
	return trainer{
		Name:        "stories",
		Doc:         "which reported events are one, and how much a word says",
		Corpora:     []string{"ecbplus", "wikinews"},
		Attribution: []string{"ECB+, Cybulska and Vossen 2014", "Wikinews contributors"},
		Licence:     "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			p, err := pipeline.English()
			if err != nil {
				return nil, err
			}
			lessons, texts, err := storyLessons(j.Shared, p)
			if err != nil {
				return nil, err
			}
			m := story.Train(lessons, texts, storyPasses, j.Seed, j.Log).WithThresholds(storyJoin, storyMerge)
			return &product{Model: m.Bytes()}, nil
		},
	}
}

// storyLessons makes a lesson of each subtopic of the training topics of ECB+; texts are the words of those articles
// and of Wikinews.
func storyLessons(shared string, p *extractor.Pipeline) ([]story.Lesson, [][]story.Term, error) {
	docs, err := corpus.ECBPlus(shared, func(topic int) bool { return !slices.Contains(corpus.ECBDevTopics, topic) })
	if err != nil {
		return nil, nil, err
	}
	var texts [][]story.Term
	lessons := map[string]*story.Lesson{}
	instances := map[string]int32{}
	var order []string
	for _, doc := range docs {
		d, err := p.Analyze(context.Background(), &extractor.Article{ID: doc.File, Content: doc.Text})
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", doc.File, err)
		}
		l := lessons[doc.Subtopic]
		if l == nil {
			l = &story.Lesson{Kind: doc.Topic}
			lessons[doc.Subtopic] = l
			order = append(order, doc.Subtopic)
		}
		r := story.NewReport(d)
		texts = append(texts, r.Terms)
		l.Reports = append(l.Reports, r)
		l.Instance = append(l.Instance, instancesOf(d, doc, instances))
	}
	articles, err := corpus.WikinewsArticles(shared)
	if err != nil {
		return nil, nil, err
	}
	short := p.For(extractor.LayerTags)
	for _, a := range articles {
		d, err := short.Analyze(context.Background(), &extractor.Article{Content: a.Content})
		if err != nil {
			return nil, nil, err
		}
		texts = append(texts, story.NewReport(d).Terms)
	}
	var out []story.Lesson
	for _, s := range order {
		out = append(out, *lessons[s])
	}
	return out, texts, nil
}

// instancesOf maps each event of a document to the gold instance of its main trigger, -1 for none.
func instancesOf(d *extractor.Document, doc corpus.ECBDocument, numbers map[string]int32) []int32 {
	byHead := map[int32]int32{}
	for _, m := range doc.Mentions {
		if !m.Event() {
			continue
		}
		n, ok := numbers[m.Instance]
		if !ok {
			n = int32(len(numbers))
			numbers[m.Instance] = n
		}
		if h := coref.Heads(d, lessons.Spans(m.Spans[:1]))[0]; h >= 0 {
			byHead[h] = n
		}
	}
	out := make([]int32, len(d.Events))
	for i, e := range d.Events {
		out[i] = -1
		for _, t := range e.Triggers {
			if n, ok := byHead[t.Head]; ok {
				out[i] = n
				break
			}
		}
	}
	return out
}
