package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// Reasons why a mention cannot be one of a happening, whatever the weights of pairs say.
var apart = [...]func(a *analysis, k, m *cluster) bool{
	func(_ *analysis, k, m *cluster) bool { return k.plan*m.plan < 0 }, // what goes on is not still to come
	func(_ *analysis, k, m *cluster) bool { return (k.mode == "phone") != (m.mode == "phone") },
	(*analysis).otherTime,
	func(a *analysis, k, m *cluster) bool { return m.typ == extractor.EventConsult && !a.sameCircle(k, m) },
	func(_ *analysis, k, m *cluster) bool { return k.typ == m.typ && k.acts.Apart(m.acts) },
	func(_ *analysis, k, m *cluster) bool { return m.rank.isNot(k.rank) },
	(*analysis).otherPeople,
	func(_ *analysis, k, m *cluster) bool {
		return len(k.named) > 0 && len(m.named) > 0 && common(k.named, m.named) == 0
	},
	(*analysis).longAgo,
	func(_ *analysis, k, m *cluster) bool { return k.cause >= 0 && m.cause >= 0 && k.cause != m.cause },
}

// comparable reports whether a mention can belong to a cluster at all.
func (a *analysis) comparable(k, m *cluster) bool { return k.typ == m.typ && !a.areApart(k, m) }

func (a *analysis) areApart(k, m *cluster) bool {
	for _, differ := range apart {
		if differ(a, k, m) {
			return true
		}
	}
	return false
}

// certainlyOne is the score of a mention that must be one of a happening.
const certainlyOne = 30

// surelyOne reports whether a mention that can belong to a cluster must: the named storm, or what a blast or a quake does
// as the subject of its verb (“the explosion ripped through the plant”).
func (a *analysis) surelyOne(k, m *cluster, c *candidate) bool {
	if a.announced(k, c) {
		return true
	}
	if m.typ != extractor.EventDisaster && m.typ != extractor.EventAccident {
		return false
	}
	if common(k.named, m.named) > 0 {
		return true
	}
	for _, i := range k.mentions {
		o := &a.candidates[i]
		if does(c, o.head) || does(o, c.head) {
			return true
		}
	}
	return false
}

// announced reports whether the headline tells a happening with the word of a mention in the first sentence.
func (a *analysis) announced(k *cluster, c *candidate) bool {
	if !a.leads(c.sentence) {
		return false
	}
	word := a.stemAt(c.head)
	return slices.ContainsFunc(k.mentions, func(m int32) bool {
		o := &a.candidates[m]
		return a.blockOf(o.head) == extractor.SegmentTitle && a.stemAt(o.head) == word
	})
}

// causeOf returns the happening that is the subject of a mention (“the flood killed nine”), -1 for none.
func (a *analysis) causeOf(c *candidate) int32 {
	for _, f := range c.fillers {
		if t := a.triggerAt[f.head]; f.place == "subj" && t >= 0 {
			return a.candidates[t].happening
		}
	}
	return -1
}

// does reports whether a word is the subject of a mention.
func does(c *candidate, noun int32) bool { return slices.Contains(c.fillers, filler{"subj", noun}) }

func (a *analysis) otherTime(k, m *cluster) bool {
	return k.time >= 0 && m.time >= 0 && disagree(&a.Times[k.time], &a.Times[m.time])
}

// sameCircle reports whether two meetings can be one by who is known to meet: one with Kask and Solberg is not one with
// Kask and Brandt, nor one with Brandt. A country stands for those who are of it.
func (a *analysis) sameCircle(k, m *cluster) bool {
	kn, mn := len(k.actors)+len(k.recipients)+k.unnamed, len(m.actors)+len(m.recipients)+m.unnamed
	shared := common(k.actors, m.actors) + common(k.recipients, m.recipients) + common(k.actors, m.recipients) + common(k.recipients, m.actors)
	if min(kn, mn) == 0 || max(kn, mn) == 1 || shared >= min(kn, mn, 2) {
		return true
	}
	return a.ofOneCountry(k.actors, m.actors)+a.ofOneCountry(k.recipients, m.recipients) >= min(kn, mn, 2)
}

