package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/eval/corpus/notation"
)

// pairScore counts items of two readers: both, only in a's, only in b's list.
type pairScore struct{ both, a, b float64 }

func (s *pairScore) compare(a, b map[string]bool) {
	s.a += float64(len(a))
	s.b += float64(len(b))
	for k := range a {
		if b[k] {
			s.both++
		}
	}
}

func (s pairScore) f1() float64 {
	if s.a+s.b == 0 {
		return 1
	}
	return 2 * s.both / (s.a + s.b)
}

// agree prints how well two readers of the same articles agree, as F1 (one
// reader as gold, the other as answer, it is the same either way).
func agree(texts []corpus.Article, args []string) error {
	verbose := len(args) == 3 && args[0] == "-v"
	if verbose {
		args = args[1:]
	}
	if len(args) != 2 {
		return fmt.Errorf("agree [-v] DIR_A DIR_B")
	}
	var sides [2]map[int]*corpus.Annotation
	for i, dir := range args {
		sides[i] = map[int]*corpus.Annotation{}
		err := compileFolder(texts, dir, nil, func(n int, a *corpus.Annotation, _ []notation.Problem) { sides[i][n] = a })
		if err != nil {
			return err
		}
	}
	layers := agreementLayers()
	scores := make([]pairScore, len(layers))
	var b3 bcubed
	articles := 0
	for n := 1; n <= len(texts); n++ {
		a, b := sides[0][n], sides[1][n]
		if a == nil || b == nil {
			continue
		}
		articles++
		align(a, b)
		for i, l := range layers {
			scores[i].compare(l.keys(a), l.keys(b))
			if verbose {
				printOnly(n, l.name, "A", l.keys(a), l.keys(b))
				printOnly(n, l.name, "B", l.keys(b), l.keys(a))
			}
		}
		b3.compare(a, b)
	}
	fmt.Printf("%d articles in both folders\n", articles)
	for i, l := range layers {
		fmt.Printf("%-46s F1 %.3f  (%.0f in both, %.0f and %.0f in all)\n", l.name, scores[i].f1(), scores[i].both, scores[i].a, scores[i].b)
	}
	fmt.Printf("%-46s F1 %.3f\n", "coreference B³ over mentions of both", b3.f1())
	return nil
}

// printOnly lists what only one reader has.
func printOnly(article int, layer, reader string, mine, other map[string]bool) {
	for _, k := range slices.Sorted(maps.Keys(mine)) {
		if !other[k] {
			fmt.Printf("%03d %s only %s: %s\n", article, layer, reader, k)
		}
	}
}

// layer turns an annotation into a set of comparable items.
type layer struct {
	name string
	keys func(*corpus.Annotation) map[string]bool
}

