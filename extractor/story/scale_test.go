package story_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/extractor/story/boltstore"
)

// TestScale measures a durable collection as it grows: the time an article takes at each size, a flush, the time to open it
// again, and memory and disk for an article. DATELINE_SCALE is the number of articles (20 a happening); without it the
// test is skipped.
func TestScale(t *testing.T) {
	articles, _ := strconv.Atoi(os.Getenv("DATELINE_SCALE"))
	if articles == 0 {
		t.Skip("set DATELINE_SCALE to a number of articles, such as 100000")
	}
	v := invent(articles/20, 20, 11)
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
	begin, last := time.Now(), 0
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
			t.Logf("%d articles: %v an article", i+1, (time.Since(begin) / time.Duration(i+1-last)).Round(time.Microsecond))
			begin, last = time.Now(), i+1
			next *= 2
		}
	}
	begin = time.Now()
	if _, _, err := l.Flush(ctx, "scale"); err != nil {
		t.Fatal(err)
	}
	t.Logf("flush: %v", time.Since(begin).Round(time.Millisecond))
	v = nil
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("memory: %d bytes an article", m.HeapAlloc/uint64(articles))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(folder, "stories.db")); err == nil {
		t.Logf("disk: %d bytes an article", info.Size()/int64(articles))
	}
	begin = time.Now()
	l = open()
	defer l.Close()
	if err := l.View("scale", func(*story.Collection) error { return nil }); err != nil {
		t.Fatal(err)
	}
	t.Logf("opened again in %v", time.Since(begin).Round(time.Millisecond))
}
