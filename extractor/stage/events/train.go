package events

import (
	"bytes"
	"cmp"
	"io"
	"iter"
	"slices"
	"sync"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// Gold is an event that people marked: its type (zero where the corpus tells none) and the places that name it.
type Gold struct {
	Type extractor.EventType
	// Also are types that are right, too.
	Also     []extractor.EventType
	Triggers []extractor.TextSpan
	// Time is the TIMEX3 value, empty where the corpus tells none.
	Time string
	// Main: the event that the article is about.
	Main bool
	// Arguments are empty where the corpus tells none.
	Arguments []GoldArgument
}

// Is reports whether the type is right for the event.
func (g *Gold) Is(t extractor.EventType) bool {
	return g.Type == t || slices.Contains(g.Also, t)
}

// Example is one sense of one word of a document, judged by people.
type Example struct {
	Hashes   []uint32
	Base     float32
	Trust    float32
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
	// Foreign numbers the corpora with a notion of an event of their own, up to foreignCorpora, whose examples have features
	// of their own: the networks alone learn from them, see domainLoss. Untyped: they do not tell types, and the linear
	// judge alone learns from them.
	Foreign uint32
	Untyped bool
	Group   int
}

// teachesNetworks and teachesLinear tell who learns from the examples.
func (o *Options) teachesNetworks() bool { return !o.Untyped }
func (o *Options) teachesLinear() bool   { return o.Foreign == 0 || o.Untyped }

// collect returns an example for each sense of each word of the document whose conditions hold, and one for each word.
func (a *analysis) collect(gold []Gold, o Options) ([]Example, []wordExample) {
	var out []Example
	var words []wordExample
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
			if o.Foreign != 0 {
				h.add(fForeign, o.Foreign, 0)
				h.add(fForeign, a.words.hashes[i], o.Foreign)
				h.add(fForeign, uint32(a.Tags[i].UPOS)<<8|o.Foreign, 1+uint32(a.rel(i)))
			}
			fits := a.fitting(i, senses, buf)
			if len(fits) == 0 {
				continue
			}
			w := wordExample{rows: networkRows(nil, h.out), typ: typeOf(a.goldAt(gold, i, -1)), weight: o.Weight, group: o.Group, foreign: o.Foreign}
			for _, f := range fits {
				w.rows = senseRows(w.rows, f.sense)
				g := a.goldAt(gold, i, f.partner)
				positive := g != nil && (g.Type == 0 || g.Is(f.sense.Type))
				if positive && g.Type != 0 {
					w.typ = int(f.sense.Type)
				} else if positive {
					w.typ = typeOf(g)
				}
				if g != nil && g.Type == 0 && a.priorBest(fits) != f.sense || o.PositivesOnly && g == nil || !o.teachesLinear() {
					continue
				}
				out = append(out, Example{
					Hashes: senseFeatures(h.out, f.sense, a.words.hashes[i], sharedFeatures(h.out, formOf(f.sense), nil)),
					Base:   priorScore(f.sense), Trust: trust(f.sense), Positive: positive, Weight: o.Weight, Group: o.Group,
				})
			}
			if (w.typ != 0 || !o.PositivesOnly) && o.teachesNetworks() {
				words = append(words, w)
			}
		}
	}
	return out, words
}

// typeOf is what the network is to say of a word: 0 for no event, -1 for one of unknown type.
func typeOf(g *Gold) int {
	switch {
	case g == nil:
		return 0
	case g.Type == 0:
		return -1
	}
	return int(g.Type)
}

func overlapsAny(spans []extractor.TextSpan, s extractor.TextSpan) bool {
	return slices.ContainsFunc(spans, s.Overlaps)
}

// priorBest returns the sense that the lexicon alone would take.
func (a *analysis) priorBest(fits []fit) *frames.Sense {
	return slices.MaxFunc(fits, func(x, y fit) int { return cmp.Compare(priorScore(x.sense), priorScore(y.sense)) }).sense
}

// goldAt returns the event that is marked at a word, or at the noun of its light verb; nil for none.
func (a *analysis) goldAt(gold []Gold, i, partner int32) *Gold {
	for _, at := range []int32{i, partner} {
		if at < 0 {
			continue
		}
		for g := range gold {
			if overlapsAny(gold[g].Triggers, a.Tokens[at].Span) {
				return &gold[g]
			}
		}
	}
	return nil
}

// Training settings.
const (
	epochs      = 10
	rate        = 0.03
	decay       = 2e-5
	foldsOfDocs = 5
)

