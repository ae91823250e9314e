package quant

import (
	"encoding/binary"
	"math"
	"unsafe"

	"github.com/dateline-news/dateline/extractor/internal/hugepage"
)

// AppendBinary appends the layer, little-endian: in, out, panels, scales, bias.
func (l *Linear) AppendBinary(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(l.in))
	b = binary.LittleEndian.AppendUint32(b, uint32(l.out))
	for _, w := range l.panels {
		b = append(b, byte(w))
	}
	return appendFloats(appendFloats(b, l.scales), l.bias)
}

// ReadLinear reads what AppendBinary wrote and returns the rest of the bytes.
func ReadLinear(b []byte) (*Linear, []byte, error) {
	in, b := takeCount(b)
	out, b := takeCount(b)
	if in%inStep != 0 || out%tileCols != 0 || in == 0 || out == 0 || len(b)/in < out {
		return nil, nil, errTruncated
	}
	l := &Linear{in: in, out: out, panels: readInt8(b[:in*out]), shift: make([]int32, out)}
	b = b[in*out:]
	l.scales, b = takeFloats(b, out)
	l.bias, b = takeFloats(b, out)
	if l.bias == nil || !l.fits() {
		return nil, nil, errTruncated
	}
	l.sumShifts()
	return l, b, nil
}

// AppendBinary appends the encoder: dim, rows, the blocks (1 for a convolution, 2 for a scan, before each; 0 ends
// them), scales and rows of the table.
func (e *Encoder) AppendBinary(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(e.dim))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(e.table.scales)))
	for _, l := range e.blocks {
		if l.out == nil {
			b = l.in.AppendBinary(append(b, 1))
		} else {
			b = l.out.AppendBinary(l.in.AppendBinary(append(b, 2)))
		}
	}
	b = appendFloats(append(b, 0), e.table.scales)
	for _, v := range e.table.bytes {
		b = append(b, byte(v))
	}
	return b
}

// ReadEncoder reads what AppendBinary wrote and returns the rest of the bytes.
func ReadEncoder(b []byte) (*Encoder, []byte, error) {
	e := &Encoder{table: &Table{}}
	var rows int
	var err error
	e.dim, b = takeCount(b)
	rows, b = takeCount(b)
	e.table.cols = e.dim
	if e.dim == 0 || e.dim%tileCols != 0 {
		return nil, nil, errTruncated
	}
	for {
		if len(b) == 0 {
			return nil, nil, errTruncated
		}
		kind := b[0]
		b = b[1:]
		if kind == 0 {
			break
		}
		var l block
		if l, b, err = e.readBlock(kind, b); err != nil {
			return nil, nil, err
		}
		e.blocks = append(e.blocks, l)
	}
	e.table.scales, b = takeFloats(b, rows)
	if len(b)/e.dim < rows {
		return nil, nil, errTruncated
	}
	e.table.bytes = readInt8(b[:rows*e.dim])
	return e, b[rows*e.dim:], nil
}

func (e *Encoder) readBlock(kind byte, b []byte) (l block, rest []byte, err error) {
	if l.in, b, err = ReadLinear(b); err != nil {
		return l, nil, err
	}
	switch kind {
	case 1:
		if l.in.in != 3*e.dim || l.in.out != e.dim {
			return l, nil, errTruncated
		}
	case 2:
		if l.out, b, err = ReadLinear(b); err != nil {
			return l, nil, err
		}
		if l.in.in != e.dim || l.in.out != 2*l.out.in || l.out.out != e.dim || l.out.in%(2*tileCols) != 0 {
			return l, nil, errTruncated
		}
	default:
		return l, nil, errTruncated
	}
	return l, b, nil
}

// AppendFloats appends values, little-endian.
func AppendFloats(b []byte, x []float32) []byte { return appendFloats(b, x) }

// ReadFloats reads what AppendFloats wrote.
func ReadFloats(b []byte) []float32 {
	x, _ := takeFloats(b, len(b)/4)
	return x
}

func appendFloats(b []byte, x []float32) []byte {
	for _, v := range x {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

// readInt8 copies bytes to memory of its own, which begins at a cache line, as bytes within a file do not.
func readInt8(b []byte) []int8 {
	all := make([]int8, len(b))
	copy(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(all))), len(all)), b)
	hugepage.Advise(all)
	return all
}

func takeCount(b []byte) (int, []byte) {
	if len(b) < 4 {
		return 0, nil
	}
	return int(binary.LittleEndian.Uint32(b) & (1<<30 - 1)), b[4:]
}

func takeFloats(b []byte, n int) ([]float32, []byte) {
	if len(b)/4 < n {
		return nil, nil
	}
	x := make([]float32, n)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return x, b[4*n:]
}
