package segment

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/nn"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// Recipe is how the sentence splitter is trained; Default is what ships.
type Recipe struct {
	Layers               string
	Dim, Hidden          int
	Epochs               int
	BatchTokens          int
	Rate                 float64
	Dropout, WordDropout float64
	LeastCount           int
}

// Default returns the recipe of the model that ships.
func Default() Recipe {
	return Recipe{
		Layers: "CSC", Dim: 48, Hidden: 48, Epochs: 12, BatchTokens: 800, Rate: 3e-3,
		Dropout: 0.2, WordDropout: 0.2, LeastCount: 3,
	}
}

// Corpus is what is learned from: the paths of treebanks, and paragraphs of edited news. Dev is only measured on.
type Corpus struct{ Train, Dev, News []string }

// Train learns tokens and sentence ends and returns a model file, with what was measured on each of the development
// files. It is deterministic.
//
// The treebanks hold much unedited writing, where sentences end without a mark; a model of them alone sees such ends
// in news too (“Minority | Leader”). So a first model marks the ends in paragraphs of edited news, those that no mark
// precedes are struck out, and the model that ships learns from both.
func Train(c Corpus, r Recipe, seed uint64, log io.Writer) ([]byte, []Scores, error) {
	docs, err := readAll(c.Train)
	if err != nil {
		return nil, nil, err
	}
	dev, err := readAll(c.Dev)
	if err != nil {
		return nil, nil, err
	}
	var chunks []chunkExample
	for _, treebank := range docs {
		for i := range treebank {
			chunks = append(chunks, chunkExamples(&treebank[i])...)
		}
	}
	random := rand.New(rand.NewPCG(seed, 2))
	m := &Model{weights: learnWeights(chunks, random), lexicon: learnLexicon(chunks), abbreviations: readAbbreviations()}
	fmt.Fprintf(log, "%d chunks, %d words that split\n", len(chunks), len(m.lexicon.at))
	var paragraphs []paragraph
	tk := tokenizer{weights: m.weights, lexicon: m.lexicon, abbreviations: m.abbreviations}
	for _, treebank := range docs {
		for i := range treebank {
			paragraphs = append(paragraphs, paragraphsOf(&treebank[i], &tk)...)
		}
	}
	m.learnEnds(r, paragraphs, random, log)
	scores := measureAll(m, dev, log)
	if len(c.News) > 0 {
		m.learnEnds(r, append(paragraphs, edited(m, c.News)...), random, log)
		scores = measureAll(m, dev, log)
	}
	return m.encode(), scores, nil
}

func readAll(paths []string) ([][]conllu.Document, error) {
	var all [][]conllu.Document
	for _, path := range paths {
		docs, err := conllu.ReadFile(path)
		if err != nil {
			return nil, err
		}
		all = append(all, docs)
	}
	return all, nil
}

// learnEnds trains the network that finds sentence ends and makes it the model's.
func (m *Model) learnEnds(r Recipe, paragraphs []paragraph, random *rand.Rand, log io.Writer) {
	t := newSplitTrainer(r, paragraphs, random, log)
	for epoch := range r.Epochs {
		loss := t.epoch()
		if epoch%4 == 3 {
			fmt.Fprintf(log, "epoch %d: loss %.5f\n", epoch+1, loss)
		}
	}
	t.adam.SwapMeans()
	m.vocabulary = t.vocabulary
	m.encoder = quant.FromEncoder(t.encoder)
	m.out = quant.FromLinear(t.out, t.encoder.Norm.Gain.W.Data)
}

func measureAll(m *Model, dev [][]conllu.Document, log io.Writer) []Scores {
	var all []Scores
	for _, docs := range dev {
		all = append(all, measure(m, docs))
	}
	fmt.Fprintf(log, "%+v\n", all)
	return all
}

// paragraph is a block of a treebank, tokenized as in use.
type paragraph struct {
	tokens []features.Token
	ends   []bool
	// follows: the paragraph continues the document of the one before it.
	follows bool
}

// splitTrainer trains the network that finds sentence ends.
type splitTrainer struct {
	recipe     Recipe
	paragraphs []paragraph
	vocabulary *features.Vocabulary
	encoder    *nn.Encoder
	out        *nn.Linear
	adam       *nn.Adam
	random     *rand.Rand
	taker      features.Extractor
	keys       []features.Keys
	batch      nn.Batch
	rows       []int32
	gold       []int
	step       int
	steps      int
}

