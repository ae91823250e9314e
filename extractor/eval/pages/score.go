package pages

import (
	"slices"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
)

// Score counts the characters of pages, white space not among them.
type Score struct {
	// Kept: of the article's text (gold BODY and SUBHEADING), what is predicted as analysed text.
	Kept eval.Accuracy
	// AsBody: of gold BODY, what is predicted as BODY, or as another type that the gold allows.
	AsBody eval.Accuracy
	// Wanted: of all that is analysed by the gold (also titles, datelines, bylines, captions, credits), what is
	// predicted as analysed text.
	Wanted eval.Accuracy
	// Left: of the page's furniture, what is predicted as BODY or SUBHEADING: lower is better.
	Left eval.Accuracy
	// Types: of all characters, those whose type is right.
	Types eval.Accuracy
}

// Add returns the sum of both.
func (s Score) Add(o Score) Score {
	return Score{s.Kept.Add(o.Kept), s.AsBody.Add(o.AsBody), s.Wanted.Add(o.Wanted), s.Left.Add(o.Left), s.Types.Add(o.Types)}
}

// Mistake is a run of characters of one stretch that got one wrong type.
type Mistake struct {
	Page  string
	Gold  string
	Got   extractor.SegmentType
	Text  string
	Chars int
	// Harm: the article's text is lost or furniture is taken for it, and not only a type mixed up.
	Harm bool
}

// Compare counts a page with its predicted segments, which tile its content, and lists the mistakes in order.
func Compare(p *Page, segments []extractor.Segment) (Score, []Mistake) {
	var s Score
	var mistakes []Mistake
	var last int32
	for _, seg := range segments {
		var open *Mistake
		for i := int(seg.Source.Begin); i < int(seg.Source.End); i++ {
			class := p.Class[i]
			if class == 0 || !utf8.RuneStart(p.Content[i]) {
				continue
			}
			gold := &p.Stretches[class-1]
			if s.see(gold, seg.Type) {
				open, last = nil, class
				continue
			}
			if open == nil || class != last {
				mistakes = append(mistakes, Mistake{Page: p.Name, Gold: gold.String(), Got: seg.Type, Harm: gold.harm(seg.Type)})
				open, last = &mistakes[len(mistakes)-1], class
			}
			_, n := utf8.DecodeRuneInString(p.Content[i:])
			open.add(p.Content[i:i+n], p.Content, i)
		}
	}
	return s, mistakes
}

// see counts a character of a stretch and reports whether its type is right.
func (s *Score) see(gold *Stretch, got extractor.SegmentType) bool {
	right := gold.allows(got)
	s.Types.See(right)
	main := gold.Main()
	switch {
	case main.Analyzed():
		s.Wanted.See(right || got.Analyzed())
		if isText(main) {
			s.Kept.See(right || got.Analyzed())
		}
		if main == extractor.SegmentBody {
			s.AsBody.See(right)
		}
	default:
		s.Left.See(!right && isText(got))
	}
	return right
}

// add appends a character, and a space where the page has one before it.
func (m *Mistake) add(char, content string, at int) {
	if m.Chars > 0 && at > 0 && !counts(rune(content[at-1])) {
		m.Text += " "
	}
	m.Text += char
	m.Chars++
}

func isText(t extractor.SegmentType) bool {
	return t == extractor.SegmentBody || t == extractor.SegmentSubheading
}

// Main returns the deciding type; MARKUP for hidden text.
func (s *Stretch) Main() extractor.SegmentType {
	if len(s.Types) == 0 {
		return extractor.SegmentMarkup
	}
	return s.Types[0]
}

func (s *Stretch) allows(t extractor.SegmentType) bool {
	if len(s.Types) == 0 {
		return !t.Analyzed()
	}
	return slices.Contains(s.Types, t)
}

// harm reports whether giving the stretch this wrong type loses text of the article or lets furniture into it.
func (s *Stretch) harm(got extractor.SegmentType) bool {
	if s.Main().Analyzed() {
		return !got.Analyzed()
	}
	return isText(got)
}

// String returns the deciding type as the contract writes it.
func (s *Stretch) String() string {
	if len(s.Types) == 0 {
		return "HIDDEN"
	}
	return TypeName(s.Types[0])
}

// TypeName returns the name of a segment type as the contract writes it.
func TypeName(t extractor.SegmentType) string { return typeNames[t] }
