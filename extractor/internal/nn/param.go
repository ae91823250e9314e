package nn

import (
	"math"
	"math/rand/v2"
)

// Param is a dense matrix of weights with its gradient.
type Param struct {
	Name       string
	W, G       Matrix
	m, v, mean []float32
}

// NewParam returns weights drawn evenly from ±limit.
func NewParam(name string, rows, cols int, limit float64, r *rand.Rand) *Param {
	p := &Param{Name: name, W: NewMatrix(rows, cols), G: NewMatrix(rows, cols)}
	for i := range p.W.Data {
		p.W.Data[i] = float32((r.Float64()*2 - 1) * limit)
	}
	return p
}

// NewFilled returns weights that all start at one value.
func NewFilled(name string, rows, cols int, value float32) *Param {
	p := &Param{Name: name, W: NewMatrix(rows, cols), G: NewMatrix(rows, cols)}
	for i := range p.W.Data {
		p.W.Data[i] = value
	}
	return p
}

// glorot is the limit of Glorot and Bengio (2010).
func glorot(in, out int) float64 { return math.Sqrt(6 / float64(in+out)) }
