package story

// HandModel is testModel for the tests outside.
func HandModel() *Model { return testModel() }

// testModel judges by hand-set weights: events of one type with people in common are one.
func testModel() *Model {
	m := &Model{weights: make([]float32, 1<<modelBits), mask: 1<<modelBits - 1, threshold: 0.5, join: 0.5}
	for _, w := range []struct {
		f uint32
		w float32
	}{{mixHash(pBias, 0, 0, 0), -3}, {mixHash(pPeople, 3, 0, 0), 3}, {mixHash(pLemma, 2, 0, 0), 2}} {
		m.weights[w.f&m.mask] = w.w
	}
	m.link[partPeople], m.link[linkBias], m.link[linkTime] = 8, -4, -0.5
	return m
}
