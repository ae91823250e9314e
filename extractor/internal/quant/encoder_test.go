package quant

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor/internal/nn"
)

const testWidth = 3

// sample returns an encoder with gains that are not 1, and sentences of features for it.
func sample(layers string) (*nn.Encoder, []int32, *nn.Batch, *Layout) {
	r := rand.New(rand.NewPCG(8, 8))
	e := nn.NewEncoder(nn.Architecture{Layers: layers, Dim: 32, Hidden: 16}, 50, 0, r)
	for _, p := range e.Params() {
		for i := range p.W.Data {
			p.W.Data[i] *= 0.7 + 0.6*r.Float32()
		}
	}
	batch, layout := &nn.Batch{Starts: []int{0}}, &Layout{}
	layout.Reset()
	var features []int32
	for _, n := range []int{1, 7, 2, 30, 5} {
		for range n * testWidth {
			features = append(features, int32(r.IntN(51)-1))
		}
		batch.Starts = append(batch.Starts, batch.Starts[len(batch.Starts)-1]+n)
		layout.Add(n)
	}
	return e, features, batch, layout
}

// The integers give what float32 gives, but for rounding; and the Go kernels the very same integers.
func TestEncodeAgreesWithTraining(t *testing.T) {
	for _, layers := range []string{"", "C", "S", "CSSC"} {
		e, features, batch, layout := sample(layers)
		want := e.Forward(features, testWidth, batch, false)
		q := FromEncoder(e)
		fast, slow := NewWorkspace(), NewPortableWorkspace()
		for range 2 { // the second time with memory that has been used
			q.Encode(fast, features, testWidth, layout)
			q.Encode(slow, features, testWidth, layout)
		}
		n := layout.Rows * q.Dim()
		if !slices.Equal(fast.Encoded.Data[:n], slow.Encoded.Data[:n]) {
			t.Errorf("%s: the kernels disagree", layers)
		}
		compareRows(t, layers, want, e.Norm.Gain.W.Data, fast, batch, layout)
	}
}

func compareRows(t *testing.T, layers string, want *nn.Matrix, gain []float32, w *Workspace, batch *nn.Batch, layout *Layout) {
	t.Helper()
	worst, squares, n := 0.0, 0.0, 0.0
	for s, start := range layout.Starts {
		for i := range layout.Lengths[s] {
			row := w.Encoded.Row(start + i)
			for j, v := range want.Row(batch.Starts[s] + i) {
				got := float32(int(row[j])-zeroPoint) * w.Encoded.Scales[start+i] * gain[j]
				d := math.Abs(float64(got - v))
				worst, squares, n = max(worst, d), squares+d*d, n+1
			}
		}
	}
	// Rows have a mean square of nearly 1.
	if mean := math.Sqrt(squares / n); mean > 0.06 || worst > 0.3 {
		t.Errorf("%s: off by %g on average, %g at most", layers, mean, worst)
	}
}

func TestEncoderRoundTrip(t *testing.T) {
	e, features, _, layout := sample("CS")
	q := FromEncoder(e)
	data := append(q.AppendBinary(nil), 9)
	back, rest, err := ReadEncoder(data)
	if err != nil || len(rest) != 1 {
		t.Fatalf("%d bytes left, %v", len(rest), err)
	}
	a, b := NewWorkspace(), NewWorkspace()
	q.Encode(a, features, testWidth, layout)
	back.Encode(b, features, testWidth, layout)
	if !slices.Equal(a.Encoded.Data, b.Encoded.Data) {
		t.Error("the encoder read back computes something else")
	}
	for n := range data[:len(data)-1] {
		if _, _, err := ReadEncoder(data[:n]); err == nil {
			t.Fatalf("cut at byte %d: no error", n)
		}
	}
}

func TestEncodeDoesNotAllocate(t *testing.T) {
	e, features, _, layout := sample("CSC")
	q, w := FromEncoder(e), NewWorkspace()
	q.Encode(w, features, testWidth, layout)
	if n := testing.AllocsPerRun(20, func() { q.Encode(w, features, testWidth, layout) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkEncode(b *testing.B) {
	r := rand.New(rand.NewPCG(8, 8))
	q := FromEncoder(nn.NewEncoder(nn.Architecture{Layers: "CSSC", Dim: 128, Hidden: 128}, 20000, 0, r))
	w, layout, features := NewWorkspace(), &Layout{}, []int32{}
	layout.Reset()
	for range 10 {
		layout.Add(20)
		for range 20 * 9 {
			features = append(features, int32(r.IntN(20000)))
		}
	}
	for b.Loop() {
		q.Encode(w, features, 9, layout)
	}
	b.ReportMetric(200*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
