package crf

import "math"

// Scores returns the emissions of the features at each position, Labels of each.
func (w *Weights) Scores(features [][]int32) []float32 {
	k := w.Labels
	scores := make([]float32, len(features)*k)
	for i, rows := range features {
		for _, f := range rows {
			for y, v := range w.Rows[int(f)*k : int(f)*k+k] {
				scores[i*k+y] += v
			}
		}
	}
	return scores
}

// Best returns the most probable labels for such scores (Viterbi).
func (w *Weights) Best(scores []float32) []uint8 {
	k := w.Labels
	n := len(scores) / k
	best, back := make([]float32, n*k), make([]uint8, n*k)
	for i := range n {
		for b := range k {
			top, from := float32(math.Inf(-1)), 0
			for a := range k {
				s := w.Transitions[a*k+b]
				if i > 0 {
					s += best[(i-1)*k+a]
				} else if a > 0 {
					break
				}
				if s > top {
					top, from = s, a
				}
			}
			best[i*k+b], back[i*k+b] = top+scores[i*k+b], uint8(from)
		}
	}
	last := 0
	for b := range k {
		if best[(n-1)*k+b]+w.Transitions[b*k] > best[(n-1)*k+last]+w.Transitions[last*k] {
			last = b
		}
	}
	labels := make([]uint8, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = uint8(last)
		last = int(back[i*k+last])
	}
	return labels
}
