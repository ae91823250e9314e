package coref

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/hugepage"
)

// Model ranks, for a pronoun or a noun phrase, the entities mentioned before it and the chance that it is new: a
// linear model over hashed features (Durrett and Klein 2013 show how far surface features carry). It is immutable
// and safe for concurrent use.
type Model struct {
	weights []float32
	mask    uint32
}

const (
	modelMagic   = "DLCOREF1"
	modelBits    = 18
	modelVersion = 1
)

// NewModel returns a model of zero weights, to be trained.
func NewModel() *Model { return &Model{make([]float32, 1<<modelBits), 1<<modelBits - 1} }

var errModel = errors.New("not a coreference model")

// Load reads what Bytes wrote: the magic, the version, the number of slots, the scale, then one int16 a slot,
// little-endian.
func Load(data []byte) (*Model, error) {
	const header = len(modelMagic) + 12
	if len(data) < header || string(data[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	h := data[len(modelMagic):]
	if v := binary.LittleEndian.Uint32(h); v != modelVersion {
		return nil, fmt.Errorf("%w of version %d: have %d", errModel, modelVersion, v)
	}
	n := binary.LittleEndian.Uint32(h[4:])
	scale := math.Float32frombits(binary.LittleEndian.Uint32(h[8:]))
	if n&(n-1) != 0 || len(data) != header+int(n)*2 {
		return nil, fmt.Errorf("%w: %d bytes for %d slots", errModel, len(data), n)
	}
	m := &Model{make([]float32, n), n - 1}
	for i := range m.weights {
		m.weights[i] = scale * float32(int16(binary.LittleEndian.Uint16(data[header+2*i:])))
	}
	hugepage.Advise(m.weights)
	return m, nil
}

// Bytes returns the model in the form that Load reads.
func (m *Model) Bytes() []byte {
	largest := float32(1e-9)
	for _, w := range m.weights {
		largest = max(largest, float32(math.Abs(float64(w))))
	}
	scale := largest / math.MaxInt16
	out := append([]byte(modelMagic), make([]byte, 12)...)
	h := out[len(modelMagic):]
	binary.LittleEndian.PutUint32(h, modelVersion)
	binary.LittleEndian.PutUint32(h[4:], uint32(len(m.weights)))
	binary.LittleEndian.PutUint32(h[8:], math.Float32bits(scale))
	for _, w := range m.weights {
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(float64(w/scale)))))
	}
	return out
}

// score sums the weights of the features.
func (m *Model) score(features []uint32) float32 {
	var s float32
	for _, f := range features {
		s += m.weights[f&m.mask]
	}
	return s
}
