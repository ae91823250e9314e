package events

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// Training of where events were.
const (
	placeEpochs = 3
	placeRounds = 4
	placeRate   = 0.02
	placeDecay  = 4e-3
)

// collectPlaces holds the places that the events of a document may have against what people say of them.
func (a *analysis) collectPlaces(found []extractor.Event, gold []Gold, group int) []linearExample {
	var out []linearExample
	a.MainEvent = a.mainOf(found, gold)
	a.proposePlaces(found)
	for i := range found {
		g := a.goldOf(&found[i], gold)
		if g == nil || len(g.Arguments) == 0 {
			continue
		}
		news := a.newsworth(found, int32(i))
		a.eachPlace(&found[i], func(x *place, arg extractor.Argument) {
			a.describePlace(found, int32(i), x, &arg, news)
			out = append(out, linearExample{slices.Clone(a.hasher.out), a.isGoldPlace(g, x, &arg), group})
		})
	}
	return out
}

// mainOf returns the event that people call the main one or, where it was not found, the most prominent; -1 for none.
func (a *analysis) mainOf(found []extractor.Event, gold []Gold) int32 {
	for i := range found {
		if g := a.goldOf(&found[i], gold); g != nil && g.Main {
			return int32(i)
		}
	}
	return a.rank(found)
}

// isGoldPlace reports whether people say that an event was at a place.
func (a *analysis) isGoldPlace(g *Gold, x *place, arg *extractor.Argument) bool {
	for i := range g.Arguments {
		if g.Arguments[i].Role != extractor.RolePlace {
			continue
		}
		if x.entity < 0 && overlapsAny(g.Arguments[i].Spans, arg.Span) {
			return true
		}
		if x.entity >= 0 {
			for m := range a.Entities[x.entity].Mentions {
				if overlapsAny(g.Arguments[i].Spans, a.Entities[x.entity].Mentions[m].Span) {
					return true
				}
			}
		}
	}
	return false
}

// fitLocate averages the weights of several fits, each in an order of its own.
func fitLocate(examples []linearExample, seed uint64) *linear {
	if !slices.ContainsFunc(examples, func(e linearExample) bool { return e.yes }) {
		return nil
	}
	mean := make([]float32, 1<<placeBits)
	for round := range uint64(placeRounds) {
		for i, w := range fitLinear(examples, placeBits, placeEpochs, placeRate, placeDecay, seed+round) {
			mean[i] += w / placeRounds
		}
	}
	return (*linear)(newInt8Weights(mean))
}
