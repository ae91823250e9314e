package story

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestEmbeddedQuotes(t *testing.T) {
	for content, want := range map[string][]string{
		`@harbour_live 'We don't close. We don't close!': Kask answers`: {`We don't close. We don't close!`},
		`Kask: “Nobody leaves” and "nobody sleeps" tonight`:             {"Nobody leaves", "nobody sleeps"},
		`the dockers' vote and 'no end`:                                 nil,
	} {
		d := extractor.NewDocument(&extractor.Article{Content: "Before. " + content})
		d.Segments = []extractor.Segment{{Type: extractor.SegmentSocialEmbed, Source: extractor.SourceSpan{Begin: 8, End: extractor.SourceOffset(8 + len(content))}}}
		var got []string
		for _, q := range embeddedQuotes(d) {
			if s := d.Article.Content[q.Spans[0].Begin:q.Spans[0].End]; s != q.Text {
				t.Errorf("%q stands at %q", q.Text, s)
			}
			got = append(got, q.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}

func TestIsVariant(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"we shall never leave this harbour", "we shall not leave this harbour", true},
		{"we do not close", "we do not close we do not close", true},
		{"we do not close", "we do not close", false},
		{"we do not close", "we do not close before the end of the summer season", false}, // it quotes more
		{"we do not close", "they have opened already", false},
	} {
		if got := isVariant(strings.Fields(c.a), strings.Fields(c.b)); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}
