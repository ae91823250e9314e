package events

import "github.com/dateline-news/dateline/extractor"

// An event told aside, in a clause that only says who somebody is, has a time of its own: “the driver of the train that
// crashed on Monday was arrested”. Where the clause says more of an event, “a blast that killed nine”, it has that event's.

// areAside reports whether one of two words stands in such a clause below the other.
func (a *analysis) areAside(i, k int32) bool { return a.isAside(i, k) || a.isAside(k, i) }

// isAside reports whether a word stands in such a clause in which another does not.
func (a *analysis) isAside(i, other int32) bool {
	for steps := 0; i >= 0 && steps < maxClimb; steps++ {
		if a.identifies(i) && !a.isBelow(other, i) {
			return true
		}
		i = a.head(i)
	}
	return false
}

// identifies reports whether a word is the verb of a clause that says who or what a noun is.
func (a *analysis) identifies(i int32) bool {
	switch a.rel(i) {
	case extractor.RelAclRelcl:
	case extractor.RelAcl:
		if a.Tags[i].XPOS != extractor.PennVBN {
			return false
		}
	default:
		return false
	}
	h := a.head(i)
	if when := a.tree.Child(h, extractor.RelAdvmod); when >= 0 && a.lemma(when) == "when" {
		return false // “killed when a lorry hit a bus”, taken for a lorry that hit
	}
	return a.Tags[i].UPOS == extractor.VERB && a.triggerAt[h] < 0 && a.timeAt[h] < 0
}

// isBelow reports whether a word is another or stands below it.
func (a *analysis) isBelow(i, above int32) bool {
	for ; i >= 0; i = a.head(i) {
		if i == above {
			return true
		}
	}
	return false
}
