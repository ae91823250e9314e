package brown

import (
	"maps"
	"strings"
	"testing"
)

// Words that stand in the same places end up closer than words that do not.
func TestClusterGroupsByNeighbours(t *testing.T) {
	var sentences [][]string
	for _, place := range []string{"Tallinn", "Oslo", "Riga", "Bergen"} {
		for _, verb := range []string{"met", "sat", "slept", "sang"} {
			for range 3 {
				sentences = append(sentences, strings.Fields("they "+verb+" in "+place+" ."))
			}
		}
	}
	paths := Cluster(sentences, 5, 1)
	if len(paths) != 11 {
		t.Fatalf("%d words, want 11", len(paths))
	}
	if paths["Tallinn"] != paths["Riga"] || paths["met"] != paths["sang"] || paths["met"] == paths["Oslo"] {
		t.Errorf("paths: %v", paths)
	}
	for range 3 {
		if again := Cluster(sentences, 5, 1); !maps.Equal(paths, again) {
			t.Fatalf("other paths: %v", again)
		}
	}
}
