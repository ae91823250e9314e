package names

import (
	"fmt"
	"io"

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
	Epochs, Average int
	// Runs is over how many runs of the first reading the weights are averaged; 0 means 1.
	Runs                              int
	Rate, Decay, Dropout, WordDropout float64
	// MinCount is how often a feature must occur; MaxFeatures how many may stay, the heaviest.
	MinCount, MaxFeatures int
	// Once leaves the second reading out, for experiments.
	Once bool
	// CaseChanged is the share of sentences put into title case or capitals.
	CaseChanged float64
	// CaseDropped is the share of sentences that lose all capitals.
	CaseDropped float64
	// Parse tags and parses a document whose case was changed; nil leaves its tags and tree as they were.
	Parse func(*extractor.Document)
}

// Default is the recipe of the model that ships.
func Default() Recipe {
	return Recipe{Epochs: 5, Average: 3, Rate: 0.15, Decay: 0.03, Dropout: 0.15, WordDropout: 0.15, MinCount: 3, MaxFeatures: 173500, CaseChanged: 0.15, CaseDropped: 0.03, Runs: 2}
}

// Train learns a model from examples; clusterData are Brown clusters (see Clusters), or nil. The features of the second
// reading are learned on what models of the other half of the documents say in the first.
func Train(r Recipe, examples []Example, clusterData []byte, seed uint64, log io.Writer) *Model {
	l := newLearner(r, clusterData, seed, log)
	changed := l.changeCase(examples)
	l.count(changed)
	chains := l.chains(changed)
	fmt.Fprintf(log, "%d examples, %d chains, %d features\n", len(examples), len(chains), len(l.index))
	w := l.learn(flat(chains), r.Epochs, max(r.Runs, 1))
	var second []feature
	if !r.Once {
		second = l.secondReading(changed, chains)
	}
	m := l.model(w, second)
	m.clusterData = clusterData
	return m
}

// learn returns the mean of the weights of several runs, which differ in the order of the chains and in what is dropped.
func (l *learner) learn(chains []crf.Chain, epochs, runs int) *crf.Weights {
	r := l.recipe
	var mean *crf.Weights
	for run := range runs {
		w := crf.Train(chains, len(l.index), labelCount, allowedTransitions(), crf.Options{
			Epochs: epochs, Rate: r.Rate, Decay: r.Decay, Dropout: r.Dropout, WordDropout: r.WordDropout, Average: r.Average, Seed: l.seed + uint64(run), Log: l.log,
		})
		if mean == nil {
			mean = w
			continue
		}
		mean.Mix(w, 1/float32(run+1))
	}
	return mean
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
