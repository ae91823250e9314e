package story

import (
	"fmt"
	"slices"
)

// OpenCollection reads a collection from a store: its graph and who is in which story, not its reports and stories. One
// whose links another model made is linked anew, which takes long.
func OpenCollection(store Store, name string, model *Model) (*Collection, error) {
	c := NewCollection(name, model)
	c.source = source{store, name}
	old := false
	err := store.Load(name, func(x *Contents) error {
		c.version, c.lastTold, c.gone = x.Version, x.Version, x.Gone
		if c.gone == nil {
			c.gone = map[string]Tombstone{}
		}
		old = x.Model != model.stamp && len(x.Cards) > 0
		if err := c.readNodes(x.Cards, old); err != nil {
			return err
		}
		if err := c.readStories(x.Stories); err != nil || old {
			return err
		}
		return c.readLinks(x.Links)
	})
	if err == nil && old {
		err = c.relink()
	}
	if err != nil {
		return nil, fmt.Errorf("collection %q: %w", name, err)
	}
	c.indexed = old
	return c, nil
}

// source is a collection's part of a store.
type source struct {
	store Store
	name  string
}

func (s source) Report(number int32) (*Report, error) { return s.store.Report(s.name, number) }
func (s source) Story(id string) (*Story, error)      { return s.store.Story(s.name, id) }

// readNodes makes the nodes of the articles, side by side; without profiles where these are to be made anew.
func (c *Collection) readNodes(cards []Numbered, anew bool) error {
	if len(cards) == 0 {
		return nil
	}
	size := int(cards[len(cards)-1].Number) + 1
	c.nodes, c.glances = make([]*node, size), make([]glance, size)
	errs := make([]error, len(cards))
	inParallel(len(cards), func(i int) {
		n, err := readCard(cards[i].Number, cards[i].Data, anew)
		if err != nil {
			errs[i] = err
			return
		}
		c.nodes[n.number] = n
	})
	c.articles = make(map[string]*node, len(cards))
	for i := range cards {
		if errs[i] != nil {
			return errs[i]
		}
		n := c.nodes[cards[i].Number]
		c.articles[n.id] = n
		c.glances[n.number].day = dayOf(n.time)
	}
	return nil
}

func (c *Collection) readStories(records []Named) error {
	c.order = make([]*entry, 0, len(records))
	for i := range records {
		e, stale, unsettled, err := c.readEntry(&records[i])
		if err != nil {
			return err
		}
		c.order = append(c.order, e)
		c.stories[e.id] = e
		if stale {
			c.stale[e] = true
		}
		if unsettled {
			for _, n := range e.members {
				c.dirty[n] = true
			}
		}
	}
	for _, n := range c.nodes {
		if n != nil && n.story == nil {
			return fmt.Errorf("%w: article %q is in no story", ErrStoreDamaged, n.id)
		}
	}
	return nil
}

// readLinks restores the links in both directions.
func (c *Collection) readLinks(records []Numbered) error {
	for _, x := range records {
		if int(x.Number) >= len(c.nodes) || c.nodes[x.Number] == nil {
			continue
		}
		links, err := readLinks(x.Number, x.Data)
		if err != nil {
			return err
		}
		n := c.nodes[x.Number]
		for _, l := range links {
			if int(l.to) < len(c.nodes) && c.nodes[l.to] != nil { // else it was deleted
				n.links = append(n.links, l)
				o := c.nodes[l.to]
				o.links = append(o.links, link{n.number, l.score})
			}
		}
	}
	return nil
}

// fillIndex puts all articles into the index, in canonical order, so that each comes last. A collection that was opened is
// indexed before it first changes: reading needs no index.
func (c *Collection) fillIndex() {
	if c.indexed {
		return
	}
	c.indexed = true
	nodes := make([]*node, 0, len(c.articles))
	for _, n := range c.nodes {
		if n != nil {
			nodes = append(nodes, n)
		}
	}
	slices.SortFunc(nodes, canonical)
	inParallel(len(nodes), func(i int) { nodes[i].keys = nodes[i].profile.keys() })
	keys := 0
	for _, n := range nodes {
		keys += len(n.keys)
	}
	c.index = newIndex(keys / 2)
	inParallel(len(c.index), func(i int) {
		for _, n := range nodes {
			for _, k := range n.keys {
				if partOf(k) == i {
					c.index[i].add(k, n.number)
				}
			}
		}
	})
}

// relink makes the profiles and links anew from the reports, and leaves all of it to be settled by the next Flush.
func (c *Collection) relink() error {
	for i, n := range c.nodes {
		if n == nil {
			continue
		}
		r, err := c.report(n)
		if err != nil {
			return err
		}
		n.profile = newProfile(r, c.model.weight)
		n.keys = n.profile.keys()
		c.link(n)
		c.put = append(c.put, Put{Number: int32(i), Report: r, Card: n.card()})
		c.soil(n)
	}
	return nil
}
