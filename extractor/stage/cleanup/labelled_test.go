package cleanup

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestLabelled measures invented pages whose lines say what they are: a letter and "|" before each. Of the author's
// characters 97 in 100 must be kept as text that is analyzed, of the page's at most 3 in 100.
//
// B body, T title, S subheading, D date, Y byline, C caption, R credit; the page's: N menu, L link to another
// article, E embed, P page break, U copy, F foot, G sign-off, M markup.
func TestLabelled(t *testing.T) {
	files, err := filepath.Glob("testdata/labelled/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	var author, kept, page, left int
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		content, labels := unlabel(string(raw))
		d := analyze(t, content, extractor.PlainText)
		for _, s := range d.Segments {
			for i := s.Source.Begin; i < s.Source.End; i++ {
				switch {
				case labels[i] == 0 || content[i] == ' ':
				case strings.IndexByte("BTSDYCR", labels[i]) >= 0:
					author++
					if s.Type.Analyzed() {
						kept++
					}
				default:
					page++
					if s.Type.Analyzed() {
						left++
					}
				}
			}
			if testing.Verbose() {
				disagree(t, file, s, labels)
			}
		}
	}
	t.Logf("%d pages: %.4f of %d bytes of the author's kept, %.4f of %d of the page's left in", len(files),
		float64(kept)/float64(author), author, float64(left)/float64(page), page)
	if kept*100 < author*97 || left*100 > page*3 {
		t.Error("too much lost or left in")
	}
}

// unlabel returns a page without its labels, and the label of each byte, 0 for white space between lines.
func unlabel(raw string) (string, []byte) {
	var content strings.Builder
	var labels []byte
	for line := range strings.Lines(raw) {
		label := byte(0)
		if len(line) > 1 && line[1] == '|' {
			label, line = line[0], line[2:]
		}
		content.WriteString(line)
		for range len(strings.TrimRight(line, "\n")) {
			labels = append(labels, label)
		}
		for len(labels) < content.Len() {
			labels = append(labels, 0)
		}
	}
	return content.String(), labels
}

// disagree prints a segment on whose side the labels are not.
func disagree(t *testing.T, file string, s extractor.Segment, labels []byte) {
	for i := s.Source.Begin; i < s.Source.End; i++ {
		if l := labels[i]; l != 0 {
			if s.Type.Analyzed() != (strings.IndexByte("BTSDYCR", l) >= 0) {
				t.Logf("%s: %c is %s: %.80s", filepath.Base(file), l, typeNames[s.Type], s.Text)
			}
			return
		}
	}
}
