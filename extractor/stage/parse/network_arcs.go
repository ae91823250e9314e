package parse

import (
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor/internal/nn"
)

// arcScorer scores every word of a sentence, and the root, as the head of every word: the biaffine attention of
// Dozat and Manning (2017), score(i, j) = (dependent(i)·M + m)·head(j).
type arcScorer struct {
	dependent, head, mix *nn.Linear
	root                 *nn.Param
	depSwish, headSwish  nn.Swish
	depDrop, headDrop    nn.Dropout
	// candidates are a sentence's heads, the root first; scores has a row a word.
	candidates, scores          nn.Matrix
	dMixed, dHeads, dCandidates nn.Matrix
}

func newArcScorer(s shape, dropout float64, r *rand.Rand) *arcScorer {
	return &arcScorer{
		dependent: nn.NewLinear("arc.dependent", s.Dim, s.Arc, r),
		head:      nn.NewLinear("arc.head", s.Dim, s.Arc, r),
		mix:       nn.NewLinear("arc.mix", s.Arc, s.Arc, r),
		root:      nn.NewParam("arc.root", 1, s.Arc, 0.5, r),
		depDrop:   nn.Dropout{Rate: dropout, Random: r},
		headDrop:  nn.Dropout{Rate: dropout, Random: r},
	}
}

func (a *arcScorer) params() []*nn.Param {
	all := append(a.dependent.Params(), a.head.Params()...)
	return append(append(all, a.mix.Params()...), a.root)
}

// spaces returns what the words look like as dependents and as heads.
func (a *arcScorer) spaces(x *nn.Matrix, training bool) (mixed, heads *nn.Matrix) {
	d := a.depSwish.Forward(a.dependent.Forward(x))
	a.depDrop.Apply(d, training)
	h := a.headSwish.Forward(a.head.Forward(x))
	a.headDrop.Apply(h, training)
	return a.mix.Forward(d), h
}

// score fills a.scores for the sentence in rows [begin, end): column 0 is the root, column j+1 word j.
func (a *arcScorer) score(mixed, heads *nn.Matrix, begin, end int) {
	n, cols := end-begin, heads.Cols
	a.candidates.Resize(n+1, cols)
	copy(a.candidates.Data, a.root.W.Data)
	copy(a.candidates.Data[cols:], heads.Data[begin*cols:end*cols])
	a.scores.Resize(n, n+1)
	a.scores.Zero()
	nn.MulAdd(n, n+1, cols, mixed.View().Rows(begin), a.candidates.Transposed(), a.scores.Data, n+1)
}

// learn adds the gradients of choosing the right heads, the input's to dx, and returns the loss.
func (a *arcScorer) learn(x *nn.Matrix, b *minibatch, weight float32, dx *nn.Matrix) float64 {
	mixed, heads := a.spaces(x, true)
	a.dMixed.Resize(mixed.Rows, mixed.Cols)
	a.dMixed.Zero()
	a.dHeads.Resize(heads.Rows, heads.Cols)
	loss := 0.0
	for s := range b.Sentences() {
		begin, end := b.Bounds(s)
		a.score(mixed, heads, begin, end)
		for i := begin; i < end; i++ {
			loss += nn.CrossEntropy(a.scores.Row(i-begin), b.head[i]+1, weight)
		}
		a.scoreGradient(mixed, begin, end)
	}
	d := a.mix.Backward(&a.dMixed)
	a.depDrop.Backward(d)
	dx.Add(a.dependent.Backward(a.depSwish.Backward(d)))
	a.headDrop.Backward(&a.dHeads)
	dx.Add(a.head.Backward(a.headSwish.Backward(&a.dHeads)))
	return loss
}

// scoreGradient takes a.scores for their gradient and passes it on.
func (a *arcScorer) scoreGradient(mixed *nn.Matrix, begin, end int) {
	n, cols := end-begin, mixed.Cols
	nn.MulAdd(n, cols, n+1, a.scores.View(), a.candidates.View(), a.dMixed.Data[begin*cols:], cols)
	a.dCandidates.Resize(n+1, cols)
	a.dCandidates.Zero()
	nn.MulAdd(n+1, cols, n, a.scores.Transposed(), mixed.View().Rows(begin), a.dCandidates.Data, cols)
	for j, d := range a.dCandidates.Row(0) {
		a.root.G.Data[j] += d
	}
	copy(a.dHeads.Data[begin*cols:end*cols], a.dCandidates.Data[cols:])
}
