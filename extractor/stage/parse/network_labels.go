package parse

import (
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor/internal/nn"
)

// labelScorer scores the relations of a word to its head: out(swish(dependent(i) + head(j))).
type labelScorer struct {
	dependent, head, out *nn.Linear
	root                 *nn.Param
	swish                nn.Swish
	drop                 nn.Dropout
	joined, dHeads       nn.Matrix
}

func newLabelScorer(s shape, dropout float64, r *rand.Rand) *labelScorer {
	return &labelScorer{
		dependent: nn.NewLinear("label.dependent", s.Dim, s.Label, r),
		head:      nn.NewLinear("label.head", s.Dim, s.Label, r),
		out:       nn.NewLinear("label.out", s.Label, relCount, r),
		root:      nn.NewParam("label.root", 1, s.Label, 0.5, r),
		drop:      nn.Dropout{Rate: dropout, Random: r},
	}
}

func (l *labelScorer) params() []*nn.Param {
	all := append(l.dependent.Params(), l.head.Params()...)
	return append(append(all, l.out.Params()...), l.root)
}

// score returns a row of scores for each word, given the heads of all (within their sentences, -1 for the root).
func (l *labelScorer) score(x *nn.Matrix, b *nn.Batch, heads []int, training bool) *nn.Matrix {
	deps, hs := l.dependent.Forward(x), l.head.Forward(x)
	l.joined.Resize(deps.Rows, deps.Cols)
	for s := range b.Sentences() {
		begin, end := b.Bounds(s)
		for i := begin; i < end; i++ {
			head := l.root.W.Data
			if heads[i] >= 0 {
				head = hs.Row(begin + heads[i])
			}
			to := l.joined.Row(i)
			for j, v := range deps.Row(i) {
				to[j] = v + head[j]
			}
		}
	}
	y := l.swish.Forward(&l.joined)
	l.drop.Apply(y, training)
	return l.out.Forward(y)
}

// learn adds the gradients of choosing the right relations, the input's to dx, and returns the loss.
func (l *labelScorer) learn(x *nn.Matrix, b *minibatch, weight float32, dx *nn.Matrix) float64 {
	scores, loss := l.score(x, &b.Batch, b.head, true), 0.0
	for i, rel := range b.rel {
		loss += nn.CrossEntropy(scores.Row(i), rel, weight)
	}
	d := l.out.Backward(scores)
	l.drop.Backward(d)
	d = l.swish.Backward(d)
	l.dHeads.Resize(d.Rows, d.Cols)
	l.dHeads.Zero()
	for s := range b.Sentences() {
		begin, end := b.Bounds(s)
		for i := begin; i < end; i++ {
			to := l.root.G.Data
			if b.head[i] >= 0 {
				to = l.dHeads.Row(begin + b.head[i])
			}
			for j, v := range d.Row(i) {
				to[j] += v
			}
		}
	}
	dx.Add(l.dependent.Backward(d))
	dx.Add(l.head.Backward(&l.dHeads))
	return loss
}
