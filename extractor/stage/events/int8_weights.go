package events

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/hugepage"
)

// int8Weights are the weights of hashed features, scaled to int8.
type int8Weights struct {
	weights []int8
	scale   float32
}

// newInt8Weights rounds weights to the scale of the largest.
func newInt8Weights(w []float32) *int8Weights {
	top := float32(1e-6)
	for _, x := range w {
		top = max(top, x, -x)
	}
	m := &int8Weights{weights: make([]int8, len(w)), scale: top / 127}
	for i, x := range w {
		m.weights[i] = int8(math.Round(float64(x / m.scale)))
	}
	return m
}

// encode writes the scale and size weights, all zero for nil.
func (m *int8Weights) encode(size int) []byte {
	b := make([]byte, 4, 4+size)
	if m == nil {
		return append(b, make([]byte, size)...)
	}
	binary.LittleEndian.PutUint32(b, math.Float32bits(m.scale))
	for _, w := range m.weights {
		b = append(b, byte(w))
	}
	return b
}

// decodeInt8Weights reads what encode wrote; without a scale there are none.
func decodeInt8Weights(b []byte) *int8Weights {
	m := &int8Weights{weights: make([]int8, len(b)-4), scale: math.Float32frombits(binary.LittleEndian.Uint32(b))}
	if m.scale == 0 {
		return nil
	}
	for i := range m.weights {
		m.weights[i] = int8(b[4+i])
	}
	hugepage.Advise(m.weights)
	return m
}
