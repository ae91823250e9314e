package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/stage/names"
	"github.com/dateline-news/dateline/extractor/stage/segment"
)

// namesTrainer learns stage/names. Arguments, for experiments: without=CORPUS, epochs=N …;
// clusters=FILE keeps the clusters from one run to the next.
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

// namesCorpus is a corpus to learn from, and how much each of its sentences counts.
type namesCorpus struct {
	name   string
	weight float32
	// renamed is how many copies of each text with other names in them are learned from too.
	renamed int
	read    func() ([]named.Text, error)
}

func namesCorpora(j *job) []namesCorpus {
	data := j.Data("")
	return []namesCorpus{
		{"wikinews", 1.5, 2, func() ([]named.Text, error) { return named.Wikinews(j.Shared, "train") }},
		{"uner", 1, 0, func() ([]named.Text, error) { return named.UNER(data, "train") }},
		{"gum", 1, 1, func() ([]named.Text, error) { return named.GUM(data, "train") }},
		{"wikigold", 1, 1, func() ([]named.Text, error) { return named.Wikigold(data) }},
		{"crossner", 1, 1, func() ([]named.Text, error) { return named.CrossNER(data, "train") }},
		{"wnut17", 0.5, 0, func() ([]named.Text, error) { return named.WNUT17(data, "train") }},
		{"btc", 0.5, 0, func() ([]named.Text, error) { return named.BTC(data) }},
		{"re3d", 1, 1, func() ([]named.Text, error) { return named.Re3d(data) }},
		{"ecbplus", 1, 0, func() ([]named.Text, error) { return named.ECBPlus(data) }},
		{"gap", 0.5, 0, func() ([]named.Text, error) { return everyThird(named.GAP(data)) }},
	}
}

// everyThird keeps a third of the texts: two names a snippet teach little for their length.
func everyThird(texts []named.Text, err error) ([]named.Text, error) {
	var kept []named.Text
	for i := 0; i < len(texts); i += 3 {
		kept = append(kept, texts[i])
	}
	return kept, err
}

// namesDev are the parts to measure on while learning.
func namesDev(j *job) []namesCorpus {
	data := j.Data("")
	return []namesCorpus{
		{"wikinews", 1, 0, func() ([]named.Text, error) { return named.Wikinews(j.Shared, "dev") }},
		{"worldwide", 1, 0, func() ([]named.Text, error) { return named.Worldwide(data, "dev") }},
		{"uner", 1, 0, func() ([]named.Text, error) { return named.UNER(data, "dev") }},
		{"gum", 1, 0, func() ([]named.Text, error) { return named.GUM(data, "dev") }},
		{"crossner", 1, 0, func() ([]named.Text, error) { return named.CrossNER(data, "dev") }},
		{"wnut17", 1, 0, func() ([]named.Text, error) { return named.WNUT17(data, "dev") }},
	}
}

func trainNames(j *job) (*product, error) {
	segmenter, err := segmentStage()
	if err != nil {
		return nil, err
	}
	recipe, without, cached := names.Default(), "", ""
	if err := namesArguments(j.Args, &recipe, &without, &cached); err != nil {
		return nil, err
	}
	var examples []names.Example
	for _, c := range namesCorpora(j) {
		if slices.Contains(strings.Split(without, ","), c.name) {
			continue
		}
		more, err := namesExamples(segmenter, c)
		if err != nil {
			return nil, err
		}
		examples = append(examples, more...)
	}
	clusters, err := namesClusters(j, segmenter, cached)
	if err != nil {
		return nil, err
	}
	return leanest(j, segmenter, names.Train(recipe, examples, clusters, j.Seed, j.Log))
}

