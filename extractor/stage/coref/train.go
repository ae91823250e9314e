package coref

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// Example is a document with the layers that the stage requires, and what is known of its mentions.
type Example struct {
	Doc *extractor.Document
	// Chain tells for each token the gold entity of the mention that it heads, -1 for none.
	Chain []int32
	// Pronoun, where it is a token's index, restricts the lesson to that pronoun (GAP): the entity of Chain[Pronoun],
	// or, where that is -1, none of the entities that Chain tells. -1 when every mention is a lesson.
	Pronoun int32
	Weight  float32
	// Dense: mentions without a gold entity are known to be new (corpora that leave out entities mentioned once
	// count too: what is new there is still not one of the others).
	Dense bool
	// Whole: entities mentioned once are annotated too.
	Whole bool
}

// Heads returns, for each span of the article's content, the token that heads it; -1 where none lies in the span.
func Heads(d *extractor.Document, spans []extractor.SourceSpan) []int32 {
	out := make([]int32, len(spans))
	for i, s := range spans {
		out[i] = -1
		if t, ok := d.Offsets.ToText(s); ok {
			if r := d.TokensIn(t); !r.Empty() {
				out[i] = headOf(d, r)
			}
		}
	}
	return out
}

// Chains returns, for gold entities given by the places of their mentions, the entity that each token heads a mention
// of, by index; -1 for none.
func Chains(d *extractor.Document, entities [][]extractor.SourceSpan) []int32 {
	out := filled(len(d.Tokens), -1)
	for k, spans := range entities {
		for _, h := range Heads(d, spans) {
			if h >= 0 {
				out[h] = int32(k)
			}
		}
	}
	return out
}

// trainer holds the state of AdaGrad.
type trainer struct {
	model *Model
	sums  []float32
	// mean sums the weights at several times, means of them.
	mean  []float32
	means int
	rate  float32
	l2    float32
	loss  float64
	count int
}

// Passes is how often Train is to go through its examples: more of them fit the training texts alone.
const Passes = 5

// Train learns a ranking model by maximising the likelihood of any right antecedent (Durrett and Klein 2013), with
// AdaGrad, in the given number of passes, and averages the weights of all but the first. The same examples, seed and passes give the same weights.
func Train(examples []Example, passes int, seed uint64, log io.Writer) *Model {
	t := &trainer{model: NewModel(), rate: 0.08, l2: 1e-6}
	t.sums = make([]float32, len(t.model.weights))
	t.mean = make([]float32, len(t.model.weights))
	lex := newLexicon()
	rng := rand.New(rand.NewPCG(seed, 17))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for pass := range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		t.loss, t.count = 0, 0
		for n, i := range order {
			t.learn(&examples[i], lex)
			if pass > 0 && (n+1)%averageEvery == 0 {
				t.addMean()
			}
		}
		fmt.Fprintf(log, "coref: pass %d: loss %.4f over %d decisions\n", pass+1, t.loss/float64(max(t.count, 1)), t.count)
	}
	if t.means > 0 {
		for i := range t.mean {
			t.model.weights[i] = t.mean[i] / float32(t.means)
		}
	}
	return t.model
}

// averageEvery is how many examples pass between the weights that are averaged into the model's.
const averageEvery = 100

// addMean takes the weights into their average, which generalises better than the last ones (Polyak and Juditsky 1992).
func (t *trainer) addMean() {
	t.means++
	for i, w := range t.model.weights {
		t.mean[i] += w
	}
}

// learn goes through a document as resolveAll does, but joins what belongs together.
func (t *trainer) learn(e *Example, lex *lexicon) {
	r := newResolver(e.Doc, lex, t.model, new(memory))
	r.walk(func(m int32, cands []candidate) int { return t.decide(e, r, m, cands) })
	if e.Whole {
		t.learnKeeping(e, r)
	}
}

