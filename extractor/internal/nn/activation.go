package nn

import "math"

// The activations are rational, so that the kernels that ship need no exponentials and give the same bits with and
// without vectors.

// gate is a sigmoid: from 0 to 1, 0.5 at 0, with tails of 1/x.
func gate(x float32) float32 {
	return 0.5 + 0.5*(x/(1+abs32(x)))
}

// gateSlope is the derivative of gate.
func gateSlope(x float32) float32 {
	d := 1 + abs32(x)
	return 0.5 / (d * d)
}

func abs32(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

// Swish is y = x·gate(x), element by element.
type Swish struct {
	in, out, din Matrix
}

// Forward returns y; it is valid until the next call. x is copied.
func (s *Swish) Forward(x *Matrix) *Matrix {
	s.in.Resize(x.Rows, x.Cols)
	s.out.Resize(x.Rows, x.Cols)
	copy(s.in.Data, x.Data)
	swish(x.Data, s.out.Data)
	return &s.out
}

// Backward returns the input's gradient; it is valid until the next call.
func (s *Swish) Backward(dy *Matrix) *Matrix {
	s.din.Resize(dy.Rows, dy.Cols)
	swishBack(s.in.Data, dy.Data, s.din.Data)
	return &s.din
}
