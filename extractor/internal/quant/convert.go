package quant

import "github.com/dateline-news/dateline/extractor/internal/nn"

// FromLinear rounds a layer. gain, if not nil, is that of the Norm before it: it has as many values as x has columns,
// and is repeated for a convolution.
func FromLinear(l *nn.Linear, gain []float32) *Linear {
	w := append([]float32(nil), l.W.W.Data...)
	if gain != nil {
		for i := range l.W.W.Rows {
			for j := range l.W.W.Cols {
				w[i*l.W.W.Cols+j] *= gain[i%len(gain)]
			}
		}
	}
	return NewLinear(l.W.W.Rows, l.W.W.Cols, w, l.B.W.Data)
}

// FromEncoder rounds an encoder. The gain of its last Norm is left to the layers that read its output: see FromLinear.
func FromEncoder(e *nn.Encoder) *Encoder {
	q := &Encoder{dim: e.Table.W.Cols, table: NewTable(e.Table.W.Cols, e.Table.W.Data)}
	for _, b := range e.Blocks {
		switch b := b.(type) {
		case *nn.ConvBlock:
			q.blocks = append(q.blocks, block{in: FromLinear(b.Linear, b.Norm.Gain.W.Data)})
		case *nn.ScanBlock:
			q.blocks = append(q.blocks, block{in: FromLinear(b.In, b.Norm.Gain.W.Data), out: FromLinear(b.Out, nil)})
		}
	}
	return q
}
