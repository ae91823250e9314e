package story_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/boltstore"
	"github.com/dateline-news/dateline/extractor/story/memstore"
)

func report(i int) *story.Report {
	name := fmt.Sprintf("Ada%c Brandt%c", 'a'+i%26, 'a'+i/26%26)
	return &story.Report{ArticleID: fmt.Sprintf("a%d", i), Content: name, Title: name, PublishTime: "2019-05-10", MainEvent: -1,
		Entities: []story.ReportEntity{{Type: extractor.EntityPerson, Name: name, Salience: 1}},
		Terms:    []story.Term{{Lemma: "bridge", Count: 2}, {Lemma: name, Count: 1}}}
}

func TestLibraryKeepsWhatItAcknowledged(t *testing.T) {
	ctx := context.Background()
	folder := t.TempDir()
	open := func() *story.Library {
		s, err := boltstore.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		return story.NewLibrary(s, story.HandModel())
	}
	l := open()
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			if _, err := l.Add(ctx, "c", report(i)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if _, err := l.Delete(ctx, "c", "a7"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.Flush(ctx, "c"); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, l)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open()
	defer l.Close()
	if after := snapshot(t, l); after != before {
		t.Errorf("after reopening:\n%s\nbefore:\n%s", after, before)
	}
}

// snapshot writes down every story with its version.
func snapshot(t *testing.T, l *story.Library) string {
	out := ""
	err := l.View("c", func(c *story.Collection) error {
		out = fmt.Sprintf("version %d, %d articles\n", c.Version(), c.Len())
		for _, s := range c.Stories() {
			out += fmt.Sprintf("%s v%d %v\n", s.ID, s.Version, s.ArticleIDs)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWatchLosesNothing(t *testing.T) {
	ctx := context.Background()
	l := story.NewLibrary(memstore.New(), story.HandModel())
	defer l.Close()
	for i := range 5 {
		if _, err := l.Add(ctx, "c", report(i)); err != nil {
			t.Fatal(err)
		}
	}
	first, w, err := l.Watch("c", 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	last := int32(0)
	take := func(u story.Update) {
		if u.Version <= last {
			t.Errorf("version %d after %d", u.Version, last)
		}
		last = u.Version
		err := l.View("c", func(c *story.Collection) error {
			s, err := c.Story(u.StoryID)
			for _, a := range s.ArticleIDs {
				seen[a] = true
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	for _, u := range first {
		take(u)
	}
	for i := 5; i < 10; i++ {
		updates, err := l.Add(ctx, "c", report(i))
		if err != nil {
			t.Fatal(err)
		}
		for range updates {
			take(<-w.C)
		}
	}
	late, _, more, err := l.CatchUp("c")
	if err != nil || more {
		t.Fatalf("more: %v, %v", more, err)
	}
	for range late {
		take(<-w.C)
	}
	w.Close()
	if len(seen) != 10 {
		t.Errorf("saw %d articles, want 10", len(seen))
	}
	missed, again, err := l.Watch("c", last-1)
	if err != nil || len(missed) != 1 || missed[0].Version != last {
		t.Errorf("resumed from %d: %v, %v", last-1, missed, err)
	}
	again.Close()
}

// fullStore fails every commit once it is full.
type fullStore struct {
	story.Store
	full bool
}

func (s *fullStore) Commit(name string, b *story.Batch) error {
	if s.full {
		return story.ErrStoreFull
	}
	return s.Store.Commit(name, b)
}

func TestLibraryFull(t *testing.T) {
	ctx := context.Background()
	store := &fullStore{Store: memstore.New()}
	l := story.NewLibrary(store, story.HandModel())
	defer l.Close()
	if _, err := l.Add(ctx, "c", report(1)); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, l)
	store.full = true
	if _, err := l.Add(ctx, "c", report(2)); !errors.Is(err, story.ErrStoreFull) {
		t.Fatalf("a full store: %v", err)
	}
	store.full = false
	if after := snapshot(t, l); after != before {
		t.Errorf("after a failed commit:\n%s\nbefore:\n%s", after, before)
	}
	if _, err := l.Add(ctx, "c", report(2)); err != nil {
		t.Errorf("the same article once there is room: %v", err)
	}
}

func TestDrop(t *testing.T) {
	l := story.NewLibrary(memstore.New(), story.HandModel())
	defer l.Close()
	if err := l.Drop("c"); !errors.Is(err, story.ErrCollectionUnknown) {
		t.Errorf("dropped what is not there: %v", err)
	}
	if _, err := l.Add(context.Background(), "c", report(1)); err != nil {
		t.Fatal(err)
	}
	if err := l.Drop("c"); err != nil {
		t.Fatal(err)
	}
	if err := l.View("c", func(*story.Collection) error { return nil }); !errors.Is(err, story.ErrCollectionUnknown) {
		t.Errorf("after Drop: %v", err)
	}
}
