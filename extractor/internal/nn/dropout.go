package nn

import "math/rand/v2"

// Dropout sets a share of the elements to 0 while training and scales the rest up (Srivastava et al. 2014).
type Dropout struct {
	Rate   float64
	Random *rand.Rand
	keep   []bool
	active bool
}

// Apply drops elements of x in place. When training is false it does nothing.
func (d *Dropout) Apply(x *Matrix, training bool) {
	d.active = training && d.Rate > 0
	if !d.active {
		return
	}
	if cap(d.keep) < len(x.Data) {
		d.keep = make([]bool, len(x.Data)*5/4)
	}
	d.keep = d.keep[:len(x.Data)]
	threshold, scale := uint16(d.Rate*65536), float32(1/(1-d.Rate))
	var bits uint64
	for i := range x.Data {
		if i%4 == 0 {
			bits = d.Random.Uint64()
		}
		if d.keep[i] = uint16(bits) >= threshold; d.keep[i] {
			x.Data[i] *= scale
		} else {
			x.Data[i] = 0
		}
		bits >>= 16
	}
}

// Backward applies the same mask to a gradient, in place.
func (d *Dropout) Backward(dy *Matrix) {
	if !d.active {
		return
	}
	scale := float32(1 / (1 - d.Rate))
	for i, keep := range d.keep {
		if keep {
			dy.Data[i] *= scale
		} else {
			dy.Data[i] = 0
		}
	}
}
