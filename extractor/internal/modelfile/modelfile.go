// Package modelfile is the form of the files in extractor/model: named sections behind a header that tells what made
// them, and a digest behind them. Little-endian:
//
//	magic "DATELINE", kind (length byte, letters), schema uint64, count uint32,
//	count × (name (length byte, letters), length uint64), zero bytes up to a multiple of 64,
//	the sections, each filled up with zeros to a multiple of 64, SHA-256 of all before it
//
// The schema is a hash of whatever the reading code must agree on with the writing code (feature slots, tag lists,
// layers): a model of another schema is refused, not misread. Sections are read in place.
package modelfile

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
)

const (
	magic     = "DATELINE"
	alignment = 64
)

// ErrCorrupt: the file is no model, is cut off, or its digest does not match.
var ErrCorrupt = errors.New("the model file is corrupt")

// Schema hashes what reader and writer must agree on.
func Schema(parts ...any) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		fmt.Fprintf(h, "%v\x00", p)
	}
	return h.Sum64()
}

// Section is a named part of a file.
type Section struct {
	Name string
	Data []byte
}

// Encode returns the file.
func Encode(kind string, schema uint64, sections []Section) []byte {
	b := append([]byte(magic), byte(len(kind)))
	b = append(b, kind...)
	b = binary.LittleEndian.AppendUint64(b, schema)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(sections)))
	for _, s := range sections {
		b = append(b, byte(len(s.Name)))
		b = append(b, s.Name...)
		b = binary.LittleEndian.AppendUint64(b, uint64(len(s.Data)))
	}
	b = padded(b)
	for _, s := range sections {
		b = padded(append(b, s.Data...))
	}
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

func padded(b []byte) []byte { return append(b, make([]byte, -len(b)&(alignment-1))...) }

// Decode checks a file of the given kind and schema and returns its sections by name; they share the file's memory.
func Decode(data []byte, kind string, schema uint64) (map[string][]byte, error) {
	body, err := verified(data)
	if err != nil {
		return nil, err
	}
	r := reader{rest: body[len(magic):]}
	if got := r.word(); got != kind {
		return nil, fmt.Errorf("the model is of kind %q, not %q", got, kind)
	}
	if got := r.uint64(); got != schema {
		return nil, fmt.Errorf("the %s model was made for other code (schema %x, want %x): train it anew", kind, got, schema)
	}
	names, lengths := r.table()
	r.skip((len(r.rest) - len(body)) & (alignment - 1))
	sections := map[string][]byte{}
	for i, name := range names {
		sections[name] = r.take(lengths[i])
		r.skip(-int(lengths[i]) & (alignment - 1))
	}
	if r.failed {
		return nil, ErrCorrupt
	}
	return sections, nil
}

// verified returns the file without its digest.
func verified(data []byte) ([]byte, error) {
	if len(data) < len(magic)+sha256.Size || string(data[:len(magic)]) != magic {
		return nil, ErrCorrupt
	}
	body, digest := data[:len(data)-sha256.Size], data[len(data)-sha256.Size:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], digest) {
		return nil, ErrCorrupt
	}
	return body, nil
}

// reader takes values off the front; after a failure all are zero.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.failed = true
		r.rest = nil
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) skip(n int) { r.take(uint64(n)) }

func (r *reader) uint64() uint64 {
	if b := r.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (r *reader) word() string {
	if n := r.take(1); n != nil {
		return string(r.take(uint64(n[0])))
	}
	return ""
}

func (r *reader) table() (names []string, lengths []uint64) {
	count := r.take(4)
	if count == nil {
		return nil, nil
	}
	for range binary.LittleEndian.Uint32(count) {
		names, lengths = append(names, r.word()), append(lengths, r.uint64())
		if r.failed {
			break
		}
	}
	return names, lengths
}
