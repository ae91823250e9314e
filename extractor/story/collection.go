package story

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Errors of a collection.
var (
	// ErrArticleExists: an article of that id, with other content, is in the collection already.
	ErrArticleExists = errors.New("article exists already with other content")
	// ErrArticleUnknown: no article of that id is in the collection.
	ErrArticleUnknown = errors.New("no such article")
)

// Collection holds a set of articles and the stories that they make. The graph of the articles and who is in which story
// are in memory; reports and stories are read from its source when they are asked for. It is not safe for concurrent use.
type Collection struct {
	name    string
	model   *Model
	source  Source
	version int32

	// nodes are the articles by number, nil where one was deleted.
	nodes    []*node
	articles map[string]*node
	index    index
	indexed  bool // false until fillIndex was called on a collection that was opened
	// glances are what a walk needs of each node before it reads it; epoch is the number of the walk.
	glances []glance
	epoch   int32

	stories map[string]*entry
	order   []*entry // the stories by id
	// gone tells of each deleted story the version at which it was, and what it was merged into.
	gone map[string]Tombstone
	// dirty holds articles whose component is to be clustered anew, which Flush does.
	dirty map[*node]bool
	// stale holds the stories that have other articles than when they were last made, late those of them that CatchUp makes.
	stale map[*entry]bool
	late  late

	shelves
	changes
}

// Source is where a collection reads what it does not hold in memory. It is safe for concurrent use.
type Source interface {
	// Report returns the report of the article of a number.
	Report(number int32) (*Report, error)
	// Story returns the story of an id as it was last made.
	Story(id string) (*Story, error)
}

// maxEager bounds the component that one Add clusters anew.
const maxEager = 64

// NewCollection returns an empty collection in memory whose articles and events the model compares.
func NewCollection(name string, model *Model) *Collection {
	return &Collection{name: name, model: model, articles: map[string]*node{}, index: newIndex(0), indexed: true,
		stories: map[string]*entry{}, gone: map[string]Tombstone{}, dirty: map[*node]bool{}, stale: map[*entry]bool{}, late: newLate(),
		shelves: newShelves(), changes: newChanges()}
}

// Name returns the collection's name.
func (c *Collection) Name() string { return c.name }

// Version counts the changes of the collection's stories.
func (c *Collection) Version() int32 { return c.version }

// Len returns the number of articles.
func (c *Collection) Len() int { return len(c.articles) }

// Add adds an article and returns the changes that it brings. The same report again changes nothing; another one of
// the same id is refused with ErrArticleExists. A story of several articles is not told of for each that joins it, but
// when it has grown by a part (see due), by CatchUp and by Flush.
func (c *Collection) Add(r *Report) ([]Update, error) {
	if old := c.articles[r.ArticleID]; old != nil {
		if known, err := c.report(old); err != nil || known.Content == r.Content {
			return nil, err
		}
		return nil, fmt.Errorf("%w: %q", ErrArticleExists, r.ArticleID)
	}
	c.fillIndex()
	n := &node{number: int32(len(c.nodes)), id: r.ArticleID, time: r.PublishTime, profile: newProfile(r, c.model.weight)}
	c.enter(n)
	c.entered(n, r)
	for _, o := range c.link(n) {
		c.soil(o)
	}
	c.settle(n)
	return c.tell()
}

// enter gives a node its place among the nodes.
func (c *Collection) enter(n *node) {
	n.keys = n.profile.keys()
	c.nodes = append(c.nodes, n)
	c.glances = append(c.glances, glance{day: n.profile.day})
	c.articles[n.id] = n
}

// Delete takes an article out and returns the changes that it brings.
func (c *Collection) Delete(articleID string) ([]Update, error) {
	n := c.articles[articleID]
	if n == nil {
		return nil, fmt.Errorf("%w: %q", ErrArticleUnknown, articleID)
	}
	c.fillIndex()
	touched := c.unlink(n)
	delete(c.articles, articleID)
	delete(c.dirty, n)
	c.nodes[n.number] = nil
	c.left(n)
	e := n.story
	e.members = slices.DeleteFunc(e.members, func(o *node) bool { return o == n })
	if len(e.members) == 0 {
		c.drop(e, "")
	} else {
		c.change(e)
		e.told = 0 // whatever comes out is told
	}
	c.settle(append(touched, e.members...)...)
	return c.tell()
}

// Flush clusters anew what was put off, and returns the changes that brings. After it the stories depend on the
// set of articles alone.
func (c *Collection) Flush() ([]Update, error) {
	var updates []Update
	for {
		step, more, err := c.flushStep(maxFlushStep)
		if updates = append(updates, step...); err != nil || !more {
			return updates, err
		}
	}
}

// maxFlushStep is how many stories one step of a flush makes.
const maxFlushStep = 512

// flushStep does a part of Flush: it clusters anew what was put off, and makes up to so many stories; more reports
// whether there is more to do.
func (c *Collection) flushStep(stories int) (updates []Update, more bool, err error) {
	for len(c.dirty) > 0 {
		c.recluster()
	}
	updates, err = c.tellUpTo(stories)
	return updates, len(c.stale) > 0, err
}

