// Package storetest is what every story.Store must pass.
package storetest

import (
	"maps"
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

// put is a report of a number; what stores keep of it otherwise means nothing to them.
func put(number int32, id string) story.Put {
	return story.Put{Number: number, Report: report(id), Card: []byte("card of " + id)}
}

func made(id string, version int32) story.Changed {
	s := &story.Story{ID: id, Version: version, Title: "Mayor opens bridge", ArticleIDs: []string{"a"},
		Events: []story.Event{{ID: "sv0", Type: extractor.EventOther, Reports: []story.EventReport{{ArticleID: "a", Spans: []extractor.SourceSpan{{Begin: 1, End: 2}}}}}}}
	return story.Changed{State: []byte("state of " + id), Digest: []byte("digest of " + id), Story: s}
}

// load copies what a store keeps of a collection.
func load(t *testing.T, s story.Store, name string) story.Contents {
	t.Helper()
	var out story.Contents
	err := s.Load(name, func(x *story.Contents) error {
		out = story.Contents{Version: x.Version, Model: x.Model, Gone: maps.Clone(x.Gone)}
		for _, c := range x.Cards {
			out.Cards = append(out.Cards, story.Numbered{Number: c.Number, Data: slices.Clone(c.Data)})
		}
		for _, c := range x.Links {
			out.Links = append(out.Links, story.Numbered{Number: c.Number, Data: slices.Clone(c.Data)})
		}
		for _, c := range x.Stories {
			out.Stories = append(out.Stories, story.Named{ID: c.ID, State: slices.Clone(c.State), Digest: slices.Clone(c.Digest)})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func commitAndLoad(t *testing.T, s story.Store) {
	second := made("st-2", 2)
	commits := []*story.Batch{
		{Put: []story.Put{put(1, "b"), put(0, "a")}, Version: 2, Model: 7, Links: map[int32][]byte{1: []byte("links of b"), 0: {}},
			Stories: map[string]story.Changed{"st-1": made("st-1", 1), "st-2": second}},
		{Version: 3, Model: 7, Links: map[int32][]byte{1: []byte("new links")},
			Gone: map[string]story.Tombstone{"st-1": {Version: 3, MergedInto: "st-2"}}},
		// The articles of a story change before it is made anew.
		{Version: 4, Model: 7, Stories: map[string]story.Changed{"st-2": {State: []byte("new state")}}},
	}
	for _, b := range commits {
		if err := s.Commit("one", b); err != nil {
			t.Fatal(err)
		}
	}
	want := story.Contents{Version: 4, Model: 7,
		Cards:   []story.Numbered{{Number: 0, Data: []byte("card of a")}, {Number: 1, Data: []byte("card of b")}},
		Links:   []story.Numbered{{Number: 0, Data: nil}, {Number: 1, Data: []byte("new links")}},
		Stories: []story.Named{{ID: "st-2", State: []byte("new state"), Digest: []byte("digest of st-2")}},
		Gone:    map[string]story.Tombstone{"st-1": {Version: 3, MergedInto: "st-2"}}}
	got := load(t, s, "one")
	if len(got.Links) > 0 && len(got.Links[0].Data) == 0 {
		got.Links[0].Data = nil
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("loaded %+v, want %+v", got, want)
	}
	for number, id := range []string{"a", "b"} {
		if r, err := s.Report("one", int32(number)); err != nil || !reflect.DeepEqual(r, report(id)) {
			t.Errorf("report %d: %+v, %v", number, r, err)
		}
	}
	if x, err := s.Story("one", "st-2"); err != nil || !reflect.DeepEqual(x, second.Story) {
		t.Errorf("story %+v, %v", x, err)
	}
	if x, err := s.Story("one", "st-1"); err == nil {
		t.Errorf("a story that is gone: %+v", x)
	}
	if got := load(t, s, "none"); len(got.Cards) != 0 || got.Version != 0 {
		t.Errorf("a collection that is not there: %+v", got)
	}
}

func collections(t *testing.T, s story.Store) {
	for _, name := range []string{"zeta", "alpha"} {
		if err := s.Commit(name, &story.Batch{Put: []story.Put{put(0, "a")}, Version: 1}); err != nil {
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
	if err := s.Commit("three", &story.Batch{Put: []story.Put{put(0, "a"), put(1, "b")}, Version: 1}); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit("three", &story.Batch{Delete: []int32{0, 9}, Version: 2}); err != nil {
		t.Fatal(err)
	}
	if x := load(t, s, "three"); len(x.Cards) != 1 || x.Cards[0].Number != 1 {
		t.Errorf("loaded %+v", x)
	}
	if r, err := s.Report("three", 0); err == nil {
		t.Errorf("a deleted report: %+v", r)
	}
}
