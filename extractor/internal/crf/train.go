package crf

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"time"
)

// Options of training.
type Options struct {
	Epochs int
	// Rate is AdaGrad's step, Decay what each epoch takes off all weights (L2), Dropout the share of features dropped
	// at each position, WordDropout that of positions that lose all that tells the word itself: what is left must do
	// for unknown words. Average: the last so many epochs are averaged.
	Rate, Decay, Dropout, WordDropout float64
	Average                           int
	Seed                              uint64
	Log                               io.Writer
}

// trainer holds the state of training.
type trainer struct {
	w              *Weights
	rows, moves    []float32 // sums of squared gradients
	options        Options
	random         *rand.Rand
	free, bound    lattice
	potential      []float32
	move, gradient []float32
	p, q           []float32
	kept           [][]int32
	keptMemory     []int32
}

// easy is the loss below which a chain is looked at in every third epoch only, after the first two.
const easy = 0.01

// Train learns the weights of so many features from chains. transitions gives the starting weights of transitions
// (0, or Forbidden).
func Train(chains []Chain, features, labels int, transitions []float32, o Options) *Weights {
	w := &Weights{Labels: labels, Rows: make([]float32, features*labels), Transitions: append([]float32{}, transitions...)}
	t := &trainer{
		w: w, rows: make([]float32, features*labels), moves: make([]float32, labels*labels), options: o,
		random: rand.New(rand.NewPCG(o.Seed, 1)), move: make([]float32, labels*labels), gradient: make([]float32, labels*labels),
	}
	sum := make([]float64, len(w.Rows))
	sumMoves := make([]float64, len(w.Transitions))
	averaged := 0
	last := make([]float64, len(chains))
	for epoch := range o.Epochs {
		begin, loss, positions := time.Now(), 0.0, 0
		for _, i := range t.random.Perm(len(chains)) {
			if epoch < 2 || last[i] > easy || (epoch+i)%3 == 0 {
				last[i] = t.step(&chains[i])
			}
			loss += last[i]
			positions += len(chains[i].Allowed)
		}
		t.shrink()
		if epoch >= o.Epochs-max(o.Average, 1) {
			averaged++
			addTo(sum, w.Rows)
			addTo(sumMoves, w.Transitions)
		}
		if o.Log != nil {
			fmt.Fprintf(o.Log, "epoch %d: loss %.4f a position, %.1f s\n", epoch+1, loss/float64(positions), time.Since(begin).Seconds())
		}
	}
	mean(w.Rows, sum, averaged)
	mean(w.Transitions, sumMoves, averaged)
	return w
}

func addTo(sum []float64, values []float32) {
	for i, v := range values {
		sum[i] += float64(v)
	}
}

func mean(values []float32, sum []float64, n int) {
	for i := range values {
		values[i] = float32(sum[i] / float64(n))
	}
}

// shrink takes the epoch's share off all weights.
func (t *trainer) shrink() {
	keep := float32(1 - t.options.Decay)
	for i := range t.w.Rows {
		t.w.Rows[i] *= keep
	}
}

// step climbs along the gradient of one chain, and returns its loss.
func (t *trainer) step(c *Chain) float64 {
	n, k := len(c.Allowed), t.w.Labels
	t.drop(c)
	t.emissions(c, n)
	for i, v := range t.w.Transitions {
		t.move[i] = float32(math.Exp(float64(v)))
	}
	t.free.reset(n, k)
	t.free.run(t.potential, t.move, nil)
	t.bound.reset(n, k)
	t.bound.run(t.potential, t.move, c.Allowed)
	t.p, t.q = resized(t.p, n*k), resized(t.q, n*k)
	t.free.marginals(t.p)
	t.bound.marginals(t.q)
	loss := 0.0
	for i := range n {
		loss += math.Log(float64(t.free.scale[i])) - math.Log(float64(t.bound.scale[i]))
	}
	if math.IsNaN(loss) || math.IsInf(loss, 0) {
		return 0 // nothing that is allowed is possible
	}
	clear(t.gradient)
	t.bound.pairs(t.potential, t.move, c.Allowed, t.q, t.gradient, 1)
	t.free.pairs(t.potential, t.move, nil, t.p, t.gradient, -1)
	t.climb(c.Weight)
	return loss
}

func resized(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, 2*n)[:n]
	}
	return s[:n]
}

// drop chooses the features that stay.
func (t *trainer) drop(c *Chain) {
	t.kept, t.keptMemory = t.kept[:0], t.keptMemory[:0]
	threshold, wordThreshold := uint64(t.options.Dropout*(1<<32)), uint64(t.options.WordDropout*(1<<32))
	for i, all := range c.Features {
		if c.Own != nil && t.random.Uint64()>>32 < wordThreshold {
			all = all[c.Own[i]:]
		}
		begin := len(t.keptMemory)
		for _, f := range all {
			if threshold == 0 || t.random.Uint64()>>32 >= threshold {
				t.keptMemory = append(t.keptMemory, f)
			}
		}
		t.kept = append(t.kept, t.keptMemory[begin:len(t.keptMemory):len(t.keptMemory)])
	}
}

// emissions computes the potentials, scaled so that the greatest of a position is 1.
func (t *trainer) emissions(c *Chain, n int) {
	k := t.w.Labels
	t.potential = resized(t.potential, n*k)
	for i, features := range t.kept {
		e := t.potential[i*k : i*k+k]
		clear(e)
		if c.Base != nil {
			copy(e, c.Base[i*k:])
		}
		for _, f := range features {
			for y, v := range t.w.Rows[int(f)*k : int(f)*k+k] {
				e[y] += v
			}
		}
		top := e[0]
		for _, v := range e {
			top = max(top, v)
		}
		for y, v := range e {
			e[y] = float32(math.Exp(float64(max(v-top, -60))))
		}
	}
}

// climb updates the weights.
func (t *trainer) climb(weight float32) {
	k, rate := t.w.Labels, float32(t.options.Rate)
	for i, features := range t.kept {
		for y := range k {
			g := (t.q[i*k+y] - t.p[i*k+y]) * weight
			if g > -1e-3 && g < 1e-3 {
				continue
			}
			for _, f := range features {
				at := int(f)*k + y
				t.rows[at] += g * g
				t.w.Rows[at] += rate * g / float32(math.Sqrt(float64(t.rows[at])+1e-2))
			}
		}
	}
	for i, g := range t.gradient {
		if g *= weight; (g > 1e-4 || g < -1e-4) && !math.IsInf(float64(t.w.Transitions[i]), -1) {
			t.moves[i] += g * g
			t.w.Transitions[i] += rate * g / float32(math.Sqrt(float64(t.moves[i])+1e-2))
		}
	}
}
