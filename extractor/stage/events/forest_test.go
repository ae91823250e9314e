package events

import (
	"math/rand/v2"
	"testing"
)

// Two numbers that matter only together are learned, what is written is read, and the noise beside them is left alone.
func TestForestLearnsWhatMattersTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var x [][]float32
	var right []bool
	for range 2000 {
		v := []float32{r.Float32(), r.Float32(), r.Float32()}
		x, right = append(x, v), append(right, (v[0] > 0.5) != (v[1] > 0.3))
	}
	f, err := decodeForest(boost(x, right, 1).encode(), 3)
	if err != nil {
		t.Fatal(err)
	}
	hits := 0
	for i := range x {
		if (f.score(x[i]) > 0) == right[i] {
			hits++
		}
	}
	if hits < 1900 {
		t.Errorf("%d of 2000 right", hits)
	}
	if _, err := decodeForest(f.encode(), 1); err == nil {
		t.Error("a forest that asks for a feature there is not was read")
	}
}

func TestDescriptionCounts(t *testing.T) {
	var d description
	d.add(1)
	d.flag(true, false)
	d.one(1, 3)
	if d.n != 6 || d.x[0] != 1 || d.x[1] != 1 || d.x[4] != 1 {
		t.Errorf("%d numbers: %v", d.n, d.x[:6])
	}
}
