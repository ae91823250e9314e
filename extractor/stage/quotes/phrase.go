package quotes

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// phraseOf returns the noun phrase of a head word: determiners, titles and modifiers before it, the rest of its name
// after it; no relative clause, apposition or coordination.
func (f *finder) phraseOf(head int32) extractor.TokenRange {
	r := extractor.TokenRange{First: head, Last: head + 1}
	for c := range f.tree.Children(head) {
		switch f.Arcs[c].Rel {
		case extractor.RelDet, extractor.RelAmod, extractor.RelCompound, extractor.RelNmodPoss, extractor.RelNummod,
			extractor.RelFlat, extractor.RelDetPredet, extractor.RelNmodDesc, extractor.RelCase, extractor.RelNmodUnmarked:
			if c < head && f.Arcs[c].Rel == extractor.RelCase || f.separated(c, head) {
				continue
			}
			if c < head {
				r.First = min(r.First, f.tree.Left[c])
			} else if f.Arcs[c].Rel == extractor.RelFlat || f.Arcs[c].Rel == extractor.RelCompound {
				r.Last = max(r.Last, f.tree.Right[c]+1)
			}
		case extractor.RelNmod:
			if c > head && f.isOfPhrase(c) {
				r.Last = max(r.Last, f.nameEnd(c))
			}
		}
	}
	for _, n := range f.namesOver(r) {
		r.First, r.Last = min(r.First, n.First), max(r.Last, n.Last)
	}
	return f.withBearer(r, head)
}

// withBearer takes in the person named right behind a title: “Red Cross chair Ada Brandt”.
func (f *finder) withBearer(r extractor.TokenRange, head int32) extractor.TokenRange {
	if f.Tags[head].UPOS != extractor.NOUN || int(r.Last) >= len(f.Tokens) || r.Last != head+1 {
		return r
	}
	if n := f.nameAt(r.Last); n != nil && n.Tokens.First == r.Last && n.Type == extractor.EntityPerson {
		r.Last = n.Tokens.Last
	}
	return r
}

// isOfPhrase reports whether the noun is governed by “of” or “for” and short: “Secretary of State”, “a spokesman for
// the bank”.
func (f *finder) isOfPhrase(c int32) bool {
	k := f.tree.Child(c, extractor.RelCase)
	return k >= 0 && f.Tags[k].Lemma == "of" && f.tree.Right[c]-f.tree.Left[c] < 5
}

func (f *finder) nameEnd(c int32) int32 { return min(f.tree.Right[c]+1, c+4) }

// separated reports whether a comma stands between two words.
func (f *finder) separated(a, b int32) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if f.TokenText(int(i)) == "," {
			return true
		}
	}
	return false
}

// nameFrom returns the index of the first name that ends behind a token.
func (f *finder) nameFrom(i int32) int {
	at, _ := slices.BinarySearchFunc(f.Names, i+1, func(n extractor.Name, end int32) int { return cmp.Compare(n.Tokens.Last, end) })
	return at
}

// namesOver returns the names that overlap a range.
func (f *finder) namesOver(r extractor.TokenRange) []extractor.TokenRange {
	var out []extractor.TokenRange
	for k := f.nameFrom(r.First); k < len(f.Names) && f.Names[k].Tokens.First < r.Last; k++ {
		out = append(out, f.Names[k].Tokens)
	}
	return out
}

// nameAt returns the name that a token belongs to, nil for none.
func (f *finder) nameAt(i int32) *extractor.Name {
	if k := f.nameFrom(i); k < len(f.Names) && f.Names[k].Tokens.First <= i {
		return &f.Names[k]
	}
	return nil
}

