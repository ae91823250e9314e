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
	"github.com/dateline-news/dateline/extractor/story"
)

// storiesScorer measures ECB+: which articles are of one story, and which mentions, in all of them, are of one event.
func storiesScorer() scorer {
	return scorer{
		Name: "stories",
		Doc:  "ECB+ development topics as one collection, nothing gold: articles into stories (B³), event mentions into events",
		Score: func(e *env) ([]figure, error) {
			docs, err := corpus.ECBPlus(e.Shared, func(topic int) bool { return slices.Contains(corpus.ECBDevTopics, topic) })
			if err != nil {
				return nil, err
			}
			p, err := pipeline.English()
			if err != nil {
				return nil, err
			}
			m, err := pipeline.Stories()
			if err != nil {
				return nil, err
			}
			return scoreStories(e, p, m, docs)
		},
	}
}

// mentionKey is an event mention: which article, which head token.
type mentionKey struct {
	doc  int
	head int32
}

func scoreStories(e *env, p *extractor.Pipeline, m *story.Model, docs []corpus.ECBDocument) ([]figure, error) {
	c := story.NewCollection("ecb", m)
	index := map[string]int{}
	analysed := make([]*extractor.Document, len(docs))
	for i, doc := range docs {
		d, err := p.Analyze(context.Background(), &extractor.Article{ID: doc.File, Content: doc.Text})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.File, err)
		}
		analysed[i], index[doc.File] = d, i
		if _, err := c.Add(story.NewReport(d)); err != nil {
			return nil, err
		}
	}
	if _, err := c.Flush(); err != nil {
		return nil, err
	}
	articles := articleClusters(docs, index, c)
	gold := goldEvents(docs, analysed)
	predicted := storyEvents(docs, analysed, index, c)
	if e.Errors > 0 {
		printStories(e, docs, analysed, gold, predicted)
	}
	full := eval.Coreference(asChains(gold, nil), asChains(predicted, nil))
	both := common(gold, predicted)
	found := eval.Coreference(asChains(gold, both), asChains(predicted, both))
	baseline := eval.Coreference(asChains(gold, both), asChains(lemmaBaseline(analysed, index, c, both), both))
	mentions := eval.Spans(flat(gold), flat(predicted))
	return []figure{
		{"stories/ecb/articles-b3", articles.B3.F1()},
		{"stories/ecb/mentions-f1", mentions.F1()},
		{"stories/ecb/conll", full.CoNLL()}, {"stories/ecb/muc", full.MUC.F1()}, {"stories/ecb/b3", full.B3.F1()}, {"stories/ecb/ceaf", full.CEAF.F1()},
		{"stories/ecb/found-conll", found.CoNLL()}, {"stories/ecb/found-b3", found.B3.F1()}, {"stories/ecb/lemma-conll", baseline.CoNLL()},
	}, nil
}

// articleClusters scores the stories as clusters of articles against the subtopics.
func articleClusters(docs []corpus.ECBDocument, index map[string]int, c *story.Collection) eval.CoreferenceCounts {
	bySubtopic := map[string]eval.Chain{}
	for i, d := range docs {
		bySubtopic[d.Subtopic] = append(bySubtopic[d.Subtopic], eval.Span{Begin: i, End: i + 1})
	}
	var gold, predicted []eval.Chain
	for _, chain := range bySubtopic {
		gold = append(gold, chain)
	}
	for _, s := range c.Stories() {
		var chain eval.Chain
		for _, id := range s.ArticleIDs {
			chain = append(chain, eval.Span{Begin: index[id], End: index[id] + 1})
		}
		predicted = append(predicted, chain)
	}
	return eval.Coreference(gold, predicted)
}

// goldEvents lists the event mentions of the validated sentences by instance.
func goldEvents(docs []corpus.ECBDocument, analysed []*extractor.Document) [][]mentionKey {
	byInstance := map[string][]mentionKey{}
	var order []string
	lost := int32(-1)
	for i, doc := range docs {
		for _, m := range doc.Mentions {
			if !m.Event() || !m.Validated {
				continue
			}
			head := coref.Heads(analysed[i], []extractor.SourceSpan{lessons.Span(m.Spans[0])})[0]
			if head < 0 {
				lost--
				head = lost
			}
			if byInstance[m.Instance] == nil {
				order = append(order, m.Instance)
			}
			byInstance[m.Instance] = append(byInstance[m.Instance], mentionKey{i, head})
		}
	}
	var out [][]mentionKey
	for _, id := range order {
		out = append(out, byInstance[id])
	}
	return out
}

// storyEvents lists the triggers that stand in validated sentences by story event.
func storyEvents(docs []corpus.ECBDocument, analysed []*extractor.Document, index map[string]int, c *story.Collection) [][]mentionKey {
	var out [][]mentionKey
	for _, s := range c.Stories() {
		for _, x := range s.Events {
			var keys []mentionKey
			for _, r := range x.Reports {
				i := index[r.ArticleID]
				for _, t := range reported(analysed[i], r.Event).Triggers {
					if lessons.Validated(&docs[i], analysed[i], t.Span) {
						keys = append(keys, mentionKey{i, t.Head})
					}
				}
			}
			if len(keys) > 0 {
				out = append(out, keys)
			}
		}
	}
	return out
}

