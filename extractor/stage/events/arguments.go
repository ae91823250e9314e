package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// arguments fills the roles of a candidate from its grammatical places. Events as arguments are still indices of
// candidates here, shifted by nothing: see settleEvents.
func (a *analysis) arguments(c *candidate) []extractor.Argument {
	var args []extractor.Argument
	for _, f := range c.fillers {
		slot, ok := c.sense.Roles.Slot(f.place)
		if !ok && f.place == "iobj" && !hasPlace(c.fillers, "obj") {
			slot, ok = c.sense.Roles.Slot("obj")
		}
		if !ok || f.place == "light" || f.head == c.head {
			continue
		}
		role := slot.Role
		if isLocative(f.place) && role != extractor.RolePlace && a.isPlace(f.head) && role != extractor.RoleRecipient && role != extractor.RoleActor {
			continue // placesOf sees to it
		}
		args = a.addArgument(args, c, role, f, slot.Animate)
	}
	if !hasRole(args, extractor.RoleRecipient) {
		args = a.nextObject(c, args)
	}
	if !hasRole(args, extractor.RoleRecipient) {
		args = a.indirectRecipient(c, args)
	}
	if c.sense.Mode == "visit" {
		args = a.placeOfVisit(args)
	}
	return args
}

// nextObject takes the name right behind an active verb that wants an object where the parser gave it none.
func (a *analysis) nextObject(c *candidate, args []extractor.Argument) []extractor.Argument {
	slot, ok := c.sense.Roles.Slot("obj")
	if !ok || slot.Role != extractor.RoleRecipient || hasPlace(c.fillers, "obj") || hasPlace(c.fillers, "light") || a.Tags[c.head].UPOS != extractor.VERB || a.isPassive(c.head) {
		return args
	}
	last := int32(-1)
	for i := c.head + 1; int(i) < len(a.Tokens) && i < c.head+9; i++ {
		u := a.Tags[i].UPOS
		if u != extractor.DET && u != extractor.ADJ && u != extractor.NOUN && u != extractor.PROPN {
			break
		}
		if a.nameAt[i] >= 0 && a.isAnimate(i) {
			last = i
		}
	}
	if last < 0 {
		return args
	}
	return a.addArgument(args, c, extractor.RoleRecipient, filler{"obj", last}, true)
}

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
	case extractor.EventThreaten, extractor.EventAgree, extractor.EventReject, extractor.EventRequest, extractor.EventConcede:
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

