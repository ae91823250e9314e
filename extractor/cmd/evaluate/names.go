package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus/named"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// namesScorer measures names on raw text: articles in, exact spans and types out. Persons, organisations and places
// are what all corpora share; a place is right whatever its type where the corpus does not tell (see the data guide).
func namesScorer() scorer {
	return scorer{
		Name:  "names",
		Doc:   "exact spans and types of names on raw text; f1 is of PER, ORG and LOC; unseen: names that the training parts have not",
		Score: scoreNames,
	}
}

// namesParts lists what is measured.
func namesParts(e *env) []namesPart {
	data := filepath.Join(e.Shared, "data")
	return []namesPart{
		{"wikinews", true, func() ([]named.Text, error) { return named.Wikinews(e.Shared, "dev") }},
		{"worldwide", false, func() ([]named.Text, error) { return named.Worldwide(data, "dev") }},
		{"uner", false, func() ([]named.Text, error) { return named.UNER(data, "dev") }},
		{"gum", false, func() ([]named.Text, error) { return named.GUM(data, "dev") }},
		{"crossner", false, func() ([]named.Text, error) { return named.CrossNER(data, "dev") }},
		{"wnut17", false, func() ([]named.Text, error) { return named.WNUT17(data, "dev") }},
	}
}

type namesPart struct {
	name string
	// fine: every name has one type, so that all eleven are measured too.
	fine bool
	read func() ([]named.Text, error)
}

func scoreNames(e *env) ([]figure, error) {
	p, err := pipeline.Through("names")
	if err != nil {
		return nil, err
	}
	return scoreNamesOf(e, p.For(extractor.LayerNames))
}

// scoreNamesOf measures the pipeline, whose last stage finds names.
func scoreNamesOf(e *env, p *extractor.Pipeline) ([]figure, error) {
	seen, err := seenNames(e)
	if err != nil {
		return nil, err
	}
	var figures []figure
	for _, part := range namesParts(e) {
		texts, err := part.read()
		if err != nil {
			return nil, err
		}
		s := newNamesScore(e, seen)
		for i := range texts {
			d, err := p.Analyze(context.Background(), &extractor.Article{Content: texts[i].Text})
			if err != nil {
				return nil, fmt.Errorf("%s: %w", texts[i].ID, err)
			}
			s.add(d, &texts[i], part.fine)
		}
		figures = append(figures, s.figures("names/"+part.name+"/", part.fine)...)
		s.printErrors(part.name)
	}
	speed, err := namesSpeed(e, p)
	return append(figures, figure{"names/tokens_per_second", speed}), err
}

// seenNames are the names of the training parts, in lower case.
func seenNames(e *env) (map[string]bool, error) {
	data := filepath.Join(e.Shared, "data")
	seen := map[string]bool{}
	for _, read := range []func() ([]named.Text, error){
		func() ([]named.Text, error) { return named.Wikinews(e.Shared, "train") },
		func() ([]named.Text, error) { return named.MASC(e.Shared) },
		func() ([]named.Text, error) { return named.CausalNews(e.Shared) },
		func() ([]named.Text, error) { return named.ECBPlus(e.Shared) },
		func() ([]named.Text, error) { return named.UNER(data, "train") },
		func() ([]named.Text, error) { return named.GUM(data, "train") },
		func() ([]named.Text, error) { return named.Wikigold(data) },
		func() ([]named.Text, error) { return named.CrossNER(data, "train") },
		func() ([]named.Text, error) { return named.WNUT17(data, "train") },
		func() ([]named.Text, error) { return named.BTC(data) },
		func() ([]named.Text, error) { return named.Re3d(data) },
	} {
		texts, err := read()
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			for _, n := range t.Names {
				seen[strings.ToLower(t.Text[n.Begin:n.End])] = true
			}
		}
	}
	return seen, nil
}

// namesScore sums up one corpus.
type namesScore struct {
	env            *env
	seen           map[string]bool
	coarse, fine   map[string]eval.Counts
	unseen         eval.Counts
	wrong          map[string]int
	lossesAndGains []string
}

func newNamesScore(e *env, seen map[string]bool) *namesScore {
	return &namesScore{env: e, seen: seen, coarse: map[string]eval.Counts{}, fine: map[string]eval.Counts{}, wrong: map[string]int{}}
}

func (s *namesScore) add(d *extractor.Document, t *named.Text, fine bool) {
	spans := named.Compare(d, t, false)
	addByLabel(s.coarse, spans)
	if fine {
		addByLabel(s.fine, named.Compare(d, t, true))
	}
	gold, predicted := s.onlyUnseen(t, spans.Gold), s.onlyUnseen(t, spans.Predicted)
	s.unseen = s.unseen.Add(eval.Spans(gold, predicted))
	if s.env.Errors > 0 {
		s.note(t, spans)
	}
}

