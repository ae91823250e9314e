package times

import "cmp"

// find appends the matches of the atoms to frames: the longest that do not overlap, from left to right, less what
// is no time.
func (m *machine) find(frames []frame, candidates []frame) (found, scratch []frame) {
	candidates = candidates[:0]
	next := 0
	for i := range m.atoms {
		for next < len(m.atoms) && (next < i || m.atoms[next].mask&m.g.triggers == 0) {
			next++
		}
		if next == len(m.atoms) {
			break
		}
		if next-i <= reach {
			candidates = m.at(i, candidates)
		}
	}
	order(candidates)
	covered := int32(0)
	for i := range candidates {
		f := &candidates[i]
		if f.begin < covered || f.end <= f.begin {
			continue
		}
		frames = append(frames, *f)
		covered = f.end
	}
	return frames, candidates
}

// order sorts by insertion: matches come nearly in order, each at most a few places off, which makes it linear.
func order(candidates []frame) {
	for i := 1; i < len(candidates); i++ {
		for j := i; j > 0 && compareFrames(&candidates[j-1], &candidates[j]) > 0; j-- {
			candidates[j-1], candidates[j] = candidates[j], candidates[j-1]
		}
	}
}

// reach is how many atoms may come before an expression's first trigger word.
const reach = 9

func compareFrames(a, b *frame) int {
	return cmp.Or(cmp.Compare(a.begin, b.begin), cmp.Compare(b.end, a.end), cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.rule, b.rule))
}

// at appends the longest acceptable match from atom i for each first atom covered.
func (m *machine) at(i int, candidates []frame) []frame {
	a := &m.atoms[i]
	if a.kind == atomNumber || a.word == 0 {
		for rest := a.mask; rest != 0; rest &= rest - 1 {
			candidates = m.each(m.g.byList[lowest(uint64(rest))], i, candidates)
		}
		return candidates
	}
	if lines := m.g.byWord[a.word]; len(lines) > 0 && m.g.afterWord[a.word].has(m.at0(i+1)) {
		candidates = m.each(lines, i, candidates)
	}
	if a.mask&shapeMask != 0 {
		for rest := a.mask & shapeMask; rest != 0; rest &= rest - 1 {
			candidates = m.each(m.g.byList[lowest(uint64(rest))], i, candidates)
		}
	}
	return candidates
}

const shapeMask = mask(1)<<shapeCount - 1

func (m *machine) each(lines []int32, i int, candidates []frame) []frame {
	var f frame
	after := m.at0(i + 1)
	for _, id := range lines {
		if !m.g.lines[id].second.has(after) {
			continue
		}
		if _, ok := m.try(id, i, &f); ok && m.accepts(&f) {
			candidates = append(candidates, f)
		}
	}
	return candidates
}
