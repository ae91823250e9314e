package names

// memory is what the first reading of a document says of its words: how often each was part of a name of each type, or
// of none. The second reading takes it as evidence: a surname that was a person's once is likely one elsewhere.
type memory struct {
	keys   []uint64
	counts [][typeCount + 1]uint8
}

func (m *memory) reset(tokens int) {
	n := 64
	for n < tokens*3 {
		n *= 2
	}
	if cap(m.keys) < n {
		m.keys, m.counts = make([]uint64, n), make([][typeCount + 1]uint8, n)
		return
	}
	m.keys, m.counts = m.keys[:n], m.counts[:n]
	clear(m.keys)
	clear(m.counts)
}

func (m *memory) find(key uint64) *[typeCount + 1]uint8 {
	mask := uint64(len(m.keys) - 1)
	for i := (key ^ key>>29) & mask; ; i = (i + 1) & mask {
		if m.keys[i] == key || m.keys[i] == 0 {
			m.keys[i] = key
			return &m.counts[i]
		}
	}
}

func (m *memory) note(key uint64, t int) {
	c := m.find(key)
	c[t] = min(c[t]+1, 250)
}

// pairKey is the key of two words side by side in one name.
func pairKey(a, b uint64) uint64 { return (a*31 ^ b) * hashPrime }

// read notes all capitalised tokens of a document with the labels of the first reading.
func (m *memory) read(atoms []atom, labels []uint8) {
	m.reset(len(atoms))
	for i := range atoms {
		if !atoms[i].isName {
			continue
		}
		t := int(typeOf(int(labels[i])))
		m.note(atoms[i].word, t)
		if i+1 < len(atoms) && t > 0 && int(labels[i+1]) == 2*t {
			m.note(pairKey(atoms[i].word, atoms[i+1].word), t)
		}
	}
}

// recall returns the most frequent type of the word's other occurrences (own is what is said of this one, -1 for
// nothing), how often, and how often in all.
func (m *memory) recall(key uint64, own int) (best, times, total int) {
	c := m.find(key)
	for t, n := range c {
		if t == own && n > 0 {
			n--
		}
		total += int(n)
		if int(n) > times {
			best, times = t, int(n)
		}
	}
	return best, times, total
}

// again computes the features of the second reading for a token. The result is valid until the next call.
func (t *templates) again(m *memory, atoms []atom, labels []uint8, i, first, last int) []uint64 {
	t.keys = t.keys[:0]
	if atoms[i].isName {
		t.recalled(120, m, atoms, labels, i, &atoms[i])
	}
	if i > first && atoms[i-1].isName {
		t.recalled(122, m, atoms, labels, i-1, &atoms[i])
	}
	if i+1 < last && atoms[i+1].isName {
		t.recalled(124, m, atoms, labels, i+1, &atoms[i])
	}
	if i-2 >= first && atoms[i-1].opens && atoms[i].isName {
		t.add(128, uint64(typeOf(int(labels[i-2]))), uint64(atoms[i].caps))
	}
	if atoms[i].isName && !t.informal {
		t.others(atoms, labels, i)
	}
	t.paired(126, m, atoms, labels, i, i, last)
	t.paired(127, m, atoms, labels, i-1, first, last)
	return t.keys
}

func (t *templates) recalled(template int, m *memory, atoms []atom, labels []uint8, j int, a *atom) {
	best, times, total := m.recall(atoms[j].word, int(typeOf(int(labels[j]))))
	if total == 0 {
		return
	}
	share := uint64(times * 4 / total)
	t.add(template, uint64(best), uint64(min(times, 3))<<4|share)
	t.add(template+1, uint64(best), uint64(a.caps)<<4|uint64(boolBit(a.first))<<1|uint64(boolBit(a.kinds != 0)))
}

// paired tells of tokens j and j+1 as parts of one name elsewhere.
func (t *templates) paired(template int, m *memory, atoms []atom, labels []uint8, j, first, last int) {
	if j < first || j+1 >= last {
		return
	}
	own := -1
	if o := int(typeOf(int(labels[j]))); o > 0 && int(labels[j+1]) == 2*o {
		own = o
	}
	if best, times, _ := m.recall(pairKey(atoms[j].word, atoms[j+1].word), own); times > 0 {
		t.add(template, uint64(best), uint64(min(times, 3)))
	}
}

func boolBit(b bool) int {
	if b {
		return 1
	}
	return 0
}
