package main

import (
	"context"
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/stage/names"
)

// leanings are the biases towards no name to choose from, in nats, and informalLeanings those of informal documents on top.
var (
	leanings         = []float64{-0.9, -0.6, -0.3, 0, 0.3}
	informalLeanings = []float64{0, 0.3, 0.6, 0.9, 1.2}
)

// asGood is how much worse on the mean of the development parts is as good: by chance.
const asGood = 0.0005

// leanest returns the model with the biases that do best on the mean of the development parts; of those as good, with the
// strongest against names.
func leanest(j *job, reader extractor.Stage, m *names.Model) (*product, error) {
	dev, err := namesDevDocuments(j, reader)
	if err != nil {
		return nil, err
	}
	const informal = 0.6
	nats, _, err := strongest(j, dev, leanings, func(x float64) *names.Model { return m.Lean(x, informal) })
	if err != nil {
		return nil, err
	}
	_, best, err := strongest(j, dev, informalLeanings, func(x float64) *names.Model { return m.Lean(nats, x) })
	return best, err
}

// strongest measures a model for each of the biases, which ascend, and returns the last that is as good as the best.
func strongest(j *job, dev []devPart, biases []float64, model func(float64) *names.Model) (float64, *product, error) {
	products, means, top := make([]product, len(biases)), make([]float64, len(biases)), 0.0
	for i, bias := range biases {
		m := model(bias)
		scores, err := scoreNames(j, dev, m)
		if err != nil {
			return 0, nil, err
		}
		for _, c := range dev {
			means[i] += scores[c.name+"_f1"] / float64(len(dev))
		}
		fmt.Fprintf(j.Log, "bias %.1f: mean %.4f\n", bias, means[i])
		products[i], top = product{Model: m.Bytes(), Scores: scores}, max(top, means[i])
	}
	for i := len(biases) - 1; ; i-- {
		if means[i] >= top-asGood {
			return biases[i], &products[i], nil
		}
	}
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
