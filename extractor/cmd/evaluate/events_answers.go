package main

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// fourAnswers judges who, what, when and where of the main event.
func fourAnswers(a *corpus.Annotated, d *extractor.Document, gold, found *eval.Event) [4]eval.Answer {
	var sentences []eval.Span
	for i := range d.Sentences {
		sentences = append(sentences, inSource(d, d.SpanOf(d.Sentences[i].Tokens)))
	}
	return eval.FourAnswers(a.Content, sentences, gold, found)
}

func bareSpans(s []eval.Span) []eval.Span { return eval.Unlabelled(s) }

func day(s string) string { return s[:min(len(s), 10)] }

// certainty is how sure an event was, and whether it was right.
type certainty struct {
	confidence float64
	right      bool
}

// calibrationError is the expected calibration error over ten bins (Naeini et al. 2015).
func calibrationError(all []certainty) float64 {
	var n, sum, right [10]float64
	for _, c := range all {
		b := min(9, int(c.confidence*10))
		n[b]++
		sum[b] += c.confidence
		if c.right {
			right[b]++
		}
	}
	e := 0.0
	for b := range n {
		e += math.Abs(sum[b]-right[b]) / math.Max(1, float64(len(all)))
	}
	return e
}
