package story

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// ErrCollectionUnknown: no collection of that name exists.
var ErrCollectionUnknown = errors.New("no such collection")

// ErrBusy: the collection is about to be read anew.
var ErrBusy = errors.New("the collection is being deleted or read anew: try again")

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
	// broken says why memory is not what the store holds, nil where it is: the shelf is read anew.
	broken error
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
	return l.begin(collection, func(c *Collection) ([]Update, error) { return c.Add(r) })
}

// CatchUp tells of some stories of a collection that have changed without being told of; more tells whether there are
// more. It is called when there is time: see Collection.CatchUp. The change is durable as that of Begin is.
func (l *Library) CatchUp(collection string) (updates []Update, p *Pending, more bool, err error) {
	updates, p, err = l.begin(collection, func(c *Collection) (updates []Update, err error) {
		updates, more, err = c.CatchUp(maxCatchUp)
		return updates, err
	})
	return updates, p, more, err
}

// maxCatchUp is how many stories CatchUp makes before others get their turn.
const maxCatchUp = 4

// Delete takes an article out of a collection. See Collection.Delete.
func (l *Library) Delete(ctx context.Context, collection, articleID string) ([]Update, error) {
	updates, p, err := l.begin(collection, func(c *Collection) ([]Update, error) { return c.Delete(articleID) })
	if err != nil {
		return nil, err
	}
	return updates, p.Wait(ctx)
}

// Flush settles what was put off, in steps between which others get their turn. It returns the changes, whose stories are
// to be asked for, and the collection's version after them.
func (l *Library) Flush(ctx context.Context, collection string) ([]Update, int32, error) {
	var all []Update
	for {
		var version int32
		var more bool
		updates, p, err := l.begin(collection, func(c *Collection) ([]Update, error) {
			updates, again, err := c.flushStep(maxFlushStep)
			more, version = again, c.Version()
			return updates, err
		})
		if err == nil {
			err = p.Wait(ctx)
		}
		if err != nil {
			return nil, 0, err
		}
		for i := range updates {
			updates[i].Story = nil
		}
		if all = append(all, updates...); !more {
			return all, version, nil
		}
	}
}

// begin applies f to a collection in memory and queues what changed.
func (l *Library) begin(name string, f func(*Collection) ([]Update, error)) ([]Update, *Pending, error) {
	s, err := l.shelf(name)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return nil, nil, s.broken
	}
	updates, err := f(s.collection)
	batch := s.collection.take()
	switch {
	case batch != nil && err != nil: // it is half done
		s.broken = err
		go l.forget(s, err)
		return nil, nil, err
	case err != nil:
		return nil, nil, err
	case batch == nil:
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

// linger is how long a writer that has work without a break waits before it commits again: what comes meanwhile is written
// together.
const linger = 20 * time.Millisecond

// write commits what is pending until nothing is.
func (s *shelf) write(l *Library) {
	defer l.writers.Done()
	s.mu.Lock()
	for round := 0; s.pending != nil; round++ {
		if round > 0 {
			s.mu.Unlock()
			time.Sleep(linger)
			s.mu.Lock()
		}
		c := s.pending
		s.pending = nil
		broken := s.broken
		s.mu.Unlock()
		if broken != nil {
			c.err = broken
		} else if c.err = l.store.Commit(s.name, c.batch); c.err != nil {
			l.forget(s, c.err) // before anybody hears of it, so that the next call reads what is in the store
		}
		s.mu.Lock()
		if c.err == nil {
			s.collection.written(c.batch)
			s.tell(c.updates)
		}
		close(c.done)
	}
	s.writing = false
	s.mu.Unlock()
}

// forget drops a shelf whose memory is ahead of the store; the next call reads it anew.
func (l *Library) forget(s *shelf, why error) {
	l.mu.Lock()
	if l.shelves[s.name] == s {
		delete(l.shelves, s.name)
	}
	l.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = why
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
		c, err := OpenCollection(l.store, name, l.model)
		if err != nil {
			s.broken = err
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
	if s.broken != nil {
		return s.broken
	}
	if s.collection.Version() == 0 && s.collection.Len() == 0 {
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
	s.broken = ErrBusy
	c := s.pending
	s.mu.Unlock()
	if c != nil {
		<-c.done
	}
	l.forget(s, ErrBusy)
	if !known {
		return fmt.Errorf("%w: %q", ErrCollectionUnknown, name)
	}
	return l.store.Drop(name)
}
