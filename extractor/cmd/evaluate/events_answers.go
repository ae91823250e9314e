package main

import (
	"math"

	"github.com/dateline-news/dateline/extractor/eval"
)

// askFour asks the first four questions of the main event: who did what, when, where. Questions that the annotation
// does not answer are not asked.
func askFour(w *[4]eval.Accuracy, gold, predicted *eval.Event, what bool) {
	for i, role := range []string{"ACTOR", "", "TIME", "PLACE"} {
		if role == "" {
			w[i].See(what)
			continue
		}
		if role == "TIME" {
			if gold.Time != "" {
				w[i].See(day(gold.Time) == day(predicted.Time))
			}
			continue
		}
		if asked, right := answers(gold, predicted, role); asked {
			w[i].See(right)
		}
	}
}

func answers(gold, predicted *eval.Event, role string) (asked, right bool) {
	for _, g := range gold.Arguments {
		if g.Role != role {
			continue
		}
		asked = true
		for _, p := range predicted.Arguments {
			if p.Role == role && eval.RelaxedSpans(bareSpans(g.Spans), bareSpans(p.Spans)).GoldHit > 0 {
				right = true
			}
		}
	}
	return asked, right
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
