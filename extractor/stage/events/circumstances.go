package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// circumstances gives each time expression and each place name to the event that it hangs on in the tree.
func (a *analysis) circumstances(args [][]extractor.Argument) {
	site := a.lex.Class("site")
	for i := range a.Times {
		t := &a.Times[i]
		if t.Type != extractor.TimeDate && t.Type != extractor.TimeTime || t.Tokens.Empty() {
			continue
		}
		if c := a.owner(a.headOf(t.Tokens)); c >= 0 {
			args[c] = append(args[c], extractor.Argument{Role: extractor.RoleTime, Entity: -1, Time: int32(i), Event: -1, Tokens: t.Tokens, Span: t.Span})
		}
	}
	for i := range a.Names {
		n := &a.Names[i]
		switch n.Type {
		case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac:
			a.givePlace(args, a.headOf(n.Tokens))
		case extractor.EntityOrg:
			if h := a.headOf(n.Tokens); site.HasLemma(strings.ToLower(a.lemma(h))) {
				a.givePlace(args, h)
			}
		}
	}
	for i := range a.Tokens {
		if h := int32(i); a.Tags[i].UPOS == extractor.NOUN && a.entityAt(h).entity < 0 && (site.HasLemma(a.lemma(h)) || a.gazetteer.NounClass(a.lemma(h)).Is(gazetteer.ClassFacility)) {
			a.givePlace(args, h)
		}
	}
	for i := range a.Entities {
		switch a.Entities[i].Type {
		case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac:
			for m := range a.Entities[i].Mentions {
				if a.Entities[i].Mentions[m].Type == extractor.MentionCommon {
					a.givePlace(args, a.Entities[i].Mentions[m].Head)
				}
			}
		}
	}
}

// headOf returns the token of a range whose governor is outside it.
func (a *analysis) headOf(r extractor.TokenRange) int32 {
	for i := r.First; i < r.Last; i++ {
		if h := a.head(i); !r.Contains(int(h)) {
			return i
		}
	}
	return r.First
}

// owner climbs from a word to the nearest event above it; -1 when there is none.
func (a *analysis) owner(i int32) int32 {
	from := i
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		if t := a.triggerAt[i]; t >= 0 && steps > 0 && !a.candidates[t].dropped {
			if s := a.reported(i); s >= 0 {
				return s
			}
			if p := a.participleBefore(i); p >= 0 && from > p && from < i && a.triggerAt[p] >= 0 {
				return a.triggerAt[p] // “seized two weeks ago was freed”: before its predicate stands when it was
			}
			return t
		}
		if steps > 0 && a.triggerAt[i] < 0 && eventive[a.lemma(i)] {
			// “the meeting will take place on Friday”
			if s := a.tree.Child(i, extractor.RelNsubj, extractor.RelNsubjPass); s >= 0 && a.triggerAt[s] >= 0 && !a.candidates[a.triggerAt[s]].dropped {
				return a.triggerAt[s]
			}
		}
		switch a.rel(i) {
		case extractor.RelAclRelcl, extractor.RelCcomp, extractor.RelAcl:
			if steps > 0 && a.Tags[i].UPOS == extractor.VERB {
				return -1
			}
		}
		i = a.head(i)
	}
	return -1
}

// reported returns the event that a verb of telling has for its passive subject: “a fire was reported at noon”; -1 for
// none.
func (a *analysis) reported(v int32) int32 {
	if t := a.triggerAt[v]; t < 0 || a.candidates[t].sense.Type != extractor.EventStatement {
		return -1
	}
	for s := a.tree.First(v); s >= 0; s = a.tree.Next(s) {
		if t := a.triggerAt[s]; a.rel(s) == extractor.RelNsubjPass && t >= 0 && !a.candidates[t].dropped {
			return t
		}
	}
	return -1
}

// givePlace makes a place name with a locative preposition the place of the event above it.
func (a *analysis) givePlace(args [][]extractor.Argument, head int32) {
	p := a.preposition(head)
	if !isLocative(p) || p == "of" || p == "between" {
		return
	}
	c := a.owner(head)
	if c < 0 {
		return
	}
	if typ := a.candidates[c].sense.Type; (p == "to" || p == "from" || p == "into") && typ != extractor.EventMovement && a.candidates[c].sense.Mode != "visit" {
		return
	}
	arg := a.linked(extractor.RolePlace, head)
	for i := range args[c] {
		o := &args[c][i]
		if o.Entity >= 0 && o.Entity == arg.Entity {
			if o.Role != extractor.RolePlace && !participates(o.Role) {
				o.Role = extractor.RolePlace
				return
			}
			if o.Role == extractor.RolePlace {
				return
			}
		}
	}
	args[c] = append(args[c], arg)
}

// shareTimes lets coordinated events have the time that the first of them has.
func (a *analysis) shareTimes(args [][]extractor.Argument) {
	for i := range a.candidates {
		c := &a.candidates[i]
		if c.dropped || hasRole(args[i], extractor.RoleTime) || a.rel(c.head) != extractor.RelConj {
			continue
		}
		h := a.triggerAt[a.head(c.head)]
		if h < 0 || a.candidates[h].dropped || c.sense.Type == extractor.EventStatement {
			continue
		}
		for _, arg := range args[h] {
			if arg.Role == extractor.RoleTime && arg.Tokens.First < c.head {
				args[i] = append(args[i], arg)
			}
		}
	}
}

func hasRole(args []extractor.Argument, r extractor.ArgumentRole) bool {
	for i := range args {
		if args[i].Role == r {
			return true
		}
	}
	return false
}
