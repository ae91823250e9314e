package times

import "math/bits"

// machine matches rules against atoms. Matching is greedy with backtracking inside a rule; patterns have no
// repetition and groups no recursion, so each attempt is bounded by the length of the rule.
type machine struct {
	g     *grammar
	atoms []atom
	text  string
	memo  *memo
	kinds
}

// kinds are the lists that accept.go asks for.
type kinds struct {
	unlike, unitLists, prepositions, related, timeWords, papers, labels, months, nameDays, beforeHours mask
	light, age                                                                                         int32
}

func kindsOf(l *lexicon) kinds {
	return kinds{
		unlike:       l.mask("unlike"),
		unitLists:    l.mask("unit") | l.mask("units"),
		prepositions: l.mask("in"),
		related:      l.mask("rel") | l.mask("relc") | l.mask("part1"),
		timeWords:    l.mask("month") | l.mask("dow") | l.mask("season") | l.mask("in") | l.mask("rel"),
		papers:       l.mask("paper"),
		labels:       l.mask("label"),
		months:       l.mask("month"),
		beforeHours:  l.mask("at"),
		nameDays:     l.mask("nameday"),
		light:        l.id("light"),
		age:          l.id("age"),
	}
}

// try matches a line at atom i and returns the end of the match.
func (m *machine) try(line int32, i int, f *frame) (end int, ok bool) {
	l := &m.g.lines[line]
	r := &m.g.rules[l.rule]
	f.begin, f.end, f.from, f.rule, f.op, f.has = int32(i), -1, int32(i), l.rule, r.op, 0
	end, ok = m.run(r, int(l.start), i, f)
	if !ok {
		return 0, false
	}
	if f.end < 0 {
		f.end = int32(end)
	}
	f.to = int32(end)
	if f.op == opNone && !r.piece {
		f.op = opDate
	}
	for _, a := range r.defaults {
		if !f.is(a.slot) {
			f.set(a.slot, a.value)
		}
	}
	return end, true
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
			if i >= len(m.atoms) || !m.g.groups[in.value].first.has(&m.atoms[i]) {
				return 0, false
			}
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
			// A slot that is set twice keeps its later value; no rule takes that back.
			begin, end, op, has := f.begin, f.end, f.op, f.has
			if e, ok := m.run(r, pc+1, i, f); ok {
				return e, true
			}
			f.begin, f.end, f.op, f.has = begin, end, op, has
			pc = int(in.value)
		case stepJump:
			pc = int(in.value)
		case stepNot:
			has := f.has
			if m.step(&r.code[pc+1], i, f) {
				return 0, false
			}
			f.has = has
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

// memo remembers what groups matched where: many lines ask the same. A later question may push out an earlier one.
type memo [64]struct {
	group, atom int32 // atom is one more than its index, so that the zero value answers nothing
	end         int32
	ok          bool
	frame       frame
}

// group returns the longest match of a group at atom i.
func (m *machine) group(id, i int, best *frame) (end int, ok bool) {
	known := &m.memo[(i*5+id)%len(m.memo)]
	if known.group == int32(id) && known.atom == int32(i+1) {
		if known.ok {
			*best = known.frame
		}
		return int(known.end), known.ok
	}
	end, ok = m.longest(id, i, best)
	known.group, known.atom, known.end, known.ok = int32(id), int32(i+1), int32(end), ok
	if ok {
		known.frame = *best
	}
	return end, ok
}

func (m *machine) longest(id, i int, best *frame) (end int, ok bool) {
	a, after := &m.atoms[i], m.at0(i+1)
	var f frame
	for _, line := range m.g.groups[id].lines {
		if l := &m.g.lines[line]; !l.first.has(a) || !l.second.has(after) {
			continue
		}
		if e, matched := m.try(line, i, &f); matched && (!ok || e > end) {
			*best, end, ok = f, e, true
		}
	}
	return end, ok
}

func lowest(set uint64) slot { return slot(bits.TrailingZeros64(set)) }
