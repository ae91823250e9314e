package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// number is grammatical number.
type number uint8

const (
	numberUnknown number = iota
	singular
	plural
)

// gender is what a pronoun may be used for the mention: a person of unknown sex is human.
type gender uint8

const (
	genderUnknown gender = iota
	masculine
	feminine
	human
	neuter
)

// definiteness is how a noun phrase introduces what it names.
type definiteness uint8

const (
	bare definiteness = iota
	definite
	demonstrative
	possessive
	indefinite
	quantified
)

// mention is a mention under resolution: what the contract wants of it and what the resolver looks at.
type mention struct {
	extractor.Mention
	etype    extractor.EntityType
	number   number
	gender   gender
	person   uint8 // 1, 2 or 3 for pronouns
	det      definiteness
	sentence int32
	// quote indexes Document.Quotes: the innermost direct quote around the head, -1 for none.
	quote int32
	// name indexes Document.Names, -1 for mentions that are no names.
	name int32
	// lemma is the head's, in lower case.
	lemma string
	rel   extractor.Deprel
	// title is the index of the role before a name (“President Kask”), -1 for none.
	title int32
	// predicate: says what its subject is (“Kask is a doctor”), and so is no mention itself, though it may tell a role.
	predicate bool
	// cluster is the entity under construction that the mention belongs to, -1 while undecided or for a predicate.
	cluster int32
}

// finder collects the mentions of one document.
type finder struct {
	d        *extractor.Document
	lex      *lexicon
	nameOf   []int32 // token → index into Document.Names, -1
	quoteOf  []int32 // token → direct quote, -1
	copula   []bool  // token → has a copula
	first    []int32 // token → leftmost token of its noun phrase
	mentions []mention
}

// find returns all mentions of the document by position: names, pronouns, and noun phrases. A noun phrase that is
// part of a name, or a title before one, is no mention of its own.
func (f *finder) find() []mention {
	d := f.d
	f.indexNames()
	f.indexQuotes()
	f.indexPhrases()
	for i := range d.Tokens {
		if n := f.nameOf[i]; n >= 0 {
			if d.Names[n].Tokens.First == int32(i) {
				f.addName(n)
			}
			continue
		}
		switch t := &d.Tags[i]; {
		case t.UPOS == extractor.PRON || t.XPOS == extractor.PennPRPS || t.XPOS == extractor.PennPRP:
			f.addPronoun(i)
		case t.UPOS == extractor.NOUN, t.UPOS == extractor.PROPN && f.lex.personNoun(strings.ToLower(t.Lemma)):
			f.addNominal(i)
		case t.UPOS == extractor.NUM:
			f.addNumeral(i)
		}
	}
	sortMentions(f.mentions)
	return f.mentions
}

func (f *finder) indexNames() {
	f.nameOf = filled(len(f.d.Tokens), -1)
	for n, name := range f.d.Names {
		for i := name.Tokens.First; i < name.Tokens.Last; i++ {
			f.nameOf[i] = int32(n)
		}
	}
}

func (f *finder) indexQuotes() {
	f.quoteOf = filled(len(f.d.Tokens), -1)
	for q := range f.d.Quotes {
		if f.d.Quotes[q].Type == extractor.QuoteIndirect {
			continue
		}
		for _, s := range f.d.Quotes[q].Spans {
			r := f.d.TokensIn(s)
			for i := r.First; i < r.Last; i++ {
				f.quoteOf[i] = int32(q)
			}
		}
	}
}

func (f *finder) add(m mention) {
	d := f.d
	m.Span = d.SpanOf(m.Tokens)
	m.sentence = int32(d.SentenceOf(int(m.Head)))
	m.quote = f.quoteOf[m.Head]
	m.rel = d.Arcs[m.Head].Rel
	m.title, m.cluster = -1, -1
	f.mentions = append(f.mentions, m)
}

