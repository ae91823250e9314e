package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/stage/names"
	"github.com/dateline-news/dateline/extractor/stage/parse"
	"github.com/dateline-news/dateline/extractor/stage/segment"
)

// namesTrainer learns stage/names. Arguments, for experiments: without=CORPUS, epochs=N …;
// clusters=FILE keeps the clusters from one run to the next, clusters=model those of the model that ships: they take long.
func namesTrainer() trainer {
	return trainer{
		Name:        "names",
		Doc:         "names and their types: a conditional random field learned from corpora of differing schemes",
		Corpora:     []string{"uner_ewt", "gum_open", "crossner_politics", "wikigold", "wnut17", "btc", "re3d", "ecbplus", "gap", "wikinews", "masc", "muc4", "causal_news"},
		Attribution: append(unlabelledAttribution(), namesAttribution()...),
		Licence:     "CC-BY-SA-4.0",
		Train:       trainNames,
	}
}

func namesAttribution() []string {
	return []string{
		"Universal NER, UNER_English-EWT, CC BY-SA 4.0",
		"GUM, Zeldes 2017, gucorpling.org/gum, CC BY 4.0, and its text sources",
		"CrossNER, Liu et al. 2021, MIT (text: Wikipedia, CC BY-SA)",
		"Wikigold, Balasuriya et al. 2009, CC BY 4.0",
		"WNUT 2017, Derczynski et al., CC BY 4.0",
		"Broad Twitter Corpus, Derczynski et al. 2016, CC BY 4.0",
	}
}

func trainNames(j *job) (*product, error) {
	segmenter, err := segmentStage()
	if err != nil {
		return nil, err
	}
	parser, err := parseStage()
	if err != nil {
		return nil, err
	}
	reader := joined(segmenter, parser)
	recipe, without, cached := names.Default(), "", ""
	recipe.Parse = func(d *extractor.Document) { _ = parser.Run(context.Background(), d) }
	if err := namesArguments(j.Args, &recipe, &without, &cached); err != nil {
		return nil, err
	}
	var examples []names.Example
	for _, c := range namesCorpora(j) {
		if slices.Contains(strings.Split(without, ","), c.name) {
			continue
		}
		more, err := namesExamples(reader, c)
		if err != nil {
			return nil, err
		}
		examples = append(examples, more...)
	}
	clusters, err := namesClusters(j, segmenter, cached)
	if err != nil {
		return nil, err
	}
	return leanest(j, reader, names.Train(recipe, examples, clusters, j.Seed, j.Log))
}

// namesArguments sets what the arguments say.
func namesArguments(args []string, r *names.Recipe, without, cached *string) error {
	for _, arg := range args {
		key, value, _ := strings.Cut(arg, "=")
		x, err := strconv.ParseFloat(value, 64)
		switch key {
		case "without":
			*without, err = value, nil
		case "clusters":
			*cached, err = value, nil
		case "epochs":
			r.Epochs = int(x)
		case "runs":
			r.Runs = int(x)
		case "dropout":
			r.Dropout = x
		case "once":
			r.Once = x > 0
		case "words":
			r.WordDropout = x
		case "count":
			r.MinCount = int(x)
		case "decay":
			r.Decay = x
		case "rate":
			r.Rate = x
		case "lower":
			r.CaseDropped = x
		case "features":
			r.MaxFeatures = int(x)
		default:
			return fmt.Errorf("argument %q is unknown", arg)
		}
		if err != nil {
			return fmt.Errorf("argument %q: %w", arg, err)
		}
	}
	return nil
}

func segmentStage() (extractor.Stage, error) {
	data, err := model.Read("segment")
	if err != nil {
		return extractor.Stage{}, err
	}
	m, err := segment.Load(data)
	if err != nil {
		return extractor.Stage{}, err
	}
	return segment.New(m), nil
}

func parseStage() (extractor.Stage, error) {
	data, err := model.Read("syntax")
	if err != nil {
		return extractor.Stage{}, err
	}
	m, err := parse.Load(data)
	if err != nil {
		return extractor.Stage{}, err
	}
	return parse.New(m), nil
}

// joined returns a stage that runs two, one after the other.
func joined(a, b extractor.Stage) extractor.Stage {
	return extractor.Stage{Name: a.Name + " and " + b.Name, Run: func(ctx context.Context, d *extractor.Document) error {
		if err := a.Run(ctx, d); err != nil {
			return err
		}
		return b.Run(ctx, d)
	}}
}
