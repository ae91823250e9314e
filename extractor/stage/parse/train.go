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

// Phase is how a network is trained.
type Phase struct {
	Layers                  string
	Dim, Hidden, Arc, Label int
	Epochs                  int
	// BatchTokens is roughly how many tokens make a step; Rate the highest learning rate.
	BatchTokens int
	Rate        float64
	// Dropout is within the network; WordDropout the share of words (not of their affixes) hidden in training.
	Dropout, WordDropout float64
	// LeastCount is how often a feature must be seen in treebanks to have an embedding; LeastTaught, in text that
	// the teacher parsed.
	LeastCount, LeastTaught int
	// TaughtShare is how many taught sentences go with each treebank sentence in an epoch.
	TaughtShare float64
	// Headlines is the share of sentences rewritten as headlines.
	Headlines float64
}

// Recipe is how a model is trained: teachers learn from treebanks and, their scores added up, parse plain text of the
// news; a small, fast student learns from both (tri-training, or distillation: the student sees many more words and
// constructions than treebanks have).
type Recipe struct {
	Teachers []Phase
	Student  Phase
}

// Default returns the recipe of the model that ships.
func Default() Recipe {
	narrow := Phase{
		Layers: "CSSC", Dim: 128, Hidden: 128, Arc: 96, Label: 128, Epochs: 20, BatchTokens: 600, Rate: 2e-3,
		Dropout: 0.2, WordDropout: 0.15, LeastCount: 2,
	}
	wide := narrow
	wide.Dim, wide.Hidden, wide.Epochs, wide.Dropout = 192, 192, 16, 0.25
	return Recipe{
		Teachers: []Phase{narrow, wide},
		Student: Phase{
			Layers: "CSSC", Dim: 128, Hidden: 96, Arc: 80, Label: 64, Epochs: 12, BatchTokens: 600, Rate: 2e-3,
			Dropout: 0.15, WordDropout: 0.15, LeastCount: 2, LeastTaught: 5, TaughtShare: 1, Headlines: 0.06,
		},
	}
}

// Corpus is what is learned from: the paths of treebanks, and documents with tokens and sentences but no trees. Dev
// is only measured on.
type Corpus struct {
	Train, Dev []string
	Plain      []*extractor.Document
}

// Development is what the trainer measures as it goes, with gold tokens, as shares.
type Development struct{ UPOS, XPOS, UAS, LAS float64 }

// Train learns a network and returns it as a model file, with what was measured on each of the development files.
// Teachers that are given (model files) are not trained again. It is deterministic.
func Train(c Corpus, r Recipe, teachers [][]byte, seed uint64, log io.Writer) ([]byte, []Development, error) {
	examples, err := readExamples(c.Train)
	if err != nil {
		return nil, nil, err
	}
	dev := make([][]example, len(c.Dev))
	for i, path := range c.Dev {
		if dev[i], err = readExamples([]string{path}); err != nil {
			return nil, nil, err
		}
	}
	lexicon := learnLexicon(examples)
	for _, phase := range r.Teachers[min(len(teachers), len(r.Teachers)):] {
		t := newTrainer(phase, examples, nil, seed, log)
		t.fit(dev)
		teachers = append(teachers, encodeModel(t.net, t.vocabulary, lexicon))
	}
	taught, err := teach(teachers, c.Plain)
	if err != nil {
		return nil, nil, err
	}
	t := newTrainer(r.Student, examples, taught, seed, log)
	scores := t.fit(dev)
	return encodeModel(t.net, t.vocabulary, lexicon), scores, nil
}

