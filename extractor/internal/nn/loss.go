package nn

import "math"

// CrossEntropy returns the loss -log softmax(scores)[gold] and turns the scores, in place, into its gradient times
// weight. A negative gold has no loss.
func CrossEntropy(scores []float32, gold int, weight float32) float64 {
	if gold < 0 {
		clear(scores)
		return 0
	}
	top := scores[0]
	for _, s := range scores[1:] {
		top = max(top, s)
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(float64(s - top))
	}
	loss := math.Log(sum) - float64(scores[gold]-top)
	scale := float32(1 / sum)
	for i, s := range scores {
		scores[i] = weight * scale * float32(math.Exp(float64(s-top)))
	}
	scores[gold] -= weight
	return loss * float64(weight)
}