// partyBelow returns the party named in the complement: for a request who is to act, else whom the act is directed at.
func (a *analysis) partyBelow(c *candidate) int32 {
	for _, f := range c.fillers {
		if f.place != "comp" {
			continue
		}
		if c.sense.Type == extractor.EventRequest {
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

// addArgument links one filler, unless it cannot fill the role.
func (a *analysis) addArgument(args []extractor.Argument, c *candidate, role extractor.ArgumentRole, f filler, animateOnly bool) []extractor.Argument {
	h := f.head
	if a.timeAt[h] >= 0 {
		return args
	}
	if role == extractor.RolePlace && !a.isPlace(h) && (f.place == "obj" || !a.lex.Class("site").HasLemma(a.lemma(h))) {
		if f.place != "obj" || a.triggerAt[h] >= 0 {
			return args
		}
		role = extractor.RoleObject
	}
	participant := role == extractor.RoleActor || role == extractor.RoleRecipient
	animate := a.isAnimate(h)
	if animateOnly && !animate {
		return args
	}
	if participant {
		if a.isPlaceOnly(h) && f.place != "subj" && f.place != "poss" && f.place != "mod" && c.sense.Mode != "visit" {
			role = extractor.RolePlace
		} else if !animate && (a.entityAt(h).entity < 0 || !a.canAct(h)) {
			if a.Tags[h].UPOS == extractor.PRON || a.triggerAt[h] >= 0 && role == extractor.RoleActor {
				return args
			}
			if role == extractor.RoleRecipient && c.sense.Type != extractor.EventLifeDeath && c.sense.Type != extractor.EventLifeInjury {
				role = extractor.RoleObject
			}
		}
	}
	if participant && role != extractor.RolePlace {
		if r := a.entityAt(h); r.entity >= 0 && len(a.Entities[r.entity].Members) > 0 {
			for _, m := range a.Entities[r.entity].Members {
				args = appendArgument(args, extractor.Argument{Role: role, Entity: m, Time: -1, Event: -1, Tokens: a.mentionOf(r).Tokens, Span: a.mentionOf(r).Span})
			}
			return args
		}
	}
	arg := a.linked(role, h)
	if a.Tags[h].UPOS == extractor.PRON && arg.Entity < 0 {
		return args
	}
	return appendArgument(args, arg)
}

// linked returns an argument for a head word: its entity, or its phrase.
func (a *analysis) linked(role extractor.ArgumentRole, h int32) extractor.Argument {
	arg := extractor.Argument{Role: role, Entity: -1, Time: -1, Event: -1}
	if r := a.entityAt(h); r.entity >= 0 {
		m := a.mentionOf(r)
		arg.Entity, arg.Tokens, arg.Span = r.entity, m.Tokens, m.Span
		return arg
	}
	arg.Tokens = a.phrase(h)
	arg.Span = a.SpanOf(arg.Tokens)
	return arg
}

// phrase returns the words of a head without what follows in relative clauses or appositions.
func (a *analysis) phrase(h int32) extractor.TokenRange {
	r := extractor.TokenRange{First: h, Last: h + 1}
	for k := a.tree.First(h); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelAclRelcl, extractor.RelAppos, extractor.RelPunct, extractor.RelConj, extractor.RelCc, extractor.RelParataxis,
			extractor.RelCase, extractor.RelMark, extractor.RelAdvcl, extractor.RelCop, extractor.RelNsubj:
			continue
		}
		r.First = min(r.First, a.tree.Left[k])
		r.Last = max(r.Last, a.tree.Right[k]+1)
	}
	return r
}

func appendArgument(args []extractor.Argument, arg extractor.Argument) []extractor.Argument {
	for i := range args {
		o := &args[i]
		if o.Role == arg.Role && (o.Tokens == arg.Tokens && o.Entity == arg.Entity || arg.Entity >= 0 && o.Entity == arg.Entity) {
			return args
		}
		// Nobody is both sides of one act.
		if arg.Entity >= 0 && o.Entity == arg.Entity && participates(o.Role) && participates(arg.Role) {
			return args
		}
	}
	return append(args, arg)
}

func participates(r extractor.ArgumentRole) bool {
	return r == extractor.RoleActor || r == extractor.RoleRecipient
}

// canAct reports whether an entity of unknown kind may be a participant: it has a name and is no place, law or work.
func (a *analysis) canAct(h int32) bool {
	switch a.Entities[a.entityAt(h).entity].Type {
	case extractor.EntityPerson, extractor.EntityOrg, extractor.EntityGPE, extractor.EntityNORP, extractor.EntityProduct, 0:
		return true
	}
	return false
}

func (a *analysis) typeAt(h int32) extractor.EntityType {
	if r := a.entityAt(h); r.entity >= 0 {
		return a.Entities[r.entity].Type
	}
	return a.nameType(h)
}

// isPlace reports whether a word means a place.
func (a *analysis) isPlace(h int32) bool {
	switch a.typeAt(h) {
	case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac:
		return true
	}
	return false
}

func (a *analysis) isPlaceOnly(h int32) bool {
	t := a.typeAt(h)
	return t == extractor.EntityLoc || t == extractor.EntityFac
}

// isLocative reports whether a preposition may tell where something happens.
func isLocative(p string) bool {
	switch p {
	case "in", "at", "on", "near", "inside", "outside", "off", "across", "around", "within", "throughout", "along", "over", "into", "onto", "beside", "between", "from", "to", "through", "aboard", "of":
		return true
	}
	return false
}

// placeOfVisit adds the country or town that is visited as the place, too.
func (a *analysis) placeOfVisit(args []extractor.Argument) []extractor.Argument {
	for _, r := range slices.Clone(args) {
		if r.Role == extractor.RoleRecipient && r.Entity >= 0 && a.Entities[r.Entity].Type == extractor.EntityGPE {
			r.Role = extractor.RolePlace
			args = append(args, r)
		}
	}
	return args
}
