package morphology

// table is an open hash table whose keys are hashes already: quicker to look into than a map, which hashes them again.
// The zero table is empty. Keys are never 0.
type table[V any] struct {
	keys   []uint64
	values []V
	used   int
}

func (t *table[V]) get(key uint64) (value V, ok bool) {
	if len(t.keys) == 0 {
		return value, false
	}
	mask := uint64(len(t.keys) - 1)
	for i := key & mask; t.keys[i] != 0; i = (i + 1) & mask {
		if t.keys[i] == key {
			return t.values[i], true
		}
	}
	return value, false
}

// put sets the value of a key.
func (t *table[V]) put(key uint64, value V) {
	if 2*t.used >= len(t.keys) {
		old := *t
		*t = table[V]{keys: make([]uint64, max(16, 2*len(old.keys))), values: make([]V, max(16, 2*len(old.keys)))}
		for i, k := range old.keys {
			if k != 0 {
				t.put(k, old.values[i])
			}
		}
	}
	mask := uint64(len(t.keys) - 1)
	i := key & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	if t.keys[i] == 0 {
		t.used++
	}
	t.keys[i], t.values[i] = key, value
}
