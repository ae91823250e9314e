package events

import (
	"math"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// The classes of the role model: no argument of the event, the four roles that it tells apart, and the rest (TOPIC, VIA,
// INSTRUMENT, AMOUNT), of which the rules choose one.
const (
	classNone = iota
	classActor
	classRecipient
	classPlace
	classObject
	classRest
	roleClasses
)

// minRole is how likely a role must be for a phrase to have it; where grammar gives the phrase some role already, or in a
// lone sentence, which names little but its parties, less will do. More is asked where another of the mention has it
// already: some party is better than none, but not everybody in the sentence takes part.
const (
	minRole   = 0.3
	minRuled  = 0.2
	moreRole  = 0.7
	moreRuled = 0.5
)

func classOf(r extractor.ArgumentRole) int {
	switch r {
	case 0:
		return classNone
	case extractor.RoleActor:
		return classActor
	case extractor.RoleRecipient:
		return classRecipient
	case extractor.RolePlace:
		return classPlace
	case extractor.RoleObject:
		return classObject
	}
	return classRest
}

var roleOfClass = [roleClasses]extractor.ArgumentRole{0, extractor.RoleActor, extractor.RoleRecipient, extractor.RolePlace, extractor.RoleObject, extractor.RoleTopic}

// party is somebody or something in a sentence that may have a role in an event of it.
type party struct {
	head   int32
	entity int32
	// rule is the role that the frame gives, 0 for none, and place the grammatical place by which it does.
	rule  extractor.ArgumentRole
	place string
	// args indexes the arguments that the rules made of it, several for the members of a group.
	first, last int
	// class is what the model takes the party for, and p how likely that is.
	class int
	p     float32
}

// maxParties bounds how many of a sentence are looked at.
const maxParties = 24

// partiesOf returns the arguments of a mention and whoever and whatever else its sentence mentions.
func (a *analysis) partiesOf(c *candidate, args []extractor.Argument, buf []party) []party {
	for i := range args {
		arg := &args[i]
		if arg.Time >= 0 || arg.Tokens.Empty() {
			continue
		}
		if n := len(buf); n > 0 && args[buf[n-1].first].Tokens == arg.Tokens && buf[n-1].rule == arg.Role {
			buf[n-1].last = i + 1
			continue
		}
		p := party{head: a.headOf(arg.Tokens), entity: arg.Entity, rule: arg.Role, first: i, last: i + 1}
		for _, f := range c.fillers {
			if f.head == p.head || arg.Entity >= 0 && a.entityAt(f.head).entity == arg.Entity {
				p.place = f.place
				break
			}
		}
		buf = append(buf, p)
	}
	s := a.Sentences[c.sentence].Tokens
	quote := a.quoteAt(c.head)
	quoted := quote >= 0 && a.Quotes[quote].Type == extractor.QuoteDirect
	for i := s.First; i < s.Last && len(buf) < maxParties; i++ {
		if a.mentionAt[i].entity < 0 && !a.isUnnamedParty(i) || i == c.head || i == c.partner || a.timeAt[i] >= 0 {
			continue
		}
		if a.isSource(i) || a.isOwner(i) || !a.isAlone() && a.isNationality(i) || quoted && a.quoteAt(i) != quote {
			continue // a speaker is not a party of what is said
		}
		e := a.entityAt(i).entity
		if known(buf, e, i) {
			continue
		}
		buf = append(buf, party{head: i, entity: e, first: -1})
	}
	return buf
}

// isNationality reports whether a name only tells whose somebody is: “a US actor”. A lone sentence may name its parties so.
func (a *analysis) isNationality(i int32) bool {
	switch a.rel(i) {
	case extractor.RelCompound, extractor.RelAmod:
		h := a.head(i)
		return h >= 0 && a.triggerAt[h] < 0 && a.nameAt[i] != a.nameAt[h] && a.isPerson(h)
	}
	return false
}

// isOwner reports whether a word only tells whose somebody is, or of whom some are meant: “the mayor's brother”, “one of
// the robbers”.
func (a *analysis) isOwner(i int32) bool {
	h := a.head(i)
	if h < 0 || a.triggerAt[h] >= 0 || a.isAlone() {
		return false
	}
	switch a.typeAt(i) {
	case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac, extractor.EntityNORP:
		return false // a country acts by its people, and tells where
	}
	switch a.rel(i) {
	case extractor.RelNmodPoss:
		return a.isAnimate(h)
	case extractor.RelNmod:
		return a.isSome(h)
	}
	return false
}

// isSource reports whether somebody is named as the one according to whom it is so.
func (a *analysis) isSource(i int32) bool {
	k := a.tree.Child(i, extractor.RelCase)
	return k >= 0 && a.tree.Child(k, extractor.RelFixed) >= 0 && strings.HasPrefix(a.lemma(k), "accord")
}

// isUnnamedParty reports whether a word is the head of a phrase that means people, though no entity is known for it.
func (a *analysis) isUnnamedParty(i int32) bool {
	if a.Tags[i].UPOS != extractor.NOUN || a.triggerAt[i] >= 0 {
		return false
	}
	switch a.rel(i) {
	case extractor.RelCompound, extractor.RelFlat, extractor.RelAmod, extractor.RelNmodDesc, extractor.RelAppos:
		return false
	}
	return (a.isHuman(a.lemma(i)) || a.isSome(i)) && (a.preposition(i) != "at" || !a.isOccasion(i))
}

func known(parties []party, entity, head int32) bool {
	for i := range parties {
		if parties[i].head == head || entity >= 0 && parties[i].entity == entity {
			return true
		}
	}
	return false
}

// assignRoles lets the model confirm, change or refuse the roles that the rules gave, and find what they missed.
func (a *analysis) assignRoles(c *candidate, args []extractor.Argument) []extractor.Argument {
	if a.model.roles == nil {
		return args
	}
	parties := a.partiesOf(c, args, a.around[:0])
	a.around = parties
	var sums [roleClasses]float32
	from := len(a.placings)
	for i := range parties {
		a.describeParty(c, parties, i)
		p := &parties[i]
		p.class = a.model.roles.choose(a.work, a.hasher.out, a.leastRole(p), &sums)
		p.p = sums[p.class]
		if p.entity >= 0 && a.isWhere(p.entity) {
			a.placings = append(a.placings, placing{p.entity, sums[classPlace]})
		}
	}
	c.placings = a.placings[from:len(a.placings):len(a.placings)]
	drop := 0
	met := c.sense.Type == extractor.EventConsult && namesCircle(args)
	for i := range parties {
		p := &parties[i]
		if met && (p.rule == 0 || !participates(roleOfClass[p.class])) {
			continue // grammar tells who meets whom
		}
		if !met && p.class != classNone && p.p < leastMore(p) && !a.isAlone() && !meets(c, p) && outdone(parties, i) {
			p.class = classNone
		}
		class := p.class
		switch role := roleOfClass[class]; {
		case p.rule == 0 && (class == classNone || class == classActor && a.isAbove(c, p) || a.isElsewhere(c, p)):
		case p.rule == 0:
			args = a.addArgument(args, c, role, filler{"with", p.head}, false)
		case (class == classNone || class == classPlace || class == classObject || class != classRest && a.strikes(c)) && a.isSure(c, p):
		case class == classActor && a.befalls(c, p), class == classRecipient && meets(c, p):
		case classOf(p.rule) != class:
			for k := p.first; k < p.last; k++ {
				if args[k].Role = role; class == classNone {
					args[k].Entity, args[k].Tokens, drop = -1, extractor.TokenRange{}, drop+1
				}
			}
		}
	}
	if drop == 0 {
		return args
	}
	kept := args[:0]
	for _, arg := range args {
		if arg.Role != 0 {
			kept = append(kept, arg)
		}
	}
	return kept
}

// isSure reports whether grammar leaves no doubt that somebody takes part: subject and object of the verb itself, those of
// a noun that names both, those on whom a measure is imposed.
func (a *analysis) isSure(c *candidate, p *party) bool {
	if p.rule == 0 || !a.isAnimate(p.head) && !a.isCounted(p.head) && !a.isBody(p.head) {
		return false
	}
	switch h := a.head(p.head); {
	case h == c.partner && h >= 0:
		return p.rule == extractor.RoleRecipient && (p.place == "on" || p.place == "against")
	case h != c.head:
		return false
	case a.Tags[c.head].UPOS == extractor.NOUN && p.rule == extractor.RoleRecipient:
		return (p.place == "of" || p.place == "on" || p.place == "against") && (hasPlace(c.fillers, "by") || hasPlace(c.fillers, "poss"))
	case a.Tags[c.head].UPOS == extractor.NOUN:
		return p.rule == extractor.RoleActor && p.place == "by"
	}
	return p.rule == extractor.RoleActor && p.place == "subj" || p.rule == extractor.RoleRecipient && p.place == "obj"
}

// isElsewhere reports whether somebody is the subject of a clause beside that of a verb which has its own parties, and so
// none of them: “workers marched and police fired tear gas”.
func (a *analysis) isElsewhere(c *candidate, p *party) bool {
	h := a.head(p.head)
	if h < 0 || h == c.head || a.Tags[c.head].UPOS != extractor.VERB || a.Tags[h].UPOS != extractor.VERB {
		return false
	}
	switch a.rel(p.head) {
	case extractor.RelNsubj, extractor.RelNsubjPass:
	default:
		return false
	}
	return a.rel(h) == extractor.RelConj && a.head(h) == c.head || a.rel(c.head) == extractor.RelConj && a.head(c.head) == h && hasPlace(c.fillers, "subj")
}

// strikes reports whether a verb names an act of one against another, whose subject and object no model takes for one another.
func (a *analysis) strikes(c *candidate) bool {
	switch c.sense.Type {
	case extractor.EventAssault, extractor.EventCoerce, extractor.EventJustice, extractor.EventAccuse, extractor.EventSanction,
		extractor.EventThreaten, extractor.EventReject, extractor.EventCrime, extractor.EventAid, extractor.EventSupport:
		return a.Tags[c.head].UPOS == extractor.VERB
	}
	return false
}

// isAbove reports whether somebody is subject or object of the verb above a noun, and so no actor of what the noun names
// (“the pope condemned the attack”), unless the verb lends the noun its subject.
func (a *analysis) isAbove(c *candidate, p *party) bool {
	h := a.head(c.head)
	if h < 0 || a.Tags[c.head].UPOS != extractor.NOUN || a.Tags[h].UPOS != extractor.VERB || a.head(p.head) != h || support[a.lemma(h)] || eventive[a.lemma(h)] {
		return false
	}
	switch a.rel(c.head) {
	case extractor.RelNsubj, extractor.RelNsubjPass, extractor.RelObj:
	default:
		return false
	}
	switch a.rel(p.head) {
	case extractor.RelNsubj, extractor.RelObj:
		return true
	}
	return false
}

// befalls reports whether an act befalls somebody, in the passive, who so is no actor of it; who is elected or sworn in is.
func (a *analysis) befalls(c *candidate, p *party) bool {
	switch c.sense.Type {
	case extractor.EventElection, extractor.EventPersonnelStart, extractor.EventConsult:
		return false
	}
	return p.rule != 0 && p.place == "obj" && a.isPassive(c.head)
}

// meets reports whether somebody is the subject of a meeting, which has several actors.
func meets(c *candidate, p *party) bool {
	return c.sense.Type == extractor.EventConsult && p.rule == extractor.RoleActor && p.place == "subj"
}

// leastRole is how likely a role of the party must be.
func (a *analysis) leastRole(p *party) float32 {
	if p.rule != 0 || a.isAlone() {
		return minRuled
	}
	return minRole
}

// leastMore is how likely the party's role must be where another has it already.
func leastMore(p *party) float32 {
	if p.rule != 0 && classOf(p.rule) == p.class {
		return moreRuled
	}
	return moreRole
}

// isAlone reports whether the document is a report of a sentence or two.
func (a *analysis) isAlone() bool { return len(a.Sentences) <= 2 }

// namesCircle reports whether two entities stand in places of the mention.
func namesCircle(args []extractor.Argument) bool {
	first := int32(-1)
	for _, arg := range args {
		if arg.Entity < 0 || !participates(arg.Role) {
			continue
		}
		if first >= 0 && arg.Entity != first {
			return true
		}
		first = arg.Entity
	}
	return false
}

// outdone reports whether another party is likelier in the role of the i-th.
func outdone(parties []party, i int) bool {
	for k := range parties {
		if k != i && parties[k].class == parties[i].class && (parties[k].p > parties[i].p || parties[k].p == parties[i].p && k < i) {
			return true
		}
	}
	return false
}

// roleModel is a softmax over hashed features, scaled to int8.
type roleModel struct {
	int8Weights
	votes *quant.Votes
}

func newRoleModel(w *int8Weights) *roleModel {
	if w == nil {
		return nil
	}
	return &roleModel{*w, quant.NewVotes(roleClasses, w.weights)}
}

// encode writes the weights, all zero for nil.
func (m *roleModel) encode() []byte {
	var w *int8Weights
	if m != nil {
		w = &m.int8Weights
	}
	return w.encode(roleClasses << roleBits)
}

// choose returns the likeliest class; none where no role is likely enough.
func (m *roleModel) choose(work *quant.Workspace, features []uint32, least float32, scores *[roleClasses]float32) int {
	var total [quant.VotesCols]int32
	m.votes.Sum(work, features, &total)
	for k := range scores {
		scores[k] = m.scale * float32(total[k])
	}
	return likeliest(scores, least)
}

// likeliest turns scores into probabilities and returns the class to take, none where no other reaches the least.
func likeliest(scores *[roleClasses]float32, least float32) int {
	softmax(scores)
	best := classActor
	for k := classActor; k < roleClasses; k++ {
		if scores[k] > scores[best] {
			best = k
		}
	}
	if scores[best] < least && scores[best] < scores[classNone] {
		return classNone
	}
	return best
}

func softmax(scores *[roleClasses]float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	sum := float32(0)
	for k := range scores {
		scores[k] = float32(math.Exp(float64(scores[k] - top)))
		sum += scores[k]
	}
	for k := range scores {
		scores[k] /= sum
	}
}
