package cleanup

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/dateline-news/dateline/extractor"
)

var update = flag.Bool("update", false, "write what the stage gives into testdata")

// typeNames are the segment types as testdata names them.
var typeNames = [...]string{"", "BODY", "TITLE", "DATELINE", "BYLINE", "CAPTION", "CREDIT", "SUBHEADING", "NAVIGATION", "RELATED_LINK",
	"LINK_STUB", "SOCIAL_EMBED", "PAGE_BREAK", "PAGE_NUMBER", "DUPLICATE", "FOOTER", "MARKUP", "SIGNOFF"}

// TestPages holds invented messy pages against the segments that stand beside them: page.txt or page.html, the
// segments (but for markup), the metadata. Run with -update after a change, and read the difference.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { goldenPage(t, file) })
	}
}

func goldenPage(t *testing.T, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(raw)
	if len(a.Files) == 0 {
		t.Fatal("no page in", file)
	}
	kind := extractor.PlainText
	if strings.HasSuffix(a.Files[0].Name, ".html") {
		kind = extractor.HTML
	}
	got := describe(analyze(t, string(a.Files[0].Data), kind))
	if *update {
		a.Files = append(a.Files[:1], txtar.File{Name: "segments", Data: []byte(got)})
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(a.Files) != 2 || string(a.Files[1].Data) != got {
		t.Errorf("got\n%s", got)
	}
}

// describe writes a line for each segment that is not markup, then what is known of the page.
func describe(d *extractor.Document) string {
	var b strings.Builder
	for _, s := range d.Segments {
		if s.Type == extractor.SegmentMarkup && (s.Text == "" || d.Article.ContentType == extractor.HTML) {
			continue
		}
		text := s.Text
		if len(text) > 72 {
			text = strings.ToValidUTF8(text[:48], "") + " … " + strings.ToValidUTF8(text[len(text)-20:], "")
		}
		fmt.Fprintf(&b, "%-12s %s\n", typeNames[s.Type], text)
	}
	m := d.Metadata
	fmt.Fprintf(&b, "= title %q outlet %q author %q time %q language %q\n", m.Title, m.Outlet, m.Author, m.PublishTime, m.LanguageCode)
	joined := 0
	for _, block := range d.Blocks {
		if len(d.Offsets.ToSource(block.Span)) > 1 {
			joined++
		}
	}
	fmt.Fprintf(&b, "= blocks %d, of these in several places %d\n", len(d.Blocks), joined)
	return b.String()
}
