package events

import (
	"testing"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

func TestInHeadline(t *testing.T) {
	tests := []struct {
		title, name string
		want        uint32
	}{
		{"Fire in Ostrava kills two", "Ostrava", 2},
		{"Fire near the Baltic kills two", "Baltic", 2},
		{"Ostrava fire kills two", "Ostrava", 1},
		{"Peace in Romania", "Roman", 0},
		{"Romans march in Rome", "Rome", 2},
		{"Fire kills two", "Ostrava", 0},
		{"Fire kills two", "", 0},
	}
	for _, test := range tests {
		if got := inHeadline(test.title, test.name); got != test.want {
			t.Errorf("%q in %q: %d, want %d", test.name, test.title, got, test.want)
		}
	}
}

// TestSpots looks at how wide the places of a document are and how their mentions stand.
func TestSpots(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/places.conllu")
	if err != nil {
		t.Fatal(err)
	}
	type seen struct {
		breadth      breadth
		preposition  string
		outer, inner bool
	}
	want := map[string]map[string]seen{
		"bridge": {"Ruse": {ofTown, "in", false, true}, "Bulgaria": {ofCountry, "", true, false}, "Danube Bridge": {ofSite, "on", false, false}},
		"origin": {"Chad": {ofCountry, "of", false, false}},
		"state":  {"Texas": {ofProvince, "in", false, false}, "Lima": {ofTown, "in", false, false}},
	}
	analyze := untrainedAnalysis(t)
	for i := range docs {
		d := treedoc.New(&docs[i])
		treedoc.NameEntities(d)
		a := analyze(d)
		a.indexPlaces()
		if len(a.places) != len(want[docs[i].ID]) {
			t.Errorf("%s: %d places, want %d", docs[i].ID, len(a.places), len(want[docs[i].ID]))
		}
		for k := range a.places {
			x := &a.places[k]
			name := d.Entities[x.entity].Name
			w := want[docs[i].ID][name]
			preposition := uint32(0)
			if w.preposition != "" {
				preposition = wordHash(w.preposition)
			}
			if s := x.spots[0]; x.breadth != w.breadth || s.preposition != preposition || s.outer != w.outer || s.inner != w.inner {
				t.Errorf("%s: %s: breadth %d, %+v; want %+v", docs[i].ID, name, x.breadth, s, w)
			}
		}
	}
}
