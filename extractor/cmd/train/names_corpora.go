package main

import (
	"context"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/stage/names"
)

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
		{"masc", 1, 1, func() ([]named.Text, error) { return named.MASC(j.Shared) }},
		{"causal_news", 1, 1, func() ([]named.Text, error) { return named.CausalNews(j.Shared) }},
		{"uner", 1.5, 0, func() ([]named.Text, error) { return named.UNER(data, "train") }},
		{"gum", 1, 1, func() ([]named.Text, error) { return named.GUM(data, "train") }},
		{"wikigold", 1, 1, func() ([]named.Text, error) { return named.Wikigold(data) }},
		{"crossner", 1, 1, func() ([]named.Text, error) { return named.CrossNER(data, "train") }},
		{"wnut17", 0.5, 0, func() ([]named.Text, error) { return named.WNUT17(data, "train") }},
		{"btc", 0.5, 0, func() ([]named.Text, error) { return named.BTC(data) }},
		{"re3d", 1, 1, func() ([]named.Text, error) { return named.Re3d(data) }},
		{"ecbplus", 0.8, 0, func() ([]named.Text, error) { return named.ECBPlus(j.Shared) }},
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