// soil notes that the component of an article is to be clustered anew.
func (c *Collection) soil(n *node) {
	c.dirty[n] = true
	if n.story != nil {
		c.touchedStories[n.story] = true
	}
}

// recluster clusters the components of all dirty articles anew, side by side.
func (c *Collection) recluster() {
	var parts [][]*node
	seen := make(map[*node]bool, len(c.dirty))
	for _, n := range c.dirtyNodes() {
		if seen[n] {
			continue
		}
		part := c.component(n, len(c.articles))
		for _, o := range part {
			seen[o] = true
		}
		parts = append(parts, part)
	}
	clear(c.dirty)
	groups := make([][][]*node, len(parts))
	inParallel(len(parts), func(i int) { groups[i] = c.clusters(parts[i]) })
	for i, part := range parts {
		for _, o := range c.arrange(part, groups[i]) {
			c.soil(o)
		}
	}
}

func (c *Collection) dirtyNodes() []*node {
	nodes := make([]*node, 0, len(c.dirty))
	for n := range c.dirty {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, canonical)
	return nodes
}

// settle clusters the components of some articles anew, or puts that off for a large one.
func (c *Collection) settle(nodes ...*node) {
	slices.SortFunc(nodes, canonical)
	seen := map[*node]bool{}
	for len(nodes) > 0 {
		n := nodes[0]
		nodes = nodes[1:]
		if seen[n] {
			continue
		}
		part := c.component(n, maxEager)
		whole := len(part) <= maxEager
		if !whole {
			part = c.vicinity(n)
		}
		for _, o := range part {
			seen[o] = true
			if whole {
				delete(c.dirty, o)
			}
		}
		nodes = append(nodes, c.arrange(part, c.clusters(part))...)
		if !whole {
			c.attach(n)
			c.soil(n)
		}
	}
}

// vicinity returns an article with the stories of those that it is linked to most strongly, as many as are clustered at
// once, in canonical order.
func (c *Collection) vicinity(n *node) []*node {
	links := slices.DeleteFunc(slices.Clone(n.links), func(l link) bool { return l.score < c.model.join })
	slices.SortFunc(links, func(a, b link) int {
		return cmp.Or(cmp.Compare(b.score, a.score), canonical(c.nodes[a.to], c.nodes[b.to]))
	})
	part := []*node{n}
	taken := map[*entry]bool{}
	take := func(e *entry) {
		if e == nil || taken[e] || len(part)+len(e.members) > maxEager+1 {
			return
		}
		taken[e] = true
		for _, o := range e.members {
			if o != n {
				part = append(part, o)
			}
		}
	}
	take(n.story)
	for _, l := range links {
		take(c.nodes[l.to].story)
	}
	slices.SortFunc(part, canonical)
	return part
}

// attach puts an article that found no story among the smaller ones into the large one that it is closest to, until the
// next Flush.
func (c *Collection) attach(n *node) {
	if len(n.story.members) > 1 {
		return
	}
	sums := map[*entry]float32{}
	for _, l := range n.links {
		if e := c.nodes[l.to].story; e != nil && len(e.members) >= maxEager {
			sums[e] += l.score
		}
	}
	var best *entry
	for e, sum := range sums {
		if sum/float32(len(e.members)) >= c.model.join && (best == nil || sum > sums[best] || sum == sums[best] && e.id < best.id) {
			best = e
		}
	}
	if best != nil {
		part := append(slices.Clone(best.members), n)
		slices.SortFunc(part, canonical)
		c.arrange(part, [][]*node{part})
	}
}

// arrange puts the articles of a component into the stories of its groups. It returns articles outside of the component
// that lost their story by it: they are to be settled, too.
func (c *Collection) arrange(part []*node, groups [][]*node) (orphans []*node) {
	olds := map[*entry]bool{}
	for _, n := range part {
		if n.story != nil {
			olds[n.story] = true
			n.story = nil
		}
	}
	for _, e := range sorted(olds) {
		for _, n := range e.members {
			if n.story == e { // it is not in the part
				n.story = nil
				orphans = append(orphans, n)
			}
		}
	}
	for _, g := range groups {
		id := storyID(c.name, g[0].id)
		e := c.stories[id]
		if e == nil {
			e = &entry{id: id}
			c.shelve(e)
		}
		delete(olds, e)
		for _, n := range g {
			n.story = e
		}
		if !slices.Equal(e.members, g) {
			if len(g) < len(e.members) {
				e.told = 0
			}
			e.members = g
			c.change(e)
		}
	}
	for _, e := range sorted(olds) {
		into := ""
		if first := e.members[0].story; first != nil {
			into = first.id
		}
		c.drop(e, into)
	}
	return orphans
}

// Report returns the report of an article; nil where there is none, or where it cannot be read.
func (c *Collection) Report(articleID string) *Report {
	n := c.articles[articleID]
	if n == nil {
		return nil
	}
	r, err := c.report(n)
	if err != nil {
		return nil
	}
	return r
}

// sorted returns the entries of a set by id.
func sorted(set map[*entry]bool) []*entry {
	out := make([]*entry, 0, len(set))
	for e := range set {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *entry) int { return cmp.Compare(a.id, b.id) })
	return out
}
