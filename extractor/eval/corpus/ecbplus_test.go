package corpus

import (
	"slices"
	"testing"
)

func TestECBPlus(t *testing.T) {
	docs, err := ECBPlus(shared(t), func(topic int) bool { return slices.Contains(ECBDevTopics, topic) })
	if err != nil {
		t.Fatal(err)
	}
	events, validated, instances := 0, 0, map[string]int{}
	for _, d := range docs {
		for _, m := range d.Mentions {
			for _, s := range m.Spans {
				if s.Begin >= s.End || s.End > len(d.Text) {
					t.Fatalf("%s: %v", d.File, s)
				}
			}
			if m.Event() {
				events++
				if m.Validated {
					validated++
					instances[m.Instance]++
				}
			}
		}
	}
	shared := 0
	for _, n := range instances {
		if n > 1 {
			shared++
		}
	}
	if len(docs) < 150 || events < 1500 || validated < 1000 || shared < 100 {
		t.Errorf("%d documents, %d events, %d validated, %d instances of several mentions", len(docs), events, validated, shared)
	}
}