func addByLabel(sums map[string]eval.Counts, spans named.Spans) {
	for label, c := range eval.SpansByLabel(spans.Gold, spans.Predicted) {
		sums[label] = sums[label].Add(c)
	}
}

// onlyUnseen keeps the persons, organisations and places whose names the training parts do not have.
func (s *namesScore) onlyUnseen(t *named.Text, spans []eval.Span) []eval.Span {
	return slices.DeleteFunc(named.Only(spans, "PER", "ORG", "LOC"), func(x eval.Span) bool {
		return s.seen[strings.ToLower(t.Text[x.Begin:x.End])]
	})
}

func (s *namesScore) figures(prefix string, fine bool) []figure {
	var all eval.Counts
	for _, label := range []string{"PER", "ORG", "LOC"} {
		all = all.Add(s.coarse[label])
	}
	figures := []figure{{prefix + "f1", all.F1()}, {prefix + "precision", all.Precision()}, {prefix + "recall", all.Recall()},
		{prefix + "unseen", s.unseen.F1()}}
	for _, label := range []string{"PER", "ORG", "LOC", "MISC"} {
		if s.coarse[label].Gold > 0 {
			figures = append(figures, figure{prefix + strings.ToLower(label), s.coarse[label].F1()})
		}
	}
	if !fine {
		return figures
	}
	all = eval.Counts{}
	for t := extractor.EntityPerson; t <= extractor.EntityLanguage; t++ {
		c := s.fine[t.String()]
		all = all.Add(c)
		if c.Gold > 0 {
			figures = append(figures, figure{prefix + "fine/" + strings.ToLower(t.String()), c.F1()})
		}
	}
	return append(figures, figure{prefix + "fine/f1", all.F1()})
}

// note counts what was missed and what was invented.
func (s *namesScore) note(t *named.Text, spans named.Spans) {
	for _, side := range []struct {
		mark        string
		these, them []eval.Span
	}{{"missed", spans.Gold, spans.Predicted}, {"invented", spans.Predicted, spans.Gold}} {
		for _, x := range side.these {
			if !slices.Contains(side.them, x) {
				begin, end := max(0, x.Begin-40), min(len(t.Text), x.End+40)
				s.wrong[fmt.Sprintf("%-8s %-4s %s", side.mark, x.Label, t.Text[x.Begin:x.End])]++
				s.lossesAndGains = append(s.lossesAndGains, fmt.Sprintf("%-8s %-4s %s…%s[%s]%s…", side.mark, x.Label, instead(x, side.them, t.Text),
					oneLine(t.Text[begin:x.Begin]), t.Text[x.Begin:x.End], oneLine(t.Text[x.End:end])))
			}
		}
	}
}

// instead tells what the other side has in the span's place.
func instead(x eval.Span, others []eval.Span, text string) string {
	for _, o := range others {
		if o.Begin < x.End && x.Begin < o.End {
			return fmt.Sprintf("(instead of %s %s) ", o.Label, text[o.Begin:o.End])
		}
	}
	return ""
}

func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), "⏎")
}

// printErrors prints the most frequent disagreements, and then a sample of all with their surroundings.
func (s *namesScore) printErrors(name string) {
	if s.env.Errors == 0 {
		return
	}
	fmt.Fprintf(s.env.Log, "\n%s: the most frequent disagreements\n", name)
	keys := make([]string, 0, len(s.wrong))
	for k := range s.wrong {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(s.wrong[b], s.wrong[a]), cmp.Compare(a, b)) })
	for _, k := range keys[:min(len(keys), s.env.Errors)] {
		fmt.Fprintf(s.env.Log, "%3d  %s\n", s.wrong[k], k)
	}
	fmt.Fprintf(s.env.Log, "%s: a sample\n", name)
	for i := range min(len(s.lossesAndGains), s.env.Errors) {
		fmt.Fprintln(s.env.Log, s.lossesAndGains[i*len(s.lossesAndGains)/min(len(s.lossesAndGains), s.env.Errors)])
	}
}

// namesSpeed returns how many tokens a second the stage reads, the best of five passes over news articles.
func namesSpeed(e *env, p *extractor.Pipeline) (float64, error) {
	texts, err := named.Wikinews(e.Shared, "train")
	if err != nil {
		return 0, err
	}
	var docs []*extractor.Document
	tokens := 0
	for _, t := range texts {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: t.Text})
		if err != nil {
			return 0, err
		}
		docs, tokens = append(docs, d), tokens+len(d.Tokens)
	}
	stages := p.Stages()
	names := stages[len(stages)-1]
	best := 0.0
	for range 5 {
		begin := time.Now()
		for _, d := range docs {
			if err := names.Run(context.Background(), d); err != nil {
				return 0, err
			}
		}
		best = max(best, float64(tokens)/time.Since(begin).Seconds())
	}
	return best, nil
}
