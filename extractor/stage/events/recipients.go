package events

import "github.com/dateline-news/dateline/extractor"

// indirectRecipient finds the other party where it stands one step down: in what is asked, threatened, agreed or
// refused (“threatened to break off relations with Chad”), or as the owner of what is rejected, praised or
// criticized (“rejected Togo's offer”, “a demand from the union”).
func (a *analysis) indirectRecipient(c *candidate, args []extractor.Argument) []extractor.Argument {
	if a.governor(c.head)&denied != 0 {
		return args // what is denied says nothing of who asked
	}
	if c.sense.Type.PLOVER() && a.promote(c, args) {
		return args
	}
	switch c.sense.Type {
	case extractor.EventThreaten, extractor.EventAgree, extractor.EventReject, extractor.EventRequest, extractor.EventConcede, extractor.EventAccuse:
		if h := a.partyBelow(c); h >= 0 {
			return a.addArgument(args, c, extractor.RoleRecipient, filler{"with", h}, true)
		}
	}
	switch c.sense.Type {
	case extractor.EventReject, extractor.EventSupport, extractor.EventAccuse, extractor.EventConcede, extractor.EventRequest,
		extractor.EventSanction, extractor.EventThreaten, extractor.EventAgree, extractor.EventAid, extractor.EventCooperate, extractor.EventCoerce, extractor.EventRetreat:
		if h := a.ownerOfObject(c); h >= 0 {
			return a.addArgument(args, c, extractor.RoleRecipient, filler{"with", h}, true)
		}
	}
	if c.sense.Type.PLOVER() && c.sense.Type != extractor.EventConsult && c.sense.Type != extractor.EventCooperate && countRole(args, extractor.RoleActor) < 2 {
		if h := a.partyInside(c, c.head, 0); h >= 0 {
			return a.addArgument(args, c, extractor.RoleRecipient, filler{"with", h}, true)
		}
	}
	return args
}

func countRole(args []extractor.Argument, r extractor.ArgumentRole) int {
	n := 0
	for i := range args {
		if args[i].Role == r {
			n++
		}
	}
	return n
}

// partyInside returns the first party named anywhere in what a word governs, clauses of circumstance apart.
func (a *analysis) partyInside(c *candidate, i int32, depth int) int32 {
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		if k < c.head {
			continue
		}
		switch a.rel(k) {
		case extractor.RelParataxis, extractor.RelAclRelcl, extractor.RelAppos, extractor.RelPunct, extractor.RelNsubj, extractor.RelFlat, extractor.RelOblAgent, extractor.RelConj:
			if a.rel(k) != extractor.RelNsubj || depth == 0 {
				continue
			}
		case extractor.RelAdvcl:
			if !a.hasTo(k) {
				continue
			}
		case extractor.RelObl, extractor.RelNmod:
			switch a.preposition(k) {
			case "in", "at", "near", "after", "before", "by", "during", "amid", "according", "since", "than", "":
				continue
			}
		}
		if a.nameAt[k] >= 0 && a.isAnimate(k) && a.timeAt[k] < 0 && !a.isActor(c, k) {
			return k
		}
		if depth < 4 {
			if h := a.partyInside(c, k, depth+1); h >= 0 {
				return h
			}
		}
	}
	return -1
}

// promote makes a party that the template takes for a topic the recipient, where a preposition of direction governs it.
func (a *analysis) promote(c *candidate, args []extractor.Argument) bool {
	for _, f := range c.fillers {
		switch f.place {
		case "to", "against", "with", "for", "from", "on", "at":
		default:
			continue
		}
		if !a.isAnimate(f.head) || a.isActor(c, f.head) {
			continue
		}
		for i := range args {
			if r := args[i].Role; (r == extractor.RoleTopic || r == extractor.RoleObject) && args[i].Tokens.Contains(int(f.head)) {
				args[i].Role = extractor.RoleRecipient
				return true
			}
		}
	}
	return false
}

// partyBelow returns the party named in the complement: for a request who is to act, for an
// accusation who has acted, else whom the act is directed at.
func (a *analysis) partyBelow(c *candidate) int32 {
	for _, f := range c.fillers {
		if f.place != "comp" {
			continue
		}
		if c.sense.Type == extractor.EventRequest || c.sense.Type == extractor.EventAccuse {
			if s := a.tree.Child(f.head, extractor.RelNsubj, extractor.RelNsubjPass); s >= 0 && a.isAnimate(s) {
				return s
			}
			continue
		}
		if o := a.tree.Child(f.head, extractor.RelObj, extractor.RelIobj); o >= 0 && a.isAnimate(o) {
			return o
		}
		if h := a.partyUnder(f.head); h >= 0 {
			return h
		}
		if o := a.tree.Child(f.head, extractor.RelObj); o >= 0 {
			if h := a.partyUnder(o); h >= 0 {
				return h
			}
		}
	}
	return -1
}

// partyUnder returns an animate noun that a word governs by a preposition of direction.
func (a *analysis) partyUnder(h int32) int32 {
	for k := a.tree.First(h); k >= 0; k = a.tree.Next(k) {
		if r := a.rel(k); r != extractor.RelObl && r != extractor.RelNmod {
			continue
		}
		switch a.preposition(k) {
		case "with", "to", "against", "for", "on", "from":
			if a.isAnimate(k) {
				return k
			}
		}
	}
	return -1
}

// ownerOfObject returns who owns or makes the object: its possessor, or the noun after “by”, “from”, “of”, “to”.
func (a *analysis) ownerOfObject(c *candidate) int32 {
	for _, f := range c.fillers {
		if f.place != "obj" && f.place != "light" || a.isAnimate(f.head) {
			continue
		}
		if p := a.tree.Child(f.head, extractor.RelNmodPoss); p >= 0 && a.isAnimate(p) && a.entityAt(p).entity >= 0 && !a.isActor(c, p) {
			return p
		}
		for k := a.tree.First(f.head); k >= 0; k = a.tree.Next(k) {
			switch a.rel(k) {
			case extractor.RelNmod:
				switch a.preposition(k) {
				case "by", "from", "of", "to", "against", "with", "on", "for":
					if a.isAnimate(k) {
						return k
					}
				}
			case extractor.RelAmod, extractor.RelCompound:
				if a.isAnimate(k) && a.nameAt[k] >= 0 && !a.isActor(c, k) {
					return k
				}
			}
		}
	}
	return -1
}

// isActor reports whether a word means the one who acts.
func (a *analysis) isActor(c *candidate, h int32) bool {
	e := a.entityAt(h).entity
	for _, f := range c.fillers {
		if f.place == "subj" && (f.head == h || e >= 0 && a.entityAt(f.head).entity == e) {
			return true
		}
	}
	return false
}
