package story_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/boltstore"
	"github.com/dateline-news/dateline/extractor/story/memstore"
)

// TestOpenedAgain ingests news half before and half after the store was closed and opened again, and holds the outcome,
// with its lists, against that of a collection that was never closed.
func TestOpenedAgain(t *testing.T) {
	ctx := context.Background()
	v := invent(6, 24, 3)
	folder := t.TempDir()
	open := func() *story.Library {
		s, err := boltstore.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		return story.NewLibrary(s, learned(t))
	}
	closed, kept := open(), story.NewLibrary(memstore.New(), learned(t))
	defer kept.Close()
	for i, r := range v.reports {
		if i == len(v.reports)/2 {
			if err := closed.Close(); err != nil {
				t.Fatal(err)
			}
			closed = open()
		}
		for _, l := range []*story.Library{closed, kept} {
			if _, err := l.Add(ctx, "c", r); err != nil {
				t.Fatal(err)
			}
			if i%20 == 19 {
				if _, err := l.Delete(ctx, "c", r.ArticleID); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	closed = open()
	defer func() { closed.Close() }()
	for _, l := range []*story.Library{closed, kept} {
		if _, _, err := l.Flush(ctx, "c"); err != nil {
			t.Fatal(err)
		}
	}
	same(t, listing(t, closed), listing(t, kept))
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	closed = open()
	same(t, listing(t, closed), listing(t, kept))
}

// same reports the first line in which a list is not as wanted.
func same(t *testing.T, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("line %d:\n%s\nwant\n%s", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d lines, want %d", len(got), len(want))
	}
}

// listing reads the stories and the timeline of a collection page by page.
func listing(t *testing.T, l *story.Library) (lines []string) {
	t.Helper()
	err := l.View("c", func(c *story.Collection) error {
		for after, more := "", true; more; {
			var page []*story.Story
			var err error
			if page, more, err = c.List(story.Query{}, after, 3); err != nil {
				return err
			}
			for _, s := range page {
				lines = append(lines, fmt.Sprintf("%s %v %+v", s.ID, s.ArticleIDs, s.Conflicts))
				after = s.ID
			}
		}
		for after, more := (story.Moment{}), true; more; {
			var page []story.Dated
			var err error
			if page, more, err = c.Timeline(story.Query{}, "", after, 7); err != nil {
				return err
			}
			for _, e := range page {
				data, err := json.Marshal(e.Event)
				if err != nil {
					return err
				}
				lines = append(lines, fmt.Sprintf("%v %s", e.Moment, data))
				after = e.Moment
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}
