package story

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Query says which stories or events are asked for; what is "" or 0 is not asked.
type Query struct {
	// Entity is a name or alias (case is ignored), an entity's id or a link's.
	Entity string
	Type   extractor.EventType
	// Begin and End are days or moments of ISO 8601; what overlaps [Begin, End) is asked for.
	Begin, End string

	from, to *limit
}

// read reads the times. It fails with an *extractor.FieldError.
func (q *Query) read() (err error) {
	if q.from, err = newLimit("begin_time", q.Begin); err != nil {
		return err
	}
	q.to, err = newLimit("end_time", q.End)
	return err
}

func (q *Query) isEntity(e *Entity) bool {
	return e.ID == q.Entity || strings.EqualFold(e.Name, q.Entity) ||
		slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, q.Entity) }) ||
		slices.ContainsFunc(e.Links, func(l extractor.Link) bool { return l.ID == q.Entity })
}

// hasEvent reports whether an event has the type and lies in the time asked for.
func (q *Query) hasEvent(kind extractor.EventType, begin, end string) bool {
	if q.Type != 0 && kind != q.Type {
		return false
	}
	if q.Begin == "" && q.End == "" {
		return true
	}
	return begin != "" && (q.from == nil || q.from.compare(begin) >= 0 || end != "" && q.from.compare(end) > 0) && (q.to == nil || q.to.compare(begin) < 0)
}

func (q *Query) anyEvent() bool { return q.Type == 0 && q.Begin == "" && q.End == "" }

// matches reports whether a story has the entity, and an event of the type and time asked for.
func (q *Query) matches(s *Story) bool {
	return (q.Entity == "" || slices.ContainsFunc(s.Entities, func(e Entity) bool { return q.isEntity(&e) })) &&
		(q.anyEvent() || slices.ContainsFunc(s.Events, func(e Event) bool { return q.hasEvent(e.Type, e.Interval.Begin, e.Interval.End) }))
}

// mayMatch is matches as far as the digest tells.
func (q *Query) mayMatch(d *digest) bool {
	return q.mayHave(d) && (q.anyEvent() || slices.ContainsFunc(d.events, q.hasKey))
}

func (q *Query) hasKey(k eventKey) bool {
	if k.begin == undated {
		k.begin = ""
	}
	return q.hasEvent(k.kind, k.begin, k.end)
}

// mayHave reports whether the story may have the entity.
func (q *Query) mayHave(d *digest) bool {
	if q.Entity == "" {
		return true
	}
	if k, err := strconv.Atoi(strings.TrimPrefix(q.Entity, entityPrefix)); err == nil && k < int(d.entities) {
		return true
	}
	_, ok := slices.BinarySearch(d.names, hashName(q.Entity))
	return ok
}

// Stories returns all stories by id, nil where one cannot be read. Callers must not change them.
func (c *Collection) Stories() []*Story {
	stories, _, err := c.List(Query{}, "", len(c.order))
	if err != nil {
		return nil
	}
	return stories
}

// StoryCount returns the number of stories.
func (c *Collection) StoryCount() int { return len(c.stories) }

// Story returns the story of that id, nil where there is none. Callers must not change it.
func (c *Collection) Story(id string) (*Story, error) {
	e := c.stories[id]
	if e == nil {
		return nil, nil
	}
	return c.story(e)
}

// List returns up to n of the stories asked for, by id, from the one after an id on; more tells whether there are more. It
// fails with an *extractor.FieldError where a time of the query is none.
func (c *Collection) List(q Query, after string, n int) (stories []*Story, more bool, err error) {
	if err := q.read(); err != nil {
		return nil, false, err
	}
	at, _ := slices.BinarySearchFunc(c.order, after, compareEntry)
	for _, e := range c.order[at:] {
		if e.id == after || !c.stale[e] && !q.mayMatch(&e.digest) {
			continue
		}
		s, err := c.story(e)
		if err != nil {
			return nil, false, err
		}
		if !q.matches(s) {
			continue
		}
		if len(stories) == n {
			return stories, true, nil
		}
		stories = append(stories, s)
	}
	return stories, false, nil
}

