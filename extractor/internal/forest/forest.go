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
	feature   [nodes]uint8
	threshold [nodes]float32
	leaf      [leaves]float32
}

// leafOf returns the leaf that x ends in.
func (t *tree) leafOf(x []float32) int {
	n := 0
	for range Depth {
		above := 0 // no branch, which could not be predicted
		if x[t.feature[n]] > t.threshold[n] {
			above = 1
		}
		n = 2*n + 1 + above
	}
	return n - nodes
}

// Score returns the log odds of x, which has as many numbers as the examples had.
func (f *Forest) Score(x []float32) float32 {
	s := f.base
	for i := range f.trees {
		s += f.trees[i].leaf[f.trees[i].leafOf(x)]
	}
	return s
}

const treeBytes = nodes*5 + leaves*4

// Encode writes the forest.
func (f *Forest) Encode() []byte {
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(f.base))
	for i := range f.trees {
		t := &f.trees[i]
		b = append(b, t.feature[:]...)
		for _, v := range append(t.threshold[:], t.leaf[:]...) {
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
		b = b[copy(t.feature[:], b):]
		for i := range t.threshold {
			t.threshold[i] = number()
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