// ofOneCountry counts the parties of one side that are some of the other, or stand for them as their country.
func (a *analysis) ofOneCountry(x, y []int32) int {
	n := 0
	for _, e := range x {
		if slices.ContainsFunc(y, func(o int32) bool {
			return e == o || (a.Entities[e].Type == extractor.EntityGPE || a.Entities[o].Type == extractor.EntityGPE) && a.country(e) != "" && a.country(e) == a.country(o)
		}) {
			n++
		}
	}
	return n
}

// otherPeople reports whether something befell other people: one resignation is not another's.
func (a *analysis) otherPeople(k, m *cluster) bool {
	switch m.typ {
	case extractor.EventPersonnelStart, extractor.EventPersonnelEnd, extractor.EventLifeDeath, extractor.EventLifeInjury, extractor.EventLifeOther:
		if common(k.actors, m.recipients)+common(k.recipients, m.actors) > 0 {
			return false
		}
		return a.otherPersons(k.actors, m.actors) && common(k.recipients, m.recipients) == 0 ||
			a.otherPersons(k.recipients, m.recipients) && common(k.actors, m.actors) == 0
	case extractor.EventCoerce, extractor.EventSanction:
		return a.otherPersons(k.recipients, m.recipients)
	}
	return false
}

// otherPersons reports whether each of two sets has people known by name, and they share nobody, nor a name.
func (a *analysis) otherPersons(x, y []int32) bool {
	if common(x, y) > 0 || !a.arePeople(x) || !a.arePeople(y) {
		return false
	}
	for _, e := range x {
		for _, o := range y {
			if shareName(a.Entities[e].Name, a.Entities[o].Name) {
				return false
			}
		}
	}
	return true
}

// shareName reports whether two names have a word in common that is no initial.
func shareName(x, y string) bool {
	for word := range strings.FieldsSeq(x) {
		for other := range strings.FieldsSeq(y) {
			if word == other && len(word) > 2 {
				return true
			}
		}
	}
	return false
}

// arePeople reports whether some of the entities is a person known by name.
func (a *analysis) arePeople(entities []int32) bool {
	for _, e := range entities {
		if a.Entities[e].Type == extractor.EntityPerson && a.Entities[e].Name != "" {
			return true
		}
	}
	return false
}

// longAgo reports whether a mention is dated long before the day of publication, the cluster being the news of the day.
func (a *analysis) longAgo(k, m *cluster) bool {
	if !k.news || k.time >= 0 || m.time < 0 || a.publish == "" {
		return false
	}
	t := &a.Times[m.time]
	return isDated(t.Value) && t.Interval.End != "" && daysBetween(day(t.Interval.End), a.publish) > newsDays
}

// newsDays is how old news may be.
const newsDays = 60

// isNewsVerb reports whether a mention is a verb that tells what happened, in the headline or the first sentences.
func (a *analysis) isNewsVerb(c *candidate) bool {
	if a.Tags[c.head].UPOS != extractor.VERB || !a.leads(c.sentence) && a.blockOf(c.head) != extractor.SegmentTitle {
		return false
	}
	switch a.rel(c.head) {
	case extractor.RelRoot, extractor.RelCcomp, extractor.RelConj, extractor.RelParataxis:
		return c.status.status == extractor.StatusActual
	}
	return false
}

// actsOf returns the acts that a mention may name: by what is said to strike (“a landslide hit the village”), by its noun,
// by its verb.
func (a *analysis) actsOf(c *candidate) frames.Acts {
	t := c.sense.Type
	if t == extractor.EventDisaster || t == extractor.EventAccident {
		for _, f := range c.fillers {
			if s := a.actsOfForce(t, f); s != 0 {
				return s
			}
		}
	}
	if s := a.actsNamed(t, c.head); s != 0 || c.partner < 0 {
		return s
	}
	return a.actsNamed(t, c.partner)
}

