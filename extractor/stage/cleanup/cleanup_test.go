package cleanup

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/model"
)

// analyze runs the stage on plain text or HTML and holds the result against the invariants.
func analyze(t testing.TB, content string, kind extractor.ContentType) *extractor.Document {
	t.Helper()
	d := runStage(t, content, kind)
	check(t, d)
	return d
}

// stage is the stage under test, built once.
var stage = New(embedded())

// embedded returns the model that ships.
func embedded() *Model {
	data, err := model.Read("pages")
	if err != nil {
		panic(err)
	}
	m, err := Load(data)
	if err != nil {
		panic(err)
	}
	return m
}

func runStage(t testing.TB, content string, kind extractor.ContentType) *extractor.Document {
	t.Helper()
	d := extractor.NewDocument(&extractor.Article{Content: content, ContentType: kind})
	if err := stage.Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

// check holds a document against what is true of every one: segments tile the source, blocks ascend, and every
// byte of the text has a place in the source that leads back to it.
func check(t testing.TB, d *extractor.Document) {
	t.Helper()
	at := extractor.SourceOffset(0)
	for _, s := range d.Segments {
		if s.Source.Begin != at || s.Source.End < s.Source.Begin {
			t.Fatalf("segment %v does not begin at %d", s.Source, at)
		}
		at = s.Source.End
	}
	if int(at) != len(d.Article.Content) {
		t.Fatalf("segments end at %d of %d", at, len(d.Article.Content))
	}
	if !utf8.ValidString(d.Text) {
		t.Fatal("the text is not UTF-8")
	}
	end := extractor.TextOffset(-2)
	for i, b := range d.Blocks {
		if i > 0 && b.Span.Begin != end+2 || i == 0 && b.Span.Begin != 0 || b.Span.Empty() {
			t.Fatalf("block %d spans %v after %d", i, b.Span, end)
		}
		text := d.TextOf(b.Span)
		if text != strings.TrimSpace(text) || strings.ContainsAny(text, "\n\t\r\u00a0\u00ad\u200b") || strings.Contains(text, "  ") {
			t.Fatalf("block %d is not clean: %q", i, text)
		}
		end = b.Span.End
	}
	if len(d.Blocks) > 0 && int(end) != len(d.Text) || len(d.Blocks) == 0 && d.Text != "" {
		t.Fatalf("blocks end at %d of %d", end, len(d.Text))
	}
	checkOffsets(t, d)
}

// checkOffsets maps every character of the text to the source and back.
func checkOffsets(t testing.TB, d *extractor.Document) {
	t.Helper()
	last := extractor.SourceOffset(0)
	step := 1 + len(d.Text)/5000
	for i := 0; i < len(d.Text); {
		_, n := utf8.DecodeRuneInString(d.Text[i:])
		span := extractor.TextSpan{Begin: extractor.TextOffset(i), End: extractor.TextOffset(i + n)}
		for _, s := range d.Offsets.ToSource(span) {
			if s.Begin < last || int(s.End) > len(d.Article.Content) {
				t.Fatalf("text %v maps to %v after %d", span, s, last)
			}
			if last = s.Begin; s.Empty() {
				continue
			}
			if c := d.Text[i]; n == 1 && c != ' ' && s.Len() == 1 && d.Article.Content[s.Begin] != c {
				t.Fatalf("text %v is %q, its source %q", span, c, d.Article.Content[s.Begin])
			}
			back, ok := d.Offsets.ToText(s)
			if !ok || !back.Overlaps(span) {
				t.Fatalf("text %v maps to %v and back to %v", span, s, back)
			}
		}
		for k := 0; k < step && i < len(d.Text); k++ {
			_, n := utf8.DecodeRuneInString(d.Text[i:])
			i += n
		}
	}
}
