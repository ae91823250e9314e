package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/cmd/internal/lessons"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/stage/coref"
)

// corefScorer measures entities: OntoGUM and our own Wikinews with predicted mentions, matched by their heads and
// restricted to persons, places and organisations; and GAP.
func corefScorer() scorer {
	return scorer{
		Name: "coref",
		Doc:  "coreference on raw text, mentions predicted and matched by head: mean of MUC, B³ and CEAF-φ4",
		Score: func(e *env) ([]figure, error) {
			p, err := pipeline.Through("coref")
			if err != nil {
				return nil, err
			}
			var out []figure
			for _, c := range []struct {
				name string
				read func(string) ([]goldEntities, error)
			}{{"ontogum", ontoGUMEntities}, {"wikinews", wikinewsEntities}} {
				docs, err := c.read(e.Shared)
				if err != nil {
					return nil, err
				}
				f, err := scoreEntities(e, p, c.name, docs)
				if err != nil {
					return nil, err
				}
				out = append(out, f...)
			}
			return out, nil
		},
	}
}

// goldEntities is a text with the places of its entities' mentions.
type goldEntities struct {
	id, text   string
	entities   [][]extractor.SourceSpan
	singletons bool
}

func ontoGUMEntities(shared string) ([]goldEntities, error) {
	docs, err := corpus.OntoGUM(shared, "dev")
	var out []goldEntities
	for _, d := range docs {
		g := goldEntities{id: d.ID, text: d.Text}
		for _, c := range d.Chains {
			if c.Type == "person" || c.Type == "place" || c.Type == "organization" {
				g.entities = append(g.entities, lessons.Spans(c.Mentions))
			}
		}
		out = append(out, g)
	}
	return out, err
}

func wikinewsEntities(shared string) ([]goldEntities, error) {
	articles, err := corpus.Wikinews(shared)
	var out []goldEntities
	for _, a := range articles {
		if a.Split != "dev" || a.Depth != "full" {
			continue
		}
		g := goldEntities{id: a.ID, text: a.Content, singletons: true}
		for _, e := range a.Entities {
			var spans []corpus.Span
			for _, m := range e.Mentions {
				spans = append(spans, m.Span)
			}
			g.entities = append(g.entities, lessons.Spans(spans))
		}
		out = append(out, g)
	}
	return out, err
}

func scoreEntities(e *env, p *extractor.Pipeline, name string, docs []goldEntities) ([]figure, error) {
	var sum eval.CoreferenceCounts
	shown := 0
	for _, g := range docs {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: g.text})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.id, err)
		}
		gold, predicted := headChains(d, g)
		sum = sum.Add(eval.Coreference(gold, predicted))
		if shown < e.Errors {
			shown++
			printChains(e, d, g.id, gold, predicted)
		}
	}
	return []figure{{"coref/" + name + "/conll", sum.CoNLL()}, {"coref/" + name + "/muc", sum.MUC.F1()},
		{"coref/" + name + "/b3", sum.B3.F1()}, {"coref/" + name + "/ceaf", sum.CEAF.F1()}}, nil
}

// headChains turns both sides into chains of head tokens. A gold mention whose place no token covers keeps a place of
// its own, that nothing matches.
func headChains(d *extractor.Document, g goldEntities) (gold, predicted []eval.Chain) {
	lost := -1
	for _, spans := range g.entities {
		var c eval.Chain
		for _, h := range coref.Heads(d, spans) {
			if h < 0 {
				lost--
				h = int32(lost)
			}
			c = append(c, eval.Span{Begin: int(h), End: int(h) + 1})
		}
		gold = append(gold, c)
	}
	for _, x := range d.Entities {
		var c eval.Chain
		for _, m := range x.Mentions {
			c = append(c, eval.Span{Begin: int(m.Head), End: int(m.Head) + 1})
		}
		predicted = append(predicted, c)
	}
	if !g.singletons {
		predicted = eval.WithoutSingletons(predicted)
	}
	return gold, predicted
}

// printChains shows a document's entities side by side: each gold one, then what the prediction made of its mentions.
func printChains(e *env, d *extractor.Document, id string, gold, predicted []eval.Chain) {
	fmt.Fprintf(e.Log, "== %s\n", id)
	side := func(mark string, chains []eval.Chain) {
		for i, c := range chains {
			var words []string
			for _, s := range c {
				if s.Begin >= 0 {
					words = append(words, fmt.Sprintf("%s@%d", d.TokenText(s.Begin), s.Begin))
				}
			}
			fmt.Fprintf(e.Log, "%s%d %s\n", mark, i, strings.Join(words, " "))
		}
	}
	side("gold ", gold)
	side("pred ", predicted)
}

