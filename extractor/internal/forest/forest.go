// Package forest is gradient boosting (Friedman 2001): sums of small regression trees, made for numbers of different
// kinds of which a few together matter.
package forest

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// Forest is a sum of trees. It is only read once it is trained.
type Forest struct {
	base  float32
	trees []tree
}

// Depth is how many questions a tree asks of an example; files of forests of another depth read otherwise.
const Depth = 3

const (
	nodes  = 1<<Depth - 1
	leaves = 1 << Depth
)

// tree is a complete binary tree: its nodes, the root first and level by level, ask whether a feature is above a
// threshold.
type tree struct {
	feature   [leaves]uint8 // one more than there are nodes, as with thresholds: no index is out of bounds
	threshold [leaves]rank
	leaf      [leaves]float32
}

// rank is an integer that orders as the number it is made of: integers are compared without a branch, which could not be
// predicted.
type rank int32

func rankOf(v float32) rank {
	if v == 0 {
		v = 0 // of the two zeroes the one that is not negative
	}
	b := int32(math.Float32bits(v))
	return rank(b ^ b>>31&math.MaxInt32)
}

// value is the number that the rank was made of.
func (r rank) value() float32 {
	b := int32(r)
	return math.Float32frombits(uint32(b ^ b>>31&math.MaxInt32))
}

// example holds the ranks of an example's numbers; features are named by a byte.
type example [1 << 8]rank

func (e *example) read(x []float32) {
	for i, v := range x {
		e[uint8(i)] = rankOf(v)
	}
}

// below returns which of the two nodes below a node an example comes to.
func (t *tree) below(n uint, e *example) uint {
	k := n % leaves // it is less anyway
	return 2*n + 1 + uint(int64(t.threshold[k])-int64(e[t.feature[k]]))>>63
}

// Score returns the log odds of x, which has as many numbers as the examples had.
func (f *Forest) Score(x []float32) float32 {
	var e example
	e.read(x)
	s := f.base
	for i := range f.trees {
		t := &f.trees[i]
		s += t.leaf[t.below(t.below(t.below(0, &e), &e), &e)-nodes] // Depth times
	}
	return s
}

const treeBytes = nodes*5 + leaves*4

// Encode writes the forest.
func (f *Forest) Encode() []byte {
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(f.base))
	for i := range f.trees {
		t := &f.trees[i]
		b = append(b, t.feature[:nodes]...)
		for _, r := range t.threshold[:nodes] {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(r.value()))
		}
		for _, v := range t.leaf {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
		}
	}
	return b
}

// Decode reads what Encode wrote; features is how many numbers it may ask for.
func Decode(b []byte, features int) (*Forest, error) {
	if len(b) < 4 || (len(b)-4)%treeBytes != 0 {
		return nil, modelfile.ErrCorrupt
	}
	number := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	f := &Forest{base: number()}
	for len(b) > 0 {
		var t tree
		b = b[copy(t.feature[:nodes], b):]
		for i := range nodes {
			t.threshold[i] = rankOf(number())
			if int(t.feature[i]) >= features {
				return nil, modelfile.ErrCorrupt
			}
		}
		for i := range t.leaf {
			t.leaf[i] = number()
		}
		f.trees = append(f.trees, t)
	}
	return f, nil
}
