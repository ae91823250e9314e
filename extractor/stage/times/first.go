package times

// firstOf adds what the code from pc on can begin with.
func (g *grammar) firstOf(r *rule, pc int, f *firstSet) {
	for {
		in := &r.code[pc]
		switch in.kind {
		case stepWords:
			for _, w := range in.words {
				f.addWord(w)
			}
			return
		case stepList:
			f.lists |= maskOf(int(in.bit))
			return
		case stepGroup:
			f.add(&g.groupSets(int(in.value)).first)
			return
		case stepAny:
			f.any = true
			return
		case stepJoint:
			f.addWord(g.lex.hyphen)
			pc++
		case stepSplit:
			g.firstOf(r, int(in.value), f)
			pc++
		case stepJump:
			pc = int(in.value)
		case stepNot:
			pc += 2
		case stepAccept:
			f.any = true // whatever follows
			return
		default:
			pc++
		}
	}
}

// secondOf adds what can stand second in the code from pc on: any atom where one atom may be all.
func (g *grammar) secondOf(r *rule, pc int, f *firstSet) {
	for {
		in := &r.code[pc]
		switch in.kind {
		case stepWords, stepList, stepAny:
			g.firstOf(r, pc+1, f)
			return
		case stepGroup:
			f.add(&g.groupSets(int(in.value)).second)
			g.firstOf(r, pc+1, f)
			return
		case stepSplit:
			g.secondOf(r, int(in.value), f)
			pc++
		case stepJoint:
			g.firstOf(r, pc+1, f)
			pc++
		case stepJump:
			pc = int(in.value)
		case stepNot:
			pc += 2
		case stepAccept:
			f.any = true
			return
		default:
			pc++
		}
	}
}

// groupSets computes the sets of a group once. In the second set of a group, “any” is left out: what follows a
// group of one atom is added by secondOf.
func (g *grammar) groupSets(id int) *group {
	grp := &g.groups[id]
	if grp.done {
		return grp
	}
	grp.done = true
	for _, line := range grp.lines {
		l := &g.lines[line]
		r := &g.rules[l.rule]
		g.firstOf(r, int(l.start), &grp.first)
		var second firstSet
		g.secondOf(r, int(l.start), &second)
		second.any = false
		grp.second.add(&second)
	}
	return grp
}
