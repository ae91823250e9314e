package story

import (
	"cmp"
	"slices"
)

// The graph links two articles when they may be of one story. Its links follow from the set of articles alone: two are
// linked when for one of the keys that both have they stand at most reach apart in canonical order among the articles
// of that key, and linkScore links them. An article that comes in parts others, one that leaves brings them closer: link
// and unlink keep that so.

// pairOf names two articles by their numbers, the lower one first.
type pairOf struct{ a, b int32 }

// place returns where an article stands, or would stand, among others.
func (c *Collection) place(list []int32, n *node) int {
	day := n.profile.day
	at, _ := slices.BinarySearchFunc(list, n, func(i int32, n *node) int {
		if other := c.glances[i].day; other != day && other != unknownDay && day != unknownDay {
			return cmp.Compare(other, day) // as canonical has it
		}
		return canonical(c.nodes[i], n)
	})
	return at
}

// link puts a node into the graph. It returns the articles that lost a link.
func (c *Collection) link(n *node) []*node {
	var one [1]int32
	c.epoch++
	c.glances[n.number].epoch = c.epoch
	var parted []pairOf
	for _, k := range n.keys {
		list := c.index.get(k, &one)
		at := c.place(list, n)
		for _, o := range list[max(0, at-reach):min(len(list), at+reach)] {
			g := &c.glances[o]
			if g.epoch == c.epoch {
				continue
			}
			g.epoch = c.epoch
			if near(n.profile.day, g.day) {
				c.judge(n, c.nodes[o])
			}
		}
		for i := max(0, at-reach); i < at && i+reach < len(list); i++ {
			parted = append(parted, pairOf{list[i], list[i+reach]})
		}
		c.index.insert(k, list, at, n.number)
	}
	var lost []*node
	for _, p := range unique(parted) {
		a, b := c.nodes[p.a], c.nodes[p.b]
		if a.linked(p.b) && !c.together(a, b) {
			a.dropLink(p.b)
			b.dropLink(p.a)
			c.touchedLinks[max(p.a, p.b)] = true
			lost = append(lost, a, b)
		}
	}
	c.touchedLinks[n.number] = true
	return lost
}

// unlink takes a node out of the graph. It returns the articles that lost or won a link.
func (c *Collection) unlink(n *node) []*node {
	var one [1]int32
	var closer []pairOf
	for _, k := range n.keys {
		list := c.index.get(k, &one)
		at := c.place(list, n)
		for i := max(0, at-reach); i < at && i+reach+1 < len(list); i++ {
			closer = append(closer, pairOf{list[i], list[i+reach+1]})
		}
		c.index.remove(k, at)
	}
	var touched []*node
	for _, l := range n.links {
		o := c.nodes[l.to]
		o.dropLink(n.number)
		c.touchedLinks[max(l.to, n.number)] = true
		touched = append(touched, o)
	}
	n.links = nil
	for _, p := range unique(closer) {
		a, b := c.nodes[p.a], c.nodes[p.b]
		if !a.linked(p.b) && c.judge(a, b) {
			touched = append(touched, a, b)
		}
	}
	return touched
}

// judge links two articles where they may be of one story.
func (c *Collection) judge(a, b *node) bool {
	s := c.model.linkScore(a, b)
	if s < minLink {
		return false
	}
	a.addLink(b.number, s)
	b.addLink(a.number, s)
	c.touchedLinks[max(a.number, b.number)] = true
	return true
}

// together reports whether two articles are within reach of each other among the articles of some key.
func (c *Collection) together(a, b *node) bool {
	var one [1]int32
	x, y := a.keys, b.keys
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0] < y[0]:
			x = x[1:]
		case x[0] > y[0]:
			y = y[1:]
		default:
			list := c.index.get(x[0], &one)
			if len(list) <= reach+1 || abs(c.place(list, a)-c.place(list, b)) <= reach {
				return true
			}
			x, y = x[1:], y[1:]
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

func unique(pairs []pairOf) []pairOf {
	for i, p := range pairs {
		pairs[i] = pairOf{min(p.a, p.b), max(p.a, p.b)}
	}
	slices.SortFunc(pairs, func(p, q pairOf) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	return slices.Compact(pairs)
}

// component returns all articles that links lead to from n, n included, in canonical order, or the first ones of them
// once it has more than so many. Links under the mean that joins two groups lead nowhere: no two groups without a
// stronger one between them are ever joined.
func (c *Collection) component(n *node, most int) []*node {
	c.epoch++
	c.glances[n.number].epoch = c.epoch
	part := []*node{n}
	for i := 0; i < len(part) && len(part) <= most; i++ {
		for _, l := range part[i].links {
			if l.score >= c.model.join && c.glances[l.to].epoch != c.epoch {
				c.glances[l.to].epoch = c.epoch
				part = append(part, c.nodes[l.to])
			}
		}
	}
	slices.SortFunc(part, canonical)
	return part
}

// clusters groups the articles of a component, each group in canonical order, by average linkage. It only reads the
// collection.
func (c *Collection) clusters(part []*node) [][]*node {
	at := make(map[int32]int32, len(part))
	for i, n := range part {
		at[n.number] = int32(i)
	}
	var edges []edge
	for i, n := range part {
		for _, l := range n.links {
			if j, ok := at[l.to]; ok && j > int32(i) {
				edges = append(edges, edge{int32(i), j, l.score})
			}
		}
	}
	lowest := linkage(len(part), edges, c.model.join, func(a, b []int32) bool { return !apart(part, a, b) })
	groups := make([][]*node, len(part))
	for i, k := range lowest {
		groups[k] = append(groups[k], part[i])
	}
	return slices.DeleteFunc(groups, func(g []*node) bool { return g == nil })
}
