package story

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"
)

// Watcher receives the changes of a collection in order. C is closed when the watcher has fallen too far behind, the
// collection was deleted or the library closed; it may then be opened anew from the last version received.
type Watcher struct {
	C     chan Update
	shelf *shelf
	once  sync.Once
}

// watcherBuffer is how many changes a watcher may be behind.
const watcherBuffer = 1024

// ErrVersionAhead: the collection has not had so many changes.
var ErrVersionAhead = errors.New("the collection was deleted or lost since, and begun anew: watch from version 0")

// Watch returns the stories that changed after the given version, as they are now, and a watcher of what comes next:
// nothing is lost between the two. A negative version means from now on; one that the collection has not reached is
// refused with ErrVersionAhead.
func (l *Library) Watch(name string, after int32) ([]Update, *Watcher, error) {
	s, err := l.shelf(name)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return nil, nil, s.broken
	}
	if now := s.collection.Version(); after > now {
		return nil, nil, fmt.Errorf("%q is at version %d, not %d: %w", name, now, after, ErrVersionAhead)
	}
	w := &Watcher{C: make(chan Update, watcherBuffer), shelf: s}
	s.watchers[w] = struct{}{}
	if after < 0 {
		return nil, w, nil
	}
	return s.collection.Since(after), w, nil
}

// Close ends the watcher.
func (w *Watcher) Close() {
	w.shelf.mu.Lock()
	defer w.shelf.mu.Unlock()
	w.stop()
}

// stop ends the watcher; the shelf's lock is held.
func (w *Watcher) stop() {
	w.once.Do(func() {
		delete(w.shelf.watchers, w)
		close(w.C)
	})
}

// tell passes durable changes on to the watchers; one that is too far behind is ended rather than waited for.
func (s *shelf) tell(updates []Update) {
	for w := range s.watchers {
		for _, u := range updates {
			select {
			case w.C <- u:
				continue
			default:
			}
			w.stop()
			break
		}
	}
}

// Since returns the stories that changed after a version, in order of their versions; what they are now is to be asked for.
func (c *Collection) Since(version int32) []Update {
	var out []Update
	for _, e := range c.order {
		if e.version > version {
			out = append(out, Update{Change: Updated, StoryID: e.id, Version: e.version})
		}
	}
	for id, t := range c.gone {
		if t.Version > version {
			out = append(out, Update{Change: Deleted, StoryID: id, Version: t.Version, MergedInto: t.MergedInto})
		}
	}
	slices.SortFunc(out, func(a, b Update) int { return cmp.Compare(a.Version, b.Version) })
	return out
}
