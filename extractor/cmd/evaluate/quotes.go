package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// quotesScorer measures stage/quotes on PolNeAR's development part (tune only): contents in tokens, sources by overlap.
func quotesScorer() scorer {
	return scorer{
		Name: "quotes",
		Doc:  "reported speech: tokens of contents, sources",
		Score: func(e *env) ([]figure, error) {
			p, err := pipeline.Through("quotes")
			if err != nil {
				return nil, err
			}
			files, err := filepath.Glob(filepath.Join(e.Data("polnear"), "dev", "attributions", "*.ann"))
			if err != nil {
				return nil, err
			}
			sum := eval.QuoteCounts{}
			for _, file := range files {
				c, err := polnearArticle(e, p, file)
				if err != nil {
					return nil, err
				}
				sum = sum.Add(c)
			}
			news, err := newsQuotes(e)
			if err != nil {
				return nil, err
			}
			return append([]figure{
				{"quotes/polnear/content_f1", sum.Content.F1()}, {"quotes/polnear/content_precision", sum.Content.Precision()},
				{"quotes/polnear/content_recall", sum.Content.Recall()}, {"quotes/polnear/covered_f1", sum.Covered.F1()},
				{"quotes/polnear/found_f1", sum.Found.F1()}, {"quotes/polnear/source", sum.Source.Value()},
			}, news...), nil
		},
	}
}

// polnearArticle scores one annotator's version of one article.
func polnearArticle(e *env, p *extractor.Pipeline, ann string) (eval.QuoteCounts, error) {
	name := strings.TrimSuffix(filepath.Base(ann), ".ann")
	text := filepath.Join(filepath.Dir(ann), "..", "text", name[:strings.LastIndexByte(name, '_')]+".txt")
	data, err := os.ReadFile(text)
	if err != nil {
		return eval.QuoteCounts{}, err
	}
	d, err := p.Analyze(context.Background(), &extractor.Article{Content: string(data)})
	if err != nil {
		return eval.QuoteCounts{}, err
	}
	bytesAt := byteOffsets(string(data))
	gold, err := polnearGold(ann, func(begin, end int) []eval.Span {
		span, ok := d.Offsets.ToText(extractor.SourceSpan{Begin: extractor.SourceOffset(bytesAt[begin]), End: extractor.SourceOffset(bytesAt[end])})
		if !ok {
			return nil
		}
		r := d.TokensIn(span)
		return []eval.Span{{Begin: int(r.First), End: int(r.Last)}}
	})
	if err != nil {
		return eval.QuoteCounts{}, err
	}
	predicted := predictedQuotes(d)
	if e.Errors > 0 {
		showQuotes(e, d, gold, predicted)
	}
	return eval.Quotes(gold, predicted), nil
}

// predictedQuotes turns a document's quotes into the scorer's, in tokens. Where entities are known, the mentions of
// the speaker count.
func predictedQuotes(d *extractor.Document) []eval.Quote {
	var out []eval.Quote
	for _, q := range d.Quotes {
		p := eval.Quote{Direct: q.Type == extractor.QuoteDirect}
		for _, s := range q.Spans {
			r := d.TokensIn(s)
			p.Content = append(p.Content, eval.Span{Begin: int(r.First), End: int(r.Last)})
		}
		if !q.Speaker.Empty() {
			p.Source = append(p.Source, eval.Span{Begin: int(q.Speaker.First), End: int(q.Speaker.Last)})
		}
		out = append(out, p)
	}
	return out
}

// byteOffsets maps code points to bytes; the last entry is the length.
func byteOffsets(s string) []int {
	var out []int
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// polnearGold reads a brat file: text-bound annotations T and attributions E that join them.
func polnearGold(path string, tokens func(begin, end int) []eval.Span) ([]eval.Quote, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	bound := map[string][]eval.Span{}
	var out []eval.Quote
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 2 || fields[0] == "" {
			continue
		}
		switch fields[0][0] {
		case 'T':
			_, places, _ := strings.Cut(fields[1], " ")
			for place := range strings.SplitSeq(places, ";") {
				b, e, _ := strings.Cut(place, " ")
				begin, err1 := strconv.Atoi(b)
				end, err2 := strconv.Atoi(e)
				if err1 == nil && err2 == nil {
					bound[fields[0]] = append(bound[fields[0]], tokens(begin, end)...)
				}
			}
		case 'E':
			if q := polnearAttribution(fields[1], bound); len(q.Content) > 0 {
				out = append(out, q)
			}
		}
	}
	return out, lines.Err()
}

func polnearAttribution(roles string, bound map[string][]eval.Span) eval.Quote {
	var q eval.Quote
	for role := range strings.FieldsSeq(roles) {
		name, id, _ := strings.Cut(role, ":")
		switch strings.TrimRight(name, "0123456789") {
		case "Content":
			q.Content = append(q.Content, bound[id]...)
		case "Source":
			q.Source = append(q.Source, bound[id]...)
		}
	}
	return q
}

func showQuotes(e *env, d *extractor.Document, gold, predicted []eval.Quote) {
	words := func(spans []eval.Span) string {
		s := ""
		for _, x := range spans {
			s += " | " + d.RangeText(extractor.TokenRange{First: int32(x.Begin), Last: int32(x.End)})
		}
		return s
	}
	overlaps := func(a, b []eval.Span) bool {
		return slices.ContainsFunc(a, func(x eval.Span) bool {
			return slices.ContainsFunc(b, func(y eval.Span) bool { return x.Begin < y.End && y.Begin < x.End })
		})
	}
	for _, g := range gold {
		if !slices.ContainsFunc(predicted, func(p eval.Quote) bool { return overlaps(g.Content, p.Content) }) {
			fmt.Fprintln(e.Log, "MISS", words(g.Content), " // ", words(g.Source))
		}
	}
	for _, p := range predicted {
		if !slices.ContainsFunc(gold, func(g eval.Quote) bool { return overlaps(g.Content, p.Content) }) {
			fmt.Fprintln(e.Log, "FALSE", words(p.Content), " // ", words(p.Source))
		}
	}
	for _, g := range gold {
		for _, p := range predicted {
			if overlaps(g.Content, p.Content) && len(g.Source) > 0 && !overlaps(g.Source, p.Source) {
				fmt.Fprintln(e.Log, "SOURCE", words(g.Source), "NOT", words(p.Source), "//", words(g.Content), "//", words(p.Content))
			}
		}
	}
}