// Moment is a place in the timeline of a collection or a story; the zero Moment is before all.
type Moment struct {
	Begin, Story string
	Event        int32
}

func (m Moment) compare(o Moment) int {
	return cmp.Or(cmp.Compare(m.Begin, o.Begin), cmp.Compare(m.Story, o.Story), cmp.Compare(m.Event, o.Event))
}

// Dated is an event of the timeline.
type Dated struct {
	Moment Moment
	Event  *Event
}

// Timeline returns up to n of the events asked for in order of time, undated ones last, from the one after a moment on:
// those of one story, or of all of them where its id is ""; more tells whether there may be more. It fails as List does.
func (c *Collection) Timeline(q Query, storyID string, after Moment, n int) (events []Dated, more bool, err error) {
	if err := q.read(); err != nil {
		return nil, false, err
	}
	entries := c.order
	if storyID != "" {
		entries = []*entry{c.stories[storyID]}
		if entries[0] == nil {
			return nil, false, nil
		}
	}
	var line timeline
	for _, e := range entries {
		d := &e.digest
		if c.stale[e] {
			s, err := c.story(e)
			if err != nil {
				return nil, false, err
			}
			fresh := digestOf(s)
			d = &fresh
		}
		if q.mayHave(d) {
			line.add(&q, e, d.events, after)
		}
	}
	heap.Init(&line)
	for len(line) > 0 {
		top := line[0]
		s, err := c.story(top.entry)
		if err != nil {
			return nil, false, err
		}
		if e := &s.Events[top.moment.Event]; q.takesPart(s, e) {
			if len(events) == n {
				return events, true, nil
			}
			events = append(events, Dated{top.moment, e})
		}
		line.next(&q)
	}
	return events, false, nil
}

// takesPart reports whether the entity asked for is in an event.
func (q *Query) takesPart(s *Story, e *Event) bool {
	if q.Entity == "" {
		return true
	}
	return slices.ContainsFunc(e.Arguments, func(a Argument) bool {
		return a.Entity != "" && slices.ContainsFunc(s.Entities, func(x Entity) bool { return x.ID == a.Entity && q.isEntity(&x) })
	})
}

// timeline merges the events of stories: a heap of stories by the first of their events that is still to come.
type timeline []coming

type coming struct {
	moment Moment
	entry  *entry
	rest   []eventKey // those after it
}

// add puts in the events of a story that are asked for and after a moment.
func (l *timeline) add(q *Query, e *entry, events []eventKey, after Moment) {
	at, _ := slices.BinarySearchFunc(events, after, func(k eventKey, after Moment) int {
		return cmp.Or(Moment{k.begin, e.id, k.index}.compare(after), -1) // the moment itself is not after it
	})
	x := coming{entry: e, rest: events[at:]}
	if x.advance(q) {
		*l = append(*l, x)
	}
}

// advance goes to the next event that is asked for.
func (x *coming) advance(q *Query) bool {
	for len(x.rest) > 0 {
		k := x.rest[0]
		x.rest = x.rest[1:]
		if q.hasKey(k) {
			x.moment = Moment{k.begin, x.entry.id, k.index}
			return true
		}
	}
	return false
}

// next takes the first event out.
func (l *timeline) next(q *Query) {
	if (*l)[0].advance(q) {
		heap.Fix(l, 0)
	} else {
		heap.Pop(l)
	}
}

func (l timeline) Len() int           { return len(l) }
func (l timeline) Less(i, j int) bool { return l[i].moment.compare(l[j].moment) < 0 }
func (l timeline) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l *timeline) Push(x any)        { *l = append(*l, x.(coming)) }
func (l *timeline) Pop() any {
	old := *l
	x := old[len(old)-1]
	*l = old[:len(old)-1]
	return x
}

// entityPrefix begins the ids of a story's entities.
const entityPrefix = "se"

func entityID(k int) string { return fmt.Sprintf("%s%d", entityPrefix, k) }
