package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// Gold is an event that people marked: its type (zero where the corpus tells none) and the places that name it.
type Gold struct {
	Type     extractor.EventType
	Triggers []extractor.TextSpan
}

// Example is one sense of one word of a document, judged by people.
type Example struct {
	Hashes   []uint32
	Base     float32
	Positive bool
	Weight   float32
	// Group keeps the examples of a document together in cross-validation.
	Group int
}

// Options of a corpus.
type Options struct {
	// Weight of its examples.
	Weight float32
	// PositivesOnly: what is not marked need not be no event.
	PositivesOnly bool
	// Within limits the examples to sentences that overlap one of these spans; nil for all.
	Within []extractor.TextSpan
	Group  int
}

// collect returns an example for each sense of each word of the document whose conditions hold.
func (a *analysis) collect(gold []Gold, o Options) []Example {
	var out []Example
	var h hasher
	var buf []filler
	for s := range a.Sentences {
		sentence := &a.Sentences[s]
		if !a.yieldsEvents(sentence) || o.Within != nil && !overlapsAny(o.Within, a.SpanOf(sentence.Tokens)) {
			continue
		}
		for i := sentence.Tokens.First; i < sentence.Tokens.Last; i++ {
			senses := a.sensesOf(i)
			if len(senses) == 0 {
				continue
			}
			buf = a.fillersOf(i, buf[:0])
			h.see(a, i, s, buf)
			for k := range senses {
				partner, ok := a.holds(i, &senses[k], buf)
				if !ok {
					continue
				}
				typ, marked := a.goldAt(gold, i, partner)
				positive := marked && (typ == 0 || typ == senses[k].Type)
				if typ == 0 && marked && a.priorBest(senses, i, buf) != k || o.PositivesOnly && !marked {
					continue
				}
				out = append(out, Example{
					Hashes: senseFeatures(h.out, &senses[k], hash(fLemma, a.lemma(i), ""), nil),
					Base:   priorScore(&senses[k]), Positive: positive, Weight: o.Weight, Group: o.Group,
				})
			}
		}
	}
	return out
}

func overlapsAny(spans []extractor.TextSpan, s extractor.TextSpan) bool {
	return slices.ContainsFunc(spans, s.Overlaps)
}

// priorBest returns the sense that the lexicon alone would take.
func (a *analysis) priorBest(senses []frames.Sense, i int32, fillers []filler) int {
	best, top := -1, float32(-100)
	for k := range senses {
		if _, ok := a.holds(i, &senses[k], fillers); ok && priorScore(&senses[k]) > top {
			best, top = k, priorScore(&senses[k])
		}
	}
	return best
}

// goldAt returns the type of the event that is marked at a word, or at the noun of its light verb.
func (a *analysis) goldAt(gold []Gold, i, partner int32) (extractor.EventType, bool) {
	for _, at := range []int32{i, partner} {
		if at < 0 {
			continue
		}
		for g := range gold {
			if overlapsAny(gold[g].Triggers, a.Tokens[at].Span) {
				return gold[g].Type, true
			}
		}
	}
	return 0, false
}

// Training settings.
const (
	epochs      = 14
	rate        = 0.08
	decay       = 2e-5
	foldsOfDocs = 5
)

