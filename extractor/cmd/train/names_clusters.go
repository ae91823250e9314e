package main

import (
	"os"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/stage/names"
)

// clusterCount is the number of Brown clusters, clusterMinimum how often a word must occur to be in one.
const (
	clusterCount   = 256
	clusterMinimum = 5
)

// namesClusters learns Brown clusters from plain text and the text of treebanks; cached is a file to keep them in,
// "model" to take those of the model that ships, or empty.
func namesClusters(j *job, segmenter extractor.Stage, cached string) ([]byte, error) {
	if cached == "model" {
		return shippedClusters()
	}
	if cached != "" {
		if data, err := os.ReadFile(cached); err == nil {
			return data, nil
		}
	}
	texts, err := unlabelledText(j)
	if err != nil {
		return nil, err
	}
	for _, read := range []func(string, string) ([]named.Text, error){named.UNER, named.GUM} {
		more, err := read(j.Data(""), "train")
		if err != nil {
			return nil, err
		}
		for _, t := range more {
			texts = append(texts, t.Text)
		}
	}
	var docs []*extractor.Document
	for _, text := range texts {
		d, err := namesDocument(segmenter, strings.ReplaceAll(text, "\n", "\n\n"))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	data := names.Clusters(docs, clusterCount, clusterMinimum, j.Log)
	if cached != "" {
		return data, os.WriteFile(cached, data, 0o644)
	}
	return data, nil
}

func shippedClusters() ([]byte, error) {
	data, err := model.Read("names")
	if err != nil {
		return nil, err
	}
	m, err := names.Load(data)
	if err != nil {
		return nil, err
	}
	return m.Clusters(), nil
}
