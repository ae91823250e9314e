package segment

import (
	"context"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// shortestEdited is how many bytes a paragraph must have to count as running text.
const shortestEdited = 60

// edited marks the sentence ends in paragraphs of edited news: those that the model finds and that a mark precedes.
func edited(m *Model, news []string) []paragraph {
	s := newSegmenter(m, quant.NewWorkspace())
	var all []paragraph
	for _, text := range news {
		d := &extractor.Document{Text: strings.TrimSpace(text)}
		d.Blocks = []extractor.Block{{Type: extractor.SegmentBody, Span: spanAt(0, 0, int32(len(d.Text)))}}
		_ = s.document(context.Background(), d) // cannot fail: only the context can end it
		if len(d.Text) < shortestEdited || !marked(d.Text, d.Tokens) {
			continue
		}
		p := paragraph{ends: make([]bool, len(d.Tokens))}
		for i, t := range d.Tokens {
			p.tokens = append(p.tokens, features.Token{Text: d.TokenText(i), First: i == 0, SpaceBefore: t.SpaceBefore})
		}
		for _, x := range d.Sentences {
			p.ends[x.Tokens.Last-1] = marked(d.Text, d.Tokens[:x.Tokens.Last])
		}
		all = append(all, p)
	}
	return all
}
