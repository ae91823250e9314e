//go:build unix

package story_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/boltstore"
)

// TestScale measures a durable collection as it grows: the time and the processor's time that an article takes at each
// size, a flush, the time to open it again and to answer, and memory and disk for an article. DATELINE_SCALE is the
// number of articles (20 a happening); without it the test is skipped.
func TestScale(t *testing.T) {
	articles, _ := strconv.Atoi(os.Getenv("DATELINE_SCALE"))
	if articles == 0 {
		t.Skip("set DATELINE_SCALE to a number of articles, such as 100000")
	}
	v := invent(articles/20, 20, 11)
	for i, r := range v.reports {
		r.Doubtful = doubts(r, i)
	}
	// News comes in by the day.
	slices.SortStableFunc(v.reports, func(a, b *story.Report) int { return strings.Compare(a.PublishTime, b.PublishTime) })
	folder := t.TempDir()
	open := func() *story.Library {
		s, err := boltstore.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		return story.NewLibrary(s, learned(t))
	}
	l := open()
	ctx := context.Background()
	begin, cpu, last := time.Now(), cpuTime(), 0
	next := 1000
	var pending []*story.Pending
	for i, r := range v.reports {
		_, p, err := l.Begin("scale", r)
		if err != nil {
			t.Fatal(err)
		}
		if pending = append(pending, p); len(pending) > 64 {
			if err := pending[0].Wait(ctx); err != nil {
				t.Fatal(err)
			}
			pending = pending[1:]
		}
		if i+1 == next || i+1 == len(v.reports) {
			n := time.Duration(i + 1 - last)
			t.Logf("%d articles: %v an article, %v of the processor", i+1, (time.Since(begin) / n).Round(time.Microsecond), ((cpuTime() - cpu) / n).Round(time.Microsecond))
			begin, cpu, last = time.Now(), cpuTime(), i+1
			next *= 2
		}
	}
	timed := func(what string, f func() error) {
		begin, cpu := time.Now(), cpuTime()
		if err := f(); err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %v, %v of the processor", what, time.Since(begin).Round(10*time.Microsecond), (cpuTime() - cpu).Round(10*time.Microsecond))
	}
	timed("flush", func() error {
		_, _, err := l.Flush(ctx, "scale")
		return err
	})
	name := v.reports[0].Entities[0].Name
	v = nil
	memory := func() {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("memory: %d bytes an article", m.HeapAlloc/uint64(articles))
	}
	memory()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(folder, "stories.db")); err == nil {
		t.Logf("disk: %d bytes an article", info.Size()/int64(articles))
	}
	l = open()
	defer l.Close()
	view := func(what string, f func(*story.Collection) error) {
		timed(what, func() error { return l.View("scale", f) })
	}
	view("opened again", func(*story.Collection) error { return nil })
	var id string
	view("50 stories", func(c *story.Collection) error {
		page, _, err := c.List(story.Query{}, "st-8", 50)
		id = page[len(page)-1].ID
		return err
	})
	view("the stories of a name", func(c *story.Collection) error {
		page, _, err := c.List(story.Query{Entity: name}, "", 50)
		if err == nil && len(page) == 0 {
			t.Errorf("no story of %s", name)
		}
		return err
	})
	view("50 events of the timeline", func(c *story.Collection) error {
		_, _, err := c.Timeline(story.Query{}, "", story.Moment{Begin: "2019-06"}, 50)
		return err
	})
	view("one story", func(c *story.Collection) error {
		_, err := c.Story(id)
		return err
	})
	timed("the first article afterwards", func() error {
		r := invent(1, 1, 12).reports[0]
		r.ArticleID = "another"
		_, err := l.Add(ctx, "scale", r)
		return err
	})
	memory()
}

// cpuTime is the processor's time that this process has taken.
func cpuTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // it cannot fail
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
