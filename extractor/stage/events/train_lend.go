package events

import (
	"fmt"
	"io"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// Training of whose time an event has.
const (
	lenderEpochs = 3
	lenderRate   = 0.03
	lenderDecay  = 2e-3
)

// lendExample is an event without a time of its own with all events whose time it may have.
type lendExample struct {
	offers []linearExample
	// dated: people say when it was.
	dated bool
}

// collectLend holds the events of a document that have no time against what people say of them.
func (a *analysis) collectLend(found []extractor.Event, gold []Gold, group int) []lendExample {
	var out []lendExample
	for i := range found {
		g := a.goldOf(&found[i], gold)
		if g == nil || len(g.Arguments) == 0 {
			continue
		}
		x := lendExample{dated: g.Time != ""}
		a.eachLender(found, int32(i), func(f int32) {
			a.describeLender(found, int32(i), f)
			x.offers = append(x.offers, linearExample{slices.Clone(a.hasher.out), g.Time != "" && day(g.Time) == day(found[f].Time), group})
		})
		if len(x.offers) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// goldOf returns the marked event of the type that an event names, nil for none.
func (a *analysis) goldOf(e *extractor.Event, gold []Gold) *Gold {
	for g := range gold {
		if gold[g].Is(e.Type) && a.named(e.Triggers, &gold[g]) > 0 {
			return &gold[g]
		}
	}
	return nil
}

func fitLend(examples []lendExample, seed uint64) *linear {
	var all []linearExample
	for i := range examples {
		all = append(all, examples[i].offers...)
	}
	if len(all) == 0 {
		return nil
	}
	return (*linear)(newInt8Weights(fitLinear(all, lenderBits, lenderEpochs, lenderRate, lenderDecay, seed)))
}

// reportLend logs how often the time that a held-out event is lent is right.
func reportLend(examples []lendExample, seed uint64, log io.Writer) {
	right, taken, dated := 0, 0, 0
	for fold := range foldsOfDocs {
		var in []lendExample
		for i := range examples {
			if examples[i].offers[0].group%foldsOfDocs != fold {
				in = append(in, examples[i])
			}
		}
		m := fitLend(in, seed)
		for i := range examples {
			x := &examples[i]
			if x.offers[0].group%foldsOfDocs != fold {
				continue
			}
			if x.dated {
				dated++
			}
			best, top := -1, float32(minLent)
			for k := range x.offers {
				if p := m.likelihood(x.offers[k].features); p > top {
					best, top = k, p
				}
			}
			if best < 0 {
				continue
			}
			taken++
			if x.offers[best].yes {
				right++
			}
		}
	}
	fmt.Fprintf(log, "times lent: %d of %d right; of %d events without a time people date %d\n", right, taken, len(examples), dated)
}
