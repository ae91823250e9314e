// Command evaluate measures the extractor on development data, from raw text to the layer in question, and prints a
// table.
//
//	go run ./extractor/cmd/evaluate [-shared DIR] [-check] [-errors N] [NAME...]
//
// NAME is a scorer of the table in main.go; without one all of them run. With -check the exit status is 1 when a figure
// is below its floor in floors.tsv (figure, floor; tab between); a figure without a floor is only shown. With -errors a
// scorer prints up to N disagreements, the worst first, to be read by people.
//
// To add a scorer, write one file here and one line in the table:
//
//	func namesScorer() scorer {
//		return scorer{
//			Name: "names",
//			Doc:  "exact spans of names",
//			Score: func(e *env) ([]figure, error) {
//				counts := eval.Counts{}
//				... // read with eval/corpus or a reader of the scorer's own; analyze with package pipeline
//				return []figure{{"names/worldwide/f1", counts.F1()}}, nil
//			},
//		}
//	}
//
// Never hand gold tokens or gold sentences to the pipeline: raw text in, spans out. Floors are what was measured,
// less what noise there is; raise them when a figure rises, and never lower one to make a check pass.
package main