func agreementLayers() []layer {
	at := func(s corpus.Span) string { return fmt.Sprint(s.Begin, "-", s.End) }
	mentions := func(keep string, label func(corpus.Entity) string) func(*corpus.Annotation) map[string]bool {
		return func(a *corpus.Annotation) map[string]bool {
			out := map[string]bool{}
			for _, e := range a.Entities {
				for _, m := range e.Mentions {
					if strings.Contains(keep, m.Type) {
						out[at(m.Span)+" "+label(e)] = true
					}
				}
			}
			return out
		}
	}
	noLabel := func(corpus.Entity) string { return "" }
	events := func(label func(*corpus.Annotation, corpus.Event, corpus.Trigger) []string) func(*corpus.Annotation) map[string]bool {
		return func(a *corpus.Annotation) map[string]bool {
			out := map[string]bool{}
			for _, e := range a.Events {
				for _, t := range e.Triggers {
					for _, l := range label(a, e, t) {
						out[at(t.Span)+" "+l] = true
					}
				}
			}
			return out
		}
	}
	argument := func(role string) func(*corpus.Annotation) map[string]bool {
		return events(func(_ *corpus.Annotation, e corpus.Event, _ corpus.Trigger) []string {
			var out []string
			for _, arg := range e.Args {
				if arg.Role == role {
					out = append(out, targetKey(arg))
				}
			}
			return out
		})
	}
	times := func(value bool) func(*corpus.Annotation) map[string]bool {
		return func(a *corpus.Annotation) map[string]bool {
			out := map[string]bool{}
			for _, t := range a.Times {
				k := at(t.Span)
				if value {
					k += " " + t.Value
				}
				out[k] = true
			}
			return out
		}
	}
	quotes := func(label func(*corpus.Annotation, corpus.Quote) string) func(*corpus.Annotation) map[string]bool {
		return func(a *corpus.Annotation) map[string]bool {
			out := map[string]bool{}
			for _, q := range a.Quotes {
				out[fmt.Sprint(q.Spans, label(a, q))] = true
			}
			return out
		}
	}
	return []layer{
		{"mention spans, all", mentions("PROPER COMMON PRONOUN", noLabel)},
		{"mention spans, names", mentions("PROPER", noLabel)},
		{"mention spans, nominals", mentions("COMMON", noLabel)},
		{"mention spans, pronouns", mentions("PRONOUN", noLabel)},
		{"mention spans with entity type", mentions("PROPER COMMON PRONOUN", func(e corpus.Entity) string { return e.Type })},
		{"time spans", times(false)},
		{"time spans with value", times(true)},
		{"quote spans", quotes(func(*corpus.Annotation, corpus.Quote) string { return "" })},
		{"quote spans with speaker", quotes(func(_ *corpus.Annotation, q corpus.Quote) string { return " " + q.Speaker })},
		{"event triggers", events(func(*corpus.Annotation, corpus.Event, corpus.Trigger) []string { return []string{""} })},
		{"event triggers with type", events(func(_ *corpus.Annotation, e corpus.Event, _ corpus.Trigger) []string { return []string{e.Type} })},
		{"event triggers with mention status", events(func(_ *corpus.Annotation, _ corpus.Event, t corpus.Trigger) []string { return []string{t.Status} })},
		{"event triggers with type and time", events(func(_ *corpus.Annotation, e corpus.Event, _ corpus.Trigger) []string {
			return []string{e.Type + " " + e.Time}
		})},
		{"event triggers with actor", argument("ACTOR")},
		{"event triggers with recipient", argument("RECIPIENT")},
		{"event triggers with place", argument("PLACE")},
	}
}

// align renames b's entities and events to those of a that they share most
// mentions with, so that ids of two readers can be compared.
func align(a, b *corpus.Annotation) {
	rename := map[string]string{}
	for _, eb := range b.Entities {
		best, id := 0, "b:"+eb.ID
		for _, ea := range a.Entities {
			if n := shared(mentionSpans(ea), mentionSpans(eb)); n > best {
				best, id = n, ea.ID
			}
		}
		rename[eb.ID] = id
	}
	for _, eb := range b.Events {
		best, id := 0, "b:"+eb.ID
		for _, ea := range a.Events {
			if n := shared(triggerSpans(ea), triggerSpans(eb)); n > best {
				best, id = n, ea.ID
			}
		}
		rename[eb.ID] = id
	}
	for i := range b.Quotes {
		if q := &b.Quotes[i]; q.Speaker != "" {
			q.Speaker = rename[q.Speaker]
		}
	}
	for i := range b.Events {
		for j := range b.Events[i].Args {
			if arg := &b.Events[i].Args[j]; rename[arg.Target] != "" {
				arg.Target = rename[arg.Target]
			}
		}
	}
}

func shared(a, b map[corpus.Span]bool) int {
	n := 0
	for s := range a {
		if b[s] {
			n++
		}
	}
	return n
}

func mentionSpans(e corpus.Entity) map[corpus.Span]bool {
	out := map[corpus.Span]bool{}
	for _, m := range e.Mentions {
		out[m.Span] = true
	}
	return out
}

func triggerSpans(e corpus.Event) map[corpus.Span]bool {
	out := map[corpus.Span]bool{}
	for _, t := range e.Triggers {
		out[t.Span] = true
	}
	return out
}

func targetKey(arg corpus.Arg) string {
	if arg.Span != nil {
		return fmt.Sprint("w@", arg.Span.Begin)
	}
	return arg.Target
}
