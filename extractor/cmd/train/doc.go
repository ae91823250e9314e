// Command train learns the models that extractor/model embeds.
//
//	go run ./extractor/cmd/train [-shared DIR] [-model DIR] [-seed N] NAME [ARGUMENT...]
//
// NAME is a trainer of the table in main.go; without one the table is printed. DIR defaults to $DATELINE_SHARED, else
// to ../shared. The trainer's model is written to extractor/model/NAME.model together with its line in MANIFEST.json
// (digest, command, corpora, attribution, licence, scores). The same seed and data give the same bytes.
//
// To add a trainer, write one file here and one line in the table:
//
//	// namesTrainer learns stage/names.
//	func namesTrainer() trainer {
//		return trainer{
//			Name:        "names",
//			Doc:         "names and their types: a structured perceptron",
//			Corpora:     []string{"uner_ewt", "wikigold"},
//			Attribution: []string{"Universal NER, UNER_English-EWT", "Wikigold, Balasuriya et al. 2009"},
//			Licence:     "CC-BY-SA-4.0",
//			Train: func(j *job) (*product, error) {
//				weights, err := names.Train(j.Data("wikigold"), j.Seed, j.Log)
//				...
//				return &product{Model: weights, Scores: map[string]float64{"wikigold_f1": f1}}, nil
//			},
//		}
//	}
//
// The learning itself belongs beside what uses the weights: stage/NAME/train.go (or extractor/internal for what
// several share); the file here only joins it with the data. Corpora marked TUNE in the data guide may be scored on,
// never learned from. Log progress to j.Log, never to stdout. The stage loads its weights with model.Read("NAME").
package main
