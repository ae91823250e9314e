package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/eval/corpus/timeml"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// timesScorer measures time expressions as TempEval-3 does, the publication day being the DCT.
func timesScorer() scorer {
	return scorer{
		Name: "times",
		Doc:  "TIMEX3 expressions on raw text: overlap, exact span, and overlap with the type or the value right",
		Score: func(e *env) ([]figure, error) {
			docs, err := timeml.ReadFolders(os.DirFS(e.Data("tempeval3")), "TimeBank", "AQUAINT")
			if err != nil {
				return nil, err
			}
			news, err := wikinewsTimes(e)
			if err != nil {
				return nil, err
			}
			figures, err := scoreTimes(e, "tempeval3", docs)
			if err != nil {
				return nil, err
			}
			more, err := scoreTimes(e, "wikinews-dev", news)
			return append(figures, more...), err
		},
	}
}

// wikinewsTimes are the development articles of the news corpus, up to where each was annotated. Their conventions
// differ a little from TimeML's: decades are 199X, the adjective “current” is no time.
func wikinewsTimes(e *env) ([]timeml.Document, error) {
	articles, err := corpus.Wikinews(e.Shared)
	if err != nil {
		return nil, err
	}
	var docs []timeml.Document
	for _, a := range articles {
		if a.Split != "dev" || a.Depth != "full" || len(a.Times) == 0 {
			continue
		}
		d := timeml.Document{Name: a.ArticleID, Text: a.Content[:a.Through], PublishTime: a.PublishTime.Format("2006-01-02")}
		for _, x := range a.Times {
			d.Times = append(d.Times, eval.Timex{Begin: x.Span.Begin, End: x.Span.End, Type: x.Type, Value: x.Value})
		}
		docs = append(docs, d)
	}
	return docs, nil
}

func scoreTimes(e *env, name string, docs []timeml.Document) ([]figure, error) {
	english, err := pipeline.English()
	if err != nil {
		return nil, err
	}
	p := english.For(extractor.LayerTimes)
	var total eval.TimexCounts
	var lines []string
	for _, doc := range docs {
		found, err := timesOf(p, doc)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.Name, err)
		}
		counts, pairs := eval.Times(doc.Times, found)
		total = total.Add(counts)
		for _, pair := range pairs {
			if line := disagreement(doc, pair); line != "" {
				lines = append(lines, line)
			}
		}
	}
	slices.Sort(lines)
	for _, line := range lines[:min(e.Errors, len(lines))] {
		fmt.Fprintln(e.Log, line)
	}
	name = "times/" + name
	return []figure{{name + "/relaxed", total.Relaxed.F1()}, {name + "/strict", total.Strict.F1()},
		{name + "/type", total.Type.F1()}, {name + "/value", total.Value.F1()},
		{name + "/relaxed-precision", total.Relaxed.Precision()}, {name + "/relaxed-recall", total.Relaxed.Recall()}}, nil
}

// timesOf analyzes a document; the spans are bytes of its text.
func timesOf(p *extractor.Pipeline, doc timeml.Document) ([]eval.Timex, error) {
	published, err := time.Parse("2006-01-02", doc.PublishTime[:min(len(doc.PublishTime), len("2006-01-02"))])
	if err != nil {
		return nil, err
	}
	d, err := p.Analyze(context.Background(), &extractor.Article{Content: doc.Text, PublishTime: published})
	if err != nil {
		return nil, err
	}
	var found []eval.Timex
	for _, x := range d.Times {
		if s, ok := d.Offsets.Hull(x.Span); ok {
			found = append(found, eval.Timex{Begin: int(s.Begin), End: int(s.End), Type: x.Type.String(), Value: x.Value})
		}
	}
	return found, nil
}

// disagreement describes a pair that differs, the kind of difference first; "" for one that agrees.
func disagreement(doc timeml.Document, p eval.TimexPair) string {
	shown := func(x *eval.Timex) string {
		before, after := doc.Text[max(0, x.Begin-70):x.Begin], doc.Text[x.End:min(len(doc.Text), x.End+50)]
		return strings.Join(strings.Fields(before+"["+doc.Text[x.Begin:x.End]+"]"+after), " ") + "\t" + doc.PublishTime + "\t" + doc.Name
	}
	key := func(x *eval.Timex) string {
		return strings.ToLower(strings.Join(strings.Fields(doc.Text[x.Begin:x.End]), " ")) + "\t" + x.Type + " " + x.Value
	}
	switch {
	case p.Gold == nil:
		return "FALSE\t" + key(p.Predicted) + "\t" + shown(p.Predicted)
	case p.Predicted == nil:
		return "MISSED\t" + key(p.Gold) + "\t" + shown(p.Gold)
	case !eval.SameTimexValue(p.Gold.Value, p.Predicted.Value):
		return "VALUE\t" + key(p.Gold) + "\tgot " + p.Predicted.Type + " " + p.Predicted.Value + "\t" + shown(p.Gold)
	case p.Gold.Type != p.Predicted.Type:
		return "TYPE\t" + key(p.Gold) + "\tgot " + p.Predicted.Type + "\t" + shown(p.Gold)
	case p.Gold.Begin != p.Predicted.Begin || p.Gold.End != p.Predicted.End:
		return "SPAN\t" + key(p.Gold) + "\tgot " + key(p.Predicted) + "\t" + shown(p.Gold)
	}
	return ""
}
