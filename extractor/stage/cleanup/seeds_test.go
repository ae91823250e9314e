package cleanup

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// shared returns a path in the shared data, and skips the test where there is none.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	root := os.Getenv("DATELINE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the shared data is not here (set DATELINE_SHARED): %v", err)
	}
	return path
}

// TestSeeds holds the segments of the seed articles against the expected ones; those not listed are BODY.
func TestSeeds(t *testing.T) {
	types := map[string]extractor.SegmentType{"TITLE": extractor.SegmentTitle, "DATELINE": extractor.SegmentDateline,
		"CAPTION": extractor.SegmentCaption, "SUBHEADING": extractor.SegmentSubheading, "LINK_STUB": extractor.SegmentLinkStub,
		"RELATED_LINK": extractor.SegmentRelatedLink, "SOCIAL_EMBED": extractor.SegmentSocialEmbed,
		"FOOTER": extractor.SegmentFooter, "SIGNOFF": extractor.SegmentSignoff, "MARKUP": extractor.SegmentMarkup}
	for _, name := range []string{"s0", "s1", "s2"} {
		content, err := os.ReadFile(shared(t, "seeds", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(shared(t, "seeds", "expected_"+name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var expected struct {
			Segments []struct {
				Type  string `json:"type"`
				Begin int    `json:"begin"`
				End   int    `json:"end"`
			} `json:"segments_other_than_body"`
		}
		if err := json.Unmarshal(raw, &expected); err != nil {
			t.Fatal(err)
		}
		d := analyze(t, string(content), extractor.PlainText)
		want := make([]extractor.SegmentType, len(content))
		for i := range want {
			want[i] = extractor.SegmentBody
		}
		for _, s := range expected.Segments {
			if s.End == 0 || types[s.Type] == 0 {
				t.Fatalf("%s: cannot read %+v", name, s)
			}
			for i := s.Begin; i < s.End; i++ {
				want[i] = types[s.Type]
			}
		}
		for _, s := range d.Segments {
			for i := s.Source.Begin; i < s.Source.End; i++ {
				if c := content[i]; c > ' ' && c < 0x80 && s.Type != want[i] {
					t.Errorf("%s: byte %d of %q is %d, want %d", name, i, s.Text, s.Type, want[i])
					break
				}
			}
		}
	}
}
