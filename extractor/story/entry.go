package story

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// entry is a story in its collection's list: which articles it has, and what lists need to know of it.
type entry struct {
	id      string
	version int32
	members []*node // in canonical order
	// told is how many articles the story had when it was last made, 0 for never.
	told int
	// known: it was made before, so that others may have heard of it.
	known bool
	// digest is of the story as it was last made.
	digest digest
}

// storyID names a story by its first article: it stays while later articles join.
func storyID(collection, articleID string) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s", collection, articleID)
	return fmt.Sprintf("st-%012x", h.Sum64()&0xffffffffffff)
}

func compareEntry(e *entry, id string) int { return cmp.Compare(e.id, id) }

// shelve adds a new story to the list.
func (c *Collection) shelve(e *entry) {
	c.stories[e.id] = e
	at, _ := slices.BinarySearchFunc(c.order, e.id, compareEntry)
	c.order = slices.Insert(c.order, at, e)
	delete(c.gone, e.id)
	delete(c.touchedGone, e.id)
}

// change notes that a story has other articles than before.
func (c *Collection) change(e *entry) {
	c.version++
	e.version = c.version
	c.stale[e] = true
	c.touchedStories[e] = true
	c.changed = append(c.changed, e)
}

// drop deletes a story without articles.
func (c *Collection) drop(e *entry, into string) {
	delete(c.stories, e.id)
	at, _ := slices.BinarySearchFunc(c.order, e.id, compareEntry)
	c.order = slices.Delete(c.order, at, at+1)
	delete(c.stale, e)
	c.late.remove(e)
	delete(c.touchedStories, e)
	delete(c.fresh, e.id)
	c.made.drop(e.id)
	if !e.known { // nobody has heard of it
		return
	}
	c.version++
	c.gone[e.id] = Tombstone{c.version, into}
	c.touchedGone[e.id] = true
	c.deleted = append(c.deleted, Update{Change: Deleted, StoryID: e.id, Version: c.version, MergedInto: into})
}

// due reports whether a story that changed is to be made at once. Making one takes time that grows with its articles: one
// of many waits until several have joined, or until there is time to catch up.
func (e *entry) due() bool {
	return e.told == 0 || len(e.members) >= e.told+e.told*e.told/squareTold
}

// squareTold is the square of how many articles a story has, at least, that is not made for each article that joins it.
const squareTold = 16

// tell makes the stories that changed and are due, and those that have been late for long. It returns what changed since
// it was last called.
func (c *Collection) tell() ([]Update, error) {
	var due []*entry
	for _, e := range c.changed {
		switch {
		case c.stories[e.id] != e || !c.stale[e] || slices.Contains(due, e):
		case e.due():
			c.late.remove(e)
			due = append(due, e)
		case len(e.members) <= maxEager:
			c.late.add(e, len(c.nodes))
		}
	}
	c.changed = c.changed[:0]
	return c.make(append(due, c.late.take(len(c.nodes)-patience, len(c.late.since))...))
}

// patience is how many articles may come to a collection until a story that is late is made.
const patience = 256

// CatchUp makes stories that changed and were not due, up to so many, and returns the changes; more tells whether there
// are more to make. Large stories are not among them: these wait until they are due, or for Flush.
func (c *Collection) CatchUp(most int) (updates []Update, more bool, err error) {
	updates, err = c.make(c.late.take(len(c.nodes), most))
	return updates, len(c.late.since) > 0, err
}

// tellUpTo makes stories that are not as they were last made, up to so many, and returns what changed.
func (c *Collection) tellUpTo(most int) ([]Update, error) {
	due := sorted(c.stale)
	c.changed = c.changed[:0]
	return c.make(due[:min(most, len(due))])
}

// make makes stories anew, side by side, and returns the changes, deletions included, in order of their versions. A story
// that changed before others which were told gets a new version: whoever goes on from the last version told misses nothing.
func (c *Collection) make(due []*entry) ([]Update, error) {
	for _, e := range due {
		if e.version <= c.lastTold {
			c.version++
			e.version = c.version
		}
	}
	stories := make([]*Story, len(due))
	errs := make([]error, len(due))
	inParallel(len(due), func(i int) { stories[i], errs[i] = c.build(due[i]) })
	updates := c.deleted
	c.deleted = nil
	for i, e := range due {
		if errs[i] != nil {
			return nil, errs[i]
		}
		u := Update{Change: Updated, StoryID: e.id, Version: e.version, Story: stories[i]}
		if !e.known {
			u.Change = Created
		}
		e.told, e.known = len(e.members), true
		e.digest = digestOf(stories[i])
		delete(c.stale, e)
		c.late.remove(e)
		c.remake(e, stories[i])
		updates = append(updates, u)
	}
	if c.source == nil {
		c.discard()
	}
	slices.SortFunc(updates, func(a, b Update) int { return cmp.Compare(a.Version, b.Version) })
	if len(updates) > 0 {
		c.lastTold = updates[len(updates)-1].Version
	}
	return updates, nil
}

// build makes a story from the reports of its articles. It only reads the collection.
func (c *Collection) build(e *entry) (*Story, error) {
	reports, numbers := make([]*Report, len(e.members)), make([]int32, len(e.members))
	for i, n := range e.members {
		r, err := c.report(n)
		if err != nil {
			return nil, err
		}
		reports[i], numbers[i] = r, n.number
	}
	old, _ := c.memos.get(e.id)
	s, next := c.model.build(e.id, reports, numbers, old)
	c.memos.put(e.id, next)
	s.Version = e.version
	return s, nil
}

// inParallel calls f for 0 to n-1, on as many cores as there are.
func inParallel(n int, f func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers < 2 {
		for i := range n {
			f(i)
		}
		return
	}
	var next atomic.Int32
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}
