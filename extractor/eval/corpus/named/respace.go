package named

import (
	"sort"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// Respacing is a text whose tokens were apart by blanks, as English is written: “he said , “ no ”” as “he said, "no"”.
type Respacing struct {
	Text                             string
	begins, ends, newBegins, newEnds []int
}

// Respace writes a text whose tokens are apart by blanks anew. Each line becomes a paragraph.
func Respace(text string) Respacing {
	var r Respacing
	var b builder
	at := 0
	for line := range strings.Lines(text) {
		tokens, begins, ends := fields(line, at)
		at += len(line)
		if len(tokens) == 0 {
			continue
		}
		b.paragraph()
		newBegins, newEnds := b.tokens(tokens)
		r.begins, r.ends = append(r.begins, begins...), append(r.ends, ends...)
		r.newBegins, r.newEnds = append(r.newBegins, newBegins...), append(r.newEnds, newEnds...)
	}
	r.Text = b.text.String()
	return r
}

// Span returns where the tokens under a span of the old text are; false where there are none.
func (r *Respacing) Span(s corpus.Span) (corpus.Span, bool) {
	first := sort.SearchInts(r.ends, s.Begin+1)
	last := sort.SearchInts(r.begins, s.End) - 1
	if first > last || first >= len(r.begins) {
		return corpus.Span{}, false
	}
	return corpus.Span{
		Begin: r.newBegins[first] + max(s.Begin-r.begins[first], 0),
		End:   r.newEnds[last] - max(r.ends[last]-s.End, 0),
	}, true
}