// leanest returns the model with the bias towards no name that does best on the mean of the development parts.
func leanest(j *job, segmenter extractor.Stage, m *names.Model) (*product, error) {
	dev, err := namesDevDocuments(j, segmenter)
	if err != nil {
		return nil, err
	}
	var best product
	top := -1.0
	for _, nats := range []float64{-0.9, -0.6, -0.3, 0, 0.3} {
		leaning := m.Lean(nats)
		fmt.Fprintf(j.Log, "leaning %.1f\n", nats)
		scores, err := scoreNames(j, dev, leaning)
		if err != nil {
			return nil, err
		}
		mean := 0.0
		for _, c := range dev {
			mean += scores[c.name+"_f1"] / float64(len(dev))
		}
		if mean > top {
			top, best = mean, product{Model: leaning.Bytes(), Scores: scores}
		}
	}
	return &best, nil
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

// namesDocument returns a text as a document with tokens; blank lines part its blocks.
func namesDocument(segmenter extractor.Stage, text string) (*extractor.Document, error) {
	d := extractor.NewDocument(&extractor.Article{Content: text})
	d.Text, d.English = text, true
	d.Offsets.Append(0, len(text), 0, len(text), false)
	begin := 0
	for part := range strings.SplitSeq(text, "\n\n") {
		end := begin + len(part)
		if strings.TrimSpace(part) != "" {
			d.Blocks = append(d.Blocks, extractor.Block{Type: extractor.SegmentBody,
				Span: extractor.TextSpan{Begin: extractor.TextOffset(begin), End: extractor.TextOffset(end)}})
		}
		begin = end + 2
	}
	return d, segmenter.Run(context.Background(), d)
}

func namesExamples(segmenter extractor.Stage, c namesCorpus) ([]names.Example, error) {
	texts, err := c.read()
	if err != nil {
		return nil, err
	}
	originals := texts[:len(texts):len(texts)]
	for seed := range c.renamed {
		r := newReplacer(uint64(seed))
		for _, t := range originals {
			texts = append(texts, r.text(t))
		}
	}
	var examples []names.Example
	for i := range texts {
		t := &texts[i]
		d, err := namesDocument(segmenter, t.Text)
		if err != nil {
			return nil, err
		}
		e := names.Example{Doc: d, Missing: names.Types(t.Missing), Weight: c.weight}
		for _, a := range named.Align(d, t) {
			e.Names = append(e.Names, names.Gold{Tokens: a.Tokens, Types: names.Types(a.Types), Unsure: a.Unsure})
		}
		examples = append(examples, e)
	}
	return examples, nil
}

// devPart is a corpus to measure on, analyzed up to names.
type devPart struct {
	name  string
	texts []named.Text
	docs  []*extractor.Document
}

func namesDevDocuments(j *job, segmenter extractor.Stage) ([]devPart, error) {
	var parts []devPart
	for _, c := range namesDev(j) {
		texts, err := c.read()
		if err != nil {
			return nil, err
		}
		p := devPart{name: c.name, texts: texts}
		for i := range texts {
			d, err := namesDocument(segmenter, texts[i].Text)
			if err != nil {
				return nil, err
			}
			p.docs = append(p.docs, d)
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// scoreNames measures F1 of persons, organisations and places on the development parts.
func scoreNames(j *job, parts []devPart, m *names.Model) (map[string]float64, error) {
	finder := names.New(m)
	scores := map[string]float64{}
	for _, p := range parts {
		var total eval.Counts
		byLabel := map[string]eval.Counts{}
		for i, d := range p.docs {
			if err := finder.Run(context.Background(), d); err != nil {
				return nil, err
			}
			s := named.Compare(d, &p.texts[i], false)
			for label, counts := range eval.SpansByLabel(s.Gold, s.Predicted) {
				byLabel[label] = byLabel[label].Add(counts)
				if label != "MISC" {
					total = total.Add(counts)
				}
			}
		}
		scores[p.name+"_f1"] = total.F1()
		fmt.Fprintf(j.Log, "%-10s F1 %.4f (P %.3f R %.3f)", p.name, total.F1(), total.Precision(), total.Recall())
		for _, label := range []string{"PER", "ORG", "LOC", "MISC"} {
			fmt.Fprintf(j.Log, "  %s %.3f", label, byLabel[label].F1())
		}
		fmt.Fprintln(j.Log)
	}
	return scores, nil
}
