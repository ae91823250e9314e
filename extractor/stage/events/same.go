package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// cluster is one happening with its mentions, indices of candidates in text order.
type cluster struct {
	mentions []int32
	// echoes are words that may tell of it once more: they name it, but say nothing of it.
	echoes []int32
	typ    extractor.EventType
	mode   string
	// actors, recipients and places are entities, ascending and without repetition.
	actors, recipients, places []int32
	// unnamed counts the participants without entity in the mention.
	unnamed int
	time    int32
	negated bool
	// plan tells whether it is still to come or going on: see planOf.
	plan int
	// acts are those that its words may name; rank tells it from others of its kind, named by name: see apart.go.
	acts  frames.Acts
	rank  rank
	named []int32
	// cause is the happening that brought it about, -1 for none known.
	cause int32
	// news: it is told as new, by a verb of the headline or the first sentences.
	news bool
	// standing is set once all are known.
	standing   standing
	confidence float32
}

// clusterSpace is room for the happenings of one document after the other: all, and how they fall into kinds.
type clusterSpace struct{ all, likely, weak, told, rest, doubtful []cluster }

// maxCompared bounds with how many clusters a mention is compared, the last ones: several times what an article has.
// A book must not cost the square of its length.
const maxCompared = 500

// cluster puts the mentions of one happening together, in one pass over the article: each joins the cluster that
// fits it best, or begins its own.
func (a *analysis) cluster(args [][]extractor.Argument) []cluster {
	clusters := a.clusters.all[:0]
	var x [pairFeatures]float32
	var count [int(extractor.EventOther) + 1]int
	for i := range a.candidates {
		c := &a.candidates[i]
		if c.dropped {
			continue
		}
		m := a.mentionCluster(int32(i), args[i])
		m.standing.near = farApart
		best, bestScore := -1, a.model.joins
		for k := len(clusters) - 1; k >= max(len(clusters)-maxCompared, 0) && count[m.typ] > 0; k-- {
			if !a.comparable(&clusters[k], &m) {
				continue
			}
			a.describePair(&x, &clusters[k], &m, c, count[m.typ])
			s := a.model.pairScore(&x)
			if a.surelyOne(&clusters[k], &m, c) {
				s = certainlyOne
			}
			m.standing.near = max(m.standing.near, s)
			if s > bestScore {
				best, bestScore = k, s
			} else {
				clusters[k].standing.near = max(clusters[k].standing.near, s)
			}
		}
		if best < 0 {
			count[m.typ]++
			best = len(clusters)
			clusters = append(clusters, m)
		} else {
			clusters[best].join(&m)
		}
		c.happening = int32(best)
	}
	a.compare(clusters)
	a.clusters.all = clusters
	return clusters
}

// planOf tells whether a mention is worded as still to come (1), as going on (-1), or neither.
func planOf(c *candidate) int {
	switch {
	case c.status.signs == 0:
		return 0
	case c.status.status == extractor.StatusPlanned:
		return 1
	case c.status.status == extractor.StatusOngoing:
		return -1
	}
	return 0
}

func (a *analysis) mentionCluster(i int32, args []extractor.Argument) cluster {
	c := &a.candidates[i]
	m := cluster{mentions: []int32{i}, plan: planOf(c), typ: c.sense.Type, mode: c.sense.Mode, time: a.timeOf(args), negated: c.status.negated,
		acts: a.actsOf(c), rank: a.rankOf(c), named: a.namesOf(c), news: a.isNewsVerb(c), cause: a.causeOf(c)}
	for _, arg := range args {
		if arg.Entity < 0 {
			if participates(arg.Role) && arg.Event < 0 {
				m.unnamed++
			}
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
	if c.plan == 0 {
		c.plan = m.plan
	}
	if c.mode == "" {
		c.mode = m.mode
	}
	for _, e := range m.named {
		c.named = insert(c.named, e)
	}
	if c.acts == 0 {
		c.acts = m.acts
	} else if m.acts != 0 {
		c.acts &= m.acts
	}
	if c.rank == 0 {
		c.rank = m.rank
	}
	c.news = c.news || m.news
	c.cause = max(c.cause, m.cause)
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
