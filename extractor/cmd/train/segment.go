package main

import (
	"path/filepath"
	"strings"

	"github.com/dateline-news/dateline/extractor/stage/segment"
)

// segmentTrainer learns stage/segment. Its scores are measured by cmd/evaluate.
func segmentTrainer() trainer {
	return trainer{
		Name:        "segment",
		Doc:         "tokens (perceptron over character boundaries) and sentence ends (small network)",
		Corpora:     []string{"ud_ewt", "gum_open", "wikinews", "re3d", "muc4"},
		Attribution: append(treebankAttribution(), newsAttribution()...),
		Licence:     "CC-BY-SA-4.0",
		Train: func(j *job) (*product, error) {
			news, err := newsParagraphs(j)
			if err != nil {
				return nil, err
			}
			c := segment.Corpus{Train: treebanks(j, "train"), Dev: treebanks(j, "dev"), News: news}
			data, scores, err := segment.Train(c, segment.Default(), j.Seed, j.Log)
			if err != nil {
				return nil, err
			}
			figures := map[string]float64{}
			for i, name := range []string{"ewt_dev", "gum_dev"} {
				figures[name+"_words"], figures[name+"_sentences"] = scores[i].Words, scores[i].Sentences
			}
			return &product{Model: data, Scores: figures}, nil
		},
	}
}

// newsParagraphs returns the paragraphs of edited news whose text comes as it was written.
func newsParagraphs(j *job) ([]string, error) {
	var all []string
	for _, read := range []func(*job) ([]string, error){wikinewsText, re3dText, muc4Text} {
		texts, err := read(j)
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			all = append(all, strings.Split(text, "\n")...)
		}
	}
	return all, nil
}

func newsAttribution() []string {
	return []string{
		"Wikinews contributors, CC BY 2.5",
		"re3d, Dstl / Aleph Insights / Committed Software, and its sources",
		"MUC-3/4, NIST; dstl/muc3; xinyadu/gtt",
	}
}

// treebanks returns the files of both treebanks, EWT first; part is "train" or "dev".
func treebanks(j *job, part string) []string {
	return []string{
		filepath.Join(j.Data("ud_ewt"), "en_ewt-ud-"+part+".conllu"),
		filepath.Join(j.Data("gum_open"), "gum_open_"+part+".conllu"),
	}
}

func treebankAttribution() []string {
	return []string{
		"Universal Dependencies English Web Treebank (UD_English-EWT 2.16), CC BY-SA 4.0",
		"GUM, Zeldes 2017, gucorpling.org/gum, CC BY 4.0, and its text sources",
	}
}
