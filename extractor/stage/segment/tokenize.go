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
	begin, space, forced := int32(0), true, false
	for i := 1; i < len(t.chunk); i++ {
		split := forced
		switch forced = false; {
		case split:
		case !possible(t.chunk, i), i+1 == len(t.chunk) && t.abbreviations.goesOn(chunk[begin:], next):
		case t.joint(i):
			split = t.score(i, context)+t.score(i+1, context) > 0
			forced = split
		case i > 1 && t.joint(i-1):
		default:
			split = t.score(i, context) > 0
		}
		if split {
			dst = append(dst, extractor.Token{Span: spanAt(base, begin, t.chunk[i].begin), SpaceBefore: space})
			begin, space = t.chunk[i].begin, false
		}
	}
	return append(dst, extractor.Token{Span: spanAt(base, begin, int32(len(chunk))), SpaceBefore: space})
}

// score is how much a token rather begins at character i than not.
func (t *tokenizer) score(i int, c chunkContext) int32 {
	var features [featureCount]uint32
	return t.weights.score(features[:boundaryFeatures(&features, t.chunk, i, c)])
}

// joint reports whether character i is a hyphen between two words: it is a token of its own (`15-year`) or none
// (`non-profit`), but never the end of one.
func (t *tokenizer) joint(i int) bool {
	return t.chunk[i].fold == '-' && i+1 < len(t.chunk) && word(t.chunk[i-1].class) && word(t.chunk[i+1].class)
}
