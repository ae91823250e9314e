package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// cluster is one happening with its mentions, indices of candidates in text order.
type cluster struct {
	mentions []int32
	typ      extractor.EventType
	mode     string
	// actors, recipients and places are entities, ascending and without repetition.
	actors, recipients, places []int32
	time                       int32
	negated                    bool
}

// sameEnough is the score from which a mention joins a cluster.
const sameEnough = 2

// cluster puts the mentions of one happening together, in one pass over the article: each joins the cluster that
// fits it best, or begins its own.
func (a *analysis) cluster(args [][]extractor.Argument) []cluster {
	var clusters []cluster
	for i := range a.candidates {
		c := &a.candidates[i]
		if c.dropped {
			continue
		}
		m := a.mentionCluster(int32(i), args[i])
		best, bestScore := -1, float32(sameEnough)
		for k := len(clusters) - 1; k >= 0; k-- {
			if s, ok := a.fit(&clusters[k], &m, c); ok && s >= bestScore {
				best, bestScore = k, s+0.001
			}
		}
		if best < 0 {
			clusters = append(clusters, m)
			continue
		}
		clusters[best].join(&m)
	}
	return clusters
}

func (a *analysis) mentionCluster(i int32, args []extractor.Argument) cluster {
	c := &a.candidates[i]
	m := cluster{mentions: []int32{i}, typ: c.sense.Type, mode: c.sense.Mode, time: a.timeOf(args), negated: c.status.negated}
	for _, arg := range args {
		if arg.Entity < 0 {
			continue
		}
		switch arg.Role {
		case extractor.RoleActor:
			m.actors = insert(m.actors, arg.Entity)
		case extractor.RoleRecipient:
			m.recipients = insert(m.recipients, arg.Entity)
		case extractor.RolePlace:
			m.places = insert(m.places, arg.Entity)
		}
	}
	return m
}

func (c *cluster) join(m *cluster) {
	c.mentions = append(c.mentions, m.mentions...)
	for _, e := range m.actors {
		c.actors = insert(c.actors, e)
	}
	for _, e := range m.recipients {
		c.recipients = insert(c.recipients, e)
	}
	for _, e := range m.places {
		c.places = insert(c.places, e)
	}
	if c.time < 0 {
		c.time = m.time
	}
	if c.mode == "" {
		c.mode = m.mode
	}
}

// insert adds to a sorted set.
func insert(set []int32, e int32) []int32 {
	i, found := slices.BinarySearch(set, e)
	if found {
		return set
	}
	return slices.Insert(set, i, e)
}

func common(a, b []int32) int {
	n := 0
	for _, e := range a {
		if slices.Contains(b, e) {
			n++
		}
	}
	return n
}

// fit scores how well a mention fits a cluster; ok is false when they contradict each other.
func (a *analysis) fit(k, m *cluster, c *candidate) (score float32, ok bool) {
	if k.typ != m.typ || (k.mode == "phone") != (m.mode == "phone") && k.mode != "" && m.mode != "" || k.negated != m.negated {
		return 0, false
	}
	if k.time >= 0 && m.time >= 0 && disagree(&a.Times[k.time], &a.Times[m.time]) {
		return 0, false
	}
	shared := common(k.actors, m.actors) + common(k.recipients, m.recipients) + common(k.actors, m.recipients) + common(k.recipients, m.actors)
	if !a.partiesAgree(k, m, shared) {
		return 0, false
	}
	first := &a.candidates[k.mentions[0]]
	last := &a.candidates[k.mentions[len(k.mentions)-1]]
	score = 1.3 * float32(min(shared, 2))
	sameWord := a.sharesLemma(k, c)
	if sameWord {
		score += 1.3
	}
	definite := a.isDefinite(c.head)
	if definite {
		score += 0.8
	}
	if k.time >= 0 && m.time >= 0 {
		score++
	}
	if common(k.places, m.places) > 0 {
		score += 0.6
	}
	if a.blockOf(first.head) == extractor.SegmentTitle {
		score += 0.4
	}
	if len(m.actors)+len(m.recipients) == 0 && !definite && !sameWord {
		score -= 0.5
	}
	if a.isIndefinite(c.head) {
		score -= 1.2
	}
	score -= 0.04 * float32(c.sentence-last.sentence)
	if c.sentence == last.sentence {
		score -= 0.7 // one sentence seldom tells one thing twice
	}
	if m.typ == extractor.EventStatement || m.typ == extractor.EventOther {
		score -= 0.7
	}
	return score, true
}

// partiesAgree reports whether the participants can be those of one act.
func (a *analysis) partiesAgree(k, m *cluster, shared int) bool {
	kn, mn := len(k.actors)+len(k.recipients), len(m.actors)+len(m.recipients)
	if kn == 0 || mn == 0 {
		return true
	}
	if shared == 0 {
		return false
	}
	if len(k.recipients) > 0 && len(m.recipients) > 0 && common(k.recipients, m.recipients) == 0 &&
		common(k.recipients, m.actors) == 0 && common(m.recipients, k.actors) == 0 {
		return false
	}
	if k.typ == extractor.EventConsult && kn >= 2 && mn >= 2 {
		return shared >= 2
	}
	return len(k.actors) == 0 || len(m.actors) == 0 || common(k.actors, m.actors) > 0 || common(k.actors, m.recipients) > 0 || common(k.recipients, m.actors) > 0
}

func (a *analysis) sharesLemma(k *cluster, c *candidate) bool {
	for _, i := range k.mentions {
		o := &a.candidates[i]
		if a.lemma(o.head) == a.lemma(c.head) || o.partner >= 0 && a.lemma(o.partner) == a.lemma(c.head) ||
			c.partner >= 0 && a.lemma(o.head) == a.lemma(c.partner) || stem(a.lemma(o.head)) == stem(a.lemma(c.head)) {
			return true
		}
	}
	return false
}

// stem cuts endings so that “meet” and “meeting”, “arrest” and “arrested”, “explode” and “explosion” are alike.
func stem(lemma string) string {
	for _, e := range [...]string{"ation", "ition", "ment", "sion", "tion", "ing", "ion", "al", "er", "ed", "e"} {
		if n := len(lemma) - len(e); n >= 3 && lemma[n:] == e {
			return lemma[:n]
		}
	}
	return lemma
}

// isDefinite reports whether a noun has “the”, “this”, “his” or a possessor.
func (a *analysis) isDefinite(i int32) bool {
	if a.Tags[i].UPOS != extractor.NOUN {
		return false
	}
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelNmodPoss:
			return true
		case extractor.RelDet:
			switch a.lemma(k) {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		}
	}
	return false
}

func (a *analysis) isIndefinite(i int32) bool {
	for k := a.tree.First(i); k >= 0; k = a.tree.Next(k) {
		if a.rel(k) == extractor.RelDet {
			switch a.lemma(k) {
			case "a", "an", "another", "any", "other":
				return true
			}
		}
		if a.rel(k) == extractor.RelAmod && (a.lemma(k) == "other" || a.lemma(k) == "second" || a.lemma(k) == "new" || a.lemma(k) == "previous" || a.lemma(k) == "similar" || a.lemma(k) == "further") {
			return true
		}
	}
	return false
}
