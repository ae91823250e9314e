package story

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLinkage(t *testing.T) {
	// Two tight groups, joined by one weak and one strong edge: the mean between them is low.
	edges := []edge{{0, 1, .9}, {1, 2, .8}, {0, 2, .7}, {3, 4, .9}, {2, 3, .8}, {0, 4, .1}}
	got := linkage(6, edges, .5, nil)
	if want := []int32{0, 0, 0, 3, 3, 5}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLinkageForbidden(t *testing.T) {
	apart := func(a, b []int32) bool { return !(slices.Contains(a, 0) && slices.Contains(b, 1)) }
	if got := linkage(3, []edge{{0, 1, .9}, {1, 2, .8}}, .5, apart); !slices.Equal(got, []int32{0, 1, 1}) {
		t.Errorf("got %v", got)
	}
}

func TestLinkageIgnoresOrderOfEdges(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var edges []edge
	for i := range int32(40) {
		for j := range i {
			if rng.IntN(4) == 0 {
				// Few distinct scores, so that there are ties.
				edges = append(edges, edge{j, i, float32(rng.IntN(4)+1) / 4})
			}
		}
	}
	want := linkage(40, edges, .4, nil)
	for range 50 {
		rng.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
		if got := linkage(40, edges, .4, nil); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}
