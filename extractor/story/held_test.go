package story

import "testing"

// What is used goes on being held; what is not makes room, the sooner the heavier the rest is.
func TestHeld(t *testing.T) {
	h := newHeld[int](10, func(weight int) int { return weight })
	h.put(1, 4)
	h.put(1, 4) // the same again takes no more room
	h.put(2, 4)
	for key := 3; key < 20; key++ {
		if _, ok := h.get(1); !ok {
			t.Fatalf("what is used is gone when %d comes", key)
		}
		h.put(key, 4)
	}
	if _, ok := h.get(2); ok {
		t.Error("what is not used is still there")
	}
	h.put(100, 50)
	h.put(101, 50)
	if n := len(h.young) + len(h.old); n > 2 {
		t.Errorf("%d values are held beside what is heavier than all together may be", n)
	}
	h.drop(101)
	if _, ok := h.get(101); ok || h.weight != 0 {
		t.Errorf("weight %d after all was dropped", h.weight)
	}
}
