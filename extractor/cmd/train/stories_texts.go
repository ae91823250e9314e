package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/story"
)

// longestText is how many bytes of a text tell its words: some are books.
const longestText = 20000

// backgroundTexts returns the words of each text of Wikinews, MUC, MASC and re3d: how much a word says is counted on them.
func backgroundTexts(j *job) ([][]story.Term, error) {
	p, err := pipeline.Through("parse")
	if err != nil {
		return nil, err
	}
	texts, err := backgroundNews(j)
	if err != nil {
		return nil, err
	}
	var out [][]story.Term
	for _, text := range texts {
		if len(text) > longestText {
			text = strings.ToValidUTF8(text[:longestText], "")
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: text})
		if err != nil {
			return nil, err
		}
		out = append(out, story.NewReport(d).Terms)
	}
	return out, nil
}

func backgroundNews(j *job) ([]string, error) {
	articles, err := corpus.WikinewsArticles(j.Shared)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, a := range articles {
		texts = append(texts, a.Content)
	}
	muc, err := jsonField(filepath.Join(j.Data("muc4"), "docs_dev.jsonl"), "text", 1<<30)
	if err != nil {
		return nil, err
	}
	for _, t := range muc { // capitals, and lines broken by hand
		paragraphs := strings.Split(strings.ToLower(t), "\n\n")
		for i, p := range paragraphs {
			paragraphs[i] = strings.Join(strings.Fields(p), " ")
		}
		texts = append(texts, strings.Join(paragraphs, "\n\n"))
	}
	for _, read := range []func(*job) ([]string, error){mascText, re3dText} {
		more, err := read(j)
		if err != nil {
			return nil, err
		}
		texts = append(texts, more...)
	}
	return texts, nil
}
