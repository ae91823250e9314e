package cleanup

import (
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// edition finds the day of a page on which no line beside the headline states one: the date over its menu, or the one
// in its address.
func (p *page) edition() {
	if p.meta.PublishTime != "" || p.letter {
		return
	}
	for i := range p.paragraphs {
		if q := &p.paragraphs[i]; q.kind == extractor.SegmentDateline && q.day && (q.dates >= 2 || q.full) || q.prefix > 0 && q.kind == extractor.SegmentBody {
			return
		}
	}
	for i := 0; i < len(p.paragraphs) && i < p.body; i++ {
		if q := &p.paragraphs[i]; q.kind == extractor.SegmentNavigation && q.date() && q.day && (q.dates >= 4 || q.full) && q.words <= 8 {
			q.kind = extractor.SegmentDateline
			return
		}
	}
	if p.meta.PublishTime = dayOfAddress(p.article.Source.URI); p.meta.PublishTime != "" || len(p.paragraphs) == 0 {
		return
	}
	if q := &p.paragraphs[0]; q.urls == 1 && q.words == 1 {
		p.meta.PublishTime = dayOfAddress(string(p.textOf(0)))
	}
}

// dayOfAddress returns the day that the path of an address has, ".../2021/02/25/...", or "".
func dayOfAddress(uri string) string {
	for i := 0; i+len("/2006/01/02") <= len(uri) && i < 200; i++ {
		if uri[i] != '/' {
			continue
		}
		if t, err := time.Parse("/2006/01/02", uri[i:i+len("/2006/01/02")]); err == nil && t.Year() >= 1990 {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