// Train fits the weights of words by AdaGrad (Duchi et al. 2011), threshold and calibration by cross-validation over
// documents, and the weights that put mentions together. The same documents and seed give the same bytes.
func Train(docs []Training, seed uint64, log io.Writer) ([]byte, error) {
	lex, err := frames.Load()
	if err != nil {
		return nil, err
	}
	facts, err := loadFactuality()
	if err != nil {
		return nil, err
	}
	j, err := newJudge(lex, nil)
	if err != nil {
		return nil, err
	}
	var examples []Example
	for i := range docs {
		examples = append(examples, newAnalysis(lex, facts, j, docs[i].Document).collect(docs[i].Gold, docs[i].Options)...)
	}
	scores := crossValidated(examples, seed)
	j.threshold = bestThreshold(examples, scores, log)
	j.slope, j.shift = platt(examples, scores)
	weights := fit(examples, nil, seed)
	fmt.Fprintf(log, "%d examples, threshold %.3f, slope %.3f, shift %.3f\n", len(examples), j.threshold, j.slope, j.shift)
	if j, err = newJudge(lex, encode(weights, j)); err != nil {
		return nil, err
	}
	var pairs []pairExample
	for i := range docs {
		if docs[i].Clustered {
			pairs = append(pairs, newAnalysis(lex, facts, j, docs[i].Document).collectPairs(docs[i].Gold)...)
		}
	}
	if len(pairs) > 0 {
		j.pairs = fitPairs(pairs, seed, log)
	}
	return encode(weights, j), nil
}

// crossValidated returns each example's score by weights fitted without its fold of documents.
func crossValidated(examples []Example, seed uint64) []float32 {
	scores := make([]float32, len(examples))
	for fold := range foldsOfDocs {
		var in []int
		for i := range examples {
			if examples[i].Group%foldsOfDocs != fold {
				in = append(in, i)
			}
		}
		w := fit(examples, in, seed)
		for i := range examples {
			if examples[i].Group%foldsOfDocs == fold {
				scores[i] = score(w, &examples[i])
			}
		}
	}
	return scores
}

// fit fits the weights to the examples of the given indices, nil for all.
func fit(examples []Example, in []int, seed uint64) []float32 {
	w, g := make([]float32, 1<<featureBits), make([]float32, 1<<featureBits)
	r := rand.New(rand.NewPCG(seed, 7))
	order := slices.Clone(in)
	if in == nil {
		for i := range examples {
			order = append(order, i)
		}
	}
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			y := float32(0)
			if e.Positive {
				y = 1
			}
			d := (logistic(score(w, e)) - y) * e.Weight
			for _, k := range e.Hashes {
				grad := d + decay*w[k]
				g[k] += grad * grad
				w[k] -= rate * grad / (float32(math.Sqrt(float64(g[k]))) + 1e-3)
			}
		}
	}
	return w
}

func score(w []float32, e *Example) float32 {
	s := e.Base
	for _, k := range e.Hashes {
		s += w[k]
	}
	return s
}

// bestThreshold is the score in 0..1 with the best F1 over examples of full weight.
func bestThreshold(examples []Example, scores []float32, log io.Writer) float32 {
	best, bestF := float32(0.5), 0.0
	for t := float32(0.1); t < 0.9; t += 0.02 {
		hit, gold, predicted := 0.0, 0.0, 0.0
		for i := range examples {
			if examples[i].Weight < 1 {
				continue
			}
			p := logistic(scores[i]) >= t
			if examples[i].Positive {
				gold++
				if p {
					hit++
				}
			}
			if p {
				predicted++
			}
		}
		if f := 2 * hit / max(1, gold+predicted); f > bestF {
			best, bestF = t, f
			fmt.Fprintf(log, "threshold %.2f: F1 %.4f (P %.3f R %.3f)\n", t, f, hit/max(1, predicted), hit/max(1, gold))
		}
	}
	return best
}

// platt fits the two numbers that make probabilities of scores, by gradient descent.
func platt(examples []Example, scores []float32) (slope, shift float32) {
	a, b := 1.0, 0.0
	for range 300 {
		var ga, gb, n float64
		for i := range examples {
			if examples[i].Weight < 1 {
				continue
			}
			y := 0.0
			if examples[i].Positive {
				y = 1
			}
			x := float64(scores[i])
			d := 1/(1+math.Exp(-(a*x+b))) - y
			ga += d * x
			gb += d
			n++
		}
		a -= 0.3 * ga / max(1, n)
		b -= 0.3 * gb / max(1, n)
	}
	return float32(a), float32(b)
}
