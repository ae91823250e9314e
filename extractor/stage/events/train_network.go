package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor/internal/nn"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// wordExample is a word with the type of the event that it names: 0 for none, -1 where people told no type.
type wordExample struct {
	rows   []int32
	typ    int
	weight float32
	group  int
	// foreign is that of the document's options.
	foreign uint32
}

// Settings of the network, found by cross-validation.
const (
	networkColumns = 64
	networkEpochs  = 8
	networkBatch   = 64
	networkRate    = 2e-3
	networkDropout = 0.4
	// featureDropout is the share of features hidden in training: no single one, such as the lemma, may decide alone.
	featureDropout = 0.25
	// foreignCorpora may each have a notion of their own of what is an event.
	foreignCorpora = 4
)

// network is what is trained.
type network struct {
	table *nn.Table
	norm  *nn.Norm
	swish nn.Swish
	drop  nn.Dropout
	out   *nn.Linear
	x     nn.Matrix
	flat  []int32
	width int
}

func newNetwork(r *rand.Rand) *network {
	return &network{
		table: nn.NewTable(1<<networkBits, networkColumns, 0.1, r), norm: nn.NewNorm("norm", networkColumns),
		out: nn.NewLinear("out", networkColumns, typeCount+foreignCorpora, r), drop: nn.Dropout{Rate: networkDropout, Random: r},
	}
}

// forward returns the scores of words by type, then what each foreign corpus has in place of the score of no event.
func (n *network) forward(words [][]int32) *nn.Matrix {
	n.width = 0
	for _, w := range words {
		n.width = max(n.width, len(w))
	}
	n.flat = n.flat[:0]
	for _, w := range words {
		n.flat = append(n.flat, w...)
		for range n.width - len(w) {
			n.flat = append(n.flat, -1)
		}
	}
	n.table.Sum(n.flat, n.width, &n.x)
	h := n.swish.Forward(n.norm.Forward(&n.x))
	n.drop.Apply(h, true)
	return n.out.Forward(h)
}

func (n *network) backward(dy *nn.Matrix) {
	dh := n.out.Backward(dy)
	n.drop.Backward(dh)
	n.table.Backward(n.flat, n.width, n.norm.Backward(n.swish.Backward(dh)))
}

// fitNetwork trains a network on the words of the groups that are not held out.
func fitNetwork(words []wordExample, held func(group int) bool, seed uint64, log io.Writer) *quant.Bag {
	r := rand.New(rand.NewPCG(seed, 77))
	n := newNetwork(r)
	adam := nn.NewAdam(append(n.norm.Params(), n.out.Params()...), []*nn.Table{n.table})
	adam.MeanDecay = 0.995
	var order []int
	for i := range words {
		if held == nil || !held(words[i].group) {
			order = append(order, i)
		}
	}
	step, steps := 0, networkEpochs*((len(order)+networkBatch-1)/networkBatch)
	loss := 0.0
	for range networkEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss = 0
		for at := 0; at < len(order); at += networkBatch {
			loss += n.learn(words, order[at:min(at+networkBatch, len(order))], r)
			warm := min(1, float64(step+1)/100)
			adam.Step(networkRate * warm * 0.5 * (1 + math.Cos(math.Pi*float64(step)/float64(steps))))
			step++
		}
	}
	fmt.Fprintf(log, "network: %d words, loss %.4f\n", len(order), loss*networkBatch/float64(max(1, len(order))))
	adam.SwapMeans()
	return n.ours()
}

// ours is the network without what foreign corpora have of their own.
func (n *network) ours() *quant.Bag {
	weights := make([]float32, 0, networkColumns*typeCount)
	for i := range networkColumns {
		weights = append(weights, n.out.W.W.Row(i)[:typeCount]...)
	}
	return quant.NewBag(n.table.W.Data, n.norm.Gain.W.Data, weights, n.out.B.W.Data[:typeCount])
}

// learn adds the gradients of a batch and returns its loss.
func (n *network) learn(words []wordExample, batch []int, r *rand.Rand) float64 {
	rows := make([][]int32, len(batch))
	for k, i := range batch {
		for _, row := range words[i].rows {
			if r.Float32() >= featureDropout {
				rows[k] = append(rows[k], row)
			}
		}
	}
	y, loss := n.forward(rows), 0.0
	for k, i := range batch {
		loss += domainLoss(y.Row(k), words[i].foreign, words[i].typ, words[i].weight/networkBatch)
	}
	n.backward(y)
	return loss
}

// domainLoss is the loss by types where a foreign corpus has a score of no event of its own: how readers told one type from
// another holds everywhere, how much of a text they marked does not.
func domainLoss(scores []float32, foreign uint32, typ int, weight float32) float64 {
	ours, theirs := scores[:typeCount], scores[typeCount:]
	if foreign == 0 {
		clear(theirs)
		return typeLoss(ours, typ, weight)
	}
	ours[0] = theirs[foreign-1]
	loss := typeLoss(ours, typ, weight)
	clear(theirs)
	ours[0], theirs[foreign-1] = 0, ours[0]
	return loss
}

// typeLoss is cross entropy, and turns the scores into its gradient; for an event of unknown type it is that of not being
// none.
func typeLoss(scores []float32, typ int, weight float32) float64 {
	if typ >= 0 {
		return nn.CrossEntropy(scores, typ, weight)
	}
	top, sum := scores[0], 0.0
	for _, s := range scores {
		top = max(top, s)
	}
	for _, s := range scores {
		sum += math.Exp(float64(s - top))
	}
	none := math.Exp(float64(scores[0]-top)) / sum
	for i, s := range scores {
		p := math.Exp(float64(s-top)) / sum
		if i > 0 {
			p -= p / max(1-none, 1e-6)
		}
		scores[i] = weight * float32(p)
	}
	return -math.Log(max(1e-9, 1-none)) * float64(weight)
}
