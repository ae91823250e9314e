package names

import (
	"math"
	"slices"
)

// scores are the emissions of one token in a model's units.
type scores [labelCount]int32

const (
	evenBytes = 0x00FF00FF00FF00FF
	bias      = 128
)

// sum adds up the rows of the features: eight bytes at once, in lanes of 16 bits, of which 255 rows fill none. It takes
// all slots before it looks at any, so that the waits for memory overlap. keys is overwritten.
func (m *Model) sum(keys []uint64, dst *scores) {
	for len(keys) > mostAtOnce {
		m.sumSome(keys[:mostAtOnce], dst)
		keys = keys[mostAtOnce:]
	}
	m.sumSome(keys, dst)
}

// mostAtOnce is how many features sumSome takes.
const mostAtOnce = 128

func (m *Model) sumSome(keys []uint64, dst *scores) {
	var slots [mostAtOnce]uint64
	mask := uint64(len(m.slots) - 1)
	likely := keys[:0]
	for _, key := range keys {
		if m.filter[key>>(64-filterBits+6)]>>(key>>(64-filterBits)&63)&1 != 0 {
			likely = append(likely, key)
		}
	}
	keys = likely
	for i, key := range keys {
		slots[i%mostAtOnce] = m.table[key&mask*tableStride]
	}
	var e0, o0, e1, o1, e2, o2 uint64
	n := int32(0)
	for i, key := range keys {
		s, at := slots[i%mostAtOnce], key&mask
		for s != 0 && s>>32 != key>>32 {
			at = (at + 1) & mask
			s = m.table[at*tableStride]
		}
		if s == 0 {
			continue
		}
		n++
		row := m.table[at*tableStride+1 : at*tableStride+tableStride : at*tableStride+tableStride]
		x, y, z := row[0], row[1], row[2]
		e0 += x & evenBytes
		o0 += x >> 8 & evenBytes
		e1 += y & evenBytes
		o1 += y >> 8 & evenBytes
		e2 += z & evenBytes
		o2 += z >> 8 & evenBytes
	}
	n *= bias
	for i, lanes := range [...][2]uint64{{e0, o0}, {e1, o1}, {e2, o2}} {
		for j := range 4 {
			dst[i*8+j*2] += int32(lanes[0]>>(16*j)&0xFFFF) - n
			if at := i*8 + j*2 + 1; at < labelCount {
				dst[at] += int32(lanes[1]>>(16*j)&0xFFFF) - n
			}
		}
	}
}

// decoder finds the best labels of a chain (Viterbi). It belongs to one goroutine.
type decoder struct {
	best []scores
	back [][labelCount]uint8
}

// labels sets the best labels of a chain of emissions, between two tokens outside.
func (v *decoder) labels(m *Model, emissions []scores, dst []uint8) {
	n := len(emissions)
	if cap(v.best) < n {
		v.best, v.back = make([]scores, 2*n), make([][labelCount]uint8, 2*n)
	}
	best, back := v.best[:n], v.back[:n]
	for b := range labelCount {
		best[0][b] = m.transitions[b] + emissions[0][b]
	}
	for i := 1; i < n; i++ {
		v.step(m, &best[i-1], &emissions[i], &best[i], &back[i])
	}
	top := outside
	for b := range labelCount {
		if best[n-1][b]+m.transitions[b*labelCount] > best[n-1][top]+m.transitions[top*labelCount] {
			top = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		dst[i] = uint8(top)
		top = int(back[i][top])
	}
}

// step goes one token on. A label so far below the best that no transition can make up for it is not tried.
func (v *decoder) step(m *Model, before, emission, best *scores, back *[labelCount]uint8) {
	least := slices.Max(before[:]) - m.span
	var tried [labelCount]uint8
	n := 0
	for a, s := range before {
		if s >= least {
			tried[n] = uint8(a)
			n++
		}
	}
	for b := range labelCount {
		if isInside(b) { // only behind its own begin or inside
			x, y := before[b-1]+m.transitions[(b-1)*labelCount+b], before[b]+m.transitions[b*labelCount+b]
			best[b], back[b] = x, uint8(b-1)
			if y > x {
				best[b], back[b] = y, uint8(b)
			}
			best[b] += emission[b]
			continue
		}
		top, from := int32(math.MinInt32), uint8(0)
		for _, a := range tried[:n] {
			if s := before[a] + m.transitions[int(a)*labelCount+b]; s > top {
				top, from = s, a
			}
		}
		best[b], back[b] = top+emission[b], from
	}
}

// probability returns how likely a token's label is by its emission alone, among all labels.
func (m *Model) probability(e *scores, label uint8) float32 {
	sum := 0.0
	for _, s := range e {
		sum += math.Exp(float64(s-e[label]) * m.unit)
	}
	return float32(1 / sum)
}
