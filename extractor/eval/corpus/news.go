package corpus

import "embed"

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
