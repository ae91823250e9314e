package parse

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/morphology"
	"github.com/dateline-news/dateline/extractor/internal/nn"
)

const featureWidth = features.Width

// Recipe is how a model is trained; Default is what ships.
type Recipe struct {
	Layers                  string
	Dim, Hidden, Arc, Label int
	Epochs                  int
	// BatchTokens is roughly how many tokens make a step; Rate the highest learning rate.
	BatchTokens int
	Rate        float64
	// Dropout is within the network; WordDropout the share of words (not of their affixes) hidden in training.
	Dropout, WordDropout float64
	// LeastCount is how often a feature must be seen to have an embedding.
	LeastCount int
}

// Default returns the recipe of the model that ships.
func Default() Recipe {
	return Recipe{
		Layers: "CSSC", Dim: 128, Hidden: 128, Arc: 96, Label: 128,
		Epochs: 20, BatchTokens: 600, Rate: 2e-3, Dropout: 0.2, WordDropout: 0.15, LeastCount: 2,
	}
}

// Development is what the trainer measures as it goes, with gold tokens, as shares.
type Development struct{ UPOS, XPOS, UAS, LAS float64 }

// trainer holds a training run.
type trainer struct {
	recipe     Recipe
	net        *network
	adam       *nn.Adam
	vocabulary *features.Vocabulary
	random     *rand.Rand
	extractor  features.Extractor
	keys       []features.Keys
	log        io.Writer
	step       int
	steps      int
}

// Train learns a network from treebanks and returns it as a model file, with what was measured on each of the
// development files. It is deterministic.
func Train(r Recipe, trainFiles, devFiles []string, seed uint64, log io.Writer) ([]byte, []Development, error) {
	examples, err := readExamples(trainFiles)
	if err != nil {
		return nil, nil, err
	}
	dev := make([][]example, len(devFiles))
	for i, path := range devFiles {
		if dev[i], err = readExamples([]string{path}); err != nil {
			return nil, nil, err
		}
	}
	t := newTrainer(r, examples, seed, log)
	for epoch := range r.Epochs {
		start := time.Now()
		loss := t.epoch(examples)
		fmt.Fprintf(log, "epoch %d: loss %.4f, %.0f s\n", epoch+1, loss, time.Since(start).Seconds())
		if epoch%4 == 3 && epoch+1 < r.Epochs {
			t.adam.SwapMeans()
			t.measureAll(dev)
			t.adam.SwapMeans()
		}
	}
	t.adam.SwapMeans()
	return encodeModel(t.net, t.vocabulary, learnLexicon(examples)), t.measureAll(dev), nil
}

func (t *trainer) measureAll(dev [][]example) []Development {
	var all []Development
	for _, examples := range dev {
		all = append(all, t.measure(examples))
	}
	fmt.Fprintf(t.log, "  gold tokens: %+v\n", all)
	return all
}

// learnLexicon learns lemmas and features.
func learnLexicon(examples []example) *morphology.Lexicon {
	var words []morphology.Word
	for _, e := range examples {
		words = append(words, e.words...)
	}
	return morphology.Learn(words)
}

func newTrainer(r Recipe, examples []example, seed uint64, log io.Writer) *trainer {
	t := &trainer{recipe: r, random: rand.New(rand.NewPCG(seed, 1)), log: log}
	counter, tokens := features.Counter{}, 0
	for _, e := range examples {
		for _, k := range t.keysOf(e.tokens) {
			counter.Add(&k)
		}
		tokens += len(e.tokens)
	}
	t.vocabulary = features.NewVocabulary(counter.Frequent(r.LeastCount))
	s := shape{nn.Architecture{Layers: r.Layers, Dim: r.Dim, Hidden: r.Hidden}, r.Arc, r.Label}
	t.net = newNetwork(s, t.vocabulary.Rows(), r.Dropout, t.random)
	t.adam = nn.NewAdam(t.net.params(), []*nn.Table{t.net.encoder.Table})
	t.steps = r.Epochs * tokens / r.BatchTokens
	fmt.Fprintf(log, "%d sentences, %d tokens, %d features\n", len(examples), tokens, t.vocabulary.Rows())
	return t
}