// reported returns the event of an article that a report of a story's event is of.
func reported(d *extractor.Document, event int32) *extractor.Event {
	if event < 0 {
		return &d.Doubtful[-1-event]
	}
	return &d.Events[event]
}

// common is the set of mentions that both sides have.
func common(a, b [][]mentionKey) map[mentionKey]bool {
	in := map[mentionKey]bool{}
	for _, keys := range a {
		for _, k := range keys {
			in[k] = true
		}
	}
	both := map[mentionKey]bool{}
	for _, keys := range b {
		for _, k := range keys {
			if in[k] {
				both[k] = true
			}
		}
	}
	return both
}

// asChains turns clusters of mentions into chains, those outside a set left out (nil: none is).
func asChains(clusters [][]mentionKey, only map[mentionKey]bool) []eval.Chain {
	var out []eval.Chain
	for _, keys := range clusters {
		var c eval.Chain
		for _, k := range keys {
			if only == nil || only[k] {
				at := k.doc<<20 + int(k.head)
				c = append(c, eval.Span{Begin: at, End: at + 1})
			}
		}
		if len(c) > 0 {
			out = append(out, c)
		}
	}
	return out
}

func flat(clusters [][]mentionKey) []eval.Span {
	var out []eval.Span
	for _, c := range asChains(clusters, nil) {
		out = append(out, c...)
	}
	return out
}

// lemmaBaseline clusters mentions of one lemma within a story: the strong simple baseline of the literature.
func lemmaBaseline(analysed []*extractor.Document, index map[string]int, c *story.Collection, mentions map[mentionKey]bool) [][]mentionKey {
	storyOf := map[int]string{}
	for _, s := range c.Stories() {
		for _, id := range s.ArticleIDs {
			storyOf[index[id]] = s.ID
		}
	}
	byLemma := map[string][]mentionKey{}
	for k := range mentions {
		key := storyOf[k.doc] + " " + strings.ToLower(analysed[k.doc].Tags[k.head].Lemma)
		byLemma[key] = append(byLemma[key], k)
	}
	var out [][]mentionKey
	for _, keys := range byLemma {
		out = append(out, keys)
	}
	return out
}

// printStories shows the predicted events of several mentions, each mention with its gold instance, and the gold events
// that were cut into most pieces.
func printStories(e *env, docs []corpus.ECBDocument, analysed []*extractor.Document, gold, predicted [][]mentionKey) {
	instance := map[mentionKey]int{}
	for i, keys := range gold {
		for _, k := range keys {
			instance[k] = i + 1
		}
	}
	cluster := map[mentionKey]int{}
	for i, keys := range predicted {
		for _, k := range keys {
			cluster[k] = i + 1
		}
	}
	show := func(k mentionKey) string {
		d := analysed[k.doc]
		if k.head < 0 {
			return "lost"
		}
		s := d.Sentences[d.SentenceOf(int(k.head))].Tokens
		return fmt.Sprintf("gold %d pred %d %s: %s **%s** %s", instance[k], cluster[k], docs[k.doc].File,
			d.RangeText(extractor.TokenRange{First: max(s.First, k.head-10), Last: k.head}), d.TokenText(int(k.head)),
			d.RangeText(extractor.TokenRange{First: k.head + 1, Last: min(s.Last, k.head+9)}))
	}
	byPieces := slices.Clone(gold)
	pieces := func(keys []mentionKey) int {
		seen := map[int]bool{}
		for _, k := range keys {
			if cluster[k] > 0 {
				seen[cluster[k]] = true
			}
		}
		return len(seen)
	}
	slices.SortStableFunc(byPieces, func(a, b []mentionKey) int { return cmp.Compare(pieces(b), pieces(a)) })
	for i, keys := range byPieces[:min(e.Errors, len(byPieces))] {
		fmt.Fprintf(e.Log, "-- SPLIT %d: %d mentions in %d pieces\n", i, len(keys), pieces(keys))
		for _, k := range keys {
			fmt.Fprintln(e.Log, "  ", show(k))
		}
	}
	mixed := func(keys []mentionKey) int {
		seen := map[int]bool{}
		for _, k := range keys {
			if instance[k] > 0 {
				seen[instance[k]] = true
			}
		}
		return len(seen)
	}
	byMix := slices.Clone(predicted)
	slices.SortStableFunc(byMix, func(a, b []mentionKey) int { return cmp.Compare(mixed(b), mixed(a)) })
	for i, keys := range byMix[:min(e.Errors, len(byMix))] {
		fmt.Fprintf(e.Log, "-- MIXED %d: %d mentions of %d instances\n", i, len(keys), mixed(keys))
		for _, k := range keys {
			fmt.Fprintln(e.Log, "  ", show(k))
		}
	}
}
