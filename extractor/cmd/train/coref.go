package main

import (
	"github.com/dateline-news/dateline/extractor/cmd/internal/lessons"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/coref"
)

// corefTrainer learns stage/coref, on the output of the stages before it.
func corefTrainer() trainer {
	return trainer{
		Name:    "coref",
		Doc:     "antecedents of pronouns and noun phrases: a linear ranking model",
		Corpora: []string{"gum_open", "gap", "wikinews", "ecbplus"},
		Attribution: []string{"GUM, Zeldes 2017, gucorpling.org/gum, and its text sources", "GAP, Webster et al. 2018",
			"Wikinews contributors", "ECB+, Cybulska and Vossen 2014"},
		Licence: "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			p, err := pipeline.Through("quotes")
			if err != nil {
				return nil, err
			}
			examples, err := lessons.Coref(j.Shared, p)
			if err != nil {
				return nil, err
			}
			snippets, err := lessons.GAP(j.Shared, p)
			if err != nil {
				return nil, err
			}
			for _, s := range snippets {
				examples = append(examples, s...)
			}
			m := coref.Train(examples, coref.Passes, j.Seed, j.Log)
			return &product{Model: m.Bytes()}, nil
		},
	}
}
