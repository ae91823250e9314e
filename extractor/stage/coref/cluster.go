package coref

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// cluster is an entity under construction.
type cluster struct {
	// mentions index resolver.mentions, in the order of joining.
	mentions []int32
	etype    extractor.EntityType
	number   number
	gender   gender
	// names holds the distinct names as lists of lower-case words, longest first seen first.
	names []nameForm
	// heads and modifiers are lemmas of the nominal mentions and of the roles: “minister”, “finance”.
	heads []string
	roles []extractor.Role
	// country is the ISO 3166 alpha-3 code read off the name or a role; "" when unknown.
	country string
	leads   leading
	// key is what two names must share to be one by knowledge alone: a country code, a known organisation.
	key     string
	members []int32
	// merged is the cluster that took this one over, -1 for none.
	merged int32
	// entity indexes Document.Entities once they are made, -1 for none.
	entity int32
}

// nameForm is one spelling of a name.
type nameForm struct {
	words []string
	// mention that bears it first.
	mention int32
}

// resolver holds the state of one document.
type resolver struct {
	d        *extractor.Document
	lex      *lexicon
	model    *Model
	mentions []mention
	clusters []cluster
	// byToken tells for each token the mention whose head it is, -1 for none.
	byToken []int32
	// nameOf tells for each token the name that holds it, -1 for none.
	nameOf  []int32
	scratch []uint32
	syntax  syntax
	// cands are those of the last anaphor.
	cands []candidate
	// after lists what is named after the anaphor in its sentence.
	after []laterMention
}

// newCluster opens a cluster with one mention.
func (r *resolver) newCluster(m int32) int32 {
	x := &r.mentions[m]
	c := int32(len(r.clusters))
	r.clusters = append(r.clusters, cluster{
		mentions: []int32{m}, etype: x.etype, number: x.number, gender: x.gender, merged: -1, entity: -1,
	})
	x.cluster = c
	if x.person < 3 && x.etype == 0 {
		r.clusters[c].etype = extractor.EntityPerson // whoever says “I” or “we”
	}
	if x.Type == extractor.MentionCommon {
		r.clusters[c].heads = append(r.clusters[c].heads, x.lemma)
	}
	return c
}

// join puts a mention into a cluster.
func (r *resolver) join(m, c int32) {
	x, k := &r.mentions[m], &r.clusters[c]
	x.cluster = c
	k.mentions = append(k.mentions, m)
	if k.etype == 0 {
		k.etype = x.etype
	}
	if k.number == numberUnknown && x.Type != extractor.MentionPronoun {
		k.number = x.number
	}
	if more := moreSpecific(k.gender, x.gender); more != genderUnknown {
		k.gender = more
	}
	if x.Type == extractor.MentionCommon && !slices.Contains(k.heads, x.lemma) {
		k.heads = append(k.heads, x.lemma)
	}
}

// moreSpecific returns the gender that a cluster has after a mention of gender b joins one of gender a, and
// genderUnknown where nothing is to change.
func moreSpecific(a, b gender) gender {
	if a == genderUnknown || a == human && (b == masculine || b == feminine) {
		return b
	}
	return genderUnknown
}

// agrees reports whether two genders can be one's.
func (g gender) agrees(o gender) bool {
	if g == genderUnknown || o == genderUnknown || g == o {
		return true
	}
	if g == human {
		return o != neuter
	}
	return o == human && g != neuter
}

func (n number) agrees(o number) bool { return n == numberUnknown || o == numberUnknown || n == o }

// sortMentions orders by position, longer first.
func sortMentions(ms []mention) {
	slices.SortFunc(ms, func(a, b mention) int {
		return cmp.Or(cmp.Compare(a.Tokens.First, b.Tokens.First), cmp.Compare(b.Tokens.Last, a.Tokens.Last))
	})
}
