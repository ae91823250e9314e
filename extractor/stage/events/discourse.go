package events

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// sameSense is the share of a mention's score that another sense of it must have, to be taken for the sake of the
// article's other mentions of the word.
const sameSense = 0.25

// settleSenses gives the mentions of one word one type where they can have it: an article seldom uses a word in two
// senses (Gale, Church and Yarowsky 1992).
func (a *analysis) settleSenses() {
	order := make([]int32, 0, len(a.candidates))
	for i := range a.candidates {
		if c := &a.candidates[i]; c.p >= a.model.threshold {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(a.stemAt(a.candidates[x].head), a.stemAt(a.candidates[y].head)), cmp.Compare(x, y))
	})
	for len(order) > 0 {
		n, word := 1, a.stemAt(a.candidates[order[0]].head)
		for n < len(order) && a.stemAt(a.candidates[order[n]].head) == word {
			n++
		}
		if n > 1 {
			a.settleWord(order[:n])
		}
		order = order[n:]
	}
	for i := range a.candidates {
		if c := &a.candidates[i]; isForce(c.sense.Type) && a.Tags[c.head].UPOS == extractor.VERB {
			a.followForce(c)
		}
	}
}

// followForce gives what a fire, a quake or an attack does the type of the fire, the quake or the attack.
func (a *analysis) followForce(c *candidate) {
	for _, f := range c.fillers {
		t := a.triggerAt[f.head]
		if f.place != "subj" || t < 0 {
			continue
		}
		if n := &a.candidates[t]; n.sense.Type != c.sense.Type && isForce(n.sense.Type) && n.p >= a.model.threshold {
			a.retype(c, n.sense.Type)
		}
	}
}

func isForce(t extractor.EventType) bool {
	return t == extractor.EventDisaster || t == extractor.EventAccident || t == extractor.EventAssault
}

// settleWord settles the mentions of one word.
func (a *analysis) settleWord(mentions []int32) {
	var weight [int(extractor.EventOther) + 1]float32
	best := a.candidates[mentions[0]].sense.Type
	for _, m := range mentions {
		c := &a.candidates[m]
		weight[c.sense.Type] += c.p * c.p
	}
	for t := range weight {
		if weight[t] > weight[best] {
			best = extractor.EventType(t)
		}
	}
	for _, m := range mentions {
		if c := &a.candidates[m]; c.sense.Type != best {
			a.retype(c, best)
		}
	}
}

// retype takes the best sense of a type, if it is likely enough beside the one chosen.
func (a *analysis) retype(c *candidate, t extractor.EventType) {
	var odds typeOdds
	fits := a.fitting(c.head, a.sensesOf(c.head), c.fillers)
	if a.model.weights != nil {
		a.hasher.see(a, c.head, int(c.sentence), c.fillers)
		odds = a.consult(a.hasher.out, fits)
	}
	a.judged.forget()
	least := sameSense * c.p
	for _, f := range fits {
		if f.sense.Type != t {
			continue
		}
		if p := a.model.judge(a.hasher.out, &odds, a.words.hashes[c.head], f.sense, &a.judged); p >= least {
			c.sense, c.partner, c.p, least = f.sense, f.partner, p, p
		}
	}
}
