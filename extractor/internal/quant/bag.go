package quant

import (
	"math"
	"slices"
)

// Bag turns a set of features into scores: their embeddings summed, divided by their root mean square, scaled by the
// gains, a swish, and a linear layer (see nn.Table, nn.Norm, nn.Swish and nn.Linear). Only the embeddings are rounded: the
// rest is small, and its scores are to be probabilities.
type Bag struct {
	table *Table
	gain  []float32
	// weights has a row for each column of the table; bias, as long as such a row, ends the layer.
	weights, bias []float32
	// panels are the weights as the kernel reads them, layerCols columns at a time, none weighing nothing.
	panels []float32
}

// NewBag rounds the embeddings of a trained network. The columns of the table, as many as gains, must be a multiple of 16.
func NewBag(rows, gain, weights, bias []float32) *Bag {
	b := &Bag{table: NewTable(len(gain), rows), gain: gain, weights: weights, bias: bias}
	b.arrange()
	return b
}

// arrange fills the panels.
func (b *Bag) arrange() {
	b.panels = make([]float32, len(b.gain)*b.padded())
	for i := range b.gain {
		for j, w := range b.weights[i*len(b.bias) : (i+1)*len(b.bias)] {
			b.panels[(j/layerCols*len(b.gain)+i)*layerCols+j%layerCols] = w
		}
	}
}

// padded is the number of columns of whole panels.
func (b *Bag) padded() int { return (len(b.bias) + layerCols - 1) / layerCols * layerCols }

// Rows returns how many features have an embedding.
func (b *Bag) Rows() int { return len(b.table.scales) }

// Cols returns the number of scores.
func (b *Bag) Cols() int { return len(b.bias) }

// Apply returns the scores of a set of features, each below Rows; they are valid until the workspace is used again.
func (b *Bag) Apply(w *Workspace, features []int32) []float32 {
	n := len(b.gain)
	w.x.Resize(2, n)
	x, h := w.x.Row(0), w.x.Row(1)
	clear(x)
	if len(features) > 0 {
		w.embed(&x[0], n, &b.table.bytes[0], &b.table.scales[0], &features[0], len(features), 1)
	}
	w.squares, w.tops = grown(w.squares, 1), grown(w.tops, 1)
	w.sizes(&x[0], n, 1, &w.squares[0], &w.tops[0])
	inv := float32(1 / math.Sqrt(float64(w.squares[0])/float64(n)+1e-5))
	for i, g := range b.gain {
		x[i] = float32(float32(x[i]*inv) * g)
	}
	clear(h)
	w.addSwish(&h[0], &x[0], n)
	w.y.Resize(1, b.padded())
	y := w.y.Row(0)
	clear(y[copy(y, b.bias):])
	for j := 0; j < len(y); j += layerCols {
		w.layer(&y[j], &h[0], &b.panels[j*n], n)
	}
	return y[:len(b.bias)]
}

// Chances returns what Apply does, as weights, and their sum: the share of a weight is the score's probability.
func (b *Bag) Chances(w *Workspace, features []int32) (weights []float32, sum float32) {
	y := b.Apply(w, features)
	w.Exps(y[:b.padded()], slices.Max(y))
	for _, v := range y {
		sum += v
	}
	return y, sum
}

// AppendBinary appends columns and scores, gains, the last layer, and the table's scales and rows, little-endian.
func (b *Bag) AppendBinary(to []byte) []byte {
	to = appendFloats(to, []float32{float32(len(b.gain)), float32(len(b.bias))})
	for _, part := range [][]float32{b.gain, b.weights, b.bias, b.table.scales} {
		to = appendFloats(to, part)
	}
	for _, v := range b.table.bytes {
		to = append(to, byte(v))
	}
	return to
}

// ReadBag reads what AppendBinary wrote, to the end of the bytes.
func ReadBag(data []byte) (*Bag, error) {
	size, data := takeFloats(data, 2)
	if size == nil || !(size[0] >= 16 && size[0] <= 1<<10 && size[1] >= 1 && size[1] <= 1<<10) {
		return nil, errTruncated
	}
	cols, scores := int(size[0]), int(size[1])
	b := &Bag{table: &Table{cols: cols}}
	b.gain, data = takeFloats(data, cols)
	b.weights, data = takeFloats(data, cols*scores)
	b.bias, data = takeFloats(data, scores)
	if b.bias == nil || cols%16 != 0 || len(data)%(4+cols) != 0 {
		return nil, errTruncated
	}
	b.table.scales, data = takeFloats(data, len(data)/(4+cols))
	b.table.bytes = readInt8(data)
	b.arrange()
	return b, nil
}
