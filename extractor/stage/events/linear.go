package events

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
)

// linear is logistic regression over hashed features, scaled to int8.
type linear struct {
	weights []int8
	scale   float32
}

// likelihood is in 0..1.
func (m *linear) likelihood(features []uint32) float32 {
	sum := int32(0)
	for _, f := range features {
		sum += int32(m.weights[f])
	}
	return logistic(m.scale * float32(sum))
}

func (m *linear) encode(size int) []byte {
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

// decodeLinear reads what encode wrote; without a scale there is none.
func decodeLinear(b []byte) *linear {
	m := &linear{weights: make([]int8, len(b)-4), scale: math.Float32frombits(binary.LittleEndian.Uint32(b))}
	if m.scale == 0 {
		return nil
	}
	for i := range m.weights {
		m.weights[i] = int8(b[4+i])
	}
	return m
}

// linearExample is what was seen of a yes or no.
type linearExample struct {
	features []uint32
	yes      bool
	group    int
}

// fitLinear fits weights by AdaGrad.
func fitLinear(examples []linearExample, bits, epochs int, rate, decay float32, seed uint64) []float32 {
	w, g := make([]float32, 1<<bits), make([]float32, 1<<bits)
	r := rand.New(rand.NewPCG(seed, 23))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			s := float32(0)
			for _, f := range e.features {
				s += w[f]
			}
			d := logistic(s)
			if e.yes {
				d--
			}
			for _, f := range e.features {
				grad := d + decay*w[f]
				g[f] += grad * grad
				w[f] -= rate * grad / (float32(math.Sqrt(float64(g[f]))) + 1e-3)
			}
		}
	}
	return w
}

func newLinear(w []float32) *linear {
	top := float32(1e-6)
	for _, x := range w {
		top = max(top, x, -x)
	}
	m := &linear{weights: make([]int8, len(w)), scale: top / 127}
	for i, x := range w {
		m.weights[i] = int8(math.Round(float64(x / m.scale)))
	}
	return m
}
