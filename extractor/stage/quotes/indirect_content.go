package quotes

import "github.com/dateline-news/dateline/extractor"

// contentEnd is where the content ends: with its subtree, or where that breaks off after a word or two of “that …”,
// with the sentence.
func (f *finder) contentEnd(v, content int32, sentence extractor.TokenRange) int32 {
	end := f.tree.Right[content] + 1
	if content < v || end-f.tree.Left[content] > 3 || v+1 >= sentence.Last || f.Tags[v+1].Lemma != "that" {
		return end
	}
	for end < sentence.Last && f.TokenText(int(end)) != "," && f.TokenText(int(end)) != ";" {
		end++
	}
	return end
}

// contentOf returns the head of what a cue verb reports, -1 for nothing. whole means that the content is the clause
// around the cue (“…, the ministry said”).
func (f *finder) contentOf(v int32, c cue) (content int32, whole bool) {
	if f.Arcs[v].Rel == extractor.RelParataxis && (c.direct || c.clause) && f.tree.Child(v, extractor.RelCcomp) < 0 {
		return f.Arcs[v].Head, true
	}
	if c.clause || c.direct {
		if k := f.complement(v); k >= 0 && f.isClause(k) {
			return k, false
		}
		if c.direct {
			if k := f.tree.Child(v, extractor.RelParataxis); k > v && f.isClause(k) && f.introduced(v, k) {
				return k, false
			}
		}
	}
	if c.tells {
		// “told Reuters that …”: parsers hang the clause on who is told.
		if o := f.tree.Child(v, extractor.RelIobj, extractor.RelObj); o >= 0 {
			if k := f.tree.Child(o, extractor.RelAclRelcl, extractor.RelAcl, extractor.RelCcomp); k > o && f.isClause(k) && f.hasThat(k) {
				return k, false
			}
		}
	}
	if c.infinitive || c.tells {
		if k := f.tree.Child(v, extractor.RelXcomp); k > v && f.Tags[k].UPOS == extractor.VERB && f.hasTo(k) {
			return k, false
		}
	}
	if c.noun && (f.Tags[v].XPOS != extractor.PennVBN || f.tree.Child(v, extractor.RelAux) >= 0) {
		if k := f.tree.Child(v, extractor.RelObj); k > v && f.Tags[k].UPOS == extractor.NOUN && !f.isNamed(k) {
			return k, false
		}
	}
	return -1, false
}

// complement returns the clause that a cue verb governs: where parsers see two, the one behind it.
func (f *finder) complement(v int32) int32 {
	found := int32(-1)
	for c := range f.tree.Children(v) {
		if r := f.Arcs[c].Rel; (r == extractor.RelCcomp || r == extractor.RelCsubjPass) && (found < v) {
			found = c
		}
	}
	return found
}

// isNamed reports whether a word belongs to a name: a person condemned is nothing said.
func (f *finder) isNamed(k int32) bool {
	return len(f.namesOver(extractor.TokenRange{First: k, Last: k + 1})) > 0
}

func (f *finder) hasThat(k int32) bool {
	m := f.tree.Child(k, extractor.RelMark)
	return m >= 0 && f.Tags[m].Lemma == "that"
}

func (f *finder) hasTo(k int32) bool {
	m := f.tree.Child(k, extractor.RelMark)
	return m >= 0 && f.Tags[m].Lemma == "to"
}

// introduced reports whether a colon stands between.
func (f *finder) introduced(v, k int32) bool {
	for i := v + 1; i < k; i++ {
		if f.TokenText(int(i)) == ":" {
			return true
		}
	}
	return false
}

// isClause reports whether a dependent has a predicate of its own.
func (f *finder) isClause(k int32) bool {
	if u := f.Tags[k].UPOS; u == extractor.VERB || u == extractor.AUX {
		return true
	}
	return f.tree.Child(k, extractor.RelCop, extractor.RelNsubj) >= 0
}