func (f *finder) addName(n int32) {
	name := f.d.Names[n]
	head := headOf(f.d, name.Tokens)
	if f.isMember(name, head) {
		f.add(mention{
			Mention: extractor.Mention{Tokens: extractor.TokenRange{First: name.Tokens.First - 1, Last: name.Tokens.Last}, Head: head, Type: extractor.MentionCommon},
			etype:   extractor.EntityPerson, number: singular, gender: human, person: 3, det: definite, name: -1,
			lemma: strings.ToLower(f.d.TokenText(int(head))),
		})
		return
	}
	var g gender
	num := singular
	switch name.Type {
	case extractor.EntityPerson:
		g = f.nameGender(name.Tokens)
	case extractor.EntityNORP:
		g = human
		if f.d.Tags[head].XPOS == extractor.PennNNPS || f.d.Tags[head].XPOS == extractor.PennNNS {
			num = plural
		} else {
			num = numberUnknown
		}
	case extractor.EntityOrg:
		g, num = neuter, numberUnknown // “the company … it”, “the team … they”
	default:
		g = neuter
	}
	f.add(mention{
		Mention: extractor.Mention{Tokens: name.Tokens, Head: head, Type: extractor.MentionProper},
		etype:   name.Type, number: num, gender: g, person: 3, det: bare, name: n,
		lemma: strings.ToLower(f.d.TokenText(int(head))),
	})
}

// isMember tells the noun that means one member of a people, party or faith: “the Republican took office”.
func (f *finder) isMember(n extractor.Name, head int32) bool {
	d := f.d
	if n.Type != extractor.EntityNORP || n.Tokens.First == 0 || d.Tags[head].XPOS == extractor.PennNNPS || d.Tags[head].XPOS == extractor.PennNNS ||
		fold(d.TokenText(int(n.Tokens.First-1))) != "the" || d.Arcs[n.Tokens.First-1].Head != head {
		return false
	}
	switch d.Arcs[head].Rel.Base() {
	case extractor.RelNsubj, extractor.RelObj, extractor.RelIobj, extractor.RelObl, extractor.RelNmod:
		return true
	}
	return false
}

func (f *finder) addPronoun(i int) {
	d := f.d
	p, ok := pronounOf(strings.ToLower(d.TokenText(i)))
	if !ok || isPleonastic(d, i) {
		return
	}
	f.add(mention{
		Mention: extractor.Mention{Tokens: extractor.TokenRange{First: int32(i), Last: int32(i) + 1}, Head: int32(i), Type: extractor.MentionPronoun},
		number:  p.number, gender: p.gender, person: p.person, det: definite, name: -1, lemma: p.lemma,
	})
}

func (f *finder) addNominal(i int) {
	d := f.d
	if d.Arcs[i].Rel.Base() == extractor.RelCompound || d.Arcs[i].Rel == extractor.RelNmodDesc || d.Arcs[i].Rel == extractor.RelFlat ||
		d.Arcs[i].Rel == extractor.RelGoeswith || d.Arcs[i].Rel == extractor.RelFixed || f.isTitleOfName(i) {
		return
	}
	lemma := strings.ToLower(d.Tags[i].Lemma)
	etype, g := f.lex.nominalClass(lemma)
	if etype == 0 && g == genderUnknown {
		return
	}
	if lemma == "state" && f.isCondition(i) {
		etype = 0
	}
	r := f.phrase(i)
	num := singular
	if x := d.Tags[i].XPOS; x == extractor.PennNNS || x == extractor.PennNNPS {
		num = plural
	} else if isCollective(lemma) {
		num = numberUnknown
	}
	f.add(mention{
		Mention: extractor.Mention{Tokens: r, Head: int32(i), Type: extractor.MentionCommon},
		etype:   etype, number: num, gender: g, person: 3, det: determination(d, i, r), name: -1, lemma: lemma,
		predicate: f.copula[i] || d.Arcs[i].Rel == extractor.RelXcomp,
	})
}

