package story_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
	"github.com/dateline-news/dateline/extractor/story"
)

// seedReports reads and analyses the first n seed articles; it skips the test where they are not there.
func seedReports(t *testing.T, n int) (folder string, reports []*story.Report) {
	t.Helper()
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	folder = filepath.Join(shared, "seeds")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("no seed articles in %s; DATELINE_SHARED names the folder above them", folder)
	}
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		id := fmt.Sprintf("s%d", i)
		content, err := os.ReadFile(filepath.Join(folder, id+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Analyze(context.Background(), &extractor.Article{ID: id, Content: string(content)})
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, story.NewReport(d))
	}
	return folder, reports
}

func storiesOf(t *testing.T, m *story.Model, reports []*story.Report) []*story.Story {
	t.Helper()
	c := story.NewCollection("seeds", m)
	for _, r := range reports {
		if _, err := c.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	return c.Stories()
}

// TestSeedsInEveryOrder adds the five seed articles in all 120 orders.
func TestSeedsInEveryOrder(t *testing.T) {
	_, reports := seedReports(t, 5)
	m := learned(t)
	want := ""
	permute(reports, func(order []*story.Report) {
		var parts []string
		for _, s := range storiesOf(t, m, order) {
			parts = append(parts, fmt.Sprintf("%v %d events %d conflicts", s.ArticleIDs, len(s.Events), len(s.Conflicts)))
		}
		got := strings.Join(parts, "; ")
		if want == "" {
			want = got
			t.Log(got)
		} else if got != want {
			t.Fatalf("another order, other stories: %s, before %s", got, want)
		}
	})
}

// permute calls f with every order of a list.
func permute[T any](list []T, f func([]T)) {
	var step func(k int)
	step = func(k int) {
		if k == len(list) {
			f(slices.Clone(list))
			return
		}
		for i := k; i < len(list); i++ {
			list[k], list[i] = list[i], list[k]
			step(k + 1)
			list[k], list[i] = list[i], list[k]
		}
	}
	step(0)
}

// expectedStories is expected_stories.json.
type expectedStories struct {
	EntityMerges []struct {
		Name, Level string
		Variants    map[string]string
	} `json:"entity_merges"`
	EventMerges []struct {
		ID, What, Level string
		Members, Not    []string
	} `json:"event_merges"`
	Conflicts []struct {
		ID, About, Kind, Level string
		Claims                 []struct {
			Article    string
			Begin, End int
		}
	}
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// triggers reads where the expected events of the articles stand.
func triggers(t *testing.T, folder string) map[string]extractor.SourceSpan {
	out := map[string]extractor.SourceSpan{}
	for i := range 3 {
		var x struct {
			Events []struct {
				ID      string
				Trigger struct{ Begin, End int32 }
			}
		}
		readJSON(t, filepath.Join(folder, fmt.Sprintf("expected_s%d.json", i)), &x)
		for _, e := range x.Events {
			out[e.ID] = extractor.SourceSpan{Begin: extractor.SourceOffset(e.Trigger.Begin), End: extractor.SourceOffset(e.Trigger.End)}
		}
	}
	return out
}

// TestSeedStories counts what is found of the expected stories of the first three seed articles. Only a merge of what
// must stay apart fails it: what is missed is logged.
func TestSeedStories(t *testing.T) {
	folder, reports := seedReports(t, 3)
	stories := storiesOf(t, learned(t), reports)
	var want expectedStories
	readJSON(t, filepath.Join(folder, "expected_stories.json"), &want)
	at := triggers(t, folder)
	// eventOf is the story event that a report of an expected event became, "" where it was missed.
	eventOf := func(id string) string {
		article, _, _ := strings.Cut(id, ".")
		for _, s := range stories {
			for _, e := range s.Events {
				for _, r := range e.Reports {
					if r.ArticleID == article && slices.ContainsFunc(r.Spans, func(x extractor.SourceSpan) bool { return x.Begin < at[id].End && at[id].Begin < x.End }) {
						return s.ID + e.ID
					}
				}
			}
		}
		return ""
	}
	t.Logf("%d stories", len(stories))
	found, essential, of := 0, 0, 0
	for _, w := range want.EventMerges {
		one := eventOf(w.Members[0])
		whole := one != ""
		where := []string{}
		for _, m := range w.Members {
			where = append(where, m+"="+eventOf(m))
			whole = whole && eventOf(m) == one
		}
		for _, n := range w.Not {
			if other := eventOf(n); other != "" && slices.ContainsFunc(w.Members, func(m string) bool { return eventOf(m) == other }) {
				t.Errorf("%s (%s) holds %s", w.ID, w.What, n)
			}
		}
		if w.Level == "essential" {
			of++
		}
		if whole {
			found++
			if w.Level == "essential" {
				essential++
			}
		} else {
			t.Logf("missed merge %s %s (%s): %v", w.ID, w.What, w.Level, where)
		}
	}
	t.Logf("merges of events: %d of %d essential, %d of %d in all", essential, of, found, len(want.EventMerges))
	for i, w := range want.EventMerges {
		for _, o := range want.EventMerges[:i] {
			if a, b := eventOf(w.Members[0]), eventOf(o.Members[0]); a != "" && a == b {
				t.Errorf("merged: %s and %s", w.ID, o.ID)
			}
		}
	}
	seedConflicts(t, stories, &want)
}

// seedConflicts counts the expected conflicts: one is found where two of its claims stand in a conflict of its kind.
func seedConflicts(t *testing.T, stories []*story.Story, want *expectedStories) {
	names := [...]string{"", "VALUE", "GRANULARITY", "STRENGTH", "CERTAINTY", "CLAIM_DENIAL", "QUOTE_VARIANT", "CARDINALITY"}
	found := 0
	for _, w := range want.Conflicts {
		hit := false
		for _, s := range stories {
			for _, c := range s.Conflicts {
				n := 0
				for _, x := range w.Claims {
					if slices.ContainsFunc(c.Claims, func(k story.Claim) bool {
						return k.ArticleID == x.Article && slices.ContainsFunc(k.Spans, func(p extractor.SourceSpan) bool { return int(p.Begin) < x.End && x.Begin < int(p.End) })
					}) {
						n++
					}
				}
				hit = hit || n > 1 && names[c.Kind] == w.Kind
			}
		}
		if hit {
			found++
		} else {
			t.Logf("missed conflict %s %s %s (%s)", w.ID, w.Kind, w.About, w.Level)
		}
	}
	reported := 0
	for _, s := range stories {
		reported += len(s.Conflicts)
		for _, c := range s.Conflicts {
			line := fmt.Sprintf("reported %s %s:", names[c.Kind], c.FieldPath)
			for _, k := range c.Claims {
				line += fmt.Sprintf(" %s %v %.80q |", k.ArticleID, k.Spans, k.Value)
			}
			t.Log(line)
		}
	}
	t.Logf("conflicts: %d of %d found, %d reported", found, len(want.Conflicts), reported)
}
