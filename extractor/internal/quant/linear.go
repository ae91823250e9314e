package quant

import (
	"errors"
	"math"
)

// The greatest integers, chosen so that 512 products of both sum up within 32 bits.
const (
	activationMax = 4095
	weightMax     = 1023
)

// Floats is a matrix of float32, its rows padded to whole tiles. The padding holds no meaning.
type Floats struct {
	Rows, Cols int
	Data       []float32
}

// Resize makes the matrix rows × cols of unspecified content, reusing its memory where it can.
func (f *Floats) Resize(rows, cols int) {
	f.Rows, f.Cols = rows, cols
	f.Data = grown(f.Data, padRows(rows)*cols)
}

// Row returns row i, not a copy.
func (f *Floats) Row(i int) []float32 { return f.Data[i*f.Cols : (i+1)*f.Cols : (i+1)*f.Cols] }

// Shorts is a matrix of integers, its rows padded to whole tiles; row i stands for its integers times Scales[i].
type Shorts struct {
	Rows, Cols int
	Data       []int16
	Scales     []float32
}

// Resize makes the matrix rows × cols, as Floats.Resize. The padding is zero.
func (s *Shorts) Resize(rows, cols int) {
	s.Rows, s.Cols = rows, cols
	s.Data = grown(s.Data, padRows(rows)*cols)
	s.Scales = grown(s.Scales, padRows(rows))
	clear(s.Data[rows*cols:])
	clear(s.Scales[rows:])
}

// Row returns row i, not a copy.
func (s *Shorts) Row(i int) []int16 { return s.Data[i*s.Cols : (i+1)*s.Cols : (i+1)*s.Cols] }

func padRows(n int) int { return (n + tileRows - 1) / tileRows * tileRows }

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// Quantize rounds each row of x with a scale of its own.
func (k *kernels) Quantize(x *Floats, to *Shorts) {
	to.Resize(x.Rows, x.Cols)
	for i := range x.Rows {
		k.QuantizeRow(x.Row(i), to, i)
	}
}

// Linear is y = x·W + b, with a scale for each column of W.
type Linear struct {
	in, out int
	// panels hold the weights as the tile kernel reads them: tileCols columns at a time, pairs of rows together.
	panels       []int16
	scales, bias []float32
}

// NewLinear rounds weights (row-major, in × out). in must be even; out is padded to whole tiles with zeros.
func NewLinear(in, out int, w, bias []float32) *Linear {
	padded := (out + tileCols - 1) / tileCols * tileCols
	l := &Linear{in: in, out: padded, panels: make([]int16, in*padded), scales: make([]float32, padded), bias: make([]float32, padded)}
	copy(l.bias, bias)
	for j := range out {
		top := float32(0)
		for i := range in {
			top = max(top, abs(w[i*out+j]))
		}
		if top == 0 {
			continue
		}
		l.scales[j] = top / weightMax
		for i := range in {
			q := math.RoundToEven(float64(w[i*out+j]) * weightMax / float64(top))
			l.panels[l.index(i, j)] = int16(q)
		}
	}
	return l
}

// index is where the weight of row i and column j lies in the panels.
func (l *Linear) index(i, j int) int {
	return j/tileCols*l.in*tileCols + i/2*2*tileCols + j%tileCols*2 + i%2
}

// Rows returns the number of columns of x.
func (l *Linear) Rows() int { return l.in }

// Cols returns the padded number of columns of y.
func (l *Linear) Cols() int { return l.out }

// apply computes rows of y. Row i of x is the l.in integers from x.Data[i·x.Cols] on: where l.in is more than x.Cols,
// rows overlap, which makes a convolution.
func (k *kernels) apply(l *Linear, x *Shorts, offset, rows int, y *Floats) {
	y.Resize(rows, l.out)
	// Columns outside: a panel of weights stays in the first-level cache while all rows go by.
	for j := 0; j < l.out; j += tileCols {
		for i := 0; i < rows; i += tileRows {
			k.tile(l.in/2, &x.Data[i*x.Cols+offset], x.Cols, &l.panels[j*l.in], &y.Data[i*l.out+j], l.out, &x.Scales[i], &l.scales[j], &l.bias[j])
		}
	}
}

// Apply computes y = x·W + b. x.Cols must be what the layer was made for.
func (k *kernels) Apply(l *Linear, x *Shorts, y *Floats) { k.apply(l, x, 0, x.Rows, y) }

var errTruncated = errors.New("quant: the weights are truncated or do not fit together")

// Dots writes the products of a row with rows [first, first+n) of b, each scaled as b's row is, into to, which must
// have room for n rounded up to a multiple of 4; what lies beyond n is meaningless. Columns must be a multiple of 16.
func (k *kernels) Dots(a []int16, b *Shorts, first, n int, to []float32) {
	quads := (n + 3) / 4
	b.Reserve(first + 4*quads)
	_ = to[4*quads-1]
	k.dots(&a[0], &b.Data[first*b.Cols], b.Cols, quads, &b.Scales[first], &to[0])
}

// Reserve makes sure that rows up to n can be read, meaningless beyond s.Rows.
func (s *Shorts) Reserve(n int) {
	for len(s.Scales) < n {
		s.Scales = append(s.Scales, 0)
	}
	for len(s.Data) < n*s.Cols {
		s.Data = append(s.Data, 0)
	}
}

// Swish writes swish(x + y) to to; lengths must be equal and multiples of 8.
func (k *kernels) Swish(to, x, y []float32) {
	_, _ = x[len(to)-1], y[len(to)-1]
	k.joinSwish(&to[0], &x[0], &y[0], len(to))
}

// QuantizeRow rounds a row of x's width into row i with a scale of its own.
func (k *kernels) QuantizeRow(x []float32, to *Shorts, i int) {
	top := k.maxAbs(&x[0], len(x))
	if top == 0 {
		top = 1
	}
	k.quantize(&x[0], &to.Row(i)[0], len(x), activationMax/top)
	to.Scales[i] = top / activationMax
}
