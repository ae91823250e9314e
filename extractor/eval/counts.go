package eval

import "fmt"

// Counts are the sums from which precision, recall and F1 are taken. Values are float64 because some measures
// (CEAF, overlap) give partial credit. The zero value is an empty count.
type Counts struct {
	// GoldHit is credit among the Gold items (recall's numerator); PredictedHit among the Predicted ones. Where
	// items match one to one the two are equal.
	GoldHit, PredictedHit float64
	Gold, Predicted       float64
}

// Matched returns the counts of hits one-to-one matches among gold and predicted items.
func Matched(hits, gold, predicted int) Counts {
	return Counts{float64(hits), float64(hits), float64(gold), float64(predicted)}
}

// Add returns the sum of both: the micro average over documents.
func (c Counts) Add(o Counts) Counts {
	return Counts{c.GoldHit + o.GoldHit, c.PredictedHit + o.PredictedHit, c.Gold + o.Gold, c.Predicted + o.Predicted}
}

// Precision is in 0..1; 0 when nothing was predicted.
func (c Counts) Precision() float64 { return ratio(c.PredictedHit, c.Predicted) }

// Recall is in 0..1; 0 when nothing was there to be found.
func (c Counts) Recall() float64 { return ratio(c.GoldHit, c.Gold) }

// F1 is the harmonic mean of precision and recall, in 0..1.
func (c Counts) F1() float64 {
	p, r := c.Precision(), c.Recall()
	return ratio(2*p*r, p+r)
}

// String shows percentages: "F1 83.12 (P 84.00 R 82.26, gold 1021)".
func (c Counts) String() string {
	return fmt.Sprintf("F1 %.2f (P %.2f R %.2f, gold %.0f)", 100*c.F1(), 100*c.Precision(), 100*c.Recall(), c.Gold)
}

// Accuracy counts right answers among questions that each have one answer.
type Accuracy struct{ Right, Total int }

// Add returns the sum of both.
func (a Accuracy) Add(o Accuracy) Accuracy { return Accuracy{a.Right + o.Right, a.Total + o.Total} }

// See counts one answer.
func (a *Accuracy) See(right bool) {
	a.Total++
	if right {
		a.Right++
	}
}

// Value is in 0..1; 0 when nothing was asked.
func (a Accuracy) Value() float64 { return ratio(float64(a.Right), float64(a.Total)) }

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
