package story

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// TestBuildCopies sends one article under three ids: each is in the story and reports its event, and they are one source.
func TestBuildCopies(t *testing.T) {
	var reports []*Report
	for _, id := range []string{"a", "b", "c"} {
		r := visit(id, "Ingrid Solberg", "Alar Kask", "2019-05-11", "2019-05-10", extractor.StatusActual)
		r.Content = "Solberg visited Kask."
		r.Title = "Visit"
		reports = append(reports, r)
	}
	other := visit("bb", "Ingrid Solberg", "Alar Kask", "2019-05-11", "2019-05-10", extractor.StatusActual)
	reports = slices.Insert(reports, 2, other)
	s := testModel().Build("st", reports)
	if got := fmt.Sprint(s.ArticleIDs); got != "[a b bb c]" {
		t.Errorf("articles %s", got)
	}
	for _, e := range s.Entities {
		if got := fmt.Sprint(e.ArticleIDs); got != "[a b bb c]" {
			t.Errorf("%s is named by %s", e.Name, got)
		}
	}
	if len(s.Events) != 1 || len(s.Events[0].Reports) != 4 || s.Events[0].Reports[2].ArticleID != "bb" || s.Events[0].IndependentSources != 2 {
		t.Errorf("events %+v", s.Events)
	}
}
