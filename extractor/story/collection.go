package story

import (
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
)

// Errors of a collection.
var (
	// ErrArticleExists: an article of that id, with other content, is in the collection already.
	ErrArticleExists = errors.New("article exists already with other content")
	// ErrArticleUnknown: no article of that id is in the collection.
	ErrArticleUnknown = errors.New("no such article")
)

// Collection holds the reports of a set of articles and the stories that they make. It is not safe for concurrent
// use.
type Collection struct {
	name     string
	model    *Model
	version  int32
	articles map[string]*node
	index    map[uint64][]*node
	// windows counts the articles of each window of time.
	windows map[int32]int
	stories map[string]*Story
	// gone tells of each deleted story the version at which it was, and what it was merged into.
	gone map[string]Tombstone
	// dirty holds articles of components that were too large to cluster anew at once; Flush does.
	dirty map[*node]bool
}

// node is an article in the graph of linked articles.
type node struct {
	report  *Report
	profile *profile
	edges   map[*node]float32
	keys    []uint64
	story   string
}

// maxEager bounds the component that one Add clusters anew.
const maxEager = 128

// NewCollection returns an empty collection whose articles and events the model compares.
func NewCollection(name string, model *Model) *Collection {
	return &Collection{name: name, model: model, articles: map[string]*node{}, index: map[uint64][]*node{}, windows: map[int32]int{},
		stories: map[string]*Story{}, gone: map[string]Tombstone{}, dirty: map[*node]bool{}}
}

// Name returns the collection's name.
func (c *Collection) Name() string { return c.name }

// Version counts the changes of the collection's stories.
func (c *Collection) Version() int32 { return c.version }

// Len returns the number of articles.
func (c *Collection) Len() int { return len(c.articles) }

// Add adds an article and returns the changes that it brings. The same report again changes nothing; another one of
// the same id is refused with ErrArticleExists.
func (c *Collection) Add(r *Report) ([]Update, error) {
	if old := c.articles[r.ArticleID]; old != nil {
		if old.report.Content == r.Content {
			return nil, nil
		}
		return nil, fmt.Errorf("%w: %q", ErrArticleExists, r.ArticleID)
	}
	return c.settle(c.enter(r)), nil
}

// enter puts an article into the graph, without a story.
func (c *Collection) enter(r *Report) *node {
	n := &node{report: r, profile: newProfile(r, c.model.weight), edges: map[*node]float32{}}
	c.articles[r.ArticleID] = n
	n.keys = n.profile.keys()
	w := n.profile.window()
	for _, o := range c.candidates(n) {
		if s := c.model.linkScore(n, o); s >= minLink {
			n.edges[o], o.edges[n] = s, s
		}
	}
	c.windows[w]++
	for _, k := range n.keys {
		k = inWindow(k, w)
		c.index[k] = append(c.index[k], n)
	}
	return n
}

// restore makes the stories of the articles that were entered, and gives them the versions that they had.
func (c *Collection) restore(state State) {
	seen := map[*node]bool{}
	for _, id := range slices.Sorted(maps.Keys(c.articles)) {
		n := c.articles[id]
		if seen[n] {
			continue
		}
		part := c.component(n)
		for _, o := range part {
			seen[o] = true
		}
		c.cluster(part)
	}
	for id, s := range c.stories {
		if v, ok := state.Versions[id]; ok {
			s.Version = v
		} else {
			s.Version = state.Version
		}
	}
	c.version = state.Version
	c.gone = state.Gone
	if c.gone == nil {
		c.gone = map[string]Tombstone{}
	}
}

