package quant

import (
	"errors"
	"math"
)

// weightMax is the greatest weight; laneMax bounds finer how great the weights of a lane may be together.
const (
	weightMax = 127
	laneMax   = math.MaxInt16
)

// Linear is y = x·W + b, with a scale for each column of W.
type Linear struct {
	in, out int
	// panels hold the weights as the kernel reads them: tileCols columns at a time, quads of rows together.
	panels       []int8
	scales, bias []float32
	// shift takes away what the zero point of x adds to the sums of each column.
	shift []int32
}

// NewLinear rounds weights (row-major, in × out). in must be a multiple of inStep; out is padded to whole tiles with
// zeros.
func NewLinear(in, out int, w, bias []float32) *Linear {
	padded := (out + tileCols - 1) / tileCols * tileCols
	l := &Linear{
		in: in, out: padded, panels: make([]int8, in*padded), scales: make([]float32, padded),
		bias: make([]float32, padded), shift: make([]int32, padded),
	}
	copy(l.bias, bias)
	column := make([]float64, in)
	for j := range out {
		for i := range column {
			column[i] = float64(w[i*out+j])
		}
		l.roundColumn(j, column)
	}
	l.sumShifts()
	return l
}

// roundColumn rounds the weights of column j with the finest scale at which no lane can overflow.
func (l *Linear) roundColumn(j int, column []float64) {
	top := 0.0
	for _, v := range column {
		top = max(top, math.Abs(v))
	}
	if top == 0 {
		return
	}
	for step := top / weightMax; ; step *= 1.01 {
		for i, v := range column {
			l.panels[l.index(i, j)] = int8(math.RoundToEven(v / step))
		}
		if l.fitsLanes(j) {
			l.scales[j] = float32(step)
			return
		}
	}
}

// fitsLanes reports whether the sums of column j stay within 16 bits, whatever the activations are. A lane of the
// kernel sums up two of every four rows of a block.
func (l *Linear) fitsLanes(j int) bool {
	const least, most = zeroPoint - activationMax, zeroPoint + activationMax
	for begin := 0; begin < l.in; begin += blockRows {
		var positive, negative [2]int
		for i := begin; i < min(begin+blockRows, l.in); i++ {
			if w := int(l.panels[l.index(i, j)]); w > 0 {
				positive[i/2%2] += w
			} else {
				negative[i/2%2] -= w
			}
		}
		for k := range positive {
			if most*max(positive[k], negative[k])-least*min(positive[k], negative[k]) > laneMax {
				return false
			}
		}
	}
	return true
}

// fits reports whether all columns fit.
func (l *Linear) fits() bool {
	for j := range l.out {
		if !l.fitsLanes(j) {
			return false
		}
	}
	return true
}

func (l *Linear) sumShifts() {
	for j := range l.out {
		sum := int32(0)
		for i := range l.in {
			sum += int32(l.panels[l.index(i, j)])
		}
		l.shift[j] = -zeroPoint * sum
	}
}

// index is where the weight of row i and column j lies in the panels.
func (l *Linear) index(i, j int) int {
	return j/tileCols*l.in*tileCols + i/4*4*tileCols + j%tileCols*4 + i%4
}

// Rows returns the number of columns of x.
func (l *Linear) Rows() int { return l.in }

// Cols returns the padded number of columns of y.
func (l *Linear) Cols() int { return l.out }

// apply computes rows of y; see columns.
func (k *kernels) apply(l *Linear, x *Bytes, middle, rows int, y *Floats) {
	y.Resize(rows, l.out)
	// Columns outside: a panel of weights stays in the first-level cache while all rows go by.
	for j := 0; j < l.out; j += tileCols {
		k.columns(l, x, middle, rows, j, &y.Data[j], l.out)
	}
}

// columns computes tileCols columns of a product from column j on, for rows rounded up to whole tiles, and writes them to
// rows that are stride apart. Row i of x is the l.in bytes from x.Data[i·x.Cols] on: where l.in is more than x.Cols, rows
// overlap, which makes a convolution. Row i has scale x.Scales[i+middle].
func (k *kernels) columns(l *Linear, x *Bytes, middle, rows, j int, to *float32, stride int) {
	_, _ = x.Data[(padRows(rows)-1)*x.Cols+l.in-1], x.Scales[middle+padRows(rows)-1]
	k.panel(rows, l.in/inStep, &x.Data[0], x.Cols, &l.panels[j*l.in], to, stride, &x.Scales[middle], &l.scales[j], &l.bias[j], &l.shift[j])
}

// Apply computes y = x·W + b. x.Cols must be what the layer was made for.
func (k *kernels) Apply(l *Linear, x *Bytes, y *Floats) { k.apply(l, x, 0, x.Rows, y) }

var errTruncated = errors.New("quant: the weights are truncated or do not fit together")
