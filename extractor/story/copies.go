package story

import (
	"cmp"
	"slices"
)

// copies are articles of one text, title and day: the first stands for all of them while their story is made.
type copies struct {
	// order is the place of each article in canonical order.
	order map[string]int
	// of lists the copies of an article, by its id.
	of map[string][]string
}

// foldCopies returns the reports without the copies of earlier ones, and the copies, nil where there are none.
func foldCopies(reports []*Report) ([]*Report, *copies) {
	type text struct{ content, title, time string }
	first := make(map[text]*Report, len(reports))
	var distinct []*Report
	c := &copies{of: map[string][]string{}}
	for _, r := range reports {
		k := text{r.Content, r.Title, r.PublishTime}
		if o := first[k]; o != nil && r.Content != "" {
			c.of[o.ArticleID] = append(c.of[o.ArticleID], r.ArticleID)
			continue
		}
		first[k] = r
		distinct = append(distinct, r)
	}
	if len(c.of) == 0 {
		return reports, nil
	}
	c.order = make(map[string]int, len(reports))
	for i, r := range reports {
		c.order[r.ArticleID] = i
	}
	return distinct, c
}

// unfold puts the copies into a story that was made without them: they tell what the first one tells.
func (c *copies) unfold(s *Story) {
	s.ArticleIDs = c.with(s.ArticleIDs)
	for i := range s.Entities {
		s.Entities[i].ArticleIDs = c.with(s.Entities[i].ArticleIDs)
	}
	for i := range s.Events {
		e := &s.Events[i]
		for _, r := range slices.Clone(e.Reports) {
			for _, id := range c.of[r.ArticleID] {
				e.Reports = append(e.Reports, EventReport{ArticleID: id, Event: r.Event, Spans: r.Spans})
			}
		}
		slices.SortStableFunc(e.Reports, func(a, b EventReport) int { return cmp.Compare(c.order[a.ArticleID], c.order[b.ArticleID]) })
	}
}

// with returns articles with their copies, in canonical order.
func (c *copies) with(ids []string) []string {
	out := slices.Clone(ids)
	for _, id := range ids {
		out = append(out, c.of[id]...)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(c.order[a], c.order[b]) })
	return out
}
