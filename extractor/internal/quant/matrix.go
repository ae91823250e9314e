package quant

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

// An activation is a byte from 1 to 127 that stands for a value of ±activationMax.
const (
	zeroPoint     = 64
	activationMax = 63
)

// Bytes is a matrix of activations, its rows padded to whole tiles; row i stands for its bytes, less zeroPoint, times
// Scales[i].
type Bytes struct {
	Rows, Cols int
	Data       []uint8
	Scales     []float32
}

// Resize makes the matrix rows × cols of unspecified content, reusing its memory where it can.
func (q *Bytes) Resize(rows, cols int) {
	q.Rows, q.Cols = rows, cols
	q.Data = grown(q.Data, (padRows(rows)+2)*cols) // convolutions look two rows ahead
	q.Scales = grown(q.Scales, padRows(rows)+1)
}

// Row returns row i, not a copy.
func (q *Bytes) Row(i int) []uint8 { return q.Data[i*q.Cols : (i+1)*q.Cols : (i+1)*q.Cols] }

// ZeroRow makes row i stand for zeros.
func (q *Bytes) ZeroRow(i int) {
	row := q.Row(i)
	for j := range row {
		row[j] = zeroPoint
	}
	q.Scales[i] = 0
}

// RoundRow rounds a row of q's width into row i with a scale of its own.
func (k *kernels) RoundRow(x []float32, q *Bytes, i int) {
	top := k.maxAbs(&x[0], len(x))
	if top == 0 {
		top = 1
	}
	q.Scales[i] = activationMax / top // for now: a variable would escape
	k.toBytes(&x[0], &q.Row(i)[0], len(x), 1, &q.Scales[i])
	q.Scales[i] = top / activationMax
}

// shortMax is the greatest integer of Shorts, such that 128 products sum up within 32 bits.
const shortMax = 4095

// Shorts is a matrix of finer integers; row i stands for its integers times Scales[i].
type Shorts struct {
	Rows, Cols int
	Data       []int16
	Scales     []float32
}

// Resize makes the matrix rows × cols of unspecified content, reusing its memory where it can. A few rows beyond can
// be read.
func (s *Shorts) Resize(rows, cols int) {
	s.Rows, s.Cols = rows, cols
	s.Data = grown(s.Data, (rows+dotRows)*cols)
	s.Scales = grown(s.Scales, rows+dotRows)
}

// Row returns row i, not a copy.
func (s *Shorts) Row(i int) []int16 { return s.Data[i*s.Cols : (i+1)*s.Cols : (i+1)*s.Cols] }

// ShortenRow rounds a row of s's width into row i with a scale of its own.
func (k *kernels) ShortenRow(x []float32, s *Shorts, i int) {
	top := k.maxAbs(&x[0], len(x))
	if top == 0 {
		top = 1
	}
	k.toShorts(&x[0], &s.Row(i)[0], len(x), shortMax/top)
	s.Scales[i] = top / shortMax
}

// Dots writes the products of a row with rows [first, first+n) of b, each scaled as b's row is, into to, which must
// have room for n rounded up to a multiple of 4; what lies beyond n is meaningless. Columns must be a multiple of 16,
// 128 at most.
func (k *kernels) Dots(a []int16, b *Shorts, first, n int, to []float32) {
	quads := (n + dotRows - 1) / dotRows
	_, _ = to[dotRows*quads-1], b.Data[(first+dotRows*quads)*b.Cols-1]
	k.dots(&a[0], &b.Data[first*b.Cols], b.Cols, quads, &b.Scales[first], &to[0])
}

// Swish writes swish(x + y) to to; lengths must be equal and multiples of 8.
func (k *kernels) Swish(to, x, y []float32) {
	_, _ = x[len(to)-1], y[len(to)-1]
	k.joinSwish(&to[0], &x[0], &y[0], len(to))
}

// Exps turns each x into e to it less top, which must be the greatest. Lengths are multiples of 8.
func (k *kernels) Exps(x []float32, top float32) { k.exps(&x[0], len(x), top) }

func padRows(n int) int { return (n + tileRows - 1) / tileRows * tileRows }

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
