package quotes

import (
	"cmp"
	"context"
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/deptree"
)

// New returns the stage. Were the embedded tables broken, which a test rules out, every Run would say so.
func New() extractor.Stage {
	lex, err := loadLexicon()
	return extractor.Stage{
		Name:     "quotes",
		Doc:      "finds reported speech: contents, cues, the phrases of speakers",
		Requires: []extractor.Layer{extractor.LayerText, extractor.LayerTokens, extractor.LayerTags, extractor.LayerTree, extractor.LayerNames},
		Provides: []extractor.Layer{extractor.LayerQuotes},
		Run: func(ctx context.Context, d *extractor.Document) error {
			if err != nil {
				return err
			}
			d.Quotes = newFinder(lex, d).find()
			return ctx.Err()
		},
	}
}

// finder is the state of one document.
type finder struct {
	*extractor.Document
	lex     *lexicon
	tree    *deptree.Tree
	regions []region
	// within is the index of the region that holds a token, -1 for none.
	within []int32
	quotes []extractor.Quote
	// used marks the cue verbs that a quote has already.
	used []bool
}

func newFinder(lex *lexicon, d *extractor.Document) *finder {
	f := &finder{
		Document: d, lex: lex, tree: deptree.New(d),
		within: make([]int32, len(d.Tokens)), used: make([]bool, len(d.Tokens)),
	}
	for i := range f.within {
		f.within[i] = -1
	}
	return f
}

func (f *finder) find() []extractor.Quote {
	f.findRegions()
	f.directQuotes()
	for s := range f.Sentences {
		f.indirectQuotes(s)
	}
	f.fragments()
	f.vias()
	slices.SortStableFunc(f.quotes, func(a, b extractor.Quote) int {
		return cmp.Or(cmp.Compare(a.Spans[0].Begin, b.Spans[0].Begin), cmp.Compare(b.Spans[0].End, a.Spans[0].End))
	})
	return f.quotes
}
