package extractor

// Coordinate systems. Two texts exist for each article, and each has an offset type of its own so that the
// compiler refuses to mix them:
//
//   - TextOffset:   bytes into Document.Text, the clean text that every stage after cleanup reads.
//   - SourceOffset: bytes into Article.Content exactly as received; what callers see.
//
// All spans are half-open. Counting in UTF-16 units or code points is the wire's business (server/internal/wire).

// TextOffset is a byte offset into Document.Text.
type TextOffset int32

// SourceOffset is a byte offset into Article.Content.
type SourceOffset int32

// TextSpan is the half-open range [Begin, End) of Document.Text.
type TextSpan struct{ Begin, End TextOffset }

// SourceSpan is the half-open range [Begin, End) of Article.Content.
type SourceSpan struct{ Begin, End SourceOffset }

// Len returns the number of bytes in the span.
func (s TextSpan) Len() int { return int(s.End - s.Begin) }

// Empty reports whether the span covers nothing.
func (s TextSpan) Empty() bool { return s.End <= s.Begin }

// Contains reports whether t lies wholly inside s.
func (s TextSpan) Contains(t TextSpan) bool { return s.Begin <= t.Begin && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s TextSpan) Overlaps(t TextSpan) bool { return s.Begin < t.End && t.Begin < s.End }

// Join returns the smallest span that covers s and t.
func (s TextSpan) Join(t TextSpan) TextSpan {
	return TextSpan{min(s.Begin, t.Begin), max(s.End, t.End)}
}

// Len returns the number of bytes in the span.
func (s SourceSpan) Len() int { return int(s.End - s.Begin) }

// Empty reports whether the span covers nothing.
func (s SourceSpan) Empty() bool { return s.End <= s.Begin }
