package main

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/eval/pages"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// pagesScorer measures the clean-up, with the publication day that the times stage settles, on the messy
// pages of eval/pages.
func pagesScorer() scorer {
	return scorer{
		Name: "pages",
		Doc:  "segments, title, author, outlet and day of messy pages (characters)",
		Score: func(e *env) ([]figure, error) {
			p, err := pipeline.Through("times")
			if err != nil {
				return nil, err
			}
			all, err := pages.Load()
			if err != nil {
				return nil, err
			}
			return scoreMessy(e, p, all)
		},
	}
}

// messyScore is what some pages came to.
type messyScore struct {
	segments                   pages.Score
	title, author, outlet, day eval.Accuracy
}

func scoreMessy(e *env, p *extractor.Pipeline, all []pages.Page) ([]figure, error) {
	scores := map[string]*messyScore{}
	var order []string
	var mistakes []pages.Mistake
	for i := range all {
		page := &all[i]
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: page.Content, ContentType: page.ContentType})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", page.Name, err)
		}
		s, wrong := pages.Compare(page, d.Segments)
		if !page.Unread() {
			mistakes = append(mistakes, wrong...)
		}
		for _, group := range groupsOf(page) {
			if scores[group] == nil {
				scores[group] = &messyScore{}
				order = append(order, group)
			}
			scores[group].see(page, d, s)
		}
		if e.Errors > 0 && !page.Unread() {
			logMetadata(e, page, d)
		}
	}
	logMistakes(e, mistakes)
	var figures []figure
	slices.Sort(order)
	for _, group := range order {
		figures = append(figures, scores[group].figures("pages/"+group+"/")...)
	}
	return figures, nil
}

// groupsOf returns the groups of pages that a page counts in.
func groupsOf(page *pages.Page) []string {
	set := page.Set()
	groups := []string{set + "/all", set + "/" + strings.TrimPrefix(path.Ext(page.Name), ".")}
	if page.Unread() && page.Set() == "second" {
		groups = append(groups, "second_odd/all", "second_odd/"+strings.TrimPrefix(path.Ext(page.Name), "."))
	}
	return groups
}

func (m *messyScore) see(page *pages.Page, d *extractor.Document, s pages.Score) {
	m.segments = m.segments.Add(s)
	m.title.See(d.Metadata.Title == page.Title)
	if page.Author != "" {
		m.author.See(strings.EqualFold(d.Metadata.Author, page.Author))
	}
	if page.Outlet != "" {
		m.outlet.See(strings.EqualFold(d.Metadata.Outlet, page.Outlet))
	}
	if page.PublishTime != "" {
		m.day.See(strings.HasPrefix(d.PublishTime.Value, page.PublishTime))
	}
}

// figures returns the shares; furniture_out is the share of the page's furniture that is not taken for text.
func (m *messyScore) figures(prefix string) []figure {
	figures := []figure{
		{prefix + "body_kept", m.segments.Kept.Value()}, {prefix + "body_as_body", m.segments.AsBody.Value()},
		{prefix + "analysed_kept", m.segments.Wanted.Value()}, {prefix + "furniture_out", 1 - m.segments.Left.Value()},
		{prefix + "types", m.segments.Types.Value()}, {prefix + "title", m.title.Value()},
		{prefix + "author", m.author.Value()}, {prefix + "day", m.day.Value()},
	}
	if m.outlet.Total > 0 {
		figures = append(figures, figure{prefix + "outlet", m.outlet.Value()})
	}
	return figures
}

// logMistakes prints the stretches of wrong type: first where text is lost or furniture left in, the longest first.
func logMistakes(e *env, mistakes []pages.Mistake) {
	slices.SortStableFunc(mistakes, func(a, b pages.Mistake) int {
		if a.Harm != b.Harm {
			if a.Harm {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Chars, a.Chars)
	})
	for _, m := range mistakes[:min(e.Errors, len(mistakes))] {
		mark := " "
		if m.Harm {
			mark = "!"
		}
		fmt.Fprintf(e.Log, "%s %s %4d %s -> %s: %.160s\n", mark, m.Page, m.Chars, m.Gold, pages.TypeName(m.Got), m.Text)
	}
}

// logMetadata prints what the page states and was read otherwise.
func logMetadata(e *env, page *pages.Page, d *extractor.Document) {
	if d.Metadata.Title != page.Title {
		fmt.Fprintf(e.Log, "  %s title %q, want %q\n", page.Name, d.Metadata.Title, page.Title)
	}
	if page.Author != "" && !strings.EqualFold(d.Metadata.Author, page.Author) {
		fmt.Fprintf(e.Log, "  %s author %q, want %q\n", page.Name, d.Metadata.Author, page.Author)
	}
	if page.Outlet != "" && !strings.EqualFold(d.Metadata.Outlet, page.Outlet) {
		fmt.Fprintf(e.Log, "  %s outlet %q, want %q\n", page.Name, d.Metadata.Outlet, page.Outlet)
	}
	if !strings.HasPrefix(d.PublishTime.Value, page.PublishTime) {
		fmt.Fprintf(e.Log, "  %s day %q, want %q\n", page.Name, d.PublishTime.Value, page.PublishTime)
	}
}
