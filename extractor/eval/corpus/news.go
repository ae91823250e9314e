package corpus

import (
	"bytes"
	"embed"
)

//go:embed ecbplus/train.jsonl
var ecbStandoff embed.FS

// ECBNews joins our own annotation of whole articles of the training topics of ECB+ (entities, times and events after the guidelines
// of Wikinews; no quotes) with their texts in the shared data folder. Everything is training material.
func ECBNews(shared string) ([]Annotated, error) {
	texts, err := ECBArticles(shared)
	if err != nil {
		return nil, err
	}
	return join(ecbStandoff, "ecbplus", "train", texts)
}

//go:embed invented/*.jsonl
var invented embed.FS

// Invented returns articles that were written for this corpus and annotated after the guidelines of Wikinews: clusters of reports by
// several outlets on one invented happening. Split is "train" or "dev".
func Invented() ([]Annotated, error) {
	data, err := invented.ReadFile("invented/articles.jsonl")
	if err != nil {
		return nil, err
	}
	texts, err := decodeArticles("articles.jsonl", bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var out []Annotated
	for _, split := range []string{"train", "dev"} {
		joined, err := join(invented, "invented", split, texts)
		if err != nil {
			return nil, err
		}
		out = append(out, joined...)
	}
	return out, nil
}
