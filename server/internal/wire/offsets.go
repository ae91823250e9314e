package wire

import (
	"sort"
	"unicode/utf8"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// blockSize is how many bytes of content lie between two checkpoints of Offsets.
const blockSize = 64

// Offsets converts offsets into one content between bytes and the unit of an encoding. Building it is linear in
// the content, each conversion takes constant time (ToUnits) or the logarithm of the length (ToBytes). It is
// immutable.
type Offsets struct {
	content string
	width   func(rune) int32
	// before[i] counts the units before byte i*blockSize; nil when units are bytes.
	before []int32
}

// NewOffsets returns the converter for a content of valid UTF-8. An unspecified encoding is UTF8.
func NewOffsets(content string, encoding pb.EncodingType) *Offsets {
	o := &Offsets{content: content}
	switch encoding {
	case pb.EncodingType_ENCODING_TYPE_UTF16:
		o.width = utf16Width
	case pb.EncodingType_ENCODING_TYPE_UTF32:
		o.width = utf32Width
	default:
		return o
	}
	if !ascii(content) {
		o.index()
	}
	return o
}

func (o *Offsets) index() {
	o.before = make([]int32, 0, len(o.content)/blockSize+1)
	var units int32
	next := 0
	for i, r := range o.content {
		for i >= next {
			o.before = append(o.before, units-o.overhang(i, next))
			next += blockSize
		}
		units += o.width(r)
	}
	for next <= len(o.content) {
		o.before = append(o.before, units-o.overhang(len(o.content), next))
		next += blockSize
	}
}

// overhang is how many units to take off where checkpoint next lies inside the character that ends at byte i:
// a checkpoint counts the characters that begin before it, save the one it cuts.
func (o *Offsets) overhang(i, next int) int32 {
	if i == next {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(o.content[:i])
	return o.width(r)
}

// ToUnits returns how many units lie before a byte offset, which must be on the boundary of a code point; one
// inside a code point counts as its begin. Out of range: it is clamped.
func (o *Offsets) ToUnits(offset int) int32 {
	offset = min(max(offset, 0), len(o.content))
	if o.before == nil {
		return int32(offset)
	}
	block := offset / blockSize
	from, units := runeStart(o.content, block*blockSize), o.before[block]
	for from < offset {
		r, size := utf8.DecodeRuneInString(o.content[from:])
		if from+size > offset {
			break
		}
		units += o.width(r)
		from += size
	}
	return units
}

// ToBytes returns the byte offset before which that many units lie; inside a surrogate pair, the begin of its
// code point. Out of range: it is clamped.
func (o *Offsets) ToBytes(units int32) int {
	if o.before == nil {
		return min(max(int(units), 0), len(o.content))
	}
	block := max(sort.Search(len(o.before), func(i int) bool { return o.before[i] > units })-1, 0)
	at, n := runeStart(o.content, block*blockSize), o.before[block]
	for at < len(o.content) {
		r, size := utf8.DecodeRuneInString(o.content[at:])
		if n+o.width(r) > units {
			break
		}
		n += o.width(r)
		at += size
	}
	return at
}

func utf32Width(rune) int32 { return 1 }

func utf16Width(r rune) int32 {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// runeStart returns the begin of the code point that holds byte i.
func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
