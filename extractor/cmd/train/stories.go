package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/cmd/internal/lessons"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/stage/coref"
	"github.com/dateline-news/dateline/extractor/stage/events"
	"github.com/dateline-news/dateline/extractor/story"
)

// storyJoin and storyMerge are the mean probabilities at which articles are of one story and events are one.
const (
	storyJoin  = 0.15
	storyMerge = 0.2
)

// storiesTrainer learns which articles are of one story and when two reported events are one, on the output of the whole
// pipeline: of one whose events stage was not trained on the topic at hand, since it is better on those that it was.
func storiesTrainer() trainer {
	return trainer{
		Name:        "stories",
		Doc:         "which reported events are one, and how much a word says",
		Corpora:     []string{"ecbplus", "wikinews", "muc4", "masc", "re3d"},
		Attribution: append(newsAttribution(), "ECB+, Cybulska and Vossen 2014, CC BY 3.0", "MASC, American National Corpus"),
		Licence:     "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			docs, unseen, err := unseenStories(j)
			if err != nil {
				return nil, err
			}
			lessons, texts, err := storyLessons(j, docs, unseen)
			if err != nil {
				return nil, err
			}
			if slices.Contains(j.Args, "pairs") {
				return refitPairs(j, lessons)
			}
			m := story.Train(lessons, texts, j.Seed, j.Log).WithThresholds(storyJoin, storyMerge)
			return &product{Model: m.Bytes()}, nil
		},
	}
}

// refitPairs fits the judge of pairs of events of the model in the folder anew: `train stories pairs`.
func refitPairs(j *job, lessons []story.Lesson) (*product, error) {
	data, err := os.ReadFile(filepath.Join(j.Folder, "stories.model"))
	if err != nil {
		return nil, err
	}
	m, err := story.Load(data)
	if err != nil {
		return nil, err
	}
	m.RefitPairs(lessons, j.Seed, j.Log)
	return &product{Model: m.Bytes(), Refits: "the judge of pairs of events"}, nil
}

// unseenStories returns the documents of the training topics of ECB+, and for each its analysis by an events stage that was
// trained without its topic.
func unseenStories(j *job) ([]corpus.ECBDocument, []*extractor.Document, error) {
	ecb, err := corpus.ECBPlus(j.Shared, func(topic int) bool { return !slices.Contains(corpus.ECBDevTopics, topic) })
	if err != nil {
		return nil, nil, err
	}
	at := map[string]int{}
	for i := range ecb {
		at[ecb[i].File] = i
	}
	docs, err := eventDocuments(j)
	if err != nil {
		return nil, nil, err
	}
	analysed := make([]*extractor.Document, len(ecb))
	for i := range docs {
		if k, ok := at[docs[i].Document.Article.ID]; ok {
			docs[i].Options.Group = ecb[k].Topic
			analysed[k] = docs[i].Document
		}
	}
	models, err := events.CrossValidate(docs, j.Seed, j.Log)
	if err != nil {
		return nil, nil, err
	}
	for i, m := range models {
		s, err := events.New(m)
		if err != nil {
			return nil, nil, err
		}
		for k := range ecb {
			if ecb[k].Topic%len(models) != i {
				continue
			}
			if err := s.Run(context.Background(), analysed[k]); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", ecb[k].File, err)
			}
		}
	}
	return ecb, analysed, nil
}

// storyLessons makes a lesson of each subtopic; texts are the words of all articles and of other news.
func storyLessons(j *job, docs []corpus.ECBDocument, analysed []*extractor.Document) ([]story.Lesson, [][]story.Term, error) {
	var texts [][]story.Term
	lessons := map[string]*story.Lesson{}
	instances := map[string]int32{}
	var order []string
	for i, doc := range docs {
		l := lessons[doc.Subtopic]
		if l == nil {
			l = &story.Lesson{Kind: doc.Topic}
			lessons[doc.Subtopic] = l
			order = append(order, doc.Subtopic)
		}
		r := story.NewReport(analysed[i])
		texts = append(texts, r.Terms)
		l.Reports = append(l.Reports, r)
		told, doubtful := instancesOf(analysed[i], doc, instances)
		l.Instances, l.Doubtful = append(l.Instances, told), append(l.Doubtful, doubtful)
	}
	background, err := backgroundTexts(j)
	if err != nil {
		return nil, nil, err
	}
	var out []story.Lesson
	for _, s := range order {
		out = append(out, *lessons[s])
	}
	return out, append(texts, background...), nil
}

// instancesOf maps each event of a document, told and doubtful, to the gold instances of its triggers, those that have one.
// A doubtful one that nobody marked where all events are is an instance of its own.
func instancesOf(d *extractor.Document, doc corpus.ECBDocument, numbers map[string]int32) (told, doubtful [][]int32) {
	number := func(instance string) int32 {
		n, ok := numbers[instance]
		if !ok {
			n = int32(len(numbers))
			numbers[instance] = n
		}
		return n
	}
	byHead := map[int32]int32{}
	for _, m := range doc.Mentions {
		if !m.Event() {
			continue
		}
		n := number(m.Instance)
		if h := coref.Heads(d, lessons.Spans(m.Spans[:1]))[0]; h >= 0 {
			byHead[h] = n
		}
	}
	of := func(events []extractor.Event, alone bool) [][]int32 {
		out := make([][]int32, len(events))
		for i, e := range events {
			for _, t := range e.Triggers {
				if n, ok := byHead[t.Head]; ok {
					out[i] = append(out[i], n)
				} else if alone && lessons.Validated(&doc, d, t.Span) {
					out[i] = append(out[i], number(fmt.Sprintf("%s/%d", doc.File, t.Head)))
				}
			}
		}
		return out
	}
	return of(d.Events, false), of(d.Doubtful, true)
}
