package events

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// buildDoubtful makes events of the happenings that are not told. They take time and place from those told; nothing is
// taken from them.
func (a *analysis) buildDoubtful(told, doubtful []cluster, args [][]extractor.Argument) []extractor.Event {
	if len(doubtful) == 0 {
		return nil
	}
	doubtful = mostConfident(doubtful)
	eventOf := a.eventOf(told)
	events := make([]extractor.Event, len(doubtful))
	for k := range doubtful {
		e := &events[k]
		a.buildEvent(e, &doubtful[k], -1, args, eventOf)
		if inheritable(e) {
			if f := a.above(a.Events, e); f != nil {
				a.takeOver(e, f)
			}
		}
		a.fromSentence(e)
		a.placeAsParty(e)
	}
	return events
}

// mostDoubtful bounds how many doubtful happenings an article has.
const mostDoubtful = 64

// mostConfident returns as many happenings as are kept, in order of the text.
func mostConfident(all []cluster) []cluster {
	slices.SortStableFunc(all, func(x, y cluster) int { return cmp.Compare(y.confidence, x.confidence) })
	all = all[:min(len(all), mostDoubtful)]
	slices.SortStableFunc(all, func(x, y cluster) int { return cmp.Compare(x.mentions[0], y.mentions[0]) })
	return all
}

// faint adds the mentions that are too unlikely for a look by themselves, each a happening of its own.
func (a *analysis) faint(out []cluster, args [][]extractor.Argument) []cluster {
	for i := range a.candidates {
		c := &a.candidates[i]
		if !c.faint {
			continue
		}
		c.status = a.judgeStatus(c)
		args[i] = a.arguments(c)
		if !a.isBare(c, args[i]) {
			k := a.mentionCluster(int32(i), args[i])
			k.confidence = c.p
			out = append(out, k)
		}
	}
	return out
}

// onlyReports reports whether all mentions only say that somebody said what a quote holds: quotes have that.
func (a *analysis) onlyReports(k cluster) bool {
	return !slices.ContainsFunc(k.mentions, func(m int32) bool { return !a.isCue(a.candidates[m].head) })
}

// isCue reports whether a word only says that somebody said what a quote holds.
func (a *analysis) isCue(i int32) bool {
	return slices.ContainsFunc(a.Quotes, func(q extractor.Quote) bool { return q.Cue.Contains(int(i)) })
}