// isCondition tells the state of something from a state: “the state of the talks” against “the state of Texas”.
func (f *finder) isCondition(i int) bool {
	d := f.d
	if i+2 >= len(d.Tokens) || fold(d.TokenText(i+1)) != "of" {
		return false
	}
	for j := i + 2; j < len(d.Tokens) && j < i+8; j++ {
		if n := f.nameOf[j]; n >= 0 {
			return !isPlaceType(d.Names[n].Type)
		}
		if d.Tags[j].UPOS != extractor.DET && d.Tags[j].UPOS != extractor.ADJ {
			break
		}
	}
	return true
}

// addNumeral takes a bare numeral that stands for people: “nine died”, “two of them”.
func (f *finder) addNumeral(i int) {
	d := f.d
	rel := d.Arcs[i].Rel
	if rel != extractor.RelNsubj && rel != extractor.RelNsubjPass || d.TokenText(i)[0] == '$' {
		return
	}
	h := d.Arcs[i].Head
	if h < 0 || !takesPeople(d.Tags[h].Lemma) {
		return
	}
	f.add(mention{
		Mention: extractor.Mention{Tokens: f.phrase(i), Head: int32(i), Type: extractor.MentionCommon},
		etype:   extractor.EntityPerson, number: plural, gender: human, person: 3, det: quantified, name: -1,
		lemma: strings.ToLower(d.TokenText(i)),
	})
}

// isTitleOfName reports whether the noun stands right before a person's name as his title.
func (f *finder) isTitleOfName(i int) bool {
	if i+1 >= len(f.nameOf) || f.nameOf[i+1] < 0 || f.d.Tokens[i+1].Span.Begin-f.d.Tokens[i].Span.End > 1 {
		return false
	}
	n := f.d.Names[f.nameOf[i+1]]
	if n.Type != extractor.EntityPerson || n.Tokens.First != int32(i+1) {
		return false
	}
	// Title and name hang on one another, or on the same head as parts of one name.
	name := headOf(f.d, n.Tokens)
	return f.d.Arcs[i].Head == name || f.d.Arcs[name].Head == int32(i) || f.lex.titleWord(fold(f.d.TokenText(i)), f.d.Tags[i].Lemma)
}

// nameGender tells a person's gender by the first name, else by the title before the name.
func (f *finder) nameGender(r extractor.TokenRange) gender {
	first := f.d.TokenText(int(r.First))
	if r.Len() > 1 || !f.lex.surname(first) {
		if g := f.lex.givenGender(first); g != human {
			return g
		}
	}
	// “Kerry-Anne”: where the first part does not tell, the second may.
	if r.Len() > 3 && f.d.TokenText(int(r.First+1)) == "-" {
		if g := f.lex.givenGender(f.d.TokenText(int(r.First + 2))); g != human {
			return g
		}
	}
	return f.lex.genderBefore(f.d, r.First)
}

// genderBefore tells a person's gender by the title before the name.
func (l *lexicon) genderBefore(d *extractor.Document, name int32) gender {
	if name > 0 {
		if g := l.titleGender(fold(d.TokenText(int(name - 1)))); g != genderUnknown {
			return g
		}
	}
	return human
}

// isCollective tells the singular nouns that “they” may take up.
func isCollective(lemma string) bool {
	switch lemma {
	case "family", "couple", "crowd", "staff", "police", "team", "group", "company", "government", "party", "public", "media",
		"press", "opposition", "committee", "council", "board", "crew", "union", "band", "club", "army", "military", "personnel":
		return true
	}
	return false
}

// takesPeople tells the verbs whose subject, when a bare number, counts people.
func takesPeople(lemma string) bool {
	switch lemma {
	case "die", "kill", "injure", "wound", "hurt", "arrest", "detain", "survive", "flee", "rescue", "hospitalize", "hospitalise",
		"shoot", "charge", "miss", "drown", "evacuate", "displace", "trap", "infect", "sentence", "convict", "perish", "remain", "treat":
		return true
	}
	return false
}

func filled(n int, v int32) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = v
	}
	return s
}
