package coref

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// findRoles reads titles off the text around names: before a name (“Estonian Foreign Minister Alar Kask”), after
// it (“Alar Kask, the foreign minister of Estonia,”) and in a copula (“Kask is the mayor of Lund”). A noun phrase
// that states a role joins the name's entity.
func (r *resolver) findRoles() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.name >= 0 && m.etype == extractor.EntityPerson {
			r.titleBefore(int32(i))
		}
	}
	for i := range r.mentions {
		if r.mentions[i].Type == extractor.MentionCommon {
			r.apposition(int32(i))
		}
	}
}

// titleBefore reads the title right before a person's name.
func (r *resolver) titleBefore(m int32) {
	d, x := r.d, &r.mentions[m]
	begin := r.titleStart(x.Tokens.First)
	if begin == x.Tokens.First {
		return
	}
	r.addRole(x.cluster, extractor.TokenRange{First: begin, Last: x.Tokens.First}, d)
}

// titleStart returns the first token of the phrase of title words, their modifiers and bodies' names that ends
// before the name: “former FBI deputy director |Jo Bell|”.
func (r *resolver) titleStart(name int32) int32 {
	d := r.d
	s := d.Sentences[d.SentenceOf(int(name))].Tokens.First
	start := r.wholeTitle(s, name)
	title := start < name
	for i := start - 1; i >= s; i-- {
		t := &d.Tags[i]
		w := fold(d.TokenText(int(i)))
		switch {
		case t.UPOS != extractor.VERB && r.lex.titleWord(w, t.Lemma):
			title = true
			start = i
		case !title && d.Tokens[i].Span.End < d.Tokens[i+1].Span.Begin && (t.UPOS == extractor.NOUN || t.UPOS == extractor.PROPN) && r.lex.personNoun(strings.ToLower(t.Lemma)):
			title = true
			start = i
		case !title:
			return name
		case r.nameAt(i) || t.UPOS == extractor.ADJ || t.UPOS == extractor.NOUN || t.UPOS == extractor.PROPN || w == "-" || w == "'s" || w == "’s" ||
			t.UPOS == extractor.ADP && w == "of" && r.titleAt(i-1, s) || w == "and" && r.titleAt(i-1, s):
			start = i
		default:
			return r.trimTitle(start, name)
		}
	}
	return r.trimTitle(start, name)
}

// wholeTitle returns where the longest known title that ends right before a name begins: “Secretary of State |Ada
// Brandt|”; the name's own place where there is none.
func (r *resolver) wholeTitle(sentence, name int32) int32 {
	const longest = 6
	for first := max(sentence, name-longest); first < name; first++ {
		if isModifier(&r.d.Tags[first]) && r.lex.title(r.d.RangeText(extractor.TokenRange{First: first, Last: name})) {
			return first
		}
	}
	return name
}

// titleAt reports whether the token is a title by itself and not before the sentence.
func (r *resolver) titleAt(i, sentence int32) bool {
	return i >= sentence && r.lex.titleWord(fold(r.d.TokenText(int(i))), r.d.Tags[i].Lemma)
}

// trimTitle leaves out what cannot begin a title.
func (r *resolver) trimTitle(start, name int32) int32 {
	for start < name {
		t := &r.d.Tags[start]
		if t.UPOS != extractor.ADP && t.UPOS != extractor.CCONJ && t.UPOS != extractor.PUNCT && t.XPOS != extractor.PennPOS {
			break
		}
		start++
	}
	return start
}

// nameAt reports whether the token is part of a name other than a person's.
func (r *resolver) nameAt(i int32) bool {
	n := r.nameOf[i]
	return n >= 0 && r.d.Names[n].Type != extractor.EntityPerson
}

// addRole splits a role's phrase into title and organisation and gives it to a cluster.
func (r *resolver) addRole(c int32, phrase extractor.TokenRange, d *extractor.Document) {
	var role extractor.Role
	k := &r.clusters[c]
	first, last := phrase.First, phrase.First
	for i := phrase.First; i < phrase.Last; i++ {
		w := fold(d.TokenText(int(i)))
		if n := r.nameOf[i]; n >= 0 {
			name := d.Names[n]
			if name.Type != extractor.EntityPerson {
				r.organizationOfRole(&role, k, name)
			}
			i = name.Tokens.Last - 1
			continue
		}
		t := &d.Tags[i]
		if isFormerWord(w) {
			role.Former = role.Former || w != "incoming" && w != "acting"
			if w == "former" || w == "ex" || w == "then" || w == "late" || w == "onetime" {
				continue
			}
		}
		if t.UPOS == extractor.DET || t.XPOS == extractor.PennPOS || w == "-" || t.UPOS == extractor.PUNCT || t.XPOS == extractor.PennPRPS {
			continue
		}
		if t.UPOS == extractor.ADP && last == first {
			continue
		}
		if last == first {
			first = i
		}
		last = i + 1
	}
	// A preposition before the organisation closes the title: “mayor of |Lund|”.
	for last > first && (d.Tags[last-1].UPOS == extractor.ADP || d.Tags[last-1].UPOS == extractor.DET) {
		last--
	}
	if last <= first {
		return
	}
	span := d.SpanOf(extractor.TokenRange{First: first, Last: last})
	role.Title, role.Span = d.TextOf(span), span
	head := strings.ToLower(d.Tags[last-1].Lemma)
	for i := first; i < last; i++ {
		w := fold(d.TokenText(int(i)))
		if r.lex.titleWord(w, d.Tags[i].Lemma) || r.lex.personNoun(strings.ToLower(d.Tags[i].Lemma)) {
			head = strings.ToLower(d.Tags[i].Lemma)
		}
		if g := r.lex.titleGender(w); g != genderUnknown {
			if more := moreSpecific(k.gender, g); more != genderUnknown {
				k.gender = more
			}
		}
	}
	if !slices.Contains(k.heads, head) {
		k.heads = append(k.heads, head)
	}
	if !r.lex.honorific(fold(role.Title)) {
		k.roles = append(k.roles, role)
	}
}

