package server

import "github.com/dateline-news/dateline/extractor"

// defaultPipeline is what a server runs unless its configuration brings another.
func defaultPipeline() (*extractor.Pipeline, error) {
	return extractor.NewPipeline()
}