func (t *trainer) keysOf(tokens []features.Token) []features.Keys {
	if cap(t.keys) < len(tokens) {
		t.keys = make([]features.Keys, 2*len(tokens))
	}
	keys := t.keys[:len(tokens)]
	t.extractor.Sentence(tokens, keys)
	return keys
}

// epoch goes over the examples once, in random order, and returns the mean loss.
func (t *trainer) epoch(examples []example) float64 {
	loss, n := 0.0, 0
	b := &minibatch{}
	b.reset()
	for _, i := range t.random.Perm(len(examples)) {
		t.add(b, augmented(examples[i], t.random), true)
		if len(b.head) >= t.recipe.BatchTokens {
			loss += t.learn(b)
			n++
			b.reset()
		}
	}
	if len(b.head) > 0 {
		loss += t.learn(b)
		n++
	}
	return loss / float64(n)
}

func (t *trainer) learn(b *minibatch) float64 {
	loss := t.net.learn(b)
	t.adam.Step(t.rate())
	return loss
}

// rate rises over the first steps, then falls to nearly nothing along a cosine.
func (t *trainer) rate() float64 {
	const warmup = 400
	t.step++
	if t.step < warmup {
		return t.recipe.Rate * float64(t.step) / warmup
	}
	done := min(1, float64(t.step-warmup)/float64(max(1, t.steps-warmup)))
	return t.recipe.Rate * (0.01 + 0.99*0.5*(1+math.Cos(math.Pi*done)))
}

func (b *minibatch) reset() {
	b.Starts = append(b.Starts[:0], 0)
	b.features, b.upos, b.xpos, b.head, b.rel = b.features[:0], b.upos[:0], b.xpos[:0], b.head[:0], b.rel[:0]
}

// add appends a sentence to a batch.
func (t *trainer) add(b *minibatch, e example, training bool) {
	for _, k := range t.keysOf(e.tokens) {
		hidden := training && t.random.Float64() < t.recipe.WordDropout
		for slot, key := range k {
			row := t.vocabulary.Row(key)
			if hidden && slot == features.SlotWord {
				row = -1
			}
			b.features = append(b.features, row)
		}
	}
	b.upos, b.xpos = append(b.upos, e.upos...), append(b.xpos, e.xpos...)
	b.head, b.rel = append(b.head, e.head...), append(b.rel, e.rel...)
	b.Starts = append(b.Starts, len(b.head))
}

// measure parses gold tokens in float32, relations compared without their subtypes.
func (t *trainer) measure(examples []example) Development {
	var right struct{ upos, xpos, uas, las, all float64 }
	b, f := &minibatch{}, treeFinder{}
	for _, e := range examples {
		b.reset()
		t.add(b, e, false)
		x := t.net.encode(b, false)
		upos, xpos := t.net.upos.Forward(x), t.net.xpos.Forward(x)
		mixed, heads := t.net.arcs.spaces(x, false)
		t.net.arcs.score(mixed, heads, 0, len(b.head))
		found := make([]int32, len(b.head))
		f.find(arcMatrix{t.net.arcs.scores.Data, len(b.head) + 1}, found)
		chosen := make([]int, len(found))
		for i, h := range found {
			chosen[i] = int(h)
		}
		labels := t.net.labels.score(x, &b.Batch, chosen, false)
		for i := range found {
			right.all++
			right.upos += one(best(upos.Row(i)) == e.upos[i])
			right.xpos += one(best(xpos.Row(i)) == e.xpos[i])
			if chosen[i] == e.head[i] {
				right.uas++
				rel, gold := extractor.Deprel(best(labels.Row(i))), extractor.Deprel(e.rel[i])
				right.las += one(rel.Base() == gold.Base())
			}
		}
	}
	return Development{right.upos / right.all, right.xpos / right.all, right.uas / right.all, right.las / right.all}
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func best(scores []float32) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}
