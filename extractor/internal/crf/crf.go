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

// Forbidden is the weight of an impossible transition.
var Forbidden = float32(math.Inf(-1))

// lattice holds the sums of one chain.
type lattice struct {
	labels                  int
	score, forward, reverse []float32
	scale                   []float32
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
	n, k := len(l.scale), l.labels
	for i := range n {
		cur := l.forward[i*k : i*k+k]
		sum := float32(0)
		for b := range k {
			if allowed != nil && allowed[i]>>b&1 == 0 {
				cur[b] = 0
				continue
			}
			s := float32(0)
			if i == 0 {
				s = move[b]
			} else {
				for a, f := range l.forward[(i-1)*k : i*k] {
					s += f * move[a*k+b]
				}
			}
			cur[b] = s * potential[i*k+b]
			sum += cur[b]
		}
		l.scale[i] = sum
		inverse := 1 / sum
		for b := range cur {
			cur[b] *= inverse
		}
	}
	for i := n - 1; i >= 0; i-- {
		cur := l.reverse[i*k : i*k+k]
		sum := float32(0)
		for a := range k {
			s := float32(0)
			row := move[a*k : a*k+k]
			if i == n-1 {
				s = row[0]
			} else {
				next, nextPotential := l.reverse[(i+1)*k:(i+2)*k], potential[(i+1)*k:(i+2)*k]
				for b, r := range next {
					if allowed == nil || allowed[i+1]>>b&1 != 0 {
						s += row[b] * nextPotential[b] * r
					}
				}
			}
			cur[a] = s
			sum += s
		}
		inverse := 1 / sum
		for a := range cur {
			cur[a] *= inverse
		}
	}
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
		total := float32(0)
		for pass := range 2 {
			for a, f := range l.forward[(i-1)*k : i*k] {
				if f == 0 {
					continue
				}
				for b := range k {
					if allowed != nil && allowed[i]>>b&1 == 0 {
						continue
					}
					p := f * move[a*k+b] * potential[i*k+b] * l.reverse[i*k+b]
					if pass == 0 {
						total += p
					} else {
						dst[a*k+b] += sign * p / total
					}
				}
			}
		}
	}
}
