package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// contextFloor is the weight of words from which a context holds; sentencesAround how many neighbours speak, too.
const (
	contextFloor    = 2.5
	neighbourWeight = 0.25
	maxContexts     = 3
)

// contextSums holds what the words of each sentence say of each context, once somebody has asked.
type contextSums struct {
	at   []int32
	sums [][maxNames]float32
}

// maxNames is more contexts than there are.
const maxNames = 64

func (c *contextSums) reset(sentences int) {
	c.at, c.sums = resized(c.at, sentences), c.sums[:0]
	for i := range c.at {
		c.at[i] = -1
	}
}

// contextsIn returns the weights of a sentence.
func (a *analysis) contextsIn(s int32) *[maxNames]float32 {
	c := &a.contexts
	if c.at[s] < 0 {
		c.at[s] = int32(len(c.sums))
		c.sums = append(c.sums, [maxNames]float32{})
		sum := &c.sums[c.at[s]]
		for i := a.Sentences[s].Tokens.First; i < a.Sentences[s].Tokens.Last; i++ {
			a.weighContext(sum, i)
		}
	}
	return &c.sums[c.at[s]]
}

// contextsOf returns what an event is about: PLOVER's contexts, judged from the words of its sentence and, less, of its
// neighbours in the paragraph.
func (a *analysis) contextsOf(c *candidate) []string {
	names := a.lex.ContextNames()
	var weights [maxNames]float32
	block := a.Sentences[c.sentence].Block
	for s := max(0, c.sentence-2); s <= c.sentence+2 && int(s) < len(a.Sentences); s++ {
		if a.Sentences[s].Block != block {
			continue
		}
		share := float32(neighbourWeight)
		if s == c.sentence {
			share = 1
		}
		for i, w := range a.contextsIn(s) {
			weights[i] += share * w
		}
	}
	var most [maxContexts]int
	n := 0
	for i := range names {
		if weights[i] < contextFloor {
			continue
		}
		k := n
		for k > 0 && weights[most[k-1]] < weights[i] {
			k--
		}
		if k < maxContexts {
			n = min(n+1, maxContexts)
			copy(most[k+1:n], most[k:])
			most[k] = i
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]string, n)
	for k := range out {
		out[k] = names[most[k]]
	}
	return out
}

func (a *analysis) weighContext(weights *[maxNames]float32, i int32) {
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
		weights[cw.Context] += cw.Weight
	}
	if a.rel(i) == extractor.RelCompound || a.rel(i) == extractor.RelAmod {
		if h := a.head(i); h > i {
			for _, cw := range a.lex.Contexts(lemma + " " + strings.ToLower(a.lemma(h))) {
				weights[cw.Context] += cw.Weight
			}
		}
	}
}
