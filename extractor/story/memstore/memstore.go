// Package memstore keeps collections in memory: for tests, and for a service without --data.
package memstore

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/dateline-news/dateline/extractor/story"
)

// Store is a story.Store that forgets everything when the process ends.
type Store struct {
	mu          sync.Mutex
	collections map[string]*collection
}

type collection struct {
	version int32
	model   uint64
	reports map[int32]*story.Report
	cards   map[int32][]byte
	links   map[int32][]byte
	stories map[string]story.Changed
	gone    map[string]story.Tombstone
}

// New returns an empty store.
func New() *Store { return &Store{collections: map[string]*collection{}} }

// Collections implements story.Store.
func (s *Store) Collections() ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.collections)), nil
}

// Load implements story.Store.
func (s *Store) Load(name string, read func(*story.Contents) error) error {
	s.mu.Lock()
	c := s.collections[name]
	x := &story.Contents{}
	if c != nil {
		x.Version, x.Model, x.Cards, x.Links, x.Gone = c.version, c.model, numbered(c.cards), numbered(c.links), maps.Clone(c.gone)
		for id, r := range c.stories {
			x.Stories = append(x.Stories, story.Named{ID: id, State: r.State, Digest: r.Digest})
		}
	}
	s.mu.Unlock()
	slices.SortFunc(x.Stories, func(a, b story.Named) int { return cmp.Compare(a.ID, b.ID) })
	return read(x)
}

func numbered(m map[int32][]byte) []story.Numbered {
	out := make([]story.Numbered, 0, len(m))
	for number, data := range m {
		out = append(out, story.Numbered{Number: number, Data: data})
	}
	slices.SortFunc(out, func(a, b story.Numbered) int { return cmp.Compare(a.Number, b.Number) })
	return out
}

// Report implements story.Store.
func (s *Store) Report(collection string, number int32) (*story.Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.collections[collection]; c != nil && c.reports[number] != nil {
		return c.reports[number], nil
	}
	return nil, fmt.Errorf("%w: no article %d", story.ErrStoreDamaged, number)
}

// Story implements story.Store.
func (s *Store) Story(collection, id string) (*story.Story, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.collections[collection]; c != nil && c.stories[id].Story != nil {
		return c.stories[id].Story, nil
	}
	return nil, fmt.Errorf("%w: no story %q", story.ErrStoreDamaged, id)
}

// Commit implements story.Store.
func (s *Store) Commit(name string, b *story.Batch) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.collections[name]
	if c == nil {
		c = &collection{reports: map[int32]*story.Report{}, cards: map[int32][]byte{}, links: map[int32][]byte{},
			stories: map[string]story.Changed{}, gone: map[string]story.Tombstone{}}
		s.collections[name] = c
	}
	c.version, c.model = b.Version, b.Model
	for _, p := range b.Put {
		c.reports[p.Number], c.cards[p.Number] = p.Report, p.Card
	}
	maps.Copy(c.links, b.Links)
	for _, number := range b.Delete {
		delete(c.reports, number)
		delete(c.cards, number)
		delete(c.links, number)
	}
	for id, x := range b.Stories {
		if x.Story == nil {
			x.Story, x.Digest = c.stories[id].Story, c.stories[id].Digest
		}
		c.stories[id] = x
		delete(c.gone, id)
	}
	for id, t := range b.Gone {
		c.gone[id] = t
		delete(c.stories, id)
	}
	return nil
}

// Drop implements story.Store.
func (s *Store) Drop(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.collections, name)
	return nil
}

// Close implements story.Store.
func (s *Store) Close() error { return nil }
