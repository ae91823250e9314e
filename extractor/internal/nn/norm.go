package nn

import "math"

// Norm is RMSNorm (Zhang and Sennrich 2019): each row is divided by its root mean square and scaled column by column.
type Norm struct {
	Gain *Param
	in   Matrix
	inv  []float32
	out  Matrix
	din  Matrix
}

const normEpsilon = 1e-5

// NewNorm returns a layer for rows of n columns.
func NewNorm(name string, n int) *Norm {
	return &Norm{Gain: NewFilled(name+".gain", 1, n, 1)}
}

// Params returns the weights.
func (n *Norm) Params() []*Param { return []*Param{n.Gain} }

// Forward returns y; it is valid until the next call. x is copied.
func (n *Norm) Forward(x *Matrix) *Matrix {
	n.in.Resize(x.Rows, x.Cols)
	n.out.Resize(x.Rows, x.Cols)
	copy(n.in.Data, x.Data)
	n.inv = n.inv[:0]
	gain := n.Gain.W.Data
	for i := range x.Rows {
		row, to := x.Row(i), n.out.Row(i)
		sum := float32(0)
		for _, v := range row {
			sum += v * v
		}
		inv := float32(1 / math.Sqrt(float64(sum)/float64(x.Cols)+normEpsilon))
		n.inv = append(n.inv, inv)
		for j, v := range row {
			to[j] = v * inv * gain[j]
		}
	}
	return &n.out
}

// Backward returns the input's gradient; it is valid until the next call.
func (n *Norm) Backward(dy *Matrix) *Matrix {
	n.din.Resize(dy.Rows, dy.Cols)
	gain, g := n.Gain.W.Data, n.Gain.G.Data
	for i := range dy.Rows {
		x, d, to, inv := n.in.Row(i), dy.Row(i), n.din.Row(i), n.inv[i]
		dot := float32(0)
		for j, v := range d {
			dot += v * gain[j] * x[j]
			g[j] += v * x[j] * inv
		}
		dot *= inv * inv * inv / float32(dy.Cols)
		for j, v := range d {
			to[j] = v*gain[j]*inv - x[j]*dot
		}
	}
	return &n.din
}
