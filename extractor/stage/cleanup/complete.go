package cleanup

import (
	"github.com/dateline-news/dateline/extractor"
)

// complete fills in the metadata: what the caller gave, else what the page states, else what its text has.
func (a *assembler) complete() {
	m, given := &a.d.Metadata, a.article
	title, author := a.d.TextOf(m.TitleSpan), ""
	for i := range a.d.Blocks {
		if a.d.Blocks[i].Type == extractor.SegmentByline {
			author = byline(a.d.TextOf(a.d.Blocks[i].Span))
			break
		}
	}
	m.Title = first(given.Title, m.Title, title)
	if m.Outlet = first(given.Source.Outlet, m.Outlet); m.Outlet == "" {
		m.Outlet = a.outlet()
	}
	if m.Author = first(given.Source.Author, m.Author, author); m.Author == "" {
		m.Author = a.authorBeside()
	}
}

// first returns the first string that is not empty, or "".
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
