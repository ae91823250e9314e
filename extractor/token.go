package extractor

// TokenRange is the half-open range [First, Last) of Document.Tokens.
type TokenRange struct{ First, Last int32 }

// Len returns the number of tokens.
func (r TokenRange) Len() int { return int(r.Last - r.First) }

// Empty reports whether the range holds no token.
func (r TokenRange) Empty() bool { return r.Last <= r.First }

// Contains reports whether token i lies in the range.
func (r TokenRange) Contains(i int) bool { return int32(i) >= r.First && int32(i) < r.Last }

// Covers reports whether o lies wholly in r.
func (r TokenRange) Covers(o TokenRange) bool { return r.First <= o.First && o.Last <= r.Last }

// Overlaps reports whether r and o share a token.
func (r TokenRange) Overlaps(o TokenRange) bool { return r.First < o.Last && o.First < r.Last }

// Token is a syntactic word of Universal Dependencies: `don't` is `do` and `n't`, `Kask's` is `Kask` and `'s`.
// Tokens ascend and never overlap. The text is never copied: see Document.TokenText.
type Token struct {
	Span TextSpan
	// SpaceBefore: white space (or a block's start) precedes the token.
	SpaceBefore bool
}

// Sentence is a run of tokens in one block.
type Sentence struct {
	Tokens TokenRange
	// Block indexes Document.Blocks.
	Block int32
}

// Tag is what the tagger says of the token of the same index.
type Tag struct {
	UPOS UPOS
	XPOS XPOS
	// Lemma is in lower case save for proper nouns; never empty.
	Lemma string
	// Feats is CoNLL-U's string, such as "Number=Sing|Tense=Past"; empty where CoNLL-U writes "_".
	Feats string
}

// Arc is the dependency of the token of the same index.
type Arc struct {
	// Head indexes Document.Tokens (always in the same sentence); -1 for the root.
	Head int32
	Rel  Deprel
}
