package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// likelyMention is the log odds from which a mention that is no event of its own joins one that is told: to be told once more
// by mistake harms an event little. From likelyEcho on it counts as one of its words, and what it says of it does not.
const (
	likelyMention = -2
	likelyEcho    = -4
)

// What costs the reader most to miss is told when less sure, at a share of the confidence that is asked of the rest: the
// news, which stands at the head of an article, and what powers do to one another, which PLOVER codes.
const (
	newsShare      = 0.28
	politicalShare = 0.75
	newsSentences  = 4
)

// isNews reports whether some mention stands in the headline or the first sentences.
func (a *analysis) isNews(k *cluster) bool {
	return slices.ContainsFunc(k.mentions, func(m int32) bool {
		return a.candidates[m].sentence < newsSentences || a.blockOf(a.candidates[m].head) == extractor.SegmentTitle
	})
}

// isPolitical reports whether PLOVER codes the type, offices given and taken among them.
func isPolitical(t extractor.EventType) bool {
	return t.PLOVER() || t == extractor.EventPersonnelStart || t == extractor.EventPersonnelEnd
}

// asked is the share of the least confidence that is asked of a happening.
func (a *analysis) asked(k *cluster) float32 {
	switch {
	case a.isNews(k):
		return newsShare
	case isPolitical(k.typ):
		return politicalShare
	}
	return 1
}

// tell returns the happenings that are sure enough to be told as events, and always the surest: an article tells of
// something. Of the others, those that may be a told one again become mentions of it, and the rest is doubtful.
func (a *analysis) tell(clusters []cluster) (told, doubtful []cluster) {
	surest := 0
	for k := range clusters {
		if clusters[k].confidence > clusters[surest].confidence {
			surest = k
		}
	}
	told, doubtful = a.clusters.told[:0], a.clusters.doubtful[:0]
	rest := a.clusters.rest[:0]
	for k := range clusters {
		if k == surest || clusters[k].confidence >= a.model.least*a.asked(&clusters[k]) {
			told = append(told, clusters[k])
		} else {
			rest = append(rest, clusters[k])
		}
	}
	n := len(told)
	for i := range rest {
		if k, likely := a.again(told[:n], &rest[i]); k >= 0 {
			if likely {
				told[k].join(&rest[i])
			} else {
				told[k].echoes = append(told[k].echoes, rest[i].mentions...)
			}
			continue
		}
		for _, m := range rest[i].mentions {
			a.candidates[m].dropped = true
		}
		doubtful = append(doubtful, rest[i])
	}
	for k := range told {
		slices.Sort(told[k].mentions)
	}
	a.clusters.told, a.clusters.rest, a.clusters.doubtful = told, rest, doubtful
	return told, doubtful
}

// again returns which of the happenings another may be, by the same word or by the weights for mentions, -1 for none, and
// whether that is likely or a mere echo.
func (a *analysis) again(told []cluster, r *cluster) (happening int, likely bool) {
	c := &a.candidates[r.mentions[0]]
	best, bestScore := -1, float32(likelyEcho)
	var x [pairFeatures]float32
	for k := max(len(told)-maxCompared, 0); k < len(told); k++ {
		t := &told[k]
		if a.areApart(t, r) {
			continue
		}
		if t.typ != r.typ {
			if best < 0 && a.isTold(t, c) {
				best, likely = k, true
			}
			continue
		}
		a.describePair(&x, t, r, c, r.standing.rivals)
		if s := a.model.pairScore(&x); s > bestScore {
			best, bestScore, likely = k, s, s > likelyMention
		}
	}
	return best, likely
}

// isTold reports whether the word of a mention is one of the happening's, or its noun or verb.
func (a *analysis) isTold(k *cluster, c *candidate) bool {
	word := a.stemAt(c.head)
	for _, m := range k.mentions {
		if a.stemAt(a.candidates[m].head) == word {
			return true
		}
	}
	return false
}
