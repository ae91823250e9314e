package crf

import "math"

// Set is a set of labels, a bit each. There are at most 64 labels.
type Set uint64

// Chain is a sequence of positions with their features and the labels that they may have.
type Chain struct {
	// Features holds the rows of the weights that apply to each position.
	Features [][]int32
	// Allowed holds the labels that each position may have; none may be empty.
	Allowed []Set
	// Own is how many of each position's first features tell the word itself rather than its surroundings; nil for none.
	Own []int32
	// Base is added to the scores, Labels of each position; nil for nothing.
	Base []float32
	// Weight scales the chain's gradient: 1 as a rule.
	Weight float32
}

// Weights are the parameters. Before the first and after the last position there is label 0.
type Weights struct {
	Labels int
	// Rows holds Labels weights for each feature.
	Rows []float32
	// Transitions holds the weight of label b behind label a at a*Labels+b; -Inf where b must not follow.
	Transitions []float32
}

// Mix moves the weights a share of the way to others of the same shape.
func (w *Weights) Mix(other *Weights, share float32) {
	for i, v := range other.Rows {
		w.Rows[i] += (v - w.Rows[i]) * share
	}
	for i, v := range other.Transitions {
		if v != Forbidden {
			w.Transitions[i] += (v - w.Transitions[i]) * share
		}
	}
}

// Forbidden is the weight of an impossible transition.
var Forbidden = float32(math.Inf(-1))

// lattice holds the sums of one chain.
type lattice struct {
	labels                  int
	score, forward, reverse []float32
	scale, product          []float32
}

func (l *lattice) reset(n, labels int) {
	l.labels = labels
	for _, s := range []*[]float32{&l.score, &l.forward, &l.reverse} {
		if cap(*s) < n*labels {
			*s = make([]float32, 2*n*labels)
		}
		*s = (*s)[:n*labels]
	}
	if cap(l.scale) < n {
		l.scale = make([]float32, 2*n)
	}
	l.scale = l.scale[:n]
}

// run computes the forward and reverse sums, each position scaled to sum 1, where the labels outside allowed are
// impossible (nil allows all). potential holds exp(emission), move exp(transition).
func (l *lattice) run(potential, move []float32, allowed []Set) {
	k := l.labels
	for i := range l.scale {
		cur := l.forward[i*k : i*k+k]
		if i == 0 {
			copy(cur, move[:k])
		} else {
			clear(cur)
			for a, f := range l.forward[(i-1)*k : i*k] {
				addScaled(cur, move[a*k:a*k+k], f)
			}
		}
		for b, p := range potential[i*k : i*k+k] {
			if cur[b] *= p; allowed != nil && allowed[i]>>b&1 == 0 {
				cur[b] = 0
			}
		}
		l.scale[i] = normalize(cur)
	}
	for i := len(l.scale) - 1; i >= 0; i-- {
		cur := l.reverse[i*k : i*k+k]
		if i == len(l.scale)-1 {
			for a := range cur {
				cur[a] = move[a*k]
			}
		} else {
			next := l.ahead(i+1, potential, allowed)
			for a := range cur {
				cur[a] = dot(move[a*k:a*k+k], next)
			}
		}
		normalize(cur)
	}
}

// ahead returns potential times reverse sum of each label at a position, valid until the next call.
func (l *lattice) ahead(i int, potential []float32, allowed []Set) []float32 {
	k := l.labels
	l.product = append(l.product[:0], l.reverse[i*k:i*k+k]...)
	for b, p := range potential[i*k : i*k+k] {
		if l.product[b] *= p; allowed != nil && allowed[i]>>b&1 == 0 {
			l.product[b] = 0
		}
	}
	return l.product
}

// addScaled adds f times the row.
func addScaled(dst, row []float32, f float32) {
	if f == 0 {
		return
	}
	row = row[:len(dst)]
	for b := range dst {
		dst[b] += f * row[b]
	}
}

func dot(x, y []float32) (sum float32) {
	y = y[:len(x)]
	for i, v := range x {
		sum += v * y[i]
	}
	return sum
}

// normalize scales values to sum 1 and returns what their sum was.
func normalize(values []float32) (sum float32) {
	for _, v := range values {
		sum += v
	}
	inverse := 1 / sum
	for i := range values {
		values[i] *= inverse
	}
	return sum
}

// marginals writes the probability of each label at each position.
func (l *lattice) marginals(dst []float32) {
	k := l.labels
	for i := range l.scale {
		sum := float32(0)
		for b := range k {
			p := l.forward[i*k+b] * l.reverse[i*k+b]
			dst[i*k+b] = p
			sum += p
		}
		for b := range k {
			dst[i*k+b] /= sum
		}
	}
}

// pairs adds sign times the probability of each pair of neighbouring labels, with label 0 around the chain.
func (l *lattice) pairs(potential, move []float32, allowed []Set, marginal, dst []float32, sign float32) {
	n, k := len(l.scale), l.labels
	for b := range k {
		dst[b] += sign * marginal[b]
		dst[b*k] += sign * marginal[(n-1)*k+b]
	}
	for i := 1; i < n; i++ {
		next := l.ahead(i, potential, allowed)
		total := dot(l.forward[i*k:i*k+k], l.reverse[i*k:i*k+k]) * l.scale[i]
		for a, f := range l.forward[(i-1)*k : i*k] {
			if f == 0 {
				continue
			}
			f *= sign / total
			row, to := move[a*k:a*k+k], dst[a*k:a*k+k]
			for b, v := range next {
				to[b] += f * row[b] * v
			}
		}
	}
}
