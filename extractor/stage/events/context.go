package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// contextFloor is the weight of words from which a context holds; sentencesAround how many neighbours speak, too.
const (
	contextFloor    = 2.5
	neighbourWeight = 0.25
	maxContexts     = 3
)

// contextsOf returns what an event is about: PLOVER's contexts, judged from the words of its sentence and, less, of its
// neighbours in the paragraph.
func (a *analysis) contextsOf(c *candidate) []string {
	names := a.lex.ContextNames()
	var weights [64]float32
	block := a.Sentences[c.sentence].Block
	for s := max(0, c.sentence-2); s <= c.sentence+2 && int(s) < len(a.Sentences); s++ {
		if a.Sentences[s].Block != block {
			continue
		}
		w := float32(neighbourWeight)
		if s == c.sentence {
			w = 1
		}
		for i := a.Sentences[s].Tokens.First; i < a.Sentences[s].Tokens.Last; i++ {
			a.weighContext(&weights, i, w)
		}
	}
	var order []int
	for i := range names {
		if weights[i] >= contextFloor {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(weights[y], weights[x]) })
	var out []string
	for _, i := range order[:min(len(order), maxContexts)] {
		out = append(out, names[i])
	}
	return out
}

func (a *analysis) weighContext(weights *[64]float32, i int32, w float32) {
	switch a.Tags[i].UPOS {
	case extractor.NOUN, extractor.PROPN, extractor.VERB, extractor.ADJ:
	default:
		return
	}
	lemma := a.lemma(i)
	if a.Tags[i].UPOS == extractor.PROPN {
		lemma = strings.ToLower(lemma)
	}
	for _, cw := range a.lex.Contexts(lemma) {
		weights[cw.Context] += w * cw.Weight
	}
	if a.rel(i+0) == extractor.RelCompound || a.rel(i) == extractor.RelAmod {
		if h := a.head(i); h > i {
			for _, cw := range a.lex.Contexts(lemma + " " + strings.ToLower(a.lemma(h))) {
				weights[cw.Context] += w * cw.Weight
			}
		}
	}
}
