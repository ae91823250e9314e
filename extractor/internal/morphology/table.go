package morphology

// table is an open hash table whose keys are hashes already: quicker to look into than a map, which hashes them again.
// The zero table is empty. Keys are never 0.
type table[V any] struct {
	slots []slot[V]
	used  int
}

// slot holds a key beside its value, so that both come in one wait for memory.
type slot[V any] struct {
	key   uint64
	value V
}

func (t *table[V]) get(key uint64) (value V, ok bool) {
	if len(t.slots) == 0 {
		return value, false
	}
	if s := t.find(key); s.key != 0 {
		return s.value, true
	}
	return value, false
}

// find returns the key's slot, or the empty one where it would go.
func (t *table[V]) find(key uint64) *slot[V] {
	mask := uint64(len(t.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.key == key || s.key == 0 {
			return s
		}
	}
}

// put sets the value of a key.
func (t *table[V]) put(key uint64, value V) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		*t = table[V]{slots: make([]slot[V], max(16, 2*len(old)))}
		for _, s := range old {
			if s.key != 0 {
				t.put(s.key, s.value)
			}
		}
	}
	s := t.find(key)
	if s.key == 0 {
		t.used++
	}
	*s = slot[V]{key, value}
}
