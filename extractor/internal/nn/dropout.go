package nn

import (
	"math"
	"math/rand/v2"
)

// Dropout sets a share of the elements to 0 while training and scales the rest up (Srivastava et al. 2014).
type Dropout struct {
	Rate   float64
	Random *rand.Rand
	// drop has all bits set where an element is dropped: masks spare the processor unpredictable branches.
	drop   []uint32
	active bool
}

// Apply drops elements of x in place. When training is false it does nothing.
func (d *Dropout) Apply(x *Matrix, training bool) {
	d.active = training && d.Rate > 0
	if !d.active {
		return
	}
	if cap(d.drop) < len(x.Data) {
		d.drop = make([]uint32, len(x.Data)*5/4)
	}
	d.drop = d.drop[:len(x.Data)]
	threshold, scale := int32(d.Rate*65536), float32(1/(1-d.Rate))
	var bits uint64
	for i, v := range x.Data {
		if i%4 == 0 {
			bits = d.Random.Uint64()
		}
		mask := uint32((int32(uint16(bits)) - threshold) >> 31)
		d.drop[i] = mask
		x.Data[i] = math.Float32frombits(math.Float32bits(v*scale) &^ mask)
		bits >>= 16
	}
}

// Backward applies the same mask to a gradient, in place.
func (d *Dropout) Backward(dy *Matrix) {
	if !d.active {
		return
	}
	scale := float32(1 / (1 - d.Rate))
	for i, mask := range d.drop {
		dy.Data[i] = math.Float32frombits(math.Float32bits(dy.Data[i]*scale) &^ mask)
	}
}
