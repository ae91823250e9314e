package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// roleMatch compares a noun phrase with the roles of an entity: 0 no role known, 1 another role, 2 the same head,
// 3 the same head and every modifier of the phrase known of the entity.
func (r *resolver) roleMatch(x *mention, k *cluster) uint32 {
	if len(k.roles) == 0 {
		return 0
	}
	best := uint32(1)
	for _, role := range k.roles {
		title := strings.ToLower(role.Title)
		if !containsWord(title, x.lemma) {
			continue
		}
		best = max(best, 2)
		all := true
		for i := x.Tokens.First; i < x.Head; i++ {
			t := &r.d.Tags[i]
			if t.UPOS != extractor.ADJ && t.UPOS != extractor.NOUN && t.UPOS != extractor.PROPN || r.nameOf[i] >= 0 {
				continue
			}
			all = all && containsWord(title, strings.ToLower(r.d.TokenText(int(i))))
		}
		if all {
			best = 3
		}
	}
	return best
}

// containsWord reports whether one of the words of text is w.
func containsWord(text, w string) bool {
	for word := range strings.FieldsSeq(text) {
		if word == w {
			return true
		}
	}
	return false
}

// modifierFit compares the modifiers of two noun phrases: 0 the anaphor has none, 1 all of its own are in the
// antecedent, 2 some are, 3 none is.
func (r *resolver) modifierFit(x, a *mention) uint32 {
	own, shared := 0, 0
	for i := x.Tokens.First; i < x.Head; i++ {
		if !isModifier(&r.d.Tags[i]) {
			continue
		}
		own++
		for j := a.Tokens.First; j < a.Tokens.Last; j++ {
			if strings.EqualFold(r.d.TokenText(int(i)), r.d.TokenText(int(j))) {
				shared++
				break
			}
		}
	}
	switch {
	case own == 0:
		return 0
	case shared == own:
		return 1
	case shared > 0:
		return 2
	}
	return 3
}

func isModifier(t *extractor.Tag) bool {
	return t.UPOS == extractor.ADJ || t.UPOS == extractor.NOUN || t.UPOS == extractor.PROPN || t.UPOS == extractor.NUM
}

// What countryFit tells of two countries that are known.
const (
	sameCountry  = 2
	otherCountry = 3
)

// countryFit compares the country named in a noun phrase with the entity's: 0 none named, 1 entity's unknown, or
// one of the above.
func (r *resolver) countryFit(x *mention, k *cluster) uint32 {
	for i := x.Tokens.First; i < x.Tokens.Last; i++ {
		n := r.nameOf[i]
		if n < 0 {
			continue
		}
		text := r.d.RangeText(r.d.Names[n].Tokens)
		_, code := r.lex.countryOf(text, r.d.Names[n].Type)
		if code == "" && r.d.Names[n].Type == extractor.EntityNORP {
			code = r.lex.partyCountry(text)
		}
		switch {
		case code == "":
			continue
		case k.country == "":
			return 1
		case code == k.country:
			return sameCountry
		}
		return otherCountry
	}
	return 0
}

// sameText reports whether an earlier mention of the entity, one of its last maxSameText, reads the same,
// determiners aside.
func (r *resolver) sameText(x *mention, k *cluster) bool {
	const maxSameText = 200 // see maxLookBack
	own := r.core(x)
	for _, m := range k.mentions[max(len(k.mentions)-maxSameText, 0):] {
		if strings.EqualFold(own, r.core(&r.mentions[m])) {
			return true
		}
	}
	return false
}

// core is the text of a noun phrase without its determiner.
func (r *resolver) core(x *mention) string {
	first := x.Tokens.First
	for first < x.Head && (r.d.Tags[first].UPOS == extractor.DET || r.d.Tags[first].XPOS == extractor.PennPRPS) {
		first++
	}
	return r.d.RangeText(extractor.TokenRange{First: first, Last: x.Tokens.Last})
}

// postmodified tells what follows the head: 0 nothing, 1 an “of” phrase or the like, 2 a clause.
func (r *resolver) postmodified(x *mention) uint32 {
	s := r.d.Sentences[x.sentence].Tokens.Last
	for i := x.Head + 1; i < min(s, x.Head+12); i++ {
		if r.d.Arcs[i].Head != x.Head {
			continue
		}
		switch r.d.Arcs[i].Rel.Base() {
		case extractor.RelNmod, extractor.RelAppos:
			return 1
		case extractor.RelAcl:
			return 2
		}
	}
	return 0
}
