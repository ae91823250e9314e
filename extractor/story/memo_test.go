package story_test

import (
	"reflect"
	"testing"

	"github.com/dateline-news/dateline/extractor/story"
)

// A story that was made anew with what was judged before is the story that is made of its articles at once.
func TestStoriesMadeAnewAreWhole(t *testing.T) {
	model := learned(t)
	v := invent(4, 16, 5)
	c := story.NewCollection("memo", model)
	known := map[string]*story.Report{}
	check := func(updates []story.Update, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range updates {
			if u.Story == nil {
				continue
			}
			var reports []*story.Report
			for _, id := range u.Story.ArticleIDs {
				reports = append(reports, known[id])
			}
			want := model.Build(u.StoryID, reports)
			want.Version = u.Story.Version
			if !reflect.DeepEqual(want, u.Story) {
				t.Fatalf("story %s of %d articles differs from the one made at once", u.StoryID, len(reports))
			}
		}
	}
	for i, r := range v.reports {
		r.Doubtful = doubts(r, i)
		known[r.ArticleID] = r
		check(c.Add(r))
		if i%7 == 6 { // a correction
			check(c.Delete(r.ArticleID))
			check(c.Add(r))
		}
	}
}
