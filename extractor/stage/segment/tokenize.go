package segment

import (
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// tokenizer splits chunks into tokens. It keeps its buffer, and belongs to one goroutine.
type tokenizer struct {
	weights       *weights
	lexicon       lexicon
	abbreviations abbreviations
	chunk         []character
}

// block appends the tokens of text[begin:end].
func (t *tokenizer) block(dst []extractor.Token, text string, begin, end int) []extractor.Token {
	from, to := nextChunk(text, begin, end)
	for from < to {
		nextFrom, nextTo := nextChunk(text, to, end)
		if chunk := text[from:to]; plain(chunk) {
			dst = t.letters(dst, chunk, from)
		} else {
			dst = t.mixed(dst, chunk, from, text[nextFrom:nextTo])
		}
		from, to = nextFrom, nextTo
	}
	return dst
}

func firstClass(chunk string) class {
	if chunk == "" {
		return none
	}
	r, _ := utf8.DecodeRuneInString(chunk)
	return classOf(r)
}

func (t *tokenizer) letters(dst []extractor.Token, chunk string, base int) []extractor.Token {
	if at := t.lexicon.split(chunk); at > 0 {
		dst = append(dst, extractor.Token{Span: spanAt(base, 0, int32(at)), SpaceBefore: true})
		return append(dst, extractor.Token{Span: spanAt(base, int32(at), int32(len(chunk)))})
	}
	return append(dst, extractor.Token{Span: spanAt(base, 0, int32(len(chunk))), SpaceBefore: true})
}

// mixed splits a chunk in which there is something else than letters. next is the chunk behind it, empty at the end.
func (t *tokenizer) mixed(dst []extractor.Token, chunk string, base int, next string) []extractor.Token {
	t.chunk = appendCharacters(t.chunk[:0], chunk)
	context := contextOf(t.chunk, next == "", firstClass(next))
	var features [featureCount]uint32
	begin, space := int32(0), true
	for i := 1; i < len(t.chunk); i++ {
		if !possible(t.chunk, i) || i+1 == len(t.chunk) && t.abbreviations.goesOn(chunk[begin:], next) {
			continue
		}
		n := boundaryFeatures(&features, t.chunk, i, context)
		if t.weights.score(features[:n]) > 0 {
			dst = append(dst, extractor.Token{Span: spanAt(base, begin, t.chunk[i].begin), SpaceBefore: space})
			begin, space = t.chunk[i].begin, false
		}
	}
	return append(dst, extractor.Token{Span: spanAt(base, begin, int32(len(chunk))), SpaceBefore: space})
}
