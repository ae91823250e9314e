package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
)

// embeddedQuotes finds the quoted passages of social embeds, which no stage reads: an embed often has a quote of the
// article in other words. Nobody is known to be their speaker.
func embeddedQuotes(d *extractor.Document) []ReportQuote {
	var out []ReportQuote
	for _, s := range d.Segments {
		if s.Type != extractor.SegmentSocialEmbed {
			continue
		}
		source := d.Article.Content[s.Source.Begin:s.Source.End]
		for at := 0; ; {
			begin, end := quotedIn(source, at)
			if begin < 0 {
				break
			}
			span := extractor.SourceSpan{Begin: s.Source.Begin + extractor.SourceOffset(begin), End: s.Source.Begin + extractor.SourceOffset(end)}
			out = append(out, ReportQuote{Speaker: -1, Text: source[begin:end], Spans: []extractor.SourceSpan{span}})
			at = end
		}
	}
	return out
}

// closing marks by opening ones.
var closing = map[rune]string{'"': "\"", '“': "”", '\'': "'", '‘': "’"}

// quotedIn returns where the first passage between quotation marks lies at or after a place, the marks left out; -1 for
// none. An apostrophe within a word closes nothing.
func quotedIn(s string, at int) (begin, end int) {
	before := ' '
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if mark, ok := closing[r]; ok && !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			for j := i + size; j < len(s); j += len(mark) {
				k := strings.Index(s[j:], mark)
				if k < 0 {
					break
				}
				j += k
				next, _ := utf8.DecodeRuneInString(s[j+len(mark):])
				if !unicode.IsLetter(next) && !unicode.IsDigit(next) && j > i+size {
					return i + size, j
				}
			}
		}
		before = r
		i += size
	}
	return -1, -1
}
