package main

import (
	"context"
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/stage/names"
)

// leanest returns the model with the bias towards no name that does best on the mean of the development parts.
func leanest(j *job, segmenter extractor.Stage, m *names.Model) (*product, error) {
	dev, err := namesDevDocuments(j, segmenter)
	if err != nil {
		return nil, err
	}
	var best product
	top := -1.0
	for _, nats := range []float64{-0.9, -0.6, -0.3, 0, 0.3} {
		leaning := m.Lean(nats)
		fmt.Fprintf(j.Log, "leaning %.1f\n", nats)
		scores, err := scoreNames(j, dev, leaning)
		if err != nil {
			return nil, err
		}
		mean := 0.0
		for _, c := range dev {
			mean += scores[c.name+"_f1"] / float64(len(dev))
		}
		if mean > top {
			top, best = mean, product{Model: leaning.Bytes(), Scores: scores}
		}
	}
	return &best, nil
}

// devPart is a corpus to measure on, analyzed up to names.
type devPart struct {
	name  string
	texts []named.Text
	docs  []*extractor.Document
}

func namesDevDocuments(j *job, segmenter extractor.Stage) ([]devPart, error) {
	var parts []devPart
	for _, c := range namesDev(j) {
		texts, err := c.read()
		if err != nil {
			return nil, err
		}
		p := devPart{name: c.name, texts: texts}
		for i := range texts {
			d, err := namesDocument(segmenter, texts[i].Text)
			if err != nil {
				return nil, err
			}
			p.docs = append(p.docs, d)
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// scoreNames measures F1 of persons, organisations and places on the development parts.
func scoreNames(j *job, parts []devPart, m *names.Model) (map[string]float64, error) {
	finder := names.New(m)
	scores := map[string]float64{}
	for _, p := range parts {
		var total eval.Counts
		byLabel := map[string]eval.Counts{}
		for i, d := range p.docs {
			if err := finder.Run(context.Background(), d); err != nil {
				return nil, err
			}
			s := named.Compare(d, &p.texts[i], false)
			for label, counts := range eval.SpansByLabel(s.Gold, s.Predicted) {
				byLabel[label] = byLabel[label].Add(counts)
				if label != "MISC" {
					total = total.Add(counts)
				}
			}
		}
		scores[p.name+"_f1"] = total.F1()
		fmt.Fprintf(j.Log, "%-10s F1 %.4f (P %.3f R %.3f)", p.name, total.F1(), total.Precision(), total.Recall())
		for _, label := range []string{"PER", "ORG", "LOC", "MISC"} {
			fmt.Fprintf(j.Log, "  %s %.3f", label, byLabel[label].F1())
		}
		fmt.Fprintln(j.Log)
	}
	return scores, nil
}
