package gazetteer

import "github.com/dateline-news/dateline/extractor/internal/hugepage"

// table maps keys to small numbers: open addressing with linear probing; written while loading, then only read.
type table struct {
	keys   []key
	values []int32
	size   int
}

func newTable(capacity int) *table {
	n := 16
	for n < capacity*2 {
		n *= 2
	}
	return &table{keys: make([]key, n), values: make([]int32, n)}
}

// get returns the value of k, or 0, which is no value.
func (t *table) get(k key) int32 {
	mask := key(len(t.keys) - 1)
	for i := k & mask; ; i = (i + 1) & mask {
		switch t.keys[i] {
		case k:
			return t.values[i]
		case 0:
			return 0
		}
	}
}

// slot returns where the value of k lies, adding it when it is new.
func (t *table) slot(k key) *int32 {
	if t.size*2 >= len(t.keys) {
		t.grow()
	}
	mask := key(len(t.keys) - 1)
	i := k & mask
	for t.keys[i] != 0 && t.keys[i] != k {
		i = (i + 1) & mask
	}
	if t.keys[i] == 0 {
		t.keys[i] = k
		t.size++
	}
	return &t.values[i]
}

// settle is called when all has been written.
func (t *table) settle() {
	hugepage.Advise(t.keys)
	hugepage.Advise(t.values)
}

func (t *table) grow() {
	old := *t
	*t = *newTable(len(old.keys))
	for i, k := range old.keys {
		if k != 0 {
			*t.slot(k) = old.values[i]
		}
	}
}
