package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// usualArguments is how many a mention has room for.
const usualArguments = 4

// arguments fills the roles of a candidate from its grammatical places. Events as arguments are still indices of
// candidates here, shifted by nothing: see settleEvents.
func (a *analysis) arguments(c *candidate) []extractor.Argument {
	args := a.argSpace.take(usualArguments)
	for _, f := range c.fillers {
		if role, ok := a.undergone(c, f.place); ok {
			args = a.addArgument(args, c, role, f, false)
			continue
		}
		if f.place == "at" && a.isOccasion(f.head) {
			continue
		}
		slot, ok := c.sense.Roles.Slot(f.place)
		if !ok && f.place == "iobj" && !hasPlace(c.fillers, "obj") {
			slot, ok = c.sense.Roles.Slot("obj")
		}
		if !ok || f.place == "light" || f.head == c.head {
			continue
		}
		role := slot.Role
		if role == extractor.RoleRecipient && f.place == "poss" && hasPlace(c.fillers, "of") && a.isAnimate(f.head) && c.sense.Type != extractor.EventLifeDeath && c.sense.Type != extractor.EventLifeInjury {
			role = extractor.RoleActor // “Peru's arrest of a banker”
		}
		if isLocative(f.place) && role != extractor.RolePlace && a.isPlace(f.head) && role != extractor.RoleRecipient && role != extractor.RoleActor {
			continue // placesOf sees to it
		}
		args = a.addArgument(args, c, role, f, slot.Animate)
	}
	if !hasRole(args, extractor.RoleRecipient) {
		args = a.indirectRecipient(c, args)
	}
	if c.sense.Mode == "visit" {
		args = a.placeOfVisit(args)
	}
	return args
}

// isOccasion reports whether a common noun behind “at” is where things happen, though it may mean people: “at a party”.
func (a *analysis) isOccasion(i int32) bool {
	return a.Tags[i].UPOS == extractor.NOUN && a.gazetteer.NounClass(a.lemma(i)).Is(gazetteer.ClassEvent)
}

// undergoing lists verbs whose subject their object befalls: “face charges”, “stand trial”.
var undergoing = map[string]bool{"face": true, "stand": true, "await": true, "undergo": true, "suffer": true, "incur": true}

// undergone returns the role of the subject of such a verb, in the event of the verb itself or in that of its object.
func (a *analysis) undergone(c *candidate, place string) (extractor.ArgumentRole, bool) {
	verb := c.head
	switch {
	case place == "poss" && a.Tags[c.head].UPOS == extractor.NOUN && a.rel(c.head) == extractor.RelObj && a.tree.Child(c.head, extractor.RelNmodPoss) < 0:
		verb = a.head(c.head)
	case place != "subj" || a.Tags[c.head].UPOS != extractor.VERB:
		return 0, false
	}
	if !undergoing[a.lemma(verb)] {
		return 0, false
	}
	switch c.sense.Type {
	case extractor.EventJustice, extractor.EventAccuse, extractor.EventSanction, extractor.EventCoerce, extractor.EventAssault:
		return extractor.RoleRecipient, true
	}
	return 0, false
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
	animate := a.isAnimate(h) || participant && (a.isCounted(h) || a.isBody(h))
	if animateOnly && !animate {
		return args
	}
	if participant {
		if a.isPlaceOnly(h) && f.place != "subj" && f.place != "by" && f.place != "poss" && f.place != "mod" && c.sense.Mode != "visit" {
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
	if participates(role) {
		arg.Tokens = a.nounPhrase(h)
	}
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

// nounPhrase returns the words of somebody from the determiner to the head and what “of” adds: “a court”, “the editor of
// Vesna”, “eleven of them”.
func (a *analysis) nounPhrase(h int32) extractor.TokenRange {
	r := extractor.TokenRange{First: h, Last: h + 1}
	for k := a.tree.First(h); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelDet, extractor.RelAmod, extractor.RelCompound, extractor.RelNummod, extractor.RelNmodPoss, extractor.RelFlat, extractor.RelAdvmod:
			if k < h {
				r.First = min(r.First, a.tree.Left[k])
			} else if a.rel(k) != extractor.RelAdvmod {
				r.Last = max(r.Last, a.tree.Right[k]+1)
			}
		case extractor.RelNmod:
			switch {
			case k < h:
				r.First = min(r.First, a.tree.Left[k])
			case a.preposition(k) == "of":
				r.Last = max(r.Last, a.nounPhrase(k).Last)
			}
		}
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
