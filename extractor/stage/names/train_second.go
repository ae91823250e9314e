package names

import (
	"fmt"
	"sort"

	"github.com/dateline-news/dateline/extractor/internal/crf"
)

// folds is into how many parts the examples are cut to learn the second reading.
const folds = 2

// secondReading learns the features of the second reading on top of the scores that a model of the other fold gives.
func (l *learner) secondReading(examples []Example, chains [][]placed) []feature {
	var all []crf.Chain
	var keys [][][]uint64 // of each chain, of each token
	var transitions []float32
	for fold := range folds {
		var others []crf.Chain
		for i := range chains {
			if i%folds != fold {
				others = append(others, flat(chains[i:i+1])...)
			}
		}
		w := l.learn(others, max(l.recipe.Epochs*2/3, 2), 1)
		transitions = w.Transitions
		for i := fold; i < len(examples); i += folds {
			more, moreKeys := l.readAgain(&examples[i], chains[i], w)
			all, keys = append(all, more...), append(keys, moreKeys...)
		}
	}
	ordered := l.number(all, keys)
	fmt.Fprintf(l.log, "second reading: %d features\n", len(ordered))
	w := crf.Train(all, len(ordered), labelCount, transitions, crf.Options{
		Epochs: 5, Rate: 0.05, Decay: 0.02, Dropout: 0.1, Average: 2, Seed: l.seed, Log: l.log,
	})
	features := make([]feature, 0, len(ordered))
	for i, k := range ordered {
		features = append(features, newFeature(k, w.Rows[i*labelCount:(i+1)*labelCount]))
	}
	return features
}

// readAgain returns the chains of a document with the scores of the first reading as their base, and the keys of
// the second reading's features.
func (l *learner) readAgain(e *Example, chains []placed, w *crf.Weights) (again []crf.Chain, keys [][][]uint64) {
	l.scanner.scan(e.Doc)
	l.templates.informal = l.scanner.informal
	labels := make([]uint8, len(e.Doc.Tokens))
	for _, c := range chains {
		base := w.Scores(c.Features)
		again = append(again, crf.Chain{Base: base, Allowed: c.Allowed, Weight: c.Weight})
		copy(labels[c.first:], w.Best(base))
	}
	var m memory
	m.read(l.scanner.atoms, labels)
	for _, c := range chains {
		ofChain := make([][]uint64, len(c.Allowed))
		for i := range ofChain {
			k := l.templates.again(&m, l.scanner.atoms, labels, c.first+i, int(c.sentence.First), int(c.sentence.Last))
			ofChain[i] = append([]uint64(nil), k...)
		}
		keys = append(keys, ofChain)
	}
	return again, keys
}

// number gives the chains their features and returns the keys by number.
func (l *learner) number(chains []crf.Chain, keys [][][]uint64) []uint64 {
	counts := map[uint64]int{}
	for _, c := range keys {
		for _, token := range c {
			for _, k := range token {
				counts[k]++
			}
		}
	}
	var ordered []uint64
	for k, n := range counts {
		if n >= l.recipe.MinCount {
			ordered = append(ordered, k)
		}
	}
	sort.Slice(ordered, func(i, j int) bool { return ordered[i] < ordered[j] })
	index := make(map[uint64]int32, len(ordered))
	for i, k := range ordered {
		index[k] = int32(i)
	}
	for i := range chains {
		chains[i].Features = make([][]int32, len(keys[i]))
		for j, token := range keys[i] {
			for _, k := range token {
				if f, ok := index[k]; ok {
					chains[i].Features[j] = append(chains[i].Features[j], f)
				}
			}
		}
	}
	return ordered
}
