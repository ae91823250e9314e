// Package storetest is what every story.Store must pass.
package storetest

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
)

// Run tests stores that open returns: each call opens the same store anew, after closing it where it was open.
func Run(t *testing.T, open func(t *testing.T) story.Store) {
	t.Run("CommitAndLoad", func(t *testing.T) { commitAndLoad(t, open(t)) })
	t.Run("Collections", func(t *testing.T) { collections(t, open(t)) })
	t.Run("Delete", func(t *testing.T) { deletes(t, open(t)) })
}

func report(id string) *story.Report {
	return &story.Report{
		ArticleID: id, Outlet: "The Lund Courier", Title: "Mayor opens bridge", Content: "The mayor opened the bridge.",
		PublishTime: "2019-05-10", MainEvent: 0,
		Entities: []story.ReportEntity{{Type: extractor.EntityPerson, Name: "Ada Brandt", Salience: 1, Titles: []string{"mayor"}}},
		Events: []story.ReportEvent{{Type: extractor.EventOther, Status: extractor.StatusActual, Lemmas: []string{"open"},
			Spans:     []extractor.SourceSpan{{Begin: 10, End: 16}},
			Arguments: []story.ReportArgument{{Role: extractor.RoleActor, Entity: 0, Event: -1, Text: "The mayor"}}}},
		Terms: []story.Term{{Lemma: "bridge", Count: 1}}, Shingles: []uint32{1, 2, 3},
	}
}

func load(t *testing.T, s story.Store, name string) ([]*story.Report, story.State) {
	t.Helper()
	var all []*story.Report
	state, err := s.Load(name, func(r *story.Report) error {
		all = append(all, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, state
}

func commitAndLoad(t *testing.T, s story.Store) {
	b := &story.Batch{Put: []*story.Report{report("b"), report("a")}, Version: 2, Versions: map[string]int32{"st-1": 1, "st-2": 2}}
	if err := s.Commit("one", b); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit("one", &story.Batch{Version: 3, Gone: map[string]story.Tombstone{"st-1": {Version: 3, MergedInto: "st-2"}}}); err != nil {
		t.Fatal(err)
	}
	all, state := load(t, s, "one")
	if len(all) != 2 || !reflect.DeepEqual(all[0], report("a")) || !reflect.DeepEqual(all[1], report("b")) {
		t.Errorf("loaded %+v", all)
	}
	want := story.State{Version: 3, Versions: map[string]int32{"st-2": 2}, Gone: map[string]story.Tombstone{"st-1": {Version: 3, MergedInto: "st-2"}}}
	if !reflect.DeepEqual(state, want) {
		t.Errorf("state %+v, want %+v", state, want)
	}
	if all, state := load(t, s, "none"); len(all) != 0 || state.Version != 0 {
		t.Errorf("a collection that is not there: %v, %+v", all, state)
	}
}

func collections(t *testing.T, s story.Store) {
	for i, name := range []string{"zeta", "alpha"} {
		if err := s.Commit(name, &story.Batch{Put: []*story.Report{report(fmt.Sprint(i))}, Version: 1}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Drop("zeta"); err != nil {
		t.Fatal(err)
	}
	if err := s.Drop("never there"); err != nil {
		t.Fatal(err)
	}
	names, err := s.Collections()
	if err != nil || slices.Contains(names, "zeta") || !slices.Contains(names, "alpha") || !slices.IsSorted(names) {
		t.Errorf("collections %v, %v", names, err)
	}
}

func deletes(t *testing.T, s story.Store) {
	if err := s.Commit("three", &story.Batch{Put: []*story.Report{report("a"), report("b")}, Version: 1}); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit("three", &story.Batch{Delete: []string{"a", "never there"}, Version: 2}); err != nil {
		t.Fatal(err)
	}
	if all, _ := load(t, s, "three"); len(all) != 1 || all[0].ArticleID != "b" {
		t.Errorf("loaded %v", all)
	}
}
