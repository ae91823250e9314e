package extractor

// Metadata is what the page says of itself (JSON-LD, OpenGraph, <time>), or the article's title and byline.
type Metadata struct {
	Title  string
	Outlet string
	Author string
	// PublishTime is RFC 3339 or a date "2006-01-02" read from the page's metadata; empty when it states none.
	PublishTime string
	// LanguageCode is BCP-47: what the text is written in, as detected.
	LanguageCode string
	// TitleSpan is the title in Document.Text; empty when it is not in the text.
	TitleSpan TextSpan
}

// Warning reports something about an article that its reader should know; the analysis goes on.
type Warning struct {
	// Code is UPPER_SNAKE: "AMBIGUOUS_DATE".
	Code    string
	Message string
	// Span is the place in the source; empty when it is the article as a whole.
	Span SourceSpan
}

// Document is one article on its way through the pipeline: an immutable text and layers over it. Each stage adds
// its own layer and edits no other's (warnings and metadata may be added to by any). Layers are index ranges over
// the text and its tokens; no layer copies text. A Document belongs to one goroutine at a time.
type Document struct {
	Article *Article

	// LayerText, by cleanup. Text is clean UTF-8: no markup, no soft hyphens or zero-width characters, no-break
	// spaces are spaces; blocks apart by "\n\n". Curly quotes and dashes stay as written.
	Text     string
	Offsets  OffsetMap
	Segments []Segment
	Blocks   []Block
	Metadata Metadata
	// English is false when the article is in another language: later stages then do nothing.
	English bool

	// LayerTokens, by segment.
	Tokens    []Token
	Sentences []Sentence

	// LayerTags, by tag: one for each token.
	Tags []Tag

	// LayerTree, by parse: one for each token.
	Arcs []Arc

	// LayerNames, by names.
	Names []Name

	// LayerTimes, by times.
	PublishTime PublishTime
	Times       []TimeExpression

	// LayerQuotes, by quotes.
	Quotes []Quote

	// LayerEntities, by coref. Speakers has one entry for each quote.
	Entities []Entity
	Speakers []Speaker

	// LayerEvents, by events. MainEvent indexes Events; -1 when there is none.
	Events    []Event
	MainEvent int32
	// Doubtful are happenings that the article alone does not make sure enough to be told, weak mentions of them
	// included: other articles may. They have no salience, and nothing refers to them.
	Doubtful []Event

	Warnings []Warning
}

// NewDocument returns a document without layers.
func NewDocument(a *Article) *Document {
	return &Document{Article: a, MainEvent: -1}
}

// TokenText returns the text of token i. It does not allocate.
func (d *Document) TokenText(i int) string {
	s := d.Tokens[i].Span
	return d.Text[s.Begin:s.End]
}

// TextOf returns the clean text of a span. It does not allocate.
func (d *Document) TextOf(s TextSpan) string { return d.Text[s.Begin:s.End] }

// SpanOf returns the span from the first to the last token of the range; the empty span for an empty range.
func (d *Document) SpanOf(r TokenRange) TextSpan {
	if r.Empty() {
		return TextSpan{}
	}
	return TextSpan{d.Tokens[r.First].Span.Begin, d.Tokens[r.Last-1].Span.End}
}

// RangeText returns the clean text of a token range. It does not allocate.
func (d *Document) RangeText(r TokenRange) string { return d.TextOf(d.SpanOf(r)) }

// SentenceOf returns the index of the sentence that holds token i.
func (d *Document) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(d.Sentences[mid].Tokens.Last) <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// TokensIn returns the tokens that overlap a span of the text.
func (d *Document) TokensIn(s TextSpan) TokenRange {
	first := searchTokens(d.Tokens, func(t Token) bool { return t.Span.End > s.Begin })
	last := searchTokens(d.Tokens, func(t Token) bool { return t.Span.Begin >= s.End })
	return TokenRange{int32(first), int32(max(first, last))}
}

// searchTokens returns the first index whose token satisfies f, which must be monotone.
func searchTokens(tokens []Token, f func(Token) bool) int {
	lo, hi := 0, len(tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if f(tokens[mid]) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Warn adds a warning.
func (d *Document) Warn(code, message string, span SourceSpan) {
	d.Warnings = append(d.Warnings, Warning{code, message, span})
}
