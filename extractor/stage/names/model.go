package names

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/hugepage"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// Model holds the tagger's weights as integers. It is immutable.
type Model struct {
	// slots is an open-addressing table of features: a fingerprint in the upper half, 1 + the row in the lower.
	slots []uint64
	// filter has a bit for each feature's uppermost bits: most that are not in the table need not be looked for there.
	filter []uint64
	// rows holds rowBytes for each feature: a label's weight and 128.
	rows []byte
	// table has, for each slot, the slot and its row: what one feature needs lies in one line of the processor's memory.
	table []uint64
	// transitions are in the rows' unit; impossible is the weight of what must not be.
	transitions []int32
	// span is by how much the possible transitions to one label differ at most.
	span int32
	// unit is the weight of 1 in a row, in nats.
	unit     float64
	clusters *clusters
	// clusterData is what clusters were read from.
	clusterData []byte
}

const impossible = -1 << 28

// newSlots returns the table of features in the order of their rows.
func newSlots(keys []uint64) []uint64 {
	n := 16
	for n < len(keys)*3/2 {
		n *= 2
	}
	slots := make([]uint64, n)
	mask := uint64(n - 1)
	for row, key := range keys {
		i := key & mask
		for slots[i] != 0 {
			i = (i + 1) & mask
		}
		slots[i] = key>>32<<32 | uint64(row+1)
	}
	return slots
}

// tableStride is the length of a slot with its row in table.
const tableStride = 1 + rowBytes/8

// newTable joins slots and rows.
func newTable(slots []uint64, rows []byte) []uint64 {
	table := make([]uint64, len(slots)*tableStride)
	for i, s := range slots {
		if s == 0 {
			continue
		}
		entry, row := table[i*tableStride:], rows[(int(uint32(s))-1)*rowBytes:]
		entry[0] = s
		for k := 1; k < tableStride; k++ {
			entry[k] = binary.LittleEndian.Uint64(row[8*(k-1):])
		}
	}
	hugepage.Advise(table)
	return table
}

// filterBits are the bits of a feature that filter looks at.
const filterBits = 21

// newFilter returns the filter of a table.
func newFilter(slots []uint64) []uint64 {
	filter := make([]uint64, 1<<(filterBits-6))
	for _, s := range slots {
		if s != 0 {
			filter[s>>(64-filterBits+6)] |= 1 << (s >> (64 - filterBits) & 63)
		}
	}
	return filter
}

const modelKind = "names"

var modelSchema = modelfile.Schema(schema, labelCount, rowBytes)

// Lean returns the model with a bias towards no name, in nats, and with another on top of it in informal documents:
// precision for recall.
func (m *Model) Lean(nats, informal float64) *Model {
	leaning := *m
	leaning.transitions = slices.Clone(m.transitions)
	for a := range labelCount {
		leaning.transitions[a*labelCount+outside] += int32(math.Round(nats / m.unit))
	}
	leaning.span = leaning.transitionSpan()
	if row := m.row(mixed(informalTemplate, 0, 0)); row >= 0 {
		leaning.rows = slices.Clone(m.rows)
		weight := int(leaning.rows[row+outside]) + int(math.Round(informal/m.unit))
		leaning.rows[row+outside] = byte(min(max(weight, 0), 255))
		leaning.table = newTable(leaning.slots, leaning.rows)
	}
	return &leaning
}

// row returns where the row of a feature begins, -1 for none.
func (m *Model) row(key uint64) int {
	mask := uint64(len(m.slots) - 1)
	for at := key & mask; m.slots[at] != 0; at = (at + 1) & mask {
		if m.slots[at]>>32 == key>>32 {
			return (int(uint32(m.slots[at])) - 1) * rowBytes
		}
	}
	return -1
}

func (m *Model) transitionSpan() int32 {
	span := int32(0)
	for b := range labelCount {
		low, high := int32(math.MaxInt32), int32(math.MinInt32)
		for a := range labelCount {
			if t := m.transitions[a*labelCount+b]; t != impossible && !isInside(b) {
				low, high = min(low, t), max(high, t)
			}
		}
		if low <= high {
			span = max(span, high-low)
		}
	}
	return span
}

// Clusters returns the Brown clusters that the model was made with, as Clusters made them.
func (m *Model) Clusters() []byte { return m.clusterData }

// Bytes returns the model file.
func (m *Model) Bytes() []byte {
	var head []byte
	head = binary.LittleEndian.AppendUint64(head, uint64(m.unit*(1<<32)))
	for _, t := range m.transitions {
		head = binary.LittleEndian.AppendUint32(head, uint32(t))
	}
	slots := make([]byte, 0, len(m.slots)*8)
	for _, s := range m.slots {
		slots = binary.LittleEndian.AppendUint64(slots, s)
	}
	return modelfile.Encode(modelKind, modelSchema, []modelfile.Section{
		{Name: "head", Data: head}, {Name: "clusters", Data: m.clusterData}, {Name: "slots", Data: slots}, {Name: "rows", Data: m.rows},
	})
}

// Load reads a model file. It keeps data.
func Load(data []byte) (*Model, error) {
	sections, err := modelfile.Decode(data, modelKind, modelSchema)
	if err != nil {
		return nil, err
	}
	head, slots := sections["head"], sections["slots"]
	if len(head) != 8+4*labelCount*labelCount || len(slots) == 0 || len(slots)&(len(slots)-1) != 0 || len(sections["rows"])%rowBytes != 0 {
		return nil, fmt.Errorf("names: %w", modelfile.ErrCorrupt)
	}
	m := &Model{
		unit: float64(binary.LittleEndian.Uint64(head)) / (1 << 32), rows: sections["rows"],
		clusters: newClusters(sections["clusters"]), clusterData: sections["clusters"], slots: make([]uint64, len(slots)/8),
	}
	for i := range labelCount * labelCount {
		m.transitions = append(m.transitions, int32(binary.LittleEndian.Uint32(head[8+4*i:])))
	}
	m.span = m.transitionSpan()
	for i := range m.slots {
		m.slots[i] = binary.LittleEndian.Uint64(slots[8*i:])
		if int(uint32(m.slots[i])) > len(m.rows)/rowBytes {
			return nil, fmt.Errorf("names: %w", modelfile.ErrCorrupt)
		}
	}
	m.filter, m.table = newFilter(m.slots), newTable(m.slots, m.rows)
	return m, nil
}
