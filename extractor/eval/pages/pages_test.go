package pages

import (
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// perfect returns the segments that the gold asks for: a segment for each run of bytes of one class.
func perfect(p *Page) []extractor.Segment {
	var segments []extractor.Segment
	kind := extractor.SegmentMarkup
	begin := 0
	for i, c := range p.Class {
		if c == 0 {
			continue
		}
		if t := p.Stretches[c-1].Main(); t != kind {
			segments = append(segments, extractor.Segment{Type: kind, Source: extractor.SourceSpan{Begin: extractor.SourceOffset(begin), End: extractor.SourceOffset(i)}})
			kind, begin = t, i
		}
	}
	return append(segments, extractor.Segment{Type: kind, Source: extractor.SourceSpan{Begin: extractor.SourceOffset(begin), End: extractor.SourceOffset(len(p.Content))}})
}

func TestPagesAreWhole(t *testing.T) {
	pages, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if want := 30 + 30 + 24 + 44 + 44 + 36; len(pages) != want {
		t.Errorf("%d pages, want %d", len(pages), want)
	}
	for _, p := range pages {
		body, furniture := 0, 0
		for _, c := range p.Class {
			switch {
			case c == 0:
			case p.Stretches[c-1].Main() == extractor.SegmentBody:
				body++
			case !p.Stretches[c-1].Main().Analyzed():
				furniture++
			}
		}
		// The teaser of a paywalled article is the shortest.
		if body < 500 {
			t.Errorf("%s: %d bytes of body, want at least 500", p.Name, body)
		}
		if _, err := time.Parse(time.DateOnly, p.PublishTime); err != nil && p.PublishTime != "" {
			t.Errorf("%s: %v", p.Name, err)
		}
		if p.Title == "" {
			t.Errorf("%s: no title", p.Name)
		}
	}
}

func TestPerfectSegmentsScoreOne(t *testing.T) {
	pages, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		s, mistakes := Compare(&p, perfect(&p))
		if len(mistakes) > 0 || s.Types.Value() != 1 || s.Kept.Value() != 1 || s.Wanted.Value() != 1 || s.Left.Right != 0 {
			t.Errorf("%s: %+v, mistakes %v", p.Name, s, mistakes)
		}
	}
}

func TestCompareCountsWhatIsLostAndLeft(t *testing.T) {
	p := Page{Content: "Home Menu\nIt rained in Tartu.\nDaily Emajõgi"}
	if err := p.readGold("NAVIGATION\tHome Menu\nBODY\tIt rained in Tartu.\nFOOTER/SIGNOFF\tDaily Emajõgi\n"); err != nil {
		t.Fatal(err)
	}
	if err := p.align(); err != nil {
		t.Fatal(err)
	}
	// “Home” is found, “Menu It rained” is body, “in Tartu.” is a footer, the end a sign-off.
	s, mistakes := Compare(&p, []extractor.Segment{
		{Type: extractor.SegmentNavigation, Source: extractor.SourceSpan{Begin: 0, End: 5}},
		{Type: extractor.SegmentBody, Source: extractor.SourceSpan{Begin: 5, End: 20}},
		{Type: extractor.SegmentFooter, Source: extractor.SourceSpan{Begin: 20, End: 30}},
		{Type: extractor.SegmentSignoff, Source: extractor.SourceSpan{Begin: 30, End: extractor.SourceOffset(len(p.Content))}},
	})
	if s.Kept.Right != 8 || s.Kept.Total != 16 || s.Left.Right != 4 || s.Left.Total != 20 || s.Types.Right != 24 || s.Types.Total != 36 {
		t.Errorf("%+v", s)
	}
	if len(mistakes) != 2 || mistakes[0].Text != "Menu" || mistakes[1].Text != "in Tartu." || !mistakes[1].Harm {
		t.Errorf("%+v", mistakes)
	}
}

func TestAlignRefusesGoldThatIsNotThePage(t *testing.T) {
	for _, gold := range []string{"BODY\tIt snowed.\n", "BODY\tIt\n", "BODY\tIt rained. Twice.\n"} {
		p := Page{Content: "It rained."}
		if err := p.readGold(gold); err != nil {
			t.Fatal(err)
		}
		if p.align() == nil {
			t.Errorf("gold %q is taken for the truth", gold)
		}
	}
}
