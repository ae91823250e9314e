package parse

import (
	"context"
	"sync"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// New returns the stage that tags and parses with a model.
func New(m *Model) extractor.Stage {
	p := &pool{model: m}
	return extractor.Stage{
		Name:     "parse",
		Doc:      "Gives each token its parts of speech, lemma, features, head and relation (Universal Dependencies).",
		Requires: []extractor.Layer{extractor.LayerText, extractor.LayerTokens},
		Provides: []extractor.Layer{extractor.LayerTags, extractor.LayerTree},
		Run:      p.run,
	}
}

// pool lends analyzers to goroutines.
type pool struct {
	model *Model
	free  sync.Pool
}

func (p *pool) run(ctx context.Context, d *extractor.Document) error {
	a, _ := p.free.Get().(*analyzer)
	if a == nil {
		a = newAnalyzer(p.model, quant.NewWorkspace())
	}
	d.Tags = make([]extractor.Tag, len(d.Tokens))
	d.Arcs = make([]extractor.Arc, len(d.Tokens))
	err := a.document(ctx, d)
	p.free.Put(a)
	return err
}
