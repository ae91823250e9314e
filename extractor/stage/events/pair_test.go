package events

import "testing"

// How far a mention stands behind another is a number, also of one that stands before it: forests do not know what is none.
func TestFarther(t *testing.T) {
	for _, test := range []struct {
		i, k int32
		want float32
	}{{4, 4, 0}, {5, 4, 0.6931472}, {3, 4, 0}, {2, 4, 0}} {
		if got := farther(test.i, test.k); got != test.want {
			t.Errorf("sentence %d behind %d: %v, want %v", test.i, test.k, got, test.want)
		}
	}
}
