package coref

import "github.com/dateline-news/dateline/extractor"

// syntax answers, of a document's trees, what binds a pronoun: the subjects of its clauses and the path to another
// mention.
type syntax struct {
	d *extractor.Document
	// subject tells for each token its subject, its own or shared (“Kask came and |saw|”), -1 for none.
	subject []int32
	// root tells for each sentence its root, -1 for none.
	root []int32
}

// maxClimb bounds the steps of every climb in a tree.
const maxClimb = 8

func newSyntax(d *extractor.Document) syntax {
	s := syntax{d, filled(len(d.Tokens), -1), filled(len(d.Sentences), -1)}
	for n := range d.Sentences {
		r := d.Sentences[n].Tokens
		for i := r.First; i < r.Last; i++ {
			a := d.Arcs[i]
			if a.Rel == extractor.RelRoot {
				s.root[n] = i
			}
			if isSubject(a.Rel) && a.Head >= 0 && s.subject[a.Head] < 0 {
				s.subject[a.Head] = i
			}
		}
		for i := r.First; i < r.Last; i++ {
			if s.subject[i] < 0 && isClause(d, i) {
				s.subject[i] = s.shared(i)
			}
		}
	}
	return s
}

// shared returns the subject that a clause without its own takes from the one above it.
func (s *syntax) shared(i int32) int32 {
	for range maxClimb {
		switch s.d.Arcs[i].Rel {
		case extractor.RelConj, extractor.RelXcomp, extractor.RelAdvcl, extractor.RelParataxis:
		default:
			return -1
		}
		i = s.d.Arcs[i].Head
		if i < 0 {
			return -1
		}
		if s.subject[i] >= 0 {
			return s.subject[i]
		}
	}
	return -1
}

// isClause reports whether a token heads a clause.
func isClause(d *extractor.Document, i int32) bool {
	switch a := d.Arcs[i]; a.Rel.Base() {
	case extractor.RelRoot, extractor.RelAdvcl, extractor.RelCcomp, extractor.RelXcomp, extractor.RelAcl, extractor.RelCsubj, extractor.RelParataxis:
		return true
	case extractor.RelConj:
		return d.Tags[i].UPOS == extractor.VERB || d.Tags[i].UPOS == extractor.AUX
	}
	return false
}

// clause returns the head of the innermost clause around a token, the token itself not counted; -1 for none.
func (s *syntax) clause(i int32) int32 {
	for range 2 * maxClimb {
		i = s.d.Arcs[i].Head
		if i < 0 || isClause(s.d, i) {
			return i
		}
	}
	return -1
}

// path hashes the relations from one token up to the lowest one above both and down to the other, and tells that
// token; found is false where it lies more than maxClimb steps away.
func (s *syntax) path(from, to int32) (hash uint32, top int32, found bool) {
	var up [maxClimb + 1]int32
	n := 0
	for i := from; i >= 0 && n < len(up); i = s.d.Arcs[i].Head {
		up[n] = i
		n++
	}
	down := uint32(7)
	for range maxClimb {
		if to < 0 {
			return 0, -1, false
		}
		h := uint32(3)
		for _, i := range up[:n] {
			if i == to {
				return mix(h, down), to, true
			}
			h = mix(h, uint32(s.d.Arcs[i].Rel))
		}
		down = mix(down, uint32(s.d.Arcs[to].Rel))
		to = s.d.Arcs[to].Head
	}
	return 0, -1, false
}
