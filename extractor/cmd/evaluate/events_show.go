package main

import (
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// wanted shows the annotated answers to who, when, where.
func wanted(a *corpus.Annotated, e *eval.Event) string {
	words := goldWords(a, e) + " " + e.Time
	for _, x := range e.Arguments {
		if len(x.Spans) > 0 && x.Role != "TIME" {
			words += " " + x.Role + "=" + a.Content[x.Spans[0].Begin:x.Spans[0].End]
		}
	}
	return words
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
			fmt.Fprintf(e.Log, "%s %.2f %s %s | %s\n", kind, predicted[p].Confidence, d.TextOf(d.Events[p].Triggers[0].Span), d.Events[p].Summary, d.TextOf(d.SpanOf(d.Sentences[d.Events[p].Triggers[0].Sentence].Tokens)))
		}
	}
}