// Delete takes an article out and returns the changes that it brings.
func (c *Collection) Delete(articleID string) ([]Update, error) {
	n := c.articles[articleID]
	if n == nil {
		return nil, fmt.Errorf("%w: %q", ErrArticleUnknown, articleID)
	}
	delete(c.articles, articleID)
	delete(c.dirty, n)
	w := n.profile.window()
	if c.windows[w]--; c.windows[w] == 0 {
		delete(c.windows, w)
	}
	for _, k := range n.keys {
		k = inWindow(k, w)
		c.index[k] = slices.DeleteFunc(c.index[k], func(o *node) bool { return o == n })
		if len(c.index[k]) == 0 {
			delete(c.index, k)
		}
	}
	touched := map[*node]bool{}
	for o := range n.edges {
		delete(o.edges, n)
		touched[o] = true
	}
	// What is left of its story may have no edge to it.
	if s := c.stories[n.story]; s != nil {
		for _, id := range s.ArticleIDs {
			if o := c.articles[id]; o != nil {
				touched[o] = true
			}
		}
	}
	updates := c.retire(n.story, touched)
	for _, o := range slices.SortedFunc(maps.Keys(touched), canonical) {
		updates = append(updates, c.settle(o)...)
	}
	return updates, nil
}

// Flush clusters anew what was put off, and returns the changes that brings. After it the stories depend on the
// set of articles alone.
func (c *Collection) Flush() []Update {
	var updates []Update
	for len(c.dirty) > 0 {
		part := c.component(first(c.dirty))
		for _, o := range part {
			delete(c.dirty, o)
		}
		updates = append(updates, c.cluster(part)...)
	}
	return updates
}

// first returns the node of a set that comes first in canonical order.
func first(set map[*node]bool) *node {
	var best *node
	for n := range set {
		if best == nil || canonical(n, best) < 0 {
			best = n
		}
	}
	return best
}

// canonical orders articles by day of publication, then by id: the order of arrival has no part in it.
func canonical(a, b *node) int {
	return cmp.Or(cmp.Compare(a.report.PublishTime, b.report.PublishTime), cmp.Compare(a.report.ArticleID, b.report.ArticleID))
}

// candidates returns the articles that share a key with n, in canonical order.
func (c *Collection) candidates(n *node) []*node {
	seen := map[*node]bool{}
	var out []*node
	mine := n.profile.window()
	for w := range c.windows {
		if mine != unknownDay && w != unknownDay && max(w-mine, mine-w) > 1 {
			continue
		}
		for _, k := range n.keys {
			for _, o := range c.index[inWindow(k, w)] {
				if !seen[o] {
					seen[o] = true
					out = append(out, o)
				}
			}
		}
	}
	slices.SortFunc(out, canonical)
	return out
}

// component returns all articles that edges lead to from n, n included, in canonical order. Edges under the mean that
// joins two groups lead nowhere: no two groups without a stronger one between them are ever joined.
func (c *Collection) component(n *node) []*node { return c.componentUpTo(n, len(c.articles)) }

// componentUpTo is component, given up once it holds more than so many articles.
func (c *Collection) componentUpTo(n *node, most int) []*node {
	seen := map[*node]bool{n: true}
	part := []*node{n}
	for i := 0; i < len(part) && len(part) <= most; i++ {
		for o, s := range part[i].edges {
			if s >= c.model.join && !seen[o] {
				seen[o] = true
				part = append(part, o)
			}
		}
	}
	slices.SortFunc(part, canonical)
	return part
}

// settle clusters the component of an article anew, or puts that off when it is large.
func (c *Collection) settle(n *node) []Update {
	part := c.componentUpTo(n, maxEager)
	if len(part) <= maxEager {
		return c.cluster(part)
	}
	c.dirty[n] = true
	if n.story != "" {
		return nil
	}
	return c.attach(n)
}

// attach puts a new article of a large component into the story that it is closest to, until the next Flush.
func (c *Collection) attach(n *node) []Update {
	sums := map[string]float32{}
	best, bestMean := "", float32(0)
	for o, s := range n.edges {
		if o.story != "" {
			sums[o.story] += s
		}
	}
	for id, sum := range sums {
		mean := sum / float32(len(c.stories[id].ArticleIDs))
		if mean >= c.model.join && (mean > bestMean || mean == bestMean && id < best) {
			best, bestMean = id, mean
		}
	}
	group := []*node{n}
	if best != "" {
		for _, id := range c.stories[best].ArticleIDs {
			group = append(group, c.articles[id])
		}
		slices.SortFunc(group, canonical)
	}
	return c.install(group)
}

