package coref

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// apposition joins a noun phrase with the name that it explains: an appositive, a predicate of the copula, or a
// title phrase after a comma.
func (r *resolver) apposition(m int32) {
	d, x := r.d, &r.mentions[m]
	if x.det == quantified || x.number == plural {
		return
	}
	var other int32
	switch a := d.Arcs[x.Head]; {
	case r.describedName(x) >= 0:
		other = r.describedName(x)
	case a.Rel == extractor.RelAppos && a.Head >= 0:
		other = r.byToken[a.Head]
	default:
		// “the foreign minister, Alar Kask”: the name hangs on the noun; “Kask is the mayor”: so does the subject.
		other = r.dependentName(x)
	}
	if other < 0 {
		other = r.setOff(x)
	}
	if other < 0 || other == m {
		return
	}
	y := &r.mentions[other]
	if y.cluster < 0 || y.name < 0 || !nominalTypesAgree(x.etype, y.etype) && x.etype != 0 || !x.gender.agrees(y.gender) && !strings.HasSuffix(x.lemma, "man") {
		return
	}
	if y.etype == extractor.EntityPerson != (x.etype == extractor.EntityPerson) {
		return
	}
	if !x.predicate {
		r.join(m, y.cluster)
	}
	if y.etype == extractor.EntityPerson && r.lex.titleWord(x.lemma, x.lemma) {
		r.addRole(&r.clusters[y.cluster], r.roleExtent(x))
	}
}

// setOff returns the mention of the person whose name stands between commas right behind a phrase that tells who it is, and
// is new to the text, whatever the parser makes of it: “his counterpart, |Alar Kask|, said”; -1 for none.
func (r *resolver) setOff(x *mention) int32 {
	d := r.d
	if x.etype != extractor.EntityPerson || x.number != singular || x.predicate || x.det == quantified || x.det == bare || !r.lex.titleWord(x.lemma, x.lemma) {
		return -1
	}
	// What the person is of: “a spokeswoman |for the Estonian foreign ministry|, Liv Aune, said”.
	const farthest = 8
	at, end := x.Tokens.Last, d.Sentences[x.sentence].Tokens.Last
	for at < min(end, x.Tokens.Last+farthest) && d.Tags[at].UPOS != extractor.PUNCT && d.Tags[at].UPOS != extractor.VERB && d.Tags[at].UPOS != extractor.CCONJ {
		at++
	}
	if at+1 >= end || d.TokenText(int(at)) != "," || r.nameOf[at+1] < 0 {
		return -1
	}
	name := &d.Names[r.nameOf[at+1]]
	if name.Type != extractor.EntityPerson || name.Tokens.First != at+1 || name.Tokens.Len() < 2 {
		return -1
	}
	if last := name.Tokens.Last; last < end && d.TokenText(int(last)) != "," && d.TokenText(int(last)) != "." {
		return -1
	}
	m := r.byToken[headOf(d, name.Tokens)]
	if m < 0 || r.mentions[m].cluster < 0 || r.clusters[r.mentions[m].cluster].mentions[0] != m {
		return -1
	}
	return m
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
			if i < s && r.lex.title(fold(d.RangeText(extractor.TokenRange{First: x.Head, Last: i + 1}))) {
				out.Last = i + 1
			}
			if i < s && r.nameOf[i] >= 0 && d.Names[r.nameOf[i]].Type != extractor.EntityPerson {
				out.Last = d.Names[r.nameOf[i]].Tokens.Last
			}
		}
	}
	return out
}