// gapFolds is the number of folds of the cross-validation on GAP.
const gapFolds = 5

// gapScorer measures pronouns on GAP in cross-validation: the model learns from the other folds alone.
func gapScorer() scorer {
	return scorer{
		Name: "gap",
		Doc:  "which of two names a pronoun means (GAP), five-fold cross-validation: F1",
		Score: func(e *env) ([]figure, error) {
			snippets, err := corpus.GAP(e.Shared)
			if err != nil {
				return nil, err
			}
			p, err := pipeline.Through("quotes")
			if err != nil {
				return nil, err
			}
			return scoreGAP(e, p, snippets)
		},
	}
}

func scoreGAP(e *env, p *extractor.Pipeline, snippets []corpus.Pronoun) ([]figure, error) {
	news, err := lessons.Coref(e.Shared, p)
	if err != nil {
		return nil, err
	}
	pronouns, err := lessons.GAP(e.Shared, p)
	if err != nil {
		return nil, err
	}
	var c eval.Counts
	for fold := range gapFolds {
		train := slices.Clone(news)
		for i, l := range pronouns {
			if i%gapFolds != fold {
				train = append(train, l...)
			}
		}
		stage := coref.New(coref.Train(train, coref.Passes, 1, discard{}))
		for i, g := range snippets {
			if i%gapFolds == fold {
				if err := scoreSnippet(e, stage, pronouns[i], g, &c); err != nil {
					return nil, err
				}
			}
		}
	}
	return []figure{{"gap/f1", c.F1()}, {"gap/precision", c.Precision()}, {"gap/recall", c.Recall()}}, nil
}

// discard swallows a trainer's log.
type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }

func scoreSnippet(e *env, stage extractor.Stage, lesson []coref.Example, g corpus.Pronoun, c *eval.Counts) error {
	var isA, isB bool
	if len(lesson) > 0 {
		d := lesson[0].Doc
		if err := stage.Run(context.Background(), d); err != nil {
			return err
		}
		heads := coref.Heads(d, []extractor.SourceSpan{lessons.Span(g.Pronoun), lessons.Span(g.A), lessons.Span(g.B)})
		isA, isB = sameEntity(d, heads[0], heads[1]), sameEntity(d, heads[0], heads[2])
		if e.Errors > 0 && (isA != g.IsA || isB != g.IsB) {
			fmt.Fprintf(e.Log, "%s gold A=%v B=%v got A=%v B=%v (%s) | %s | %s | %s\n", g.ID, g.IsA, g.IsB, isA, isB, entityAt(d, heads[0]),
				g.Text[g.A.Begin:g.A.End], g.Text[g.B.Begin:g.B.End], g.Text[:g.Pronoun.Begin]+"**"+g.Text[g.Pronoun.Begin:g.Pronoun.End]+"**"+g.Text[g.Pronoun.End:])
		}
	}
	for _, x := range []struct{ gold, predicted bool }{{g.IsA, isA}, {g.IsB, isB}} {
		if x.gold {
			c.Gold++
		}
		if x.predicted {
			c.Predicted++
		}
		if x.gold && x.predicted {
			c.GoldHit++
			c.PredictedHit++
		}
	}
	return nil
}

// sameEntity reports whether one entity has mentions that cover both tokens.
func sameEntity(d *extractor.Document, a, b int32) bool {
	covers := func(e extractor.Entity, i int32) bool {
		return slices.ContainsFunc(e.Mentions, func(m extractor.Mention) bool {
			return m.Tokens.Contains(int(i)) && m.Type != extractor.MentionCommon || m.Head == i
		})
	}
	return slices.ContainsFunc(d.Entities, func(e extractor.Entity) bool { return covers(e, a) && covers(e, b) })
}

// entityAt names the entity that a token is a mention of, for the log.
func entityAt(d *extractor.Document, i int32) string {
	for _, e := range d.Entities {
		if slices.ContainsFunc(e.Mentions, func(m extractor.Mention) bool { return m.Head == i }) {
			return cmp.Or(e.Name, "nameless: "+d.TextOf(e.Mentions[0].Span))
		}
	}
	return "none"
}
