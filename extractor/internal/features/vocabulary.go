package features

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/hugepage"
)

// Vocabulary numbers the features that have an embedding: an open hash table of 32-bit fingerprints, read in place.
// It is immutable and safe for concurrent use.
type Vocabulary struct {
	// slots hold the fingerprint in the upper half, the row plus one in the lower; 0 is empty.
	slots []uint64
	mask  uint64
	rows  int
}

// NewVocabulary numbers the keys in the order given.
func NewVocabulary(keys []uint64) *Vocabulary {
	size := 1 << bits.Len(uint(max(2, len(keys)*3/2)))
	v := &Vocabulary{slots: make([]uint64, size), mask: uint64(size - 1), rows: len(keys)}
	for row, key := range keys {
		i := key & v.mask
		for v.slots[i] != 0 {
			i = (i + 1) & v.mask
		}
		v.slots[i] = key>>32<<32 | uint64(row+1)
	}
	return v
}

// Rows returns how many features there are.
func (v *Vocabulary) Rows() int { return v.rows }

// Row returns the number of a key, -1 when it is unknown or 0.
func (v *Vocabulary) Row(key uint64) int32 {
	if key == 0 {
		return -1
	}
	for i := key & v.mask; ; i = (i + 1) & v.mask {
		s := v.slots[i]
		if s == 0 {
			return -1
		}
		if s>>32 == key>>32 {
			return int32(uint32(s)) - 1
		}
	}
}

// wordRows sets the rows of the keys that depend on the word alone. It reads all first slots before it compares any, so
// that the waits for memory overlap.
func (v *Vocabulary) wordRows(keys *Keys, rows *[SlotContext]int32) {
	var first [SlotContext]uint64
	for i := range first {
		first[i] = v.slots[keys[i]&v.mask]
	}
	for i, s := range first {
		switch key := keys[i]; {
		case key == 0 || s == 0:
			rows[i] = -1
		case s>>32 == key>>32:
			rows[i] = int32(uint32(s)) - 1
		default:
			rows[i] = v.Row(key)
		}
	}
}

// AppendBinary appends the table, little-endian: rows, slots, the slots.
func (v *Vocabulary) AppendBinary(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(v.rows))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v.slots)))
	for _, s := range v.slots {
		b = binary.LittleEndian.AppendUint64(b, s)
	}
	return b
}

// ReadVocabulary reads what AppendBinary wrote and returns the rest of the bytes.
func ReadVocabulary(b []byte) (*Vocabulary, []byte, error) {
	if len(b) < 8 {
		return nil, nil, errTruncated
	}
	rows, n := binary.LittleEndian.Uint32(b), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	if n == 0 || n&(n-1) != 0 || int(rows) >= n || len(b) < 8*n {
		return nil, nil, errTruncated
	}
	v := &Vocabulary{slots: make([]uint64, n), mask: uint64(n - 1), rows: int(rows)}
	for i := range v.slots {
		v.slots[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	hugepage.Advise(v.slots)
	return v, b[8*n:], nil
}

var errTruncated = errors.New("features: the vocabulary is truncated or corrupt")

// Counter counts keys to choose a vocabulary.
type Counter map[uint64]int

// Add counts a token's keys.
func (c Counter) Add(k *Keys) {
	for _, key := range k {
		if key != 0 {
			c[key]++
		}
	}
}

// Frequent returns the keys seen at least least times, the most frequent first.
func (c Counter) Frequent(least int) []uint64 {
	var keys []uint64
	for key, n := range c {
		if n >= least {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b uint64) int {
		if c[a] != c[b] {
			return c[b] - c[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	return keys
}
