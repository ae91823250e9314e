package main

import "github.com/dateline-news/dateline/extractor/stage/parse"

// syntaxTrainer learns stage/parse.
func syntaxTrainer() trainer {
	return trainer{
		Name:        "syntax",
		Doc:         "parts of speech, lemmas, features and dependency trees: one network for all",
		Corpora:     []string{"ud_ewt", "gum_open"},
		Attribution: treebankAttribution(),
		Licence:     "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			data, scores, err := parse.Train(parse.Default(), treebanks(j, "train"), treebanks(j, "dev"), j.Seed, j.Log)
			if err != nil {
				return nil, err
			}
			figures := map[string]float64{}
			for i, name := range []string{"ewt_dev", "gum_dev"} {
				figures[name+"_gold_tokens_upos"], figures[name+"_gold_tokens_las"] = scores[i].UPOS, scores[i].LAS
			}
			return &product{Model: data, Scores: figures}, nil
		},
	}
}
