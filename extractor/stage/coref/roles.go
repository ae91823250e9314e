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
	// Titles in coordination are roles of their own: “Finance Minister and Deputy Prime Minister |Jon Berg|”.
	for i := begin + 1; i < x.Tokens.First; i++ {
		if fold(d.TokenText(int(i))) != "and" || !r.titleAt(i-1, begin) {
			continue
		}
		if r.ofTwoCountries(begin, i, x.Tokens.First) {
			begin = i + 1
			continue
		}
		if m := r.byToken[i-1]; m >= 0 && r.mentions[m].Type == extractor.MentionCommon {
			r.mentions[m].predicate = true
		}
		r.addRole(&r.clusters[x.cluster], extractor.TokenRange{First: begin, Last: i})
		begin = i + 1
	}
	r.addRole(&r.clusters[x.cluster], extractor.TokenRange{First: begin, Last: x.Tokens.First})
}

// ofTwoCountries reports whether the titles on either side of an “and” are of two countries, and so of two persons:
// “France's president and Estonian Foreign Minister |Alar Kask|”.
func (r *resolver) ofTwoCountries(begin, and, end int32) bool {
	a, b := r.countryWithin(begin, and), r.countryWithin(and+1, end)
	return a != "" && b != "" && a != b
}

// countryWithin returns the country of the first name in a range that has one.
func (r *resolver) countryWithin(first, last int32) string {
	for i := first; i < last; i++ {
		if n := r.nameOf[i]; n >= 0 {
			if _, code := r.lex.countryOf(r.d.RangeText(r.d.Names[n].Tokens), r.d.Names[n].Type); code != "" {
				return code
			}
		}
	}
	return ""
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
	last := name
	if name > sentence+1 && r.d.TokenText(int(name-1)) == "," {
		last -= 2 // one word before a comma is too little: “rebels, |Jo Bell|”
	}
	for first := max(sentence, name-longest); first < last; first++ {
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
func (r *resolver) addRole(k *cluster, phrase extractor.TokenRange) {
	var role extractor.Role
	d := r.d
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
		if name, code := r.lex.countryWord(d.TokenText(int(i))); code != "" && i+1 < phrase.Last {
			// A country that the tagger overlooked: “US Secretary of State”.
			if role.Organization == "" {
				role.Organization = name
			}
			if k.country == "" {
				k.country = code
			}
			continue
		}
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
