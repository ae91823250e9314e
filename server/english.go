package server

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// defaultPipeline is what a server runs unless its configuration brings another.
func defaultPipeline() (*extractor.Pipeline, error) { return pipeline.English() }

// defaultModels says which models the default pipeline reads with.
func defaultModels() ([]*pb.Model, error) {
	entries, err := pipeline.Models()
	if err != nil {
		return nil, err
	}
	var models []*pb.Model
	for _, e := range entries {
		models = append(models, &pb.Model{Name: e.Name, Digest: "sha256:" + e.SHA256, Licence: e.Licence})
	}
	return models, nil
}