// Train fits the weights of words by AdaGrad (Duchi et al. 2011), the threshold by cross-validation over documents, the
// weights that put mentions together, and those of confidence on held-out documents. The same documents and seed
// give the same bytes.
func Train(docs []Training, seed uint64, log io.Writer) ([]byte, error) {
	t, err := newTrainer(docs, seed, log)
	if err != nil {
		return nil, err
	}
	model, weights, err := t.train(nil, t.log)
	if err != nil {
		return nil, err
	}
	var all heldOut
	var folds []*judge
	if _, err := t.crossValidate(func(m *judge, h heldOut) { folds = append(folds, m); all.add(h) }); err != nil {
		return nil, err
	}
	model.pairs = fitPairs(t.pairs, seed)
	model.sure, model.least = fitConfidence(all.sure, seed), chooseLeast(all.sure, t.marked(), seed, log)
	for _, m := range folds {
		m.sure, m.least = model.sure, model.least
	}
	mains := slices.Concat(t.collectMains(folds)...)
	reportMain(mains, seed, log)
	model.main = fitMain(mains, seed)
	model.lending = fitLend(all.lend, seed)
	model.locating = fitLocate(all.places, seed)
	reportLend(all.lend, seed, log)
	return encode(weights, model, t.senses), nil
}

// CrossValidate returns five models: the one of index Options.Group % 5 has not seen the documents of that group.
func CrossValidate(docs []Training, seed uint64, log io.Writer) ([][]byte, error) {
	t, err := newTrainer(docs, seed, log)
	if err != nil {
		return nil, err
	}
	var held []heldOut
	var models []*judge
	weights, err := t.crossValidate(func(m *judge, h heldOut) { models, held = append(models, m), append(held, h) })
	if err != nil {
		return nil, err
	}
	var out [][]byte
	var all heldOut
	for i := range held {
		all.add(held[i])
	}
	least := chooseLeast(all.sure, t.marked(), seed, log)
	for fold, m := range models {
		var others heldOut
		for i := range held {
			if i != fold {
				others.add(held[i])
			}
		}
		m.sure, m.least = fitConfidence(others.sure, seed), least
		m.lending = fitLend(others.lend, seed)
		m.locating = fitLocate(others.places, seed)
	}
	mains := t.collectMains(models)
	for fold, m := range models {
		m.main = fitMain(slices.Concat(slices.Concat(mains[:fold]...), slices.Concat(mains[fold+1:]...)), seed)
		out = append(out, encode(weights[fold], m, t.senses))
	}
	return out, nil
}

// heldOut is what models make of documents that they have not seen.
type heldOut struct {
	sure []confidenceExample
	lend []lendExample
	// places are those that events may have.
	places []linearExample
}

func (h *heldOut) add(o heldOut) {
	h.sure, h.lend = append(h.sure, o.sure...), append(h.lend, o.lend...)
	h.places = append(h.places, o.places...)
}

// see analyzes a document and holds its events against those marked.
func (h *heldOut) see(a *analysis, d *Training) {
	events, sure := a.collectConfidence(d)
	h.sure = append(h.sure, sure...)
	h.lend = append(h.lend, a.collectLend(events, d.Gold, d.Options.Group)...)
	if !d.Options.PositivesOnly { // records tell no places
		h.places = append(h.places, a.collectPlaces(events, d.Gold, d.Options.Group)...)
	}
}

// crossValidate trains a model without the documents of each fold and yields it with what it makes of them; it returns
// the weights of each.
func (t *trainer) crossValidate(yield func(*judge, heldOut)) ([][]float32, error) {
	weights, folds, err := t.trainFolds()
	if err != nil {
		return nil, err
	}
	var pairs [foldsOfDocs][]pairExample
	for fold, m := range folds {
		for d := range t.heldOut(fold) {
			if d.Clustered {
				pairs[fold] = append(pairs[fold], newAnalysis(t.lex, t.facts, m, d.Document).collectPairs(d.Gold, d.Options.Within)...)
			}
		}
	}
	t.pairs = slices.Concat(pairs[:]...)
	for fold, m := range folds {
		m.pairs = fitPairs(slices.Concat(slices.Concat(pairs[:fold]...), slices.Concat(pairs[fold+1:]...)), t.seed)
		var h heldOut
		for d := range t.heldOut(fold) {
			if d.Judged {
				h.see(newAnalysis(t.lex, t.facts, m, d.Document), d)
			}
		}
		yield(m, h)
	}
	return weights, nil
}