// cluster makes the stories of a component from nothing and installs those that changed.
func (c *Collection) cluster(part []*node) []Update {
	at := make(map[*node]int32, len(part))
	for i, n := range part {
		at[n] = int32(i)
	}
	var edges []edge
	for i, n := range part {
		for o, s := range n.edges {
			if j, ok := at[o]; ok && j > int32(i) {
				edges = append(edges, edge{int32(i), j, s})
			}
		}
	}
	clusters := linkage(len(part), edges, c.model.join, func(a, b []int32) bool { return !apart(part, a, b) })
	groups := map[int32][]*node{}
	for i, k := range clusters {
		groups[k] = append(groups[k], part[i])
	}
	var updates []Update
	for i := range part {
		if g := groups[int32(i)]; g != nil {
			updates = append(updates, c.install(g)...)
		}
	}
	return updates
}

// install makes the story of a group of articles, in canonical order, and returns what changed by it: stories that
// lost their last article are deleted.
func (c *Collection) install(group []*node) []Update {
	id := storyID(c.name, group[0].report.ArticleID)
	if c.unchanged(id, group) {
		return nil
	}
	old := map[string]bool{}
	reports := make([]*Report, len(group))
	for i, n := range group {
		reports[i] = n.report
		if n.story != id && n.story != "" {
			old[n.story] = true
		}
		n.story = id
	}
	c.version++
	s := c.model.Build(id, reports)
	s.Version = c.version
	change := Updated
	if c.stories[id] == nil {
		change = Created
	}
	c.stories[id] = s
	delete(c.gone, id)
	updates := []Update{{Change: change, Story: s}}
	for _, gone := range sortedSet(old) {
		updates = append(updates, c.dropEmpty(gone, id)...)
	}
	return updates
}

// unchanged reports whether the story holds exactly these articles.
func (c *Collection) unchanged(id string, group []*node) bool {
	s := c.stories[id]
	if s == nil || len(s.ArticleIDs) != len(group) {
		return false
	}
	for i, n := range group {
		if n.story != id || s.ArticleIDs[i] != n.report.ArticleID {
			return false
		}
	}
	return true
}

// dropEmpty deletes a story whose articles have all gone to others.
func (c *Collection) dropEmpty(id, into string) []Update {
	s := c.stories[id]
	if s == nil || slices.ContainsFunc(s.ArticleIDs, func(a string) bool { return c.articles[a] != nil && c.articles[a].story == id }) {
		return nil
	}
	delete(c.stories, id)
	c.version++
	c.gone[id] = Tombstone{c.version, into}
	return []Update{{Change: Deleted, Story: &Story{ID: id, Version: c.version}, MergedInto: into}}
}

// retire deletes the story of a deleted article when nothing else is in it; otherwise its articles are to be
// settled anew.
func (c *Collection) retire(id string, touched map[*node]bool) []Update {
	s := c.stories[id]
	if s == nil {
		return nil
	}
	if !slices.ContainsFunc(s.ArticleIDs, func(a string) bool { return c.articles[a] != nil }) {
		return c.dropEmpty(id, "")
	}
	// It lost an article: whatever comes out is a change.
	delete(c.stories, id)
	for n := range touched {
		if n.story == id {
			n.story = ""
		}
	}
	return nil
}

// Stories returns all stories by id. Callers must not change them.
func (c *Collection) Stories() []*Story {
	out := make([]*Story, 0, len(c.stories))
	for _, s := range c.stories {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *Story) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// StoryCount returns the number of stories.
func (c *Collection) StoryCount() int { return len(c.stories) }

// Story returns the story of that id, or nil.
func (c *Collection) Story(id string) *Story { return c.stories[id] }

// Report returns the report of an article, or nil.
func (c *Collection) Report(articleID string) *Report {
	if n := c.articles[articleID]; n != nil {
		return n.report
	}
	return nil
}

// storyID names a story by its first article: it stays while later articles join.
func storyID(collection, articleID string) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s", collection, articleID)
	return fmt.Sprintf("st-%012x", h.Sum64()&0xffffffffffff)
}

func sortedSet(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
