package forest

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// A forest learns what no single question tells, and reads back as it was.
func TestForestLearnsAnExclusiveOr(t *testing.T) {
	var examples []Example
	for i := range 400 {
		a, b := float32(i%20), float32(i/20)
		examples = append(examples, Example{X: []float32{a, b}, Right: (a > 9) != (b > 9), Weight: 1})
	}
	f := Train(examples, Settings{Trees: 120, Rate: 0.2, Prior: 1, Evidence: 1, Rows: 0.7, Columns: 1, Seed: 1})
	encoded := f.Encode()
	g, err := Decode(encoded, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		if s := f.Score(e.X); s != g.Score(e.X) || (s > 0) != e.Right {
			t.Fatalf("%v scores %v, read back %v, want right: %v", e.X, s, g.Score(e.X), e.Right)
		}
	}
	if !slices.Equal(g.Encode(), encoded) {
		t.Error("the forest changes when it is written anew")
	}
	for _, bad := range [][]byte{nil, encoded[:len(encoded)-1]} {
		if _, err := Decode(bad, 2); err == nil {
			t.Errorf("%d bytes are taken for a forest", len(bad))
		}
	}
	if _, err := Decode(encoded, 1); err == nil {
		t.Error("a forest may ask for a feature that is not there")
	}
}

// Two numbers that matter only together are learned, and the noise beside them is left alone.
func TestForestLearnsWhatMattersTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var examples []Example
	for range 2000 {
		x := []float32{r.Float32(), r.Float32(), r.Float32()}
		examples = append(examples, Example{X: x, Right: (x[0] > 0.5) != (x[1] > 0.3), Weight: 1})
	}
	trained := Train(examples, Settings{Trees: 120, Rate: 0.06, Prior: 10, Evidence: 1.6, Rows: 0.6, Columns: 0.5, Seed: 1})
	f, err := Decode(trained.Encode(), 3)
	if err != nil {
		t.Fatal(err)
	}
	hits := 0
	for _, e := range examples {
		if (f.Score(e.X) > 0) == e.Right {
			hits++
		}
	}
	if hits < 1900 {
		t.Errorf("%d of 2000 right", hits)
	}
	if _, err := Decode(f.Encode(), 1); err == nil {
		t.Error("a forest that asks for a feature there is not was read")
	}
}
