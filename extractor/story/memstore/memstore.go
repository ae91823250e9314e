// Package memstore keeps collections in memory: for tests, and for a service without --data.
package memstore

import (
	"cmp"
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
	reports map[string]*story.Report
	state   story.State
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
func (s *Store) Load(name string, report func(*story.Report) error) (story.State, error) {
	s.mu.Lock()
	c := s.collections[name]
	if c == nil {
		s.mu.Unlock()
		return story.State{}, nil
	}
	reports := slices.Collect(maps.Values(c.reports))
	state := story.State{Version: c.state.Version, Versions: maps.Clone(c.state.Versions), Gone: maps.Clone(c.state.Gone)}
	s.mu.Unlock()
	slices.SortFunc(reports, func(a, b *story.Report) int { return cmp.Compare(a.ArticleID, b.ArticleID) })
	for _, r := range reports {
		if err := report(r); err != nil {
			return story.State{}, err
		}
	}
	return state, nil
}

// Commit implements story.Store.
func (s *Store) Commit(name string, b *story.Batch) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.collections[name]
	if c == nil {
		c = &collection{reports: map[string]*story.Report{}, state: story.State{Versions: map[string]int32{}, Gone: map[string]story.Tombstone{}}}
		s.collections[name] = c
	}
	for _, id := range b.Delete {
		delete(c.reports, id)
	}
	for _, r := range b.Put {
		c.reports[r.ArticleID] = r
	}
	c.state.Version = b.Version
	for id, v := range b.Versions {
		c.state.Versions[id] = v
		delete(c.state.Gone, id)
	}
	for id, t := range b.Gone {
		c.state.Gone[id] = t
		delete(c.state.Versions, id)
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
