package story

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

// ErrCollectionUnknown: no collection of that name exists.
var ErrCollectionUnknown = errors.New("no such collection")

// ErrBusy: memory is ahead of the store after a failed commit, and is about to be read anew.
var ErrBusy = errors.New("an earlier change could not be written: try again")

// ErrClosed: the library was closed while a change waited.
var ErrClosed = errors.New("library is closed")

// Library holds the collections of a store, each read into memory when it is first asked for. Changes are durable when
// its methods return, and are told to watchers only then; those of one collection that come at the same time are
// written together. It is safe for concurrent use.
type Library struct {
	store Store
	model *Model

	mu      sync.Mutex
	shelves map[string]*shelf
	closed  bool
	writers sync.WaitGroup
}

// shelf is one collection with its writer.
type shelf struct {
	name string

	mu         sync.Mutex
	collection *Collection
	pending    *Pending // what the writer takes next, nil for nothing
	last       *Pending // the change that was queued last
	writing    bool
	watchers   map[*Watcher]struct{}
	// broken: a commit failed, so that memory is ahead of the store; the shelf is read anew.
	broken bool
}

// Pending is a change on its way to the store; done is closed once err is set. A nil one has arrived.
type Pending struct {
	batch   *Batch
	updates []Update
	done    chan struct{}
	err     error
}

// NewLibrary returns the library of a store, with the model that its collections compare with.
func NewLibrary(store Store, model *Model) *Library {
	return &Library{store: store, model: model, shelves: map[string]*shelf{}}
}

// Close waits for changes under way, ends all watchers and closes the store.
func (l *Library) Close() error {
	l.mu.Lock()
	l.closed = true
	shelves := l.shelves
	l.shelves = nil
	l.mu.Unlock()
	l.writers.Wait()
	for _, s := range shelves {
		s.mu.Lock()
		for w := range s.watchers {
			w.stop()
		}
		s.mu.Unlock()
	}
	return l.store.Close()
}

// Add adds an article's report to a collection, which is made where it is missing. See Collection.Add.
func (l *Library) Add(ctx context.Context, collection string, r *Report) ([]Update, error) {
	updates, p, err := l.Begin(collection, r)
	if err != nil {
		return nil, err
	}
	return updates, p.Wait(ctx)
}

// Begin is Add without waiting: the change is made in memory, and is durable once Wait of what it returns has
// returned nil. Adding many articles so lets them be written together.
func (l *Library) Begin(collection string, r *Report) ([]Update, *Pending, error) {
	return l.begin(collection, func(c *Collection) ([]Update, *Batch, error) {
		n := c.Len()
		updates, err := c.Add(r)
		if err != nil || c.Len() == n {
			return nil, nil, err
		}
		b := batchOf(c.Version(), updates)
		b.Put = []*Report{r}
		return updates, b, nil
	})
}

// Delete takes an article out of a collection. See Collection.Delete.
func (l *Library) Delete(ctx context.Context, collection, articleID string) ([]Update, error) {
	return l.change(ctx, collection, func(c *Collection) ([]Update, *Batch, error) {
		updates, err := c.Delete(articleID)
		if err != nil {
			return nil, nil, err
		}
		b := batchOf(c.Version(), updates)
		b.Delete = []string{articleID}
		return updates, b, nil
	})
}

// Flush settles what was put off. It returns the changes and the collection's version after them.
func (l *Library) Flush(ctx context.Context, collection string) ([]Update, int32, error) {
	var version int32
	updates, err := l.change(ctx, collection, func(c *Collection) ([]Update, *Batch, error) {
		updates := c.Flush()
		version = c.Version()
		if len(updates) == 0 {
			return nil, nil, nil
		}
		return updates, batchOf(version, updates), nil
	})
	return updates, version, err
}

// change applies f to a collection and waits until its batch is durable.
func (l *Library) change(ctx context.Context, name string, f func(*Collection) ([]Update, *Batch, error)) ([]Update, error) {
	updates, p, err := l.begin(name, f)
	if err != nil {
		return nil, err
	}
	return updates, p.Wait(ctx)
}

// begin applies f to a collection in memory and queues its batch. A nil batch changes nothing.
func (l *Library) begin(name string, f func(*Collection) ([]Update, *Batch, error)) ([]Update, *Pending, error) {
	s, err := l.shelf(name)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken {
		return nil, nil, ErrBusy
	}
	updates, batch, err := f(s.collection)
	if err != nil {
		return nil, nil, err
	}
	if batch == nil {
		// Nothing new, but what it rests on may still be on its way.
		return updates, s.last, nil
	}
	return updates, s.enqueue(l, batch, updates), nil
}

