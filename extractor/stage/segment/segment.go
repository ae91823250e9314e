package segment

import (
	"context"
	"sync"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// New returns the stage that finds tokens and sentences with a model.
func New(m *Model) extractor.Stage {
	p := &pool{model: m}
	return extractor.Stage{
		Name:     "segment",
		Doc:      "Splits each block into tokens (syntactic words of Universal Dependencies) and sentences.",
		Requires: []extractor.Layer{extractor.LayerText},
		Provides: []extractor.Layer{extractor.LayerTokens},
		Run:      p.run,
	}
}

// pool lends segmenters to goroutines.
type pool struct {
	model *Model
	free  sync.Pool
}

func (p *pool) run(ctx context.Context, d *extractor.Document) error {
	s, _ := p.free.Get().(*segmenter)
	if s == nil {
		s = newSegmenter(p.model, quant.NewWorkspace())
	}
	err := s.document(ctx, d)
	p.free.Put(s)
	return err
}

// segmenter joins tokenizer and splitter with their buffers; it belongs to one goroutine at a time.
type segmenter struct {
	tokenizer tokenizer
	splitter  splitter
	tokens    []extractor.Token
	sentences []extractor.Sentence
	blocks    []blockTokens
}

func newSegmenter(m *Model, w *quant.Workspace) *segmenter {
	return &segmenter{
		tokenizer: tokenizer{weights: m.weights, lexicon: m.lexicon, abbreviations: m.abbreviations},
		splitter:  splitter{model: m, work: w, reader: features.NewReader(m.vocabulary)},
	}
}

// document sets d.Tokens and d.Sentences.
func (s *segmenter) document(ctx context.Context, d *extractor.Document) error {
	s.tokens, s.sentences, s.blocks = s.tokens[:0], s.sentences[:0], s.blocks[:0]
	for i, b := range d.Blocks {
		first := int32(len(s.tokens))
		s.tokens = s.tokenizer.block(s.tokens, d.Text, int(b.Span.Begin), int(b.Span.End))
		if last := int32(len(s.tokens)); last > first {
			s.blocks = append(s.blocks, blockTokens{int32(i), extractor.TokenRange{First: first, Last: last}})
		}
	}
	if err := s.split(ctx, d.Text); err != nil {
		return err
	}
	d.Tokens = append(make([]extractor.Token, 0, len(s.tokens)), s.tokens...)
	d.Sentences = append(make([]extractor.Sentence, 0, len(s.sentences)), s.sentences...)
	return nil
}

// split finds the sentences of all blocks, a few blocks at a time.
func (s *segmenter) split(ctx context.Context, text string) error {
	for first := 0; first < len(s.blocks); {
		if err := ctx.Err(); err != nil {
			return err
		}
		last, n := first, 0
		for last < len(s.blocks) && (last == first || n+s.blocks[last].tokens.Len() <= batchTokens) {
			n += s.blocks[last].tokens.Len()
			last++
		}
		s.splitter.ends = s.splitter.ends[:0]
		s.splitter.score(text, s.tokens, s.blocks[first:last])
		ends := s.splitter.ends
		for _, b := range s.blocks[first:last] {
			s.sentences = cut(s.sentences, b, ends[:b.tokens.Len()])
			ends = ends[b.tokens.Len():]
		}
		first = last
	}
	return nil
}
