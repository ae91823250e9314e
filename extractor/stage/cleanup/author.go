package cleanup

import (
	"bytes"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// nearTitle is how many paragraphs below the headline the author's name stands at most.
const nearTitle = 6

// authorBeside returns the author whom no byline of the text names: in a line that also has the date, in one of the
// page's own, or alone beside the date or the headline.
func (p *page) authorBeside() string {
	if p.title < 0 {
		return ""
	}
	end := min(p.title+1+nearTitle, len(p.paragraphs))
	for i := p.title + 1; i < end && i < p.body; i++ {
		if q := &p.paragraphs[i]; q.words > 25 || q.kind == extractor.SegmentBody {
			continue
		}
		if text := string(p.textOf(i)); p.paragraphs[i].kind == extractor.SegmentDateline {
			if name, _, ok := strings.Cut(text, "|"); ok {
				if name = byline(name); isName(name) && p.paragraphs[i].section == 0 {
					return name
				}
			}
		}
	}
	for i := p.title + 1; i < len(p.paragraphs); i++ {
		q := &p.paragraphs[i]
		if q.words > 12 || q.final == '.' || q.kind == extractor.SegmentBody || q.kind == extractor.SegmentRelatedLink || q.kind == extractor.SegmentCaption || q.kind == extractor.SegmentCredit {
			continue
		}
		if text := p.textOf(i); len(text) > 4 && bytes.EqualFold(text[:3], []byte("by ")) {
			if name, _, _ := strings.Cut(string(text), "["); isName(byline(name)) && q.section == 0 {
				return byline(name)
			}
		}
	}
	for i := p.title + 1; i < end && i < p.body; i++ {
		q := &p.paragraphs[i]
		if q.name() && q.networks == 0 && q.reader == 0 && q.acts == 0 && q.dates == 0 && !q.kind.Analyzed() && (i+1 < len(p.paragraphs) && p.paragraphs[i+1].date() || p.paragraphs[i-1].date()) {
			return byline(string(p.textOf(i)))
		}
	}
	return ""
}

// isName reports whether a text could be a person's name, or two persons'.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 7 {
		return false
	}
	for _, w := range words {
		if w != "and" && w != "&" && w != "de" && w != "van" && w != "al" && !(w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80) {
			return false
		}
	}
	return true
}
