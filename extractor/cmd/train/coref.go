package main

import (
	"context"
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/coref"
)

// corefPasses is how often the trainer goes through its examples.
const corefPasses = 8

// corefTrainer learns stage/coref, on the output of the stages before it.
func corefTrainer() trainer {
	return trainer{
		Name:    "coref",
		Doc:     "antecedents of pronouns and noun phrases: a linear ranking model",
		Corpora: []string{"gum_open", "gap", "wikinews"},
		Attribution: []string{"GUM, Zeldes 2017, gucorpling.org/gum, and its text sources", "GAP, Webster et al. 2018",
			"Wikinews contributors"},
		Licence: "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			examples, err := corefExamples(j.Shared)
			if err != nil {
				return nil, err
			}
			m := coref.Train(examples, corefPasses, j.Seed, j.Log)
			return &product{Model: m.Bytes()}, nil
		},
	}
}

func corefExamples(shared string) ([]coref.Example, error) {
	p, err := pipeline.Through("quotes")
	if err != nil {
		return nil, err
	}
	var out []coref.Example
	gum, err := corpus.OntoGUM(shared, "train")
	if err != nil {
		return nil, err
	}
	for _, doc := range gum {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: doc.Text})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.ID, err)
		}
		var entities [][]extractor.SourceSpan
		for _, c := range doc.Chains {
			entities = append(entities, sourceSpans(c.Mentions))
		}
		out = append(out, coref.Example{Doc: d, Chain: coref.Chains(d, entities), Pronoun: -1, Weight: 1, Dense: true})
	}
	news, err := corpus.Wikinews(shared)
	if err != nil {
		return nil, err
	}
	for _, a := range news {
		if a.Split != "train" || a.Depth != "full" {
			continue
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: a.Content, PublishTime: a.PublishTime})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.ID, err)
		}
		var entities [][]extractor.SourceSpan
		for _, e := range a.Entities {
			var spans []corpus.Span
			for _, m := range e.Mentions {
				spans = append(spans, m.Span)
			}
			entities = append(entities, sourceSpans(spans))
		}
		out = append(out, coref.Example{Doc: d, Chain: coref.Chains(d, entities), Pronoun: -1, Weight: 1, Dense: true, Whole: true})
	}
	gap, err := corpus.GAP(shared)
	if err != nil {
		return nil, err
	}
	for _, g := range gap {
		e, err := coref.PronounExample(p, g.Text, sourceSpan(g.Pronoun), sourceSpan(g.A), sourceSpan(g.B), g.IsA, g.IsB)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.ID, err)
		}
		out = append(out, e...)
	}
	return out, nil
}

func sourceSpan(s corpus.Span) extractor.SourceSpan {
	return extractor.SourceSpan{Begin: extractor.SourceOffset(s.Begin), End: extractor.SourceOffset(s.End)}
}

func sourceSpans(spans []corpus.Span) []extractor.SourceSpan {
	var out []extractor.SourceSpan
	for _, s := range spans {
		out = append(out, sourceSpan(s))
	}
	return out
}