// enqueue adds a change to the next commit and starts the writer where none is at work. s.mu is held.
func (s *shelf) enqueue(l *Library, batch *Batch, updates []Update) *Pending {
	if s.pending == nil {
		s.pending = &Pending{batch: &Batch{}, done: make(chan struct{})}
	}
	s.pending.batch.Add(batch)
	s.pending.updates = append(s.pending.updates, updates...)
	c := s.pending
	s.last = c
	if !s.writing {
		s.writing = true
		l.writers.Add(1)
		go s.write(l)
	}
	return c
}

// Wait returns nil once the change is durable, or why it is not.
func (c *Pending) Wait(ctx context.Context) error {
	if c == nil {
		return nil
	}
	select {
	case <-c.done:
		return c.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// write commits what is pending until nothing is.
func (s *shelf) write(l *Library) {
	defer l.writers.Done()
	s.mu.Lock()
	for s.pending != nil {
		c := s.pending
		s.pending = nil
		broken := s.broken
		s.mu.Unlock()
		if broken {
			c.err = ErrBusy
		} else if c.err = l.store.Commit(s.name, c.batch); c.err != nil {
			l.forget(s) // before anybody hears of it, so that the next call reads what is in the store
		}
		s.mu.Lock()
		if c.err == nil {
			s.tell(c.updates)
		}
		close(c.done)
	}
	s.writing = false
	s.mu.Unlock()
}

// forget drops a shelf whose memory is ahead of the store; the next call reads it anew.
func (l *Library) forget(s *shelf) {
	l.mu.Lock()
	if l.shelves[s.name] == s {
		delete(l.shelves, s.name)
	}
	l.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = true
	for w := range s.watchers {
		w.stop()
	}
}

// shelf returns the collection's shelf, read from the store where it is not in memory yet.
func (l *Library) shelf(name string) (*shelf, error) {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return nil, ErrClosed
	}
	s := l.shelves[name]
	if s == nil {
		s = &shelf{name: name, watchers: map[*Watcher]struct{}{}}
		l.shelves[name] = s
		s.mu.Lock()
		l.mu.Unlock()
		defer s.mu.Unlock()
		c, err := loadCollection(l.store, name, l.model)
		if err != nil {
			s.broken = true
			l.mu.Lock()
			delete(l.shelves, name)
			l.mu.Unlock()
			return nil, err
		}
		s.collection = c
		return s, nil
	}
	l.mu.Unlock()
	return s, nil
}

// View calls f with a collection under its lock; f must not keep it. It fails with ErrCollectionUnknown where no
// article was ever added.
func (l *Library) View(name string, f func(*Collection) error) error {
	s, err := l.shelf(name)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken || s.collection.Version() == 0 && s.collection.Len() == 0 {
		return fmt.Errorf("%w: %q", ErrCollectionUnknown, name)
	}
	return f(s.collection)
}

// Collections returns the names of all collections.
func (l *Library) Collections() ([]string, error) { return l.store.Collections() }

// Drop deletes a collection with all that is in it; watchers end.
func (l *Library) Drop(name string) error {
	s, err := l.shelf(name)
	if err != nil {
		return err
	}
	s.mu.Lock()
	known := s.collection != nil && (s.collection.Version() > 0 || s.collection.Len() > 0)
	s.broken = true
	c := s.pending
	s.mu.Unlock()
	if c != nil {
		<-c.done
	}
	l.forget(s)
	if !known {
		return fmt.Errorf("%w: %q", ErrCollectionUnknown, name)
	}
	return l.store.Drop(name)
}

// loadCollection reads a collection and restores the versions of its stories.
func loadCollection(store Store, name string, model *Model) (*Collection, error) {
	c := NewCollection(name, model)
	state, err := store.Load(name, func(r *Report) error {
		c.enter(r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.restore(state)
	return c, nil
}

// Watcher receives the changes of a collection in order. C is closed when the watcher has fallen too far behind, the
// collection was deleted or the library closed; it may then be opened anew from the last version received.
type Watcher struct {
	C     chan Update
	shelf *shelf
	once  sync.Once
}

// watcherBuffer is how many changes a watcher may be behind.
const watcherBuffer = 1024

// Watch returns the stories that changed after the given version, as they are now, and a watcher of what comes next:
// nothing is lost between the two. A negative version means from now on.
func (l *Library) Watch(name string, after int32) ([]Update, *Watcher, error) {
	s, err := l.shelf(name)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken {
		return nil, nil, ErrBusy
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

// Since returns the stories that changed after a version, as they are now, in order of their versions.
func (c *Collection) Since(version int32) []Update {
	var out []Update
	for _, s := range c.stories {
		if s.Version > version {
			out = append(out, Update{Change: Updated, Story: s})
		}
	}
	for id, t := range c.gone {
		if t.Version > version {
			out = append(out, Update{Change: Deleted, Story: &Story{ID: id, Version: t.Version}, MergedInto: t.MergedInto})
		}
	}
	slices.SortFunc(out, func(a, b Update) int { return int(a.Story.Version - b.Story.Version) })
	return out
}
