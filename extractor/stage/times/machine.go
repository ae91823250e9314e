package times

import "math/bits"

// machine matches rules against atoms. Matching is greedy with backtracking inside a rule; patterns have no
// repetition and groups no recursion, so each attempt is bounded by the length of the rule.
type machine struct {
	g     *grammar
	atoms []atom
	kinds
}

// kinds are the lists that accept.go asks for.
type kinds struct{ unlike, unitLists, prepositions, related, timeWords, papers mask }

func kindsOf(l *lexicon) kinds {
	return kinds{
		unlike:       l.mask("unlike"),
		unitLists:    l.mask("unit") | l.mask("units"),
		prepositions: l.mask("in"),
		related:      l.mask("rel") | l.mask("relc") | l.mask("part1"),
		timeWords:    l.mask("month") | l.mask("dow") | l.mask("season") | l.mask("in") | l.mask("rel"),
		papers:       l.mask("paper"),
	}
}

// try matches a rule at atom i and returns the end of the match.
func (m *machine) try(ruleID int32, i int, f *frame) (end int, ok bool) {
	r := &m.g.rules[ruleID]
	best := frame{}
	for _, start := range r.starts {
		f.begin, f.end, f.from, f.rule, f.op, f.has = int32(i), -1, int32(i), ruleID, r.op, 0
		e, matched := m.run(r, int(start), i, f)
		if !matched || ok && e <= end {
			continue
		}
		if f.end < 0 {
			f.end = int32(e)
		}
		f.to = int32(e)
		if f.op == opNone && !r.piece {
			f.op = opDate
		}
		for _, a := range r.defaults {
			if !f.is(a.slot) {
				f.set(a.slot, a.value)
			}
		}
		best, end, ok = *f, e, true
	}
	if ok {
		*f = best
	}
	return end, ok
}

// run goes on from an instruction at an atom.
func (m *machine) run(r *rule, pc, i int, f *frame) (int, bool) {
	for {
		in := &r.code[pc]
		switch in.kind {
		case stepWords, stepList:
			if !m.step(in, i, f) {
				return 0, false
			}
			pc, i = pc+1, i+1
		case stepAny:
			if i >= len(m.atoms) || m.atoms[i].kind != atomWord {
				return 0, false
			}
			pc, i = pc+1, i+1
		case stepGroup:
			var inner frame
			e, ok := m.group(int(in.value), i, &inner)
			if !ok || in.glued && !m.atoms[i].glued {
				return 0, false
			}
			f.merge(&inner)
			pc, i = pc+1, e
		case stepJoint:
			if i+1 < len(m.atoms) && m.atoms[i].word == m.g.lex.hyphen && m.atoms[i].glued && m.atoms[i+1].glued {
				i++
			}
			pc++
		case stepSplit:
			saved := *f
			if e, ok := m.run(r, pc+1, i, f); ok {
				return e, true
			}
			*f = saved
			pc = int(in.value)
		case stepJump:
			pc = int(in.value)
		case stepNot:
			saved := *f
			if m.step(&r.code[pc+1], i, f) {
				return 0, false
			}
			*f = saved
			pc += 2
		case stepBegin:
			f.begin = int32(i)
			pc++
		case stepEnd:
			f.end = int32(i)
			pc++
		case stepAccept:
			return i, true
		}
	}
}

// step matches one atom.
func (m *machine) step(in *instruction, i int, f *frame) bool {
	if i >= len(m.atoms) || in.glued && !m.atoms[i].glued {
		return false
	}
	a := &m.atoms[i]
	if in.kind == stepWords {
		for _, w := range in.words {
			if a.word == w && w != 0 {
				if in.fixed {
					f.set(in.slot, in.value)
				}
				return true
			}
		}
		return false
	}
	if int(in.bit) == shapeCapital {
		return a.capital
	}
	if a.mask&maskOf(int(in.bit)) == 0 {
		return false
	}
	if in.slot == slotNone {
		return true
	}
	if int(in.bit) < shapeCount {
		f.set(in.slot, a.num)
		if a.frac != 0 {
			f.set(slotTenths, int32(a.frac))
		}
		return true
	}
	f.set(in.slot, m.g.lex.value(a.word, int(in.bit)))
	if int(in.bit) == m.g.relc {
		f.set(slotContext, 1)
	}
	return true
}

// group returns the longest match of a group at atom i.
func (m *machine) group(id, i int, best *frame) (end int, ok bool) {
	if i >= len(m.atoms) {
		return 0, false
	}
	a := &m.atoms[i]
	var f frame
	for _, ruleID := range m.g.groups[id].rules {
		r := &m.g.rules[ruleID]
		if a.mask&r.first.lists == 0 && !r.first.words[a.word] {
			continue
		}
		if e, matched := m.try(ruleID, i, &f); matched && (!ok || e > end) {
			*best, end, ok = f, e, true
		}
	}
	return end, ok
}

func lowest(set uint64) slot { return slot(bits.TrailingZeros64(set)) }
