package events

import "testing"

func TestDescriptionCounts(t *testing.T) {
	var d description
	d.add(1)
	d.flag(true, false)
	d.one(1, 3)
	if d.n != 6 || d.x[0] != 1 || d.x[1] != 1 || d.x[4] != 1 {
		t.Errorf("%d numbers: %v", d.n, d.x[:6])
	}
}
