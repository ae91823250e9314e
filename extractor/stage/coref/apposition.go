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
		r.addRole(&r.clusters[y.cluster], r.roleExtent(x))
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
