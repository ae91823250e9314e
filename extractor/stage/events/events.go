package events

import (
	"context"
	"slices"
	"sync"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// New returns the stage. model holds the weights that Train makes; with an empty model the priors of the lexicon decide
// alone.
func New(model []byte) (extractor.Stage, error) {
	lex, err := frames.Load()
	if err != nil {
		return extractor.Stage{}, err
	}
	facts, err := loadFactuality()
	if err != nil {
		return extractor.Stage{}, err
	}
	j, err := newJudge(lex, model)
	if err != nil {
		return extractor.Stage{}, err
	}
	pool := sync.Pool{New: func() any { return newAnalysis(lex, facts, j, extractor.NewDocument(nil)) }}
	return extractor.Stage{
		Name: "events",
		Doc:  "finds who did what to whom, when, where, whether it happened, and according to whom",
		Requires: []extractor.Layer{
			extractor.LayerText, extractor.LayerTokens, extractor.LayerTags, extractor.LayerTree, extractor.LayerNames,
			extractor.LayerTimes, extractor.LayerQuotes, extractor.LayerEntities,
		},
		Provides: []extractor.Layer{extractor.LayerEvents},
		Run: func(ctx context.Context, d *extractor.Document) error {
			a := pool.Get().(*analysis)
			a.reset(d)
			a.run()
			a.Document = nil
			pool.Put(a)
			return ctx.Err()
		},
	}, nil
}

// weakShare of the threshold is enough for another mention of an event that is told more plainly elsewhere.
const weakShare = 0.15

func (a *analysis) run() {
	args := a.prepare()
	happenings, weak := a.happenings(args)
	told, doubted := a.tell(happenings)
	a.Events = a.build(told, args)
	a.MainEvent = a.rank(a.Events)
	if a.MainEvent >= 0 {
		a.timeMain(&a.Events[a.MainEvent])
		a.hitMain(&a.Events[a.MainEvent], a.Events)
	}
	a.lendTimes(a.Events)
	a.locate(a.Events)
	for i := range a.Events {
		a.Events[i].Summary = a.summarize(&a.Events[i])
	}
	a.clusters.doubtful = a.faint(append(doubted, weak...), args)
	a.Doubtful = a.buildDoubtful(told, slices.DeleteFunc(a.clusters.doubtful, a.onlyReports), args)
}

// happenings puts the mentions together and says how sure each happening is; those without a likely mention are weak.
func (a *analysis) happenings(args [][]extractor.Argument) (clusters, weak []cluster) {
	clusters, weak = a.clusters.likely[:0], a.clusters.weak[:0]
	all := a.cluster(args)
	for i := range all {
		if k := &all[i]; a.isWeak(k) {
			weak = append(weak, *k)
		} else {
			clusters = append(clusters, *k)
		}
	}
	a.clusters.likely, a.clusters.weak = clusters, weak
	var d description
	for _, list := range [][]cluster{clusters, weak} {
		for k := range list {
			a.describeEvent(&d, &list[k])
			list[k].confidence = a.model.confidence(&d)
		}
	}
	return clusters, weak
}

// isWeak reports whether no mention of a cluster is likely enough to make it an event.
func (a *analysis) isWeak(k *cluster) bool {
	for _, m := range k.mentions {
		if a.candidates[m].p >= a.model.threshold {
			return false
		}
	}
	for _, m := range k.mentions {
		a.candidates[m].dropped = true
	}
	return true
}

// prepare finds the mentions with their arguments and statuses.
func (a *analysis) prepare() [][]extractor.Argument {
	args := a.ruledArguments()
	for i := range a.candidates {
		c := &a.candidates[i]
		if c.dropped {
			continue
		}
		args[i] = a.assignRoles(c, args[i])
		a.applyDates(c, args[i])
		c.dropped = a.isBare(c, args[i])
	}
	return args
}

// ruledArguments finds the mentions with their statuses, and the arguments that frames and grammar give them.
func (a *analysis) ruledArguments() [][]extractor.Argument {
	a.findCandidates()
	for i := range a.candidates {
		if c := &a.candidates[i]; !c.dropped {
			c.faint = c.p < a.model.threshold*weakShare
			c.dropped = c.faint
		}
	}
	args := make([][]extractor.Argument, len(a.candidates))
	for i := range a.candidates {
		if c := &a.candidates[i]; !c.dropped {
			c.status = a.judgeStatus(c)
			args[i] = a.arguments(c)
		}
	}
	a.circumstances(args)
	a.shareTimes(args)
	return args
}

// isBare reports whether a mention has no participant, place or time at all: then it is no event.
func (a *analysis) isBare(c *candidate, args []extractor.Argument) bool {
	if len(args) > 0 || a.blockOf(c.head) == extractor.SegmentTitle {
		return false
	}
	if a.tree.Child(c.head, extractor.RelAmod, extractor.RelCompound, extractor.RelAclRelcl, extractor.RelNummod) >= 0 {
		return false
	}
	return a.Tags[c.head].UPOS != extractor.VERB && !a.isDefinite(c.head) && c.p < 0.8
}
