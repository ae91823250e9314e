package quant

import "math"

// Bag turns a set of features into scores: their embeddings summed, divided by their root mean square, scaled by the
// gains, a swish, and a linear layer (see nn.Table, nn.Norm, nn.Swish and nn.Linear). Only the embeddings are rounded: the
// rest is small, and its scores are to be probabilities.
type Bag struct {
	table *Table
	gain  []float32
	// weights has a row for each column of the table; bias, as long as such a row, ends the layer.
	weights, bias []float32
}

// NewBag rounds the embeddings of a trained network. The columns of the table, as many as gains, must be a multiple of 16.
func NewBag(rows, gain, weights, bias []float32) *Bag {
	return &Bag{table: NewTable(len(gain), rows), gain: gain, weights: weights, bias: bias}
}

// Rows returns how many features have an embedding.
func (b *Bag) Rows() int { return len(b.table.scales) }

// Cols returns the number of scores.
func (b *Bag) Cols() int { return len(b.bias) }

// Apply returns the scores of a set of features, each below Rows; they are valid until the workspace is used again.
func (b *Bag) Apply(w *Workspace, features []int32) []float32 {
	w.x.Resize(1, len(b.gain))
	x := w.x.Row(0)
	clear(x)
	if len(features) > 0 {
		w.embed(&x[0], len(x), &b.table.bytes[0], &b.table.scales[0], &features[0], len(features), 1)
	}
	sum := float32(0)
	for _, v := range x {
		sum += float32(v * v)
	}
	inv := float32(1 / math.Sqrt(float64(sum)/float64(len(x))+1e-5))
	w.y.Resize(1, len(b.bias))
	y := w.y.Row(0)
	copy(y, b.bias)
	for i, g := range b.gain {
		v := float32(float32(x[i]*inv) * g)
		v = float32(v * gate(v))
		row := b.weights[i*len(y) : (i+1)*len(y)]
		for j := range y {
			y[j] += float32(v * row[j])
		}
	}
	return y
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
	return b, nil
}
