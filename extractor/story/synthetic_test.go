package story_test

import (
	"testing"

	"github.com/dateline-news/dateline/extractor/model"
	"github.com/dateline-news/dateline/extractor/story"
)

// learned is the model that ships.
func learned(tb testing.TB) *story.Model {
	tb.Helper()
	data, err := model.Read("stories")
	if err != nil {
		tb.Fatal(err)
	}
	m, err := story.Load(data)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// TestInventedNews holds the stories of invented news against what is true of it.
func TestInventedNews(t *testing.T) {
	happenings := 500
	if testing.Short() {
		happenings = 50
	}
	v := invent(happenings, 20, 7)
	c := story.NewCollection("invented", learned(t))
	for _, r := range v.reports {
		if _, err := c.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	merges, conflicts := measure(v, c)
	t.Logf("%d articles, %d stories; merges: precision %.3f, recall %.3f, F1 %.3f; conflicts: precision %.3f, recall %.3f",
		c.Len(), len(c.Stories()), merges.precision(), merges.recall(), merges.f1(), conflicts.precision(), conflicts.recall())
	if merges.f1() < 0.9 || conflicts.precision() < 0.9 || conflicts.recall() < 0.7 {
		t.Errorf("want F1 of merges ≥ 0.9, precision of conflicts ≥ 0.9 and their recall ≥ 0.7")
	}
	if testing.Verbose() {
		explain(t, v, c)
	}
}

// hits counts what was found, what of it is right, what there is, and what of that was found.
type hits struct{ right, found, wanted, met int }

func (h hits) precision() float64 { return float64(h.right) / float64(max(h.found, 1)) }
func (h hits) recall() float64    { return float64(h.met) / float64(max(h.wanted, 1)) }
func (h hits) f1() float64 {
	return 2 * h.precision() * h.recall() / max(h.precision()+h.recall(), 1e-9)
}

// measure counts pairs of reported events that are one, and contradictions by happening and kind.
func measure(v *invented, c *story.Collection) (merges, conflicts hits) {
	told := map[int]int{}
	for _, instances := range v.instance {
		for _, x := range instances {
			told[x]++
		}
	}
	for _, n := range told {
		merges.wanted += n * (n - 1) / 2
	}
	conflicts.wanted = len(v.contradictions)
	found := map[contradiction]bool{}
	for _, s := range c.Stories() {
		for _, e := range s.Events {
			of := map[int]int{}
			for _, r := range e.Reports {
				of[v.instance[r.ArticleID][r.Event]]++
			}
			for _, n := range of {
				merges.right += n * (n - 1) / 2
			}
			merges.found += len(e.Reports) * (len(e.Reports) - 1) / 2
		}
		for _, x := range s.Conflicts {
			k := contradiction{v.happening[x.Claims[0].ArticleID], x.Kind}
			conflicts.found++
			if v.contradictions[k] {
				found[k] = true
				conflicts.right++
			}
		}
	}
	merges.met, conflicts.met = merges.right, len(found)
	return merges, conflicts
}

// explain logs false and missed conflicts by kind, and stories that mix or split happenings.
func explain(t *testing.T, v *invented, c *story.Collection) {
	wrong, found := map[story.ConflictKind]int{}, map[contradiction]bool{}
	pieces := map[int]int{}
	mixed := 0
	for _, s := range c.Stories() {
		of := map[int]bool{}
		for _, id := range s.ArticleIDs {
			of[v.happening[id]] = true
		}
		for h := range of {
			pieces[h]++
		}
		if len(of) > 1 {
			mixed++
		}
		for _, x := range s.Conflicts {
			k := contradiction{v.happening[x.Claims[0].ArticleID], x.Kind}
			if !v.contradictions[k] {
				if wrong[x.Kind]++; wrong[x.Kind] < 4 {
					t.Logf("false: kind %d %s %+v", x.Kind, x.FieldPath, x.Claims)
				}
			}
			found[k] = true
		}
	}
	missed, of := map[story.ConflictKind]int{}, map[story.ConflictKind]int{}
	for k := range v.contradictions {
		of[k.kind]++
		if !found[k] {
			missed[k.kind]++
		}
	}
	split := 0
	for _, n := range pieces {
		if n > 1 {
			split++
		}
	}
	t.Logf("false conflicts by kind %v, missed %v of %v; %d mixed stories, %d split happenings", wrong, missed, of, mixed, split)
}
