package coref

import "github.com/dateline-news/dateline/extractor"

// laterMention is an entity named after a pronoun in its sentence, and how the two stand to one another.
type laterMention struct {
	cluster int32
	how     binding
}

// binding is how a name stands to a pronoun before it.
type binding uint8

const (
	notAfter binding = iota
	// apart: neither governs the other's clause.
	apart
	// boundByPronoun: the name lies under the verb that the pronoun is an argument of, so that the two are not one
	// (principle C): “he said that |Kask| …”.
	boundByPronoun
	// subjectAbove: the subject of a clause that holds the pronoun in what is fronted: “In his speech, |Kask| …”.
	subjectAbove
)

// maxLookAround bounds the mentions of a sentence that a pronoun looks at on either side: some texts are one sentence.
const maxLookAround = 100

// findAfter notes which entities are named after a pronoun in its sentence.
func (r *resolver) findAfter(m int32) {
	r.after = r.after[:0]
	x := &r.mentions[m]
	if x.Type != extractor.MentionPronoun {
		return
	}
	h := r.d.Arcs[x.Head].Head
	for j := m + 1; j < min(m+maxLookAround, int32(len(r.mentions))) && r.mentions[j].sentence == x.sentence; j++ {
		a := &r.mentions[j]
		if a.name < 0 || a.cluster < 0 {
			continue
		}
		how := apart
		switch g := r.d.Arcs[a.Head].Head; {
		case isSubject(a.rel) && g >= 0 && dominates(r.d, g, x.Head):
			how = subjectAbove
		case x.rel != extractor.RelNmodPoss && h >= 0 && dominates(r.d, h, a.Head):
			how = boundByPronoun
		}
		r.after = append(r.after, laterMention{a.cluster, how})
	}
}

// afterOf returns the strongest relation of a pronoun to later names of an entity.
func (r *resolver) afterOf(c int32) binding {
	best := notAfter
	for _, a := range r.after {
		if a.cluster == c {
			best = max(best, a.how)
		}
	}
	return best
}

// prominent returns the mention of a candidate, in the sentence of its nearest one, that stands highest in the tree.
func (r *resolver) prominent(c *candidate) *mention {
	best := &r.mentions[c.nearest]
	height := r.height(best.Head)
	for j := c.nearest - 1; j >= max(c.nearest-maxLookAround, 0) && r.mentions[j].sentence == best.sentence; j-- {
		a := &r.mentions[j]
		if a.cluster != c.cluster {
			continue
		}
		if h := r.height(a.Head); h < height || h == height && isSubject(a.rel) && !isSubject(best.rel) {
			best, height = a, h
		}
	}
	return best
}

// height counts the steps from a token up to its root.
func (r *resolver) height(i int32) int {
	n := 0
	for ; i >= 0 && n < 2*maxClimb; i = r.d.Arcs[i].Head {
		n++
	}
	return n
}

// bindingFeatures describes how a pronoun's clauses bind it to a candidate, whose prominent mention is a.
func (r *resolver) bindingFeatures(l *pairList, x, a *mention, c *candidate) {
	d, k := r.d, &r.clusters[c.cluster]
	if x.sentence == a.sentence {
		if h, top, ok := r.syntax.path(x.Head, a.Head); ok {
			l.add(fPath, h, 0, 0)
			l.features = append(l.features, hash(fPath, h, hashString(d.Tags[top].Lemma), 1))
		}
	}
	level, rel := r.subjectLevel(x, c.cluster)
	l.add(fClauseSubject, level, uint32(rel), 0)
	l.add(fClauseSubject, level, uint32(x.rel), 1+b2u(x.sentence == a.sentence))
	l.add(fAfter, uint32(r.afterOf(c.cluster)), uint32(x.rel), 0)
	for back := int32(1); back <= 2 && x.sentence >= back; back++ {
		if root := r.syntax.root[x.sentence-back]; root >= 0 {
			l.add(fRootSubject, uint32(back), r.isOf(r.syntax.subject[root], c.cluster), uint32(x.rel))
		}
	}
	if p := r.lastAlike(x); p >= 0 {
		same := b2u(r.mentions[p].cluster == c.cluster)
		l.add(fLastPronoun, same, uint32(min(x.sentence-r.mentions[p].sentence, 3)), uint32(x.rel))
		l.add(fLastPronoun, same, uint32(r.mentions[p].rel), 100+b2u(x.quote == r.mentions[p].quote))
	}
	l.add(fNameForm, uint32(a.Type), uint32(min(a.Tokens.Len(), 3)), b2u(k.mentions[0] == c.nearest))
	l.add(fTopic, b2u(c.cluster == 0), b2u(r.mentions[k.mentions[0]].sentence == 0), uint32(r.mentions[k.mentions[0]].rel))
}

// lastAlike returns the pronoun of the same kind that stands last before x, within two sentences; -1 for none.
func (r *resolver) lastAlike(x *mention) int32 {
	const reach = 2
	at := r.byToken[x.Head]
	for j := at - 1; j >= max(at-maxLookAround, 0); j-- {
		p := &r.mentions[j]
		if x.sentence-p.sentence > reach {
			break
		}
		if p.Type == extractor.MentionPronoun && p.lemma == x.lemma && p.cluster >= 0 {
			return j
		}
	}
	return -1
}

// isOf tells whether a token heads a mention of an entity: 0 no mention, 1 another's, 2 its own.
func (r *resolver) isOf(token, cluster int32) uint32 {
	if token < 0 || r.byToken[token] < 0 {
		return 0
	}
	return 1 + b2u(r.mentions[r.byToken[token]].cluster == cluster)
}

// subjectLevel returns how many clauses above the pronoun the entity is the subject, 0 for its own clause, 9 for none,
// and what that clause is.
func (r *resolver) subjectLevel(x *mention, cluster int32) (level uint32, rel extractor.Deprel) {
	v := r.syntax.clause(x.Head)
	for n := range uint32(4) {
		if v < 0 {
			break
		}
		if s := r.syntax.subject[v]; s >= 0 && s != x.Head && r.isOf(s, cluster) == 2 {
			return n, r.d.Arcs[v].Rel
		}
		v = r.syntax.clause(v)
	}
	return 9, 0
}