// speakerOf returns the head of the phrase that speaks a cue verb, or -1. With outside the speaker must not stand in
// quotation marks.
func (f *finder) speakerOf(v int32, outside bool) int32 {
	ok := func(i int32) bool { return i >= 0 && (!outside || f.within[i] < 0) }
	for steps := 0; v >= 0 && steps < 5; steps++ {
		if s := f.tree.Child(v, extractor.RelNsubjPass); ok(s) && (f.Tags[v].Lemma == "quote" || f.Tags[v].Lemma == "cite") {
			return f.antecedent(s) // “He was quoted by the agency as saying”
		}
		if a := f.tree.Child(v, extractor.RelOblAgent); ok(a) {
			return a
		}
		if s := f.tree.Child(v, extractor.RelNsubj, extractor.RelNsubjOuter); ok(s) {
			return f.antecedent(s)
		}
		if s := f.tree.Child(v, extractor.RelNsubjPass); ok(s) && !f.tells(v) {
			if steps > 0 {
				return f.antecedent(s)
			}
		}
		h := f.Arcs[v].Head
		switch f.Arcs[v].Rel {
		case extractor.RelConj, extractor.RelXcomp, extractor.RelAdvcl, extractor.RelParataxis, extractor.RelCcomp, extractor.RelDep:
			if f.Arcs[v].Rel == extractor.RelCcomp && f.Tags[h].UPOS == extractor.VERB && !f.isParticiple(v) {
				return -1
			}
			v = h
		case extractor.RelAcl, extractor.RelAclRelcl:
			if ok(h) {
				return h
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

func (f *finder) isParticiple(v int32) bool { return f.Tags[v].XPOS == extractor.PennVBG }

// tells reports whether the object of a verb is who is told.
func (f *finder) tells(v int32) bool { return f.lex.verbs[f.Tags[v].Lemma].tells }

// antecedent returns the noun that a relative pronoun stands for.
func (f *finder) antecedent(s int32) int32 {
	switch f.Tags[s].XPOS {
	case extractor.PennWP, extractor.PennWDT:
		for v, steps := f.Arcs[s].Head, 0; v >= 0 && steps < 4; v, steps = f.Arcs[v].Head, steps+1 {
			if f.Arcs[v].Rel == extractor.RelAclRelcl {
				return f.Arcs[v].Head
			}
		}
	}
	return s
}

// speakerNear looks for the speaker of a cue by word order alone, where the tree does not tell: “said Alar Kask”,
// “Kask said”.
func (f *finder) speakerNear(v int32) int32 {
	s := f.Sentences[f.SentenceOf(int(v))].Tokens
	right := s.Last
	if f.tells(v) {
		right = v // who stands behind “told” is told
	}
	for i := v + 1; i < right && i < v+8; i++ {
		if !f.nominalChain(i) || f.within[i] >= 0 {
			break
		}
		if f.isNominal(i) && (i+1 >= s.Last || !f.nominalChain(i+1)) {
			return i
		}
	}
	for i := v - 1; i >= s.First && i > v-6; i-- {
		if f.within[i] >= 0 {
			break
		}
		if f.isNominal(i) {
			return i
		}
		if u := f.Tags[i].UPOS; u != extractor.ADV && u != extractor.AUX {
			break
		}
	}
	return -1
}

func (f *finder) isNominal(i int32) bool {
	u := f.Tags[i].UPOS
	return u == extractor.PROPN || u == extractor.NOUN || u == extractor.PRON
}

func (f *finder) nominalChain(i int32) bool {
	switch f.Tags[i].UPOS {
	case extractor.PROPN, extractor.NOUN, extractor.PRON, extractor.DET, extractor.ADJ, extractor.NUM:
		return true
	}
	return false
}

// author returns who made a text that speaks: “a statement by the union”, “they released a statement that said”, “the
// decree signed by the king”; any other word is itself.
func (f *finder) author(head int32) int32 {
	switch f.Tags[head].Lemma {
	case "statement", "tweet", "letter", "message", "post", "decree", "comment", "note", "email", "e-mail", "memo", "filing", "release":
	default:
		return head
	}
	for c := range f.tree.Children(head) {
		switch f.Arcs[c].Rel {
		case extractor.RelNmodPoss:
			return c
		case extractor.RelNmod:
			if k := f.tree.Child(c, extractor.RelCase); k >= 0 && (f.Tags[k].Lemma == "by" || f.Tags[k].Lemma == "from") {
				return c
			}
		case extractor.RelAcl:
			if a := f.tree.Child(c, extractor.RelOblAgent); a >= 0 {
				return a
			}
		}
	}
	if h := f.Arcs[head].Head; h >= 0 && f.Arcs[head].Rel == extractor.RelObj {
		if s := f.tree.Child(h, extractor.RelNsubj); s >= 0 && f.within[s] < 0 {
			return s
		}
	}
	return head
}
