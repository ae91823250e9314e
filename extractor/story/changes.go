package story

// changes are what is to be told and written of a collection.
type changes struct {
	// changed and deleted are stories that changed since tell was last called.
	changed []*entry
	deleted []Update
	// lastTold is the highest version that was told.
	lastTold int32
	// The rest is what changed since take was last called.
	put            []Put
	removed        []int32
	touchedLinks   map[int32]bool
	touchedStories map[*entry]bool
	touchedGone    map[string]bool
	remade         map[*entry]*Story
}

func newChanges() changes {
	return changes{touchedLinks: map[int32]bool{}, touchedStories: map[*entry]bool{}, touchedGone: map[string]bool{}, remade: map[*entry]*Story{}}
}

// entered notes a new article.
func (c *Collection) entered(n *node, r *Report) {
	c.pinned[n.number] = r
	c.put = append(c.put, Put{Number: n.number, Report: r, Card: n.card()})
}

// left notes that an article is gone.
func (c *Collection) left(n *node) {
	delete(c.pinned, n.number)
	c.reports.drop(n.number)
	c.removed = append(c.removed, n.number)
}

// remake notes that a story was made anew.
func (c *Collection) remake(e *entry, s *Story) {
	c.fresh[e.id] = s
	c.remade[e] = s
	c.touchedStories[e] = true
}

// discard forgets what is to be written: a collection without a source writes nothing.
func (c *Collection) discard() {
	c.put, c.removed = nil, nil
	clear(c.touchedLinks)
	clear(c.touchedStories)
	clear(c.touchedGone)
	clear(c.remade)
}

// take returns the changes since it was last called as a batch, nil where there are none.
func (c *Collection) take() *Batch {
	if len(c.put)+len(c.removed)+len(c.touchedLinks)+len(c.touchedStories)+len(c.touchedGone) == 0 {
		return nil
	}
	b := &Batch{Put: c.put, Delete: c.removed, Version: c.version, Model: c.model.stamp,
		Links: map[int32][]byte{}, Stories: map[string]Changed{}, Gone: map[string]Tombstone{}}
	for number := range c.touchedLinks {
		if n := c.nodes[number]; n != nil {
			b.Links[number] = n.linksRecord()
		}
	}
	for e := range c.touchedStories {
		x := Changed{State: e.record(c)}
		if s := c.remade[e]; s != nil {
			x.Story, x.Digest = s, e.digest.record()
		}
		b.Stories[e.id] = x
	}
	for id := range c.touchedGone {
		b.Gone[id] = c.gone[id]
	}
	c.discard()
	return b
}
