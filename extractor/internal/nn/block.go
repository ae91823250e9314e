package nn

import "math/rand/v2"

// Block is a residual layer of an encoder: y = x + f(norm(x)).
type Block interface {
	Params() []*Param
	// Forward returns y; it is valid until the next call. x is not changed.
	Forward(x *Matrix, b *Batch, training bool) *Matrix
	// Backward returns the input's gradient; it is valid until the next call. dy may be overwritten.
	Backward(dy *Matrix) *Matrix
}

// ConvBlock looks at the neighbours: f is a convolution of width 3 and a Swish.
type ConvBlock struct {
	Norm   *Norm
	Linear *Linear
	window Window
	swish  Swish
	drop   Dropout
	out    Matrix
	din    Matrix
}

// NewConvBlock returns a block of n columns.
func NewConvBlock(name string, n int, dropout float64, r *rand.Rand) *ConvBlock {
	return &ConvBlock{Norm: NewNorm(name, n), Linear: NewLinear(name+".conv", 3*n, n, r), drop: Dropout{Rate: dropout, Random: r}}
}

// Params implements Block.
func (c *ConvBlock) Params() []*Param { return append(c.Norm.Params(), c.Linear.Params()...) }

// Forward implements Block.
func (c *ConvBlock) Forward(x *Matrix, b *Batch, training bool) *Matrix {
	y := c.swish.Forward(c.Linear.Forward(c.window.Forward(c.Norm.Forward(x), b)))
	c.drop.Apply(y, training)
	return sum(&c.out, x, y)
}

// Backward implements Block.
func (c *ConvBlock) Backward(dy *Matrix) *Matrix {
	c.din.Resize(dy.Rows, dy.Cols)
	copy(c.din.Data, dy.Data)
	c.drop.Backward(dy)
	c.din.Add(c.Norm.Backward(c.window.Backward(c.Linear.Backward(c.swish.Backward(dy)))))
	return &c.din
}

// ScanBlock reads the sentence in both directions: f is a Linear, a Scan and a Linear back to the width.
type ScanBlock struct {
	Norm    *Norm
	In, Out *Linear
	scan    Scan
	drop    Dropout
	out     Matrix
	din     Matrix
}

// NewScanBlock returns a block of n columns with hidden columns in each direction.
func NewScanBlock(name string, n, hidden int, dropout float64, r *rand.Rand) *ScanBlock {
	return &ScanBlock{
		Norm: NewNorm(name, n), In: NewLinear(name+".in", n, 4*hidden, r), Out: NewLinear(name+".out", 2*hidden, n, r),
		drop: Dropout{Rate: dropout, Random: r},
	}
}

// Params implements Block.
func (s *ScanBlock) Params() []*Param {
	return append(append(s.Norm.Params(), s.In.Params()...), s.Out.Params()...)
}

// Forward implements Block.
func (s *ScanBlock) Forward(x *Matrix, b *Batch, training bool) *Matrix {
	y := s.Out.Forward(s.scan.Forward(s.In.Forward(s.Norm.Forward(x)), b))
	s.drop.Apply(y, training)
	return sum(&s.out, x, y)
}

// Backward implements Block.
func (s *ScanBlock) Backward(dy *Matrix) *Matrix {
	s.din.Resize(dy.Rows, dy.Cols)
	copy(s.din.Data, dy.Data)
	s.drop.Backward(dy)
	s.din.Add(s.Norm.Backward(s.In.Backward(s.scan.Backward(s.Out.Backward(dy)))))
	return &s.din
}

func sum(to, x, y *Matrix) *Matrix {
	to.Resize(x.Rows, x.Cols)
	copy(to.Data, x.Data)
	add(to.Data, y.Data)
	return to
}

// Encoder turns the features of tokens into one vector each: the sum of their embeddings, the blocks, a Norm.
type Encoder struct {
	Table  *Table
	Blocks []Block
	Norm   *Norm
	drop   Dropout

	features []int32
	width    int
	embedded Matrix
}

// Architecture is an encoder's shape, as a word a letter: "CSSC" is a convolution, two scans, a convolution.
type Architecture struct {
	Layers      string
	Dim, Hidden int
}

// NewEncoder returns an encoder over a vocabulary of rows features.
func NewEncoder(a Architecture, rows int, dropout float64, r *rand.Rand) *Encoder {
	e := &Encoder{Table: NewTable(rows, a.Dim, 0.1, r), Norm: NewNorm("encoder", a.Dim), drop: Dropout{Rate: dropout, Random: r}}
	for i, kind := range a.Layers {
		name := string(rune('0'+i)) + string(kind)
		if kind == 'C' {
			e.Blocks = append(e.Blocks, NewConvBlock(name, a.Dim, dropout, r))
		} else {
			e.Blocks = append(e.Blocks, NewScanBlock(name, a.Dim, a.Hidden, dropout, r))
		}
	}
	return e
}

// Params returns the dense weights.
func (e *Encoder) Params() []*Param {
	var all []*Param
	for _, b := range e.Blocks {
		all = append(all, b.Params()...)
	}
	return append(all, e.Norm.Params()...)
}

// Forward encodes a batch of tokens with width features each (negative: absent). The result is valid until the next
// call.
func (e *Encoder) Forward(features []int32, width int, b *Batch, training bool) *Matrix {
	e.features, e.width = features, width
	e.Table.Sum(features, width, &e.embedded)
	e.drop.Apply(&e.embedded, training)
	x := &e.embedded
	for _, block := range e.Blocks {
		x = block.Forward(x, b, training)
	}
	return e.Norm.Forward(x)
}

// Backward adds the gradients of all weights. dy may be overwritten.
func (e *Encoder) Backward(dy *Matrix) {
	d := e.Norm.Backward(dy)
	for i := len(e.Blocks) - 1; i >= 0; i-- {
		d = e.Blocks[i].Backward(d)
	}
	e.drop.Backward(d)
	e.Table.Backward(e.features, e.width, d)
}
