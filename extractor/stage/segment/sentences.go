package segment

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// longestSentence bounds the tokens of a sentence: longer runs without a boundary (tables, lists, noise) are cut
// where a boundary is least unlikely, so that the parser, which compares all pairs of words, stays linear in the text.
const longestSentence = 160

// unmarkedMargin is how much likelier than not an end without a mark must be. Edited news hardly ever leaves the mark
// out, and unknown names look like new sentences; it is set on the development treebanks, which gain by it too.
const unmarkedMargin = 2

// batchTokens is about how many tokens go through the network at once.
const batchTokens = 200

// splitter finds where sentences end. It keeps its buffers, and belongs to one goroutine at a time.
type splitter struct {
	model  *Model
	work   *quant.Workspace
	reader *features.Reader
	layout quant.Layout
	tokens []features.Token
	rows   []int32
	scores quant.Floats
	ends   []float32
}

// blockTokens is a block with the range of its tokens.
type blockTokens struct {
	block  int32
	tokens extractor.TokenRange
}

// score appends to s.ends, for each token of the blocks, how much more likely than not a sentence ends after it (a
// difference of log-odds; positive: it ends).
func (s *splitter) score(text string, tokens []extractor.Token, blocks []blockTokens) {
	s.layout.Reset()
	s.rows = s.rows[:0]
	for _, b := range blocks {
		s.look(text, tokens[b.tokens.First:b.tokens.Last])
	}
	s.model.encoder.Encode(s.work, s.rows, features.Width, &s.layout)
	s.work.Apply(s.model.out, &s.work.Encoded, &s.scores)
	for i, start := range s.layout.Starts {
		for row := start; row < start+s.layout.Lengths[i]; row++ {
			v := s.scores.Row(row)
			last := int(blocks[i].tokens.First) + row - start
			s.ends = append(s.ends, v[1]-v[0]-s.doubt(text, tokens, last))
		}
	}
}

// doubt is how much likelier than not an end after token i must be.
func (s *splitter) doubt(text string, tokens []extractor.Token, i int) float32 {
	if !marked(text, tokens[:i+1]) {
		return unmarkedMargin
	}
	if i+1 < len(tokens) {
		word, next := tokens[i].Span, tokens[i+1].Span
		if s.model.abbreviations.goesOn(text[word.Begin:word.End], text[next.Begin:next.End]) {
			return never
		}
	}
	return 0
}

// never is more than any score.
const never = 1e6

// marked reports whether the last of the tokens is a mark that can end a sentence, quotes and brackets behind it aside.
func marked(text string, tokens []extractor.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch w := text[tokens[i].Span.Begin:tokens[i].Span.End]; w {
		case "\"", "'", "''", "”", "’", ")", "]":
		default:
			switch w[len(w)-1] {
			case '.', '!', '?', ':', ';':
				return true
			}
			return strings.HasSuffix(w, "…")
		}
	}
	return false
}

// look takes the features of a block's tokens.
func (s *splitter) look(text string, tokens []extractor.Token) {
	s.tokens = s.tokens[:0]
	for i, t := range tokens {
		s.tokens = append(s.tokens, features.Token{Text: text[t.Span.Begin:t.Span.End], First: i == 0, SpaceBefore: t.SpaceBefore})
	}
	s.rows = s.reader.AppendRows(s.rows, s.tokens)
	s.layout.Add(len(tokens))
}

// cut appends the sentences of a block, given the scores of its tokens.
func cut(dst []extractor.Sentence, b blockTokens, ends []float32) []extractor.Sentence {
	first, n := b.tokens.First, int32(len(ends))
	begin := int32(0)
	for i := int32(0); i < n; i++ {
		if ends[i] <= 0 && i+1 < n && i-begin+1 < longestSentence {
			continue
		}
		if ends[i] <= 0 && i+1 < n {
			i = leastUnlikely(ends, begin, i)
		}
		dst = append(dst, extractor.Sentence{Tokens: extractor.TokenRange{First: first + begin, Last: first + i + 1}, Block: b.block})
		begin = i + 1
	}
	return dst
}

// leastUnlikely returns the token in the later half of [begin, end] after which a sentence ends most likely.
func leastUnlikely(ends []float32, begin, end int32) int32 {
	top := end
	for i := begin + (end-begin)/2; i < end; i++ {
		if ends[i] > ends[top] {
			top = i
		}
	}
	return top
}
