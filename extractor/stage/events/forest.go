package events

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// forest is a sum of small regression trees: gradient boosting (Friedman 2001). Made for numbers of different kinds, of
// which a few together matter.
type forest struct {
	base  float32
	trees []regressionTree
}

const (
	treeDepth  = 3
	treeNodes  = 1<<treeDepth - 1
	treeLeaves = 1 << treeDepth
)

// regressionTree is a complete binary tree: its nodes, the root first and level by level, ask whether a feature is above
// a threshold.
type regressionTree struct {
	feature   [treeNodes]uint8
	threshold [treeNodes]float32
	leaf      [treeLeaves]float32
}

// leafOf returns the leaf that x ends in.
func (t *regressionTree) leafOf(x []float32) int {
	n := 0
	for range treeDepth {
		if x[t.feature[n]] > t.threshold[n] {
			n = 2*n + 2
		} else {
			n = 2*n + 1
		}
	}
	return n - treeNodes
}

// score returns the log odds.
func (f *forest) score(x []float32) float32 {
	s := f.base
	for i := range f.trees {
		s += f.trees[i].leaf[f.trees[i].leafOf(x)]
	}
	return s
}

const treeBytes = treeNodes*5 + treeLeaves*4

// encode writes the forest; nil writes nothing.
func (f *forest) encode() []byte {
	if f == nil {
		return nil
	}
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

// decodeForest reads what encode wrote; features is how many numbers it may ask for.
func decodeForest(b []byte, features int) (*forest, error) {
	if len(b) == 0 {
		return nil, nil
	}
	if (len(b)-4)%treeBytes != 0 {
		return nil, modelfile.ErrCorrupt
	}
	number := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	f := &forest{base: number()}
	for len(b) > 0 {
		var t regressionTree
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
