// Package pipeline joins the stages and their models into the one pipeline that reads English news.
package pipeline

import (
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/stage/cleanup"
	"github.com/dateline-news/dateline/extractor/stage/parse"
	"github.com/dateline-news/dateline/extractor/stage/segment"
	"github.com/dateline-news/dateline/extractor/stage/times"
)

// English returns the pipeline of English news, with the embedded models. Loading takes some tens of milliseconds:
// make one and share it.
func English() (*extractor.Pipeline, error) {
	segments, err := load("segment", segment.Load)
	if err != nil {
		return nil, err
	}
	syntax, err := load("syntax", parse.Load)
	if err != nil {
		return nil, err
	}
	return extractor.NewPipeline(
		cleanup.New(),
		segment.New(segments),
		parse.New(syntax),
		times.New(),
	)
}

// load reads an embedded model.
func load[M any](name string, read func([]byte) (M, error)) (M, error) {
	var none M
	data, err := model.Read(name)
	if err != nil {
		return none, err
	}
	m, err := read(data)
	if err != nil {
		return none, fmt.Errorf("model %s: %w", name, err)
	}
	return m, nil
}
