package parse

import (
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/nn"
)

// How many values each head chooses among, the unused zero included.
const (
	uposCount = int(extractor.X) + 1
	xposCount = int(extractor.PennWPS) + 1
	relCount  = int(extractor.DeprelCount)
)

// shape is the network's size.
type shape struct {
	nn.Architecture
	// Arc and Label are the columns of the spaces in which heads and relations are compared.
	Arc, Label int
}

// network is what is trained: one encoder with heads for UPOS, XPOS, arcs and relations.
type network struct {
	shape      shape
	encoder    *nn.Encoder
	upos, xpos *nn.Linear
	arcs       *arcScorer
	labels     *labelScorer
	drop       nn.Dropout
	dx         nn.Matrix
}

// minibatch is packed sentences with their features and, for training, what is right.
type minibatch struct {
	nn.Batch
	features   []int32
	upos, xpos []int
	// head counts within the sentence, -1 for the root; rel is a Deprel.
	head, rel []int
}

func newNetwork(s shape, rows int, dropout float64, r *rand.Rand) *network {
	return &network{
		shape:   s,
		encoder: nn.NewEncoder(s.Architecture, rows, dropout, r),
		upos:    nn.NewLinear("upos", s.Dim, uposCount, r),
		xpos:    nn.NewLinear("xpos", s.Dim, xposCount, r),
		arcs:    newArcScorer(s, dropout, r),
		labels:  newLabelScorer(s, dropout, r),
		drop:    nn.Dropout{Rate: dropout, Random: r},
	}
}

// params returns the dense weights.
func (n *network) params() []*nn.Param {
	all := append(n.encoder.Params(), n.upos.Params()...)
	all = append(all, n.xpos.Params()...)
	all = append(all, n.arcs.params()...)
	return append(all, n.labels.params()...)
}

// learn adds the gradients of the loss of a batch, a mean over its tokens, and returns the loss.
func (n *network) learn(b *minibatch) float64 {
	x := n.encode(b, true)
	n.dx.Resize(x.Rows, x.Cols)
	n.dx.Zero()
	weight := 1 / float32(x.Rows)
	loss := n.learnTags(n.upos, x, b.upos, weight/2) + n.learnTags(n.xpos, x, b.xpos, weight/2)
	loss += n.arcs.learn(x, b, weight, &n.dx)
	loss += n.labels.learn(x, b, weight, &n.dx)
	n.drop.Backward(&n.dx)
	n.encoder.Backward(&n.dx)
	return loss
}

func (n *network) encode(b *minibatch, training bool) *nn.Matrix {
	x := n.encoder.Forward(b.features, featureWidth, &b.Batch, training)
	n.drop.Apply(x, training)
	return x
}

func (n *network) learnTags(l *nn.Linear, x *nn.Matrix, gold []int, weight float32) float64 {
	y, loss := l.Forward(x), 0.0
	for i, g := range gold {
		loss += nn.CrossEntropy(y.Row(i), g, weight)
	}
	n.dx.Add(l.Backward(y))
	return loss
}
