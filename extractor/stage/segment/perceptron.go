package segment

import "math"

// weightCount is the size of the hashed weight vector, a power of two: 64 KB, which stays in the cache.
const weightCount = 1 << 16

// weights score boundaries; positive means split.
type weights [weightCount]int8

func (w *weights) score(features []uint32) int32 {
	sum := int32(0)
	for _, f := range features {
		sum += int32(w[f])
	}
	return sum
}

// perceptron learns weights and averages them (Freund and Schapire 1999).
type perceptron struct {
	current, total [weightCount]float64
	step           float64
}

// learn corrects the weights when they are wrong, or right by less than margin.
func (p *perceptron) learn(features []uint32, split bool, margin float64) {
	p.step++
	sum := 0.0
	for _, f := range features {
		sum += p.current[f]
	}
	sign := -1.0
	if split {
		sign = 1
	}
	if sum*sign > margin {
		return
	}
	for _, f := range features {
		p.current[f] += sign
		p.total[f] += sign * p.step
	}
}

// averaged returns the mean of the weights over all steps, scaled so that the greatest fits.
func (p *perceptron) averaged() *weights {
	var mean [weightCount]float64
	top := 0.0
	for i := range mean {
		mean[i] = p.current[i] - p.total[i]/p.step
		top = max(top, math.Abs(mean[i]))
	}
	var w weights
	for i, m := range mean {
		w[i] = int8(math.Round(m / max(top, 1e-9) * 127))
	}
	return &w
}
