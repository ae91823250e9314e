package story

// shelves hold the reports and stories of a collection that are in memory: those that its source does not have yet, and
// those that were used last.
type shelves struct {
	// fresh and pinned are not in the source yet.
	fresh   map[string]*Story
	pinned  map[int32]*Report
	made    *held[string, *Story]
	reports *held[int32, *Report]
	memos   *held[string, *memo]
}

// How much of reports, stories and memos is held, twice over at most: of bytes, reports in stories, and pairs. That is some
// two thousand articles of usual length, hundreds of stories.
const (
	heldReports = 32 << 20
	heldStories = 1 << 15
	heldMemos   = 1 << 20
)

// weight is about how many bytes a report takes in memory with what was made of it.
func (r *Report) weight() int { return 4<<10 + 4*len(r.Content) }

// weight is how many reports of events a story has, and its articles.
func (s *Story) weight() int {
	n := 1 + len(s.ArticleIDs)
	for i := range s.Events {
		n += len(s.Events[i].Reports)
	}
	return n
}

// weight is how many pairs a memo has, and its articles.
func (m *memo) weight() int {
	if m == nil {
		return 1
	}
	return len(m.articles) + len(m.pairs[toldPairs]) + len(m.pairs[doubtfulPairs])
}

func newShelves() shelves {
	return shelves{fresh: map[string]*Story{}, pinned: map[int32]*Report{},
		made: newHeld[string](heldStories, (*Story).weight), reports: newHeld[int32](heldReports, (*Report).weight),
		memos: newHeld[string](heldMemos, (*memo).weight)}
}

// report returns the report of an article.
func (c *Collection) report(n *node) (*Report, error) {
	if r := c.pinned[n.number]; r != nil {
		return r, nil
	}
	if r, ok := c.reports.get(n.number); ok {
		return r, nil
	}
	r, err := c.source.Report(n.number)
	if err == nil {
		c.reports.put(n.number, r)
	}
	return r, err
}

// story returns the story of an entry as its articles tell it now.
func (c *Collection) story(e *entry) (*Story, error) {
	if !c.stale[e] {
		if s := c.fresh[e.id]; s != nil {
			return s, nil
		}
	}
	if s, ok := c.made.get(e.id); ok && s.Version == e.version {
		return s, nil
	}
	var s *Story
	var err error
	if c.stale[e] {
		s, err = c.build(e)
	} else {
		s, err = c.source.Story(e.id)
	}
	if err == nil {
		c.made.put(e.id, s)
	}
	return s, err
}

// written notes that a batch is in the source: what it holds need not stay in memory.
func (c *Collection) written(b *Batch) {
	for i := range b.Put {
		if p := &b.Put[i]; c.pinned[p.Number] == p.Report {
			delete(c.pinned, p.Number)
			c.reports.put(p.Number, p.Report)
		}
	}
	for id, x := range b.Stories {
		if x.Story != nil && c.fresh[id] == x.Story {
			delete(c.fresh, id)
			c.made.put(id, x.Story)
		}
	}
}
