package story

import "github.com/dateline-news/dateline/extractor/internal/forest"

// HandModel is testModel for the tests outside.
func HandModel() *Model { return testModel() }

// testModel judges by hand: events of one type with people in common are one, and those of one word.
func testModel() *Model {
	var examples []forest.Example
	add := func(a, b *happening, right bool) {
		m := &Model{}
		var x [pairFeatures]float32
		m.describePair(&x, a, b)
		examples = append(examples, forest.Example{X: x[:], Right: right, Weight: 200})
	}
	for _, lemma := range []string{"meet", "talk"} {
		a, b, c, d := talks(0, "", "meet", stretch{}, 1, 2), talks(1, "", lemma, stretch{}, 1, 2), talks(1, "", lemma, stretch{}, 3), talks(1, "", lemma, stretch{}, 1, 4)
		add(&a, &b, true)
		add(&a, &c, lemma == "meet")
		add(&a, &d, lemma == "meet")
	}
	m := &Model{threshold: 0.5, join: 0.5, pairs: forest.Train(examples, forest.Settings{Trees: 20, Rate: 0.5, Prior: 1, Evidence: 1, Rows: 1, Columns: 1, Seed: 1})}
	m.link[partPeople], m.link[linkBias], m.link[linkTime] = 8, -4, -0.5
	return m
}
