package lessons

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// Validated reports whether a place of a document of ECB+ stands in a sentence in which all mentions are marked.
func Validated(doc *corpus.ECBDocument, d *extractor.Document, s extractor.TextSpan) bool {
	at, ok := d.Offsets.Hull(s)
	return ok && slices.ContainsFunc(doc.Sentences, func(v corpus.Span) bool {
		return int(at.Begin) >= v.Begin && int(at.End) <= v.End
	})
}