// trainer holds the training of one network.
type trainer struct {
	phase            Phase
	examples, taught []example
	// next is the place in taught, which is gone through again and again.
	next       int
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

// fit trains for all epochs, leaves the weights at their running means, and measures.
func (t *trainer) fit(dev [][]example) []Development {
	for epoch := range t.phase.Epochs {
		start := time.Now()
		loss := t.epoch()
		fmt.Fprintf(t.log, "epoch %d: loss %.4f, %.0f s\n", epoch+1, loss, time.Since(start).Seconds())
		if epoch%4 == 3 && epoch+1 < t.phase.Epochs {
			t.adam.SwapMeans()
			t.measureAll(dev)
			t.adam.SwapMeans()
		}
	}
	t.adam.SwapMeans()
	return t.measureAll(dev)
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

func newTrainer(p Phase, examples, taught []example, seed uint64, log io.Writer) *trainer {
	t := &trainer{phase: p, examples: examples, taught: taught, random: rand.New(rand.NewPCG(seed, 1)), log: log}
	gold, plain := features.Counter{}, features.Counter{}
	tokens := t.count(examples, gold)
	t.count(taught, plain)
	t.vocabulary = features.NewVocabulary(chosenKeys(gold, plain, p))
	s := shape{nn.Architecture{Layers: p.Layers, Dim: p.Dim, Hidden: p.Hidden}, p.Arc, p.Label}
	t.net = newNetwork(s, t.vocabulary.Rows(), p.Dropout, t.random)
	t.adam = nn.NewAdam(t.net.params(), []*nn.Table{t.net.encoder.Table})
	t.random.Shuffle(len(taught), func(i, j int) { taught[i], taught[j] = taught[j], taught[i] })
	taughtTokens := 0
	for i := range t.taughtPerEpoch() {
		taughtTokens += len(taught[i].tokens)
	}
	t.steps = p.Epochs * (tokens + taughtTokens) / p.BatchTokens
	fmt.Fprintf(log, "%d sentences, %d tokens, %d taught sentences, %d features\n", len(examples), tokens, len(taught), t.vocabulary.Rows())
	return t
}

func (t *trainer) count(examples []example, c features.Counter) (tokens int) {
	for _, e := range examples {
		for _, k := range t.keysOf(e.tokens) {
			c.Add(&k)
		}
		tokens += len(e.tokens)
	}
	return tokens
}

// chosenKeys returns the features that have an embedding: those of the treebanks first.
func chosenKeys(gold, plain features.Counter, p Phase) []uint64 {
	keys := gold.Frequent(p.LeastCount)
	for _, key := range plain.Frequent(max(1, p.LeastTaught)) {
		if gold[key] < p.LeastCount {
			keys = append(keys, key)
		}
	}
	return keys
}

func (t *trainer) taughtPerEpoch() int {
	return min(len(t.taught), int(t.phase.TaughtShare*float64(len(t.examples))))
}

func (t *trainer) keysOf(tokens []features.Token) []features.Keys {
	if cap(t.keys) < len(tokens) {
		t.keys = make([]features.Keys, 2*len(tokens))
	}
	keys := t.keys[:len(tokens)]
	t.extractor.Sentence(tokens, keys)
	return keys
}

// epoch goes over the treebanks once, and over as much taught text, in random order; it returns the mean loss.
func (t *trainer) epoch() float64 {
	all := append([]example(nil), t.examples...)
	for range t.taughtPerEpoch() {
		all = append(all, t.taught[t.next])
		t.next = (t.next + 1) % len(t.taught)
	}
	loss, n := 0.0, 0
	b := &minibatch{}
	b.reset()
	for _, i := range t.random.Perm(len(all)) {
		t.add(b, augmented(all[i], t.phase.Headlines, t.random), true)
		if len(b.head) >= t.phase.BatchTokens {
			loss, n = loss+t.learn(b), n+1
			b.reset()
		}
	}
	if len(b.head) > 0 {
		loss, n = loss+t.learn(b), n+1
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
		return t.phase.Rate * float64(t.step) / warmup
	}
	done := min(1, float64(t.step-warmup)/float64(max(1, t.steps-warmup)))
	return t.phase.Rate * (0.01 + 0.99*0.5*(1+math.Cos(math.Pi*done)))
}

func (b *minibatch) reset() {
	b.Starts = append(b.Starts[:0], 0)
	b.features, b.upos, b.xpos, b.head, b.rel = b.features[:0], b.upos[:0], b.xpos[:0], b.head[:0], b.rel[:0]
}

// add appends a sentence to a batch.
func (t *trainer) add(b *minibatch, e example, training bool) {
	for _, k := range t.keysOf(e.tokens) {
		hidden := training && t.random.Float64() < t.phase.WordDropout
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
	top, most := 0, scores[0]
	for i, s := range scores {
		if s > most {
			top, most = i, s
		}
	}
	return top
}