func newSplitTrainer(r Recipe, paragraphs []paragraph, random *rand.Rand, log io.Writer) *splitTrainer {
	t := &splitTrainer{recipe: r, paragraphs: paragraphs, random: random}
	counter, tokens := features.Counter{}, 0
	for _, p := range t.paragraphs {
		for _, k := range t.keysOf(p.tokens) {
			counter.Add(&k)
		}
		tokens += len(p.tokens)
	}
	t.vocabulary = features.NewVocabulary(counter.Frequent(r.LeastCount))
	t.encoder = nn.NewEncoder(nn.Architecture{Layers: r.Layers, Dim: r.Dim, Hidden: r.Hidden}, t.vocabulary.Rows(), r.Dropout, random)
	t.out = nn.NewLinear("out", r.Dim, 2, random)
	t.adam = nn.NewAdam(append(t.encoder.Params(), t.out.Params()...), []*nn.Table{t.encoder.Table})
	t.steps = r.Epochs * tokens / r.BatchTokens
	fmt.Fprintf(log, "%d paragraphs, %d tokens, %d features\n", len(t.paragraphs), tokens, t.vocabulary.Rows())
	return t
}

// paragraphsOf tokenizes a document's paragraphs and finds which tokens end sentences.
func paragraphsOf(d *conllu.Document, tk *tokenizer) []paragraph {
	raw := d.Raw()
	ends := map[int]bool{}
	for _, s := range raw.Sentences {
		ends[s.End] = true
	}
	var all []paragraph
	for i, place := range raw.Paragraphs {
		p := paragraph{follows: i > 0}
		for _, t := range tk.block(nil, raw.Text, place.Begin, place.End) {
			p.tokens = append(p.tokens, features.Token{Text: raw.Text[t.Span.Begin:t.Span.End], First: len(p.tokens) == 0, SpaceBefore: t.SpaceBefore})
			p.ends = append(p.ends, ends[int(t.Span.End)])
		}
		all = append(all, p)
	}
	return all
}

func (t *splitTrainer) keysOf(tokens []features.Token) []features.Keys {
	if cap(t.keys) < len(tokens) {
		t.keys = make([]features.Keys, 2*len(tokens))
	}
	keys := t.keys[:len(tokens)]
	t.taker.Sentence(tokens, keys)
	return keys
}

// epoch goes over all paragraphs once, cut and joined anew, and returns the mean loss.
func (t *splitTrainer) epoch() float64 {
	blocks := t.blocks()
	loss, n := 0.0, 0
	t.reset()
	for _, i := range t.random.Perm(len(blocks)) {
		t.add(t.changedCase(blocks[i]))
		if len(t.gold) >= t.recipe.BatchTokens {
			loss, n = loss+t.learn(), n+1
			t.reset()
		}
	}
	if len(t.gold) > 0 {
		loss, n = loss+t.learn(), n+1
	}
	return loss / float64(n)
}

func (t *splitTrainer) reset() {
	t.batch.Starts = append(t.batch.Starts[:0], 0)
	t.rows, t.gold = t.rows[:0], t.gold[:0]
}

func (t *splitTrainer) add(p paragraph) {
	for _, k := range t.keysOf(p.tokens) {
		hidden := t.random.Float64() < t.recipe.WordDropout
		for slot, key := range k {
			row := t.vocabulary.Row(key)
			if hidden && slot == features.SlotWord {
				row = -1
			}
			t.rows = append(t.rows, row)
		}
	}
	for i, end := range p.ends {
		gold := 0
		if end {
			gold = 1
		}
		if i+1 == len(p.ends) {
			gold = -1 // a block's end is given
		}
		t.gold = append(t.gold, gold)
	}
	t.batch.Starts = append(t.batch.Starts, len(t.gold))
}

func (t *splitTrainer) learn() float64 {
	x := t.encoder.Forward(t.rows, features.Width, &t.batch, true)
	y, loss, weight := t.out.Forward(x), 0.0, 1/float32(len(t.gold))
	for i, g := range t.gold {
		loss += nn.CrossEntropy(y.Row(i), g, weight)
	}
	t.encoder.Backward(t.out.Backward(y))
	t.adam.Step(t.rate())
	return loss
}

// rate rises over the first steps, then falls to nearly nothing along a cosine.
func (t *splitTrainer) rate() float64 {
	const warmup = 200
	t.step++
	if t.step < warmup {
		return t.recipe.Rate * float64(t.step) / warmup
	}
	done := min(1, float64(t.step-warmup)/float64(max(1, t.steps-warmup)))
	return t.recipe.Rate * (0.01 + 0.99*0.5*(1+math.Cos(math.Pi*done)))
}
