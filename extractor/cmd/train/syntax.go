package main

import (
	"context"
	"flag"
	"os"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/stage/parse"
	"github.com/dateline-news/dateline/extractor/stage/segment"
)

// syntaxTrainer learns stage/parse.
func syntaxTrainer() trainer {
	return trainer{
		Name:        "syntax",
		Doc:         "parts of speech, lemmas, features and dependency trees: one network for all",
		Corpora:     append([]string{"ud_ewt", "gum_open"}, unlabelledCorpora()...),
		Attribution: append(treebankAttribution(), unlabelledAttribution()...),
		Licence:     "CC-BY-SA-4.0",
		Train:       trainSyntax,
	}
}

// trainSyntax takes one argument: -teachers FILE,FILE spares training the teachers anew.
func trainSyntax(j *job) (*product, error) {
	flags := flag.NewFlagSet("syntax", flag.ContinueOnError)
	paths := flags.String("teachers", "", "model files, in the order of the recipe, to use instead of training them")
	if err := flags.Parse(j.Args); err != nil {
		return nil, err
	}
	var teachers [][]byte
	for _, path := range strings.FieldsFunc(*paths, func(r rune) bool { return r == ',' }) {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		teachers = append(teachers, data)
	}
	j.Args = nil // the recipe would train the same teachers
	plain, err := segmented(j)
	if err != nil {
		return nil, err
	}
	c := parse.Corpus{Train: treebanks(j, "train"), Dev: treebanks(j, "dev"), Plain: plain}
	data, scores, err := parse.Train(c, parse.Default(), teachers, j.Seed, j.Log)
	if err != nil {
		return nil, err
	}
	figures := map[string]float64{}
	for i, name := range []string{"ewt_dev", "gum_dev"} {
		figures[name+"_gold_tokens_upos"], figures[name+"_gold_tokens_las"] = scores[i].UPOS, scores[i].LAS
	}
	return &product{Model: data, Scores: figures}, nil
}

// segmented returns the plain texts with tokens and sentences, a line a block.
func segmented(j *job) ([]*extractor.Document, error) {
	texts, err := unlabelledText(j)
	if err != nil {
		return nil, err
	}
	data, err := model.Read("segment")
	if err != nil {
		return nil, err
	}
	m, err := segment.Load(data)
	if err != nil {
		return nil, err
	}
	stage := segment.New(m)
	docs := make([]*extractor.Document, len(texts))
	for i, text := range texts {
		docs[i] = lineBlocks(text)
		if err := stage.Run(context.Background(), docs[i]); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

func lineBlocks(text string) *extractor.Document {
	d := &extractor.Document{Text: text, English: true}
	at := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			span := extractor.TextSpan{Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + len(line))}
			d.Blocks = append(d.Blocks, extractor.Block{Type: extractor.SegmentBody, Span: span})
		}
		at += len(line)
	}
	return d
}
