package nn

import "math/rand/v2"

// Linear is y = x·W + b.
type Linear struct {
	W, B *Param
	in   *Matrix
	out  Matrix
	din  Matrix
}

// NewLinear returns a layer from in to out columns.
func NewLinear(name string, in, out int, r *rand.Rand) *Linear {
	return &Linear{W: NewParam(name+".w", in, out, glorot(in, out), r), B: NewFilled(name+".b", 1, out, 0)}
}

// Params returns the weights.
func (l *Linear) Params() []*Param { return []*Param{l.W, l.B} }

// Forward returns y; it is valid until the next call.
func (l *Linear) Forward(x *Matrix) *Matrix {
	l.in = x
	l.out.Resize(x.Rows, l.W.W.Cols)
	for i := range x.Rows {
		copy(l.out.Row(i), l.B.W.Data)
	}
	MulAdd(x.Rows, l.W.W.Cols, x.Cols, x.View(), l.W.W.View(), l.out.Data, l.out.Cols)
	return &l.out
}

// Backward adds the weights' gradients and returns the input's; it is valid until the next call.
func (l *Linear) Backward(dy *Matrix) *Matrix {
	x := l.in
	MulAdd(x.Cols, dy.Cols, x.Rows, x.Transposed(), dy.View(), l.W.G.Data, dy.Cols)
	addRows(l.B.G.Data, dy)
	l.din.Resize(x.Rows, x.Cols)
	l.din.Zero()
	MulAdd(x.Rows, x.Cols, dy.Cols, dy.View(), l.W.W.Transposed(), l.din.Data, x.Cols)
	return &l.din
}

// addRows adds every row of m to sum.
func addRows(sum []float32, m *Matrix) {
	for i := range m.Rows {
		add(sum, m.Row(i))
	}
}
