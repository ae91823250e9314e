package names

import (
	"fmt"
	"io"
	"math"
	"sort"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/crf"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// Types is a set of entity types: bit t is type t.
type Types uint16

// Gold is an annotated name.
type Gold struct {
	Tokens extractor.TokenRange
	// Types are those that it may have: a corpus that knows only places leaves GPE, LOC and FAC open.
	Types Types
	// Unsure: nothing is to be learned from these tokens.
	Unsure bool
}

// Example is a document with tokens and the names in it.
type Example struct {
	Doc   *extractor.Document
	Names []Gold
	// Missing are the types that its corpus does not annotate.
	Missing Types
	// Weight is how much it counts; 0 means 1.
	Weight float32
}

// Recipe says how to train.
type Recipe struct {
	Epochs, Average                   int
	Rate, Decay, Dropout, WordDropout float64
	// MinCount is how often a feature must occur; MaxFeatures how many may stay, the heaviest.
	MinCount, MaxFeatures int
	// Once leaves the second reading out, for experiments.
	Once bool
	// CaseChanged is the share of sentences put into title case or capitals.
	CaseChanged float64
}

// Default is the recipe of the model that ships.
func Default() Recipe {
	return Recipe{Epochs: 6, Average: 3, Rate: 0.15, Decay: 0.03, Dropout: 0.15, WordDropout: 0.15, MinCount: 3, MaxFeatures: 174000, CaseChanged: 0.15}
}

// Train learns a model from examples; clusterData are Brown clusters (see Clusters), or nil. The features of the second
// reading are learned on what models of the other half of the documents say in the first.
func Train(r Recipe, examples []Example, clusterData []byte, seed uint64, log io.Writer) *Model {
	l := newLearner(r, clusterData, seed, log)
	changed := l.changeCase(examples)
	l.count(changed)
	chains := l.chains(changed)
	fmt.Fprintf(log, "%d examples, %d chains, %d features\n", len(examples), len(chains), len(l.index))
	w := l.learn(flat(chains), r.Epochs)
	var second []feature
	if !r.Once {
		second = l.secondReading(changed, chains)
	}
	m := l.model(w, second)
	m.clusterData = clusterData
	return m
}

// placed is a chain and where its tokens are: from first on, in a sentence.
type placed struct {
	crf.Chain
	first    int
	sentence extractor.TokenRange
}

func flat(chains [][]placed) []crf.Chain {
	var all []crf.Chain
	for _, ofDocument := range chains {
		for _, c := range ofDocument {
			all = append(all, c.Chain)
		}
	}
	return all
}

func (l *learner) learn(chains []crf.Chain, epochs int) *crf.Weights {
	r := l.recipe
	return crf.Train(chains, len(l.index), labelCount, allowedTransitions(), crf.Options{
		Epochs: epochs, Rate: r.Rate, Decay: r.Decay, Dropout: r.Dropout, WordDropout: r.WordDropout, Average: r.Average, Seed: l.seed, Log: l.log,
	})
}

// learner turns examples into chains and weights into a model.
type learner struct {
	recipe    Recipe
	seed      uint64
	log       io.Writer
	scanner   scanner
	templates templates
	index     map[uint64]int32
}

func newLearner(r Recipe, clusterData []byte, seed uint64, log io.Writer) *learner {
	return &learner{recipe: r, seed: seed, log: log, index: map[uint64]int32{},
		scanner: scanner{gazetteer: gazetteer.English(), clusters: newClusters(clusterData)}}
}

// eachToken calls do with the features of each active token.
func (l *learner) eachToken(d *extractor.Document, do func(i int, keys []uint64)) {
	l.scanner.scan(d)
	for _, s := range d.Sentences {
		chains(l.scanner.atoms, s.Tokens, func(first, last int) {
			for i := first; i < last; i++ {
				do(i, l.templates.token(l.scanner.atoms, i, int(s.Tokens.First), int(s.Tokens.Last)))
			}
		})
	}
}

// count numbers the features that occur often enough.
func (l *learner) count(examples []Example) {
	counts := map[uint64]int32{}
	for _, e := range examples {
		l.eachToken(e.Doc, func(_ int, keys []uint64) {
			for _, k := range keys {
				counts[k]++
			}
		})
	}
	keys := make([]uint64, 0, len(counts))
	for k, n := range counts {
		if int(n) >= l.recipe.MinCount {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	for i, k := range keys {
		l.index[k] = int32(i)
	}
}

// chains returns the chains of active tokens of each example.
func (l *learner) chains(examples []Example) [][]placed {
	all := make([][]placed, len(examples))
	for i := range examples {
		e := &examples[i]
		rows, own := make([][]int32, len(e.Doc.Tokens)), make([]int32, len(e.Doc.Tokens))
		l.eachToken(e.Doc, func(i int, keys []uint64) {
			row := make([]int32, 0, len(keys))
			for k, key := range keys {
				if f, ok := l.index[key]; ok {
					row = append(row, f)
					if k < l.templates.own {
						own[i]++
					}
				}
			}
			rows[i] = row
		})
		allowed := l.allowed(e)
		weight := e.Weight
		if weight == 0 {
			weight = 1
		}
		for _, s := range e.Doc.Sentences {
			chains(l.scanner.atoms, s.Tokens, func(first, last int) {
				if possible(allowed[first:last]) {
					c := crf.Chain{Features: rows[first:last], Allowed: allowed[first:last], Own: own[first:last], Weight: weight}
					all[i] = append(all[i], placed{c, first, s.Tokens})
				}
			})
		}
	}
	return all
}

// allowed returns the labels that each token may have. It relies on the atoms of the last scan.
func (l *learner) allowed(e *Example) []crf.Set {
	sets := make([]crf.Set, len(e.Doc.Tokens))
	open := crf.Set(1)
	for t := extractor.EntityPerson; t <= extractor.EntityLanguage; t++ {
		if e.Missing>>t&1 != 0 {
			open |= 1<<beginOf(t) | 1<<insideOf(t)
		}
	}
	for i := range sets {
		sets[i] = 1
		if a := &l.scanner.atoms[i]; a.isName {
			sets[i] = a.open(open)
		}
	}
	for _, n := range e.Names {
		if n.Types == 1<<extractor.EntityPerson && !n.Unsure {
			n.Tokens = trimmed(l.scanner.gazetteer, e.Doc, n.Tokens, extractor.EntityPerson)
		}
		types := l.refined(e.Doc, n)
		for i := n.Tokens.First; i < n.Tokens.Last; i++ {
			sets[i] = 0
			for t := extractor.EntityPerson; t <= extractor.EntityLanguage; t++ {
				switch {
				case n.Unsure:
					sets[i] = 1<<labelCount - 1
				case types>>t&1 == 0:
				case i == n.Tokens.First:
					sets[i] |= 1 << beginOf(t)
				default:
					sets[i] |= 1 << insideOf(t)
				}
			}
			if sets[i] == 0 {
				sets[i] = 1<<labelCount - 1
			}
		}
	}
	return sets
}

// open narrows the labels that a token without annotation may have: a people's, faith's or language's name is one that the
// gazetteer knows.
func (a *atom) open(set crf.Set) crf.Set {
	const norp, language = 2*extractor.EntityNORP - 1, 2*extractor.EntityLanguage - 1
	if a.kinds&(1<<gazetteer.KindDemonym|1<<gazetteer.KindGroup|1<<gazetteer.KindLanguage) == 0 {
		set &^= 3<<norp | 3<<language
	}
	if a.kinds != 0 && a.kinds&(1<<gazetteer.KindEvent|1<<gazetteer.KindLaw|1<<gazetteer.KindProduct|1<<gazetteer.KindWork) == 0 {
		for _, t := range []extractor.EntityType{extractor.EntityEvent, extractor.EntityLaw, extractor.EntityProduct, extractor.EntityWorkOfArt} {
			set &^= 3 << beginOf(t)
		}
	}
	return set
}

// possible reports whether a chain has labels at all: a name whose first token is not active has none.
func possible(allowed []crf.Set) bool {
	return allowed[0]&^insides != 0
}

// insides are the labels that cannot begin a chain.
const insides crf.Set = 0b10101010101010101010100

// feature is a row of weights with its key.
type feature struct {
	key    uint64
	row    []float32
	weight float32 // the greatest in the row
}

func newFeature(key uint64, row []float32) feature {
	f := feature{key: key, row: row}
	for _, v := range row {
		f.weight = max(f.weight, float32(math.Abs(float64(v))))
	}
	return f
}

// model turns weights into integers, keeping the heaviest features.
func (l *learner) model(w *crf.Weights, more []feature) *Model {
	all := make([]feature, 0, len(l.index))
	for key, i := range l.index {
		all = append(all, newFeature(key, w.Rows[int(i)*labelCount:int(i+1)*labelCount]))
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].weight != all[j].weight {
			return all[i].weight > all[j].weight
		}
		return all[i].key < all[j].key
	})
	all = append(more, all[:min(len(all), l.recipe.MaxFeatures)]...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].weight > all[j].weight })
	m := &Model{unit: float64(all[0].weight) / 127, clusters: l.scanner.clusters}
	keys := make([]uint64, 0, len(all))
	for _, f := range all {
		if f.weight < float32(m.unit)/2 {
			break
		}
		keys = append(keys, f.key)
		row := make([]byte, rowBytes)
		for y := range rowBytes {
			row[y] = bias
			if y < labelCount {
				row[y] = byte(int(math.Round(float64(f.row[y])/m.unit)) + bias)
			}
		}
		m.rows = append(m.rows, row...)
	}
	fmt.Fprintf(l.log, "%d features kept, unit %.4f\n", len(keys), m.unit)
	m.slots = newSlots(keys)
	for _, t := range w.Transitions {
		v := int32(impossible)
		if !math.IsInf(float64(t), -1) {
			v = int32(math.Round(float64(t) / m.unit))
		}
		m.transitions = append(m.transitions, v)
	}
	m.span = m.transitionSpan()
	return m
}
