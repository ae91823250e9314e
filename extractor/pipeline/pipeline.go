// Package pipeline joins the stages and their models into the one pipeline that reads English news.
package pipeline

import (
	"fmt"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/stage/cleanup"
	"github.com/dateline-news/dateline/extractor/stage/coref"
	"github.com/dateline-news/dateline/extractor/stage/events"
	"github.com/dateline-news/dateline/extractor/stage/names"
	"github.com/dateline-news/dateline/extractor/stage/parse"
	"github.com/dateline-news/dateline/extractor/stage/quotes"
	"github.com/dateline-news/dateline/extractor/stage/segment"
	"github.com/dateline-news/dateline/extractor/stage/times"
)

// english lists the stages in order, each with how to make it.
func english() []maker {
	return []maker{
		{"cleanup", learned("pages", cleanup.Load, cleanup.New)},
		{"segment", learned("segment", segment.Load, segment.New)},
		{"parse", learned("syntax", parse.Load, parse.New)},
		{"names", learned("names", names.Load, names.New)},
		{"times", plain(times.New)},
		{"quotes", plain(quotes.New)},
		{"coref", learned("coref", coref.Load, coref.New)},
		{"events", newEvents},
	}
}

// English returns the pipeline of English news, with the embedded models. Loading takes some tens of milliseconds:
// make one and share it.
func English() (*extractor.Pipeline, error) {
	all := english()
	return Through(all[len(all)-1].name)
}

// Through returns the English pipeline up to and with the stage of that name: what a trainer of the next stage runs.
func Through(stage string) (*extractor.Pipeline, error) {
	all := english()
	last := slices.IndexFunc(all, func(m maker) bool { return m.name == stage })
	if last < 0 {
		return nil, fmt.Errorf("no stage is called %q", stage)
	}
	stages := make([]extractor.Stage, last+1)
	for i, m := range all[:last+1] {
		var err error
		if stages[i], err = m.make(); err != nil {
			return nil, fmt.Errorf("stage %s: %w", m.name, err)
		}
	}
	return extractor.NewPipeline(stages...)
}

// maker makes a stage.
type maker struct {
	name string
	make func() (extractor.Stage, error)
}

// plain makes a stage without a model.
func plain(newStage func() extractor.Stage) func() (extractor.Stage, error) {
	return func() (extractor.Stage, error) { return newStage(), nil }
}

// learned makes a stage with the embedded model of that name.
func learned[M any](name string, read func([]byte) (M, error), newStage func(M) extractor.Stage) func() (extractor.Stage, error) {
	return func() (extractor.Stage, error) {
		data, err := model.Read(name)
		if err != nil {
			return extractor.Stage{}, err
		}
		m, err := read(data)
		if err != nil {
			return extractor.Stage{}, fmt.Errorf("model %s: %w", name, err)
		}
		return newStage(m), nil
	}
}

// newEvents makes the events stage with the embedded model.
func newEvents() (extractor.Stage, error) {
	data, _ := model.Read("events")
	return events.New(data)
}