func isFormerWord(w string) bool {
	switch w {
	case "former", "ex", "then", "late", "onetime", "outgoing", "ousted", "deposed", "retired":
		return true
	}
	return false
}

// organizationOfRole reads what the holder of the role serves: a country's name for a demonym.
func (r *resolver) organizationOfRole(role *extractor.Role, k *cluster, name extractor.Name) {
	text := r.d.RangeText(name.Tokens)
	country, code := r.lex.countryOf(text, name.Type)
	if role.Organization == "" || name.Type == extractor.EntityOrg {
		role.Organization = text
		if name.Type == extractor.EntityNORP && country != "" || name.Type == extractor.EntityGPE && country != "" {
			role.Organization = country
		}
	}
	if k.country == "" {
		k.country = code
	}
}

// apposition joins a noun phrase with the name that it explains: an appositive, a predicate of the copula, or a
// title phrase after a comma.
func (r *resolver) apposition(m int32) {
	d, x := r.d, &r.mentions[m]
	if x.det == quantified || x.number == plural {
		return
	}
	var other int32
	switch a := d.Arcs[x.Head]; {
	case a.Rel == extractor.RelAppos && a.Head >= 0:
		other = r.byToken[a.Head]
	default:
		// “the foreign minister, Alar Kask”: the name hangs on the noun; “Kask is the mayor”: so does the subject.
		other = r.dependentName(x)
	}
	if other < 0 || other == m {
		return
	}
	y := &r.mentions[other]
	if y.cluster < 0 || y.name < 0 || !nominalTypesAgree(x.etype, y.etype) && x.etype != 0 || !x.gender.agrees(y.gender) {
		return
	}
	if y.etype == extractor.EntityPerson != (x.etype == extractor.EntityPerson) {
		return
	}
	if !x.predicate {
		r.join(m, y.cluster)
	}
	if y.etype == extractor.EntityPerson && r.lex.titleWord(x.lemma, x.lemma) {
		r.addRole(y.cluster, r.roleExtent(x), d)
	}
}

// dependentName returns the named mention that hangs on a noun as its appositive, or as its subject in an
// affirmative copula of the present or past; -1 for none.
func (r *resolver) dependentName(x *mention) int32 {
	d := r.d
	s := d.Sentences[x.sentence].Tokens
	subject, copula := int32(-1), false
	for i := s.First; i < s.Last; i++ {
		if d.Arcs[i].Head != x.Head {
			continue
		}
		switch d.Arcs[i].Rel {
		case extractor.RelAppos:
			if m := r.byToken[i]; m >= 0 && i > x.Head {
				return m
			}
		case extractor.RelNsubj:
			subject = r.byToken[i]
		case extractor.RelCop:
			copula = true
		case extractor.RelAux, extractor.RelMark:
			return -1
		case extractor.RelAdvmod:
			if d.Tags[i].Lemma == "not" || d.Tags[i].Lemma == "n't" || d.Tags[i].Lemma == "never" {
				return -1
			}
		}
	}
	if copula && subject >= 0 {
		return subject
	}
	return -1
}

// roleExtent is the noun phrase with the “of” phrase after it, up to the next comma: “the mayor of Lund”.
func (r *resolver) roleExtent(x *mention) extractor.TokenRange {
	d := r.d
	out := x.Tokens
	s := d.Sentences[x.sentence].Tokens.Last
	if out.Last < s && d.Tags[out.Last].UPOS == extractor.ADP {
		switch strings.ToLower(d.TokenText(int(out.Last))) {
		case "of", "for", "at", "in":
			i := out.Last + 1
			for i < s && (d.Tags[i].UPOS == extractor.DET || d.Tags[i].UPOS == extractor.ADJ && r.nameOf[i] < 0) {
				i++
			}
			if i < s && r.nameOf[i] >= 0 && d.Names[r.nameOf[i]].Type != extractor.EntityPerson {
				out.Last = d.Names[r.nameOf[i]].Tokens.Last
			}
		}
	}
	return out
}

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

// countryFit compares the country named in a noun phrase with the entity's: 0 none named, 1 entity's unknown,
// 2 the same, 3 another.
func (r *resolver) countryFit(x *mention, k *cluster) uint32 {
	for i := x.Tokens.First; i < x.Tokens.Last; i++ {
		n := r.nameOf[i]
		if n < 0 {
			continue
		}
		_, code := r.lex.countryOf(r.d.RangeText(r.d.Names[n].Tokens), r.d.Names[n].Type)
		switch {
		case code == "":
			continue
		case k.country == "":
			return 1
		case code == k.country:
			return 2
		}
		return 3
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
