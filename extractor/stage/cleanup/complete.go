package cleanup

import (
	"strings"

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
	m.Outlet = first(given.Source.Outlet, m.Outlet)
	m.Author = first(given.Source.Author, m.Author, author)
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

// byline returns the names of a byline: "By Alar Kask, Staff Writer" is by "Alar Kask".
func byline(text string) string {
	for _, label := range [...]string{"written by ", "posted by ", "published by ", "reported by ", "interview by ", "story by ", "by ", "by: ", "author: ",
		"reporter: ", "text: ", "words: "} {
		if len(text) > len(label) && strings.EqualFold(text[:len(label)], label) {
			text = strings.TrimLeft(text[len(label):], " ")
			break
		}
	}
	if i := strings.IndexAny(text, ",|·@0123456789"); i >= 0 {
		text = text[:i]
	}
	if len(text) > 80 {
		return ""
	}
	for _, place := range [...]string{" in ", " at ", " on "} {
		text, _, _ = strings.Cut(text+" ", place)
	}
	return strings.TrimRight(strings.TrimSpace(text), " -–—:;.")
}
