package quant

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor/internal/nn"
)

// The integers give what float32 gives, but for rounding; the Go kernels the same bits; and so does what was written and
// read.
func TestBagAgreesWithTraining(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	table, norm, out := nn.NewTable(40, 32, 1, r), nn.NewNorm("norm", 32), nn.NewLinear("out", 32, 20, r)
	for i := range norm.Gain.W.Data {
		norm.Gain.W.Data[i] = 0.5 + r.Float32()
	}
	b := NewBag(table.W.Data, norm.Gain.W.Data, out.W.W.Data, out.B.W.Data)
	read, err := ReadBag(b.AppendBinary(nil))
	if err != nil || read.Rows() != 40 || read.Cols() != 20 {
		t.Fatalf("read %v, %v", read, err)
	}
	features := []int32{3, 17, 39, 0, 3}
	var x nn.Matrix
	table.Sum(features, len(features), &x)
	var swish nn.Swish
	want := out.Forward(swish.Forward(norm.Forward(&x))).Row(0)
	fast := slices.Clone(b.Apply(NewWorkspace(), features))
	slow := slices.Clone(read.Apply(NewPortableWorkspace(), features))
	if !slices.Equal(fast, slow) {
		t.Error("the kernels disagree")
	}
	for i, v := range want {
		if math.Abs(float64(v-fast[i])) > 0.05 {
			t.Errorf("score %d is %f, want %f", i, fast[i], v)
		}
	}
}
