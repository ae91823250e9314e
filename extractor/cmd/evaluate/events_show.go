package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// showFour prints the lede, and who did what, when and where as annotated and as found.
func showFour(w io.Writer, a *corpus.Annotated, d *extractor.Document, gold *eval.Event, four [4]eval.Answer) {
	found := &d.Events[d.MainEvent]
	fmt.Fprintf(w, "FOUR %s %s | %s\n", a.ID, a.Title, a.Content[:min(len(a.Content), 700)])
	for i, q := range eval.Questions {
		fmt.Fprintf(w, "  %s=%s", q, [...]string{"-", "WRONG", "right"}[four[i]])
	}
	fmt.Fprintf(w, "\n  WANT %s %s", goldWords(a, gold), gold.Time)
	for _, x := range gold.Arguments {
		if len(x.Spans) > 0 && x.Role != "TIME" {
			fmt.Fprintf(w, " %s=%q", x.Role, a.Content[x.Spans[0].Begin:x.Spans[0].End])
		}
	}
	fmt.Fprintf(w, "\n  GOT  %s", found.Type)
	for _, t := range found.Triggers {
		fmt.Fprintf(w, " %s", d.TextOf(t.Span))
	}
	fmt.Fprintf(w, " %s", found.Time)
	for _, x := range found.Arguments {
		name := d.TextOf(x.Span)
		if x.Entity >= 0 {
			name += "/" + d.Entities[x.Entity].Name
		}
		fmt.Fprintf(w, " %s=%q", x.Role, name)
	}
	fmt.Fprintln(w)
}

func goldWords(a *corpus.Annotated, e *eval.Event) string {
	words := e.Type
	for _, t := range e.Triggers {
		words += " " + a.Content[t.Begin:t.End]
	}
	return words
}

// showEvents prints what was missed, confused and invented in an article.
func showEvents(e *env, a *corpus.Annotated, d *extractor.Document, gold, predicted []eval.Event) {
	typed, spotted := eval.MatchEvents(gold, predicted, true), eval.MatchEvents(gold, predicted, false)
	fmt.Fprintln(e.Log, "=====", a.ID)
	used := map[int]bool{}
	for g := range gold {
		p, ok := typed[g]
		if ok {
			used[p] = true
			if gold[g].Status != predicted[p].Status {
				fmt.Fprintln(e.Log, "STATUS", gold[g].Status, "not", predicted[p].Status, goldWords(a, &gold[g]), "|", d.Events[p].Summary)
			}
			if len(gold[g].Sources) > 0 && eval.RelaxedSpans(bareSpans(slices.Concat(gold[g].Sources...)), bareSpans(slices.Concat(predicted[p].Sources...))).GoldHit == 0 {
				fmt.Fprintf(e.Log, "SOURCE missed %s, got %d | %s\n", goldWords(a, &gold[g]), len(predicted[p].Sources), sentenceOf(d, &d.Events[p]))
			}
			if gold[g].Time != "" && day(gold[g].Time) != day(predicted[p].Time) {
				fmt.Fprintf(e.Log, "TIME %s not %q %s | %s | %s\n", gold[g].Time, predicted[p].Time, goldWords(a, &gold[g]), d.Events[p].Summary, sentenceOf(d, &d.Events[p]))
			}
			for _, role := range []string{"ACTOR", "RECIPIENT", "PLACE", "OBJECT"} {
				showRole(e.Log, a, d, role, &gold[g], &predicted[p], &d.Events[p])
			}
			continue
		}
		if p, ok := spotted[g]; ok {
			used[p] = true
			fmt.Fprintln(e.Log, "TYPE", goldWords(a, &gold[g]), "| not", d.Events[p].Summary)
			continue
		}
		fmt.Fprintln(e.Log, "MISS", goldWords(a, &gold[g]))
	}
	for p := range predicted {
		if !used[p] {
			kind := "FALSE"
			for g := range gold {
				if len(eval.MatchEvents(gold[g:g+1], predicted[p:p+1], false)) > 0 {
					kind = "TWICE " + goldWords(a, &gold[g]) + " ="
				}
			}
			fmt.Fprintf(e.Log, "%s %.2f %s %s | %s\n", kind, predicted[p].Confidence, d.TextOf(d.Events[p].Triggers[0].Span), d.Events[p].Summary, sentenceOf(d, &d.Events[p]))
		}
	}
}

// sentenceOf is the sentence of an event's main mention.
func sentenceOf(d *extractor.Document, e *extractor.Event) string {
	return d.TextOf(d.SpanOf(d.Sentences[e.Triggers[0].Sentence].Tokens))
}

// showRole prints who lacks a role and who has it wrongly.
func showRole(w io.Writer, a *corpus.Annotated, d *extractor.Document, role string, gold, found *eval.Event, e *extractor.Event) {
	missed, extra := "", ""
	has := found.InRole(role)
	for _, g := range gold.InRole(role) {
		if !eval.SameArguments([]eval.EventArgument{g}, has) {
			missed += fmt.Sprintf(" %q", a.Content[g.Spans[0].Begin:g.Spans[0].End])
		}
	}
	for _, p := range has {
		if !eval.SameArguments([]eval.EventArgument{p}, gold.InRole(role)) && len(p.Spans) > 0 {
			extra += fmt.Sprintf(" %q", a.Content[p.Spans[0].Begin:p.Spans[0].End])
		}
	}
	if missed != "" || extra != "" {
		fmt.Fprintf(w, "ROLE %s missed%s, invented%s: %s | %s | %s\n", role, missed, extra, goldWords(a, gold), e.Summary, sentenceOf(d, e))
	}
}