// actsOfForce reads a subject, or the word before its name that says what it is: “Typhoon Elise”.
func (a *analysis) actsOfForce(t extractor.EventType, f filler) frames.Acts {
	if f.place != "subj" {
		return 0
	}
	s := a.actsNamed(t, f.head)
	for k := a.tree.First(f.head); k >= 0 && k < f.head && s == 0; k = a.tree.Next(k) {
		if a.rel(k) == extractor.RelCompound {
			s = a.actsNamed(t, k)
		}
	}
	return s
}

// actsNamed looks a word up, and spellings that a lemmatizer may have cut short.
func (a *analysis) actsNamed(t extractor.EventType, i int32) frames.Acts {
	lemma := strings.ToLower(a.lemma(i))
	if s := a.lex.Acts(t, lemma); s != 0 {
		return s
	}
	if a.Tags[i].UPOS != extractor.VERB {
		return a.lex.Acts(t, strings.TrimSuffix(lemma, "s"))
	}
	if l, ok := a.facts.irregular[lemma]; ok {
		return a.lex.Acts(t, l)
	}
	return a.lex.Acts(t, lemma+"e")
}

// rank is what tells one of several happenings of a kind from the others: an ordinal, or anotherOne.
type rank int

const anotherOne rank = -1

// isNot reports whether a mention of rank r cannot be one of a happening of rank o told before: “a second fire”, “another
// attack” is none of those told, but “the attack” may be the second one.
func (r rank) isNot(o rank) bool {
	switch {
	case r == 0 || r == o:
		return false
	case r == anotherOne || o == anotherOne:
		return r < 2 && o < 2
	}
	return r > 1 || o > 1
}

// rankOf reads the rank of a mention off its noun, or off what its verb is about.
func (a *analysis) rankOf(c *candidate) rank {
	head := c.head
	if c.partner >= 0 {
		head = c.partner
	}
	if a.Tags[head].UPOS != extractor.VERB {
		return a.rankAt(head)
	}
	for _, f := range c.fillers {
		if f.place == "subj" || f.place == "obj" {
			if r := a.rankAt(f.head); r != 0 && a.isIndefinite(f.head) && a.Tags[f.head].XPOS == extractor.PennNN {
				return r // “arrested a second man”
			}
		}
	}
	return 0
}

func (a *analysis) rankAt(i int32) rank {
	if a.tree.Child(i, extractor.RelCop) >= 0 {
		return 0 // “it is the third attack” speaks of one told before
	}
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		if r := a.rel(k); r != extractor.RelDet && r != extractor.RelAmod {
			continue
		}
		lemma := a.lemma(k)
		if r := ranks[lemma]; r != 0 || lemma == "other" && !a.isDefinite(i) {
			return cmp.Or(r, anotherOne)
		}
	}
	return 0
}

var ranks = map[string]rank{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "another": anotherOne,
	"separate": anotherOne, "previous": anotherOne, "earlier": anotherOne, "similar": anotherOne, "subsequent": anotherOne, "additional": anotherOne,
	"further": anotherOne, "unrelated": anotherOne}

// namesOf returns the named events that a mention is, or that fill its places (“Typhoon Elise”).
func (a *analysis) namesOf(c *candidate) []int32 {
	var out []int32
	add := func(i int32) {
		if e := a.entityAt(i).entity; e >= 0 && a.Entities[e].Type == extractor.EntityEvent && a.Entities[e].Name != "" {
			out = insert(out, e)
		}
	}
	add(c.head)
	for _, f := range c.fillers {
		if f.place == "subj" || f.place == "mod" {
			add(f.head)
		}
	}
	return out
}