// collectMains returns what judges that can tell events make of the documents of their fold.
func (t *trainer) collectMains(folds []*judge) [][]mainExample {
	out := make([][]mainExample, len(folds))
	for i := range t.mains {
		d := &t.mains[i]
		fold := d.Options.Group % foldsOfDocs
		out[fold] = append(out[fold], newAnalysis(t.lex, t.facts, folds[fold], d.Document).collectMain(d)...)
	}
	return out
}

// trainFolds trains the models of the folds side by side.
func (t *trainer) trainFolds() (weights [][]float32, folds []*judge, err error) {
	weights, folds = make([][]float32, foldsOfDocs), make([]*judge, foldsOfDocs)
	var logs [foldsOfDocs]bytes.Buffer
	var failed [foldsOfDocs]error
	var wait sync.WaitGroup
	for fold := range foldsOfDocs {
		wait.Go(func() {
			folds[fold], weights[fold], failed[fold] = t.train(func(group int) bool { return group%foldsOfDocs == fold }, &logs[fold])
		})
	}
	wait.Wait()
	for fold := range foldsOfDocs {
		if failed[fold] != nil {
			return nil, nil, failed[fold]
		}
		if _, err := logs[fold].WriteTo(t.log); err != nil {
			return nil, nil, err
		}
	}
	return weights, folds, nil
}

// heldOut yields the documents that the model of a fold has not seen.
func (t *trainer) heldOut(fold int) iter.Seq[*Training] {
	return func(yield func(*Training) bool) {
		for i := range t.docs {
			if d := &t.docs[i]; d.Options.Group%foldsOfDocs == fold && !yield(d) {
				return
			}
		}
	}
}

// trainer holds what the fits of one training share.
type trainer struct {
	docs []Training
	// mains are those documents and others that tell what they are about.
	mains    []Training
	seed     uint64
	log      io.Writer
	lex      *frames.Lexicon
	facts    *factuality
	senses   string
	examples []Example
	words    []wordExample
	// pairs is what the last cross-validation saw.
	pairs []pairExample
}

func newTrainer(docs []Training, seed uint64, log io.Writer) (*trainer, error) {
	mains := docs
	docs = slices.DeleteFunc(slices.Clone(docs), func(d Training) bool { return d.MainOnly })
	t := &trainer{docs: docs, mains: mains, seed: seed, log: log}
	var err error
	if t.lex, err = frames.Load(); err != nil {
		return nil, err
	}
	if t.facts, err = loadFactuality(); err != nil {
		return nil, err
	}
	j, err := newJudge(t.lex, nil)
	if err != nil {
		return nil, err
	}
	t.senses = mineSenses(t.lex, t.facts, j, docs)
	if j.learned, err = parseLearned(t.lex, t.senses); err != nil {
		return nil, err
	}
	for i := range docs {
		examples, words := newAnalysis(t.lex, t.facts, j, docs[i].Document).collect(docs[i].Gold, docs[i].Options)
		t.examples, t.words = append(t.examples, examples...), append(t.words, words...)
	}
	return t, nil
}

// marked counts the events of the documents that tell all of theirs.
func (t *trainer) marked() int {
	n := 0
	for i := range t.docs {
		if t.docs[i].whole() {
			n += len(t.docs[i].Gold)
		}
	}
	return n
}

// train fits weights without the documents held out.
func (t *trainer) train(held func(group int) bool, log io.Writer) (*judge, []float32, error) {
	j, err := newJudge(t.lex, nil)
	if err != nil {
		return nil, nil, err
	}
	in := []int{}
	for i := range t.examples {
		if held == nil || !held(t.examples[i].Group) {
			in = append(in, i)
		}
	}
	j.threshold, j.joins = worthALook, likelyOne
	for i := range networkCount {
		j.networks = append(j.networks, fitNetwork(t.words, held, t.seed+uint64(i), log))
	}
	weights := fitWeights(t.examples, in, t.seed)
	if j, err = newJudge(t.lex, encode(weights, j, t.senses)); err != nil {
		return nil, nil, err
	}
	var roles []roleExample
	for i := range t.docs {
		// With the roles of foreign corpora those of records come out worse.
		if o := &t.docs[i].Options; o.Foreign == 0 && (held == nil || !held(o.Group)) {
			roles = append(roles, newAnalysis(t.lex, t.facts, j, t.docs[i].Document).collectRoles(t.docs[i].Gold, t.docs[i].Options)...)
		}
	}
	if len(roles) > 0 {
		if held == nil {
			reportRoles(roles, t.seed, log)
		}
		j.roles = newRoleModel(newInt8Weights(fitRoles(roles, t.seed)))
	}
	return j, weights, nil
}