// decide takes a lesson from mention m, where there is one, and returns what to go on with.
func (t *trainer) decide(e *Example, r *resolver, m int32, cands []candidate) int {
	x := &r.mentions[m]
	best := r.rank(m, cands)
	if e.Pronoun >= 0 {
		if x.Head != e.Pronoun {
			return best
		}
		right, isNew := t.gapTargets(e, r, x, cands)
		t.update(r, m, cands, right, isNew, e.Weight)
		return best
	}
	gold := e.Chain[x.Head]
	right := make([]bool, len(cands))
	found := -1
	for i := range cands {
		if gold >= 0 && r.goldOf(e, cands[i].cluster, gold) {
			right[i] = true
			if found < 0 {
				found = i
			}
		}
	}
	if found < 0 && !e.Dense && gold < 0 {
		return best
	}
	t.update(r, m, cands, right, found < 0, e.Weight)
	return found
}

// goldOf reports whether a cluster holds a mention of the gold entity.
func (r *resolver) goldOf(e *Example, c, gold int32) bool {
	return slices.ContainsFunc(r.clusters[c].mentions, func(m int32) bool { return e.Chain[r.mentions[m].Head] == gold })
}

// gapTargets: the named entity that is meant; where neither is, anything but the two.
func (t *trainer) gapTargets(e *Example, r *resolver, x *mention, cands []candidate) ([]bool, bool) {
	right := make([]bool, len(cands))
	gold := e.Chain[x.Head]
	any := false
	for i := range cands {
		if gold >= 0 {
			right[i] = r.goldOf(e, cands[i].cluster, gold)
		} else {
			right[i] = !r.goldOf(e, cands[i].cluster, 0) && !r.goldOf(e, cands[i].cluster, 1)
		}
		any = any || right[i]
	}
	return right, gold < 0 || !any
}

// update makes the right candidates (and the new entity, if isNew) likelier.
func (t *trainer) update(r *resolver, m int32, cands []candidate, right []bool, isNew bool, weight float32) {
	newF := slices.Clone(r.newFeatures(m, len(cands)))
	newScore := float64(t.model.score(newF))
	top := newScore
	for i := range cands {
		top = max(top, float64(cands[i].score))
	}
	var all, good float64
	e := math.Exp(newScore - top)
	all += e
	if isNew {
		good += e
	}
	for i := range cands {
		e := math.Exp(float64(cands[i].score) - top)
		all += e
		if right[i] {
			good += e
		}
	}
	if good == 0 {
		return
	}
	t.loss -= math.Log(good / all)
	t.count++
	gradient := func(score float64, ok bool) float32 {
		p := math.Exp(score-top) / all
		g := p
		if ok {
			g -= math.Exp(score-top) / good
		}
		return float32(g) * weight
	}
	t.step(newF, gradient(newScore, isNew))
	for i := range cands {
		t.step(cands[i].features, gradient(float64(cands[i].score), right[i]))
	}
}

func (t *trainer) step(features []uint32, g float32) {
	if g > -1e-4 && g < 1e-4 {
		return
	}
	for _, f := range features {
		i := f & t.model.mask
		d := g + t.l2*t.model.weights[i]
		t.sums[i] += d * d
		t.model.weights[i] -= t.rate * d / (float32(math.Sqrt(float64(t.sums[i]))) + 1e-3)
	}
}

// PronounExample makes the lesson of a text with one pronoun and two names, of which it means the first, the second or
// neither (GAP). It is empty where the pronoun or a name is not found.
func PronounExample(p *extractor.Pipeline, text string, pronoun, a, b extractor.SourceSpan, isA, isB bool) ([]Example, error) {
	d, err := p.Analyze(context.Background(), &extractor.Article{Content: text})
	if err != nil {
		return nil, err
	}
	heads := Heads(d, []extractor.SourceSpan{pronoun, a, b})
	if heads[0] < 0 || heads[1] < 0 || heads[2] < 0 {
		return nil, nil
	}
	e := Example{Doc: d, Chain: filled(len(d.Tokens), -1), Pronoun: heads[0], Weight: 1}
	e.Chain[heads[1]], e.Chain[heads[2]] = 0, 1
	switch {
	case isA:
		e.Chain[heads[0]] = 0
	case isB:
		e.Chain[heads[0]] = 1
	}
	return []Example{e}, nil
}
