package story

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// visit is a report of one visit: the traveller, the host, the day of publication, the day and status of the visit.
func visit(id, traveller, host, published, day string, status extractor.EventStatus) *Report {
	return &Report{
		ArticleID: id, Outlet: "Outlet " + id, Title: traveller + " visits " + host, Content: id + traveller + host + day,
		PublishTime: published, MainEvent: 0,
		Entities: []ReportEntity{
			{Type: extractor.EntityPerson, Name: traveller, Salience: 1, Mentions: 3},
			{Type: extractor.EntityPerson, Name: host, Salience: .8, Mentions: 2},
		},
		Events: []ReportEvent{{
			Type: extractor.EventConsult, Mode: "visit", Status: status, Lemmas: []string{"visit"}, Salience: 1,
			Time: day, Interval: extractor.Interval{Begin: day, End: ""}, Passages: []Passage{{Text: traveller + " visits " + host}},
			Spans: []extractor.SourceSpan{{Begin: 0, End: 5}},
			Arguments: []ReportArgument{{Role: extractor.RoleActor, Entity: 0, Event: -1, Text: traveller},
				{Role: extractor.RoleRecipient, Entity: 1, Event: -1, Text: host}},
		}},
		Terms: []Term{{Lemma: "visit", Count: 3}, {Lemma: foldName(host), Count: 2}, {Lemma: foldName(traveller), Count: 2}},
	}
}

func sampleReports() []*Report {
	return []*Report{
		visit("a1", "Ingrid Solberg", "Alar Kask", "2019-05-08", "2019-05-10", extractor.StatusPlanned),
		visit("a2", "Ingrid Solberg", "Kask", "2019-05-11", "2019-05-10", extractor.StatusActual),
		visit("a3", "Solberg", "Alar Kask", "2019-05-10", "2019-05-10", extractor.StatusOngoing),
		visit("b1", "Rui Tavares", "Mina Sato", "2019-05-09", "2019-05-09", extractor.StatusActual),
		visit("b2", "Rui Tavares", "Mina Sato", "2019-05-10", "2019-05-09", extractor.StatusActual),
		visit("c1", "Ingrid Solberg", "Alar Kask", "2021-02-01", "2021-02-01", extractor.StatusActual),
	}
}

// partition lists the articles of each story.
func partition(c *Collection) [][]string {
	var out [][]string
	for _, s := range c.Stories() {
		out = append(out, s.ArticleIDs)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

func TestCollection(t *testing.T) {
	c := NewCollection("test", testModel())
	for _, r := range sampleReports() {
		if _, err := c.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(partition(c)), "[[a1 a3 a2] [b1 b2] [c1]]"; got != want {
		t.Fatalf("stories %s, want %s", got, want)
	}
	var s *Story
	for _, x := range c.Stories() {
		if len(x.ArticleIDs) == 3 {
			s = x
		}
	}
	if len(s.Events) != 1 || len(s.Entities) != 2 {
		t.Fatalf("%d events, %d entities, want 1 and 2: %+v", len(s.Events), len(s.Entities), s)
	}
	e := s.Events[0]
	var history []string
	for _, h := range e.History {
		history = append(history, h.Status.String())
	}
	if got := fmt.Sprint(history); got != "[PLANNED ONGOING ACTUAL]" || e.Status != extractor.StatusActual || e.IndependentSources != 3 {
		t.Errorf("history %s, status %v, %d sources", got, e.Status, e.IndependentSources)
	}
}

func TestCollectionIgnoresOrder(t *testing.T) {
	var want []*Story
	rng := rand.New(rand.NewPCG(3, 4))
	reports := sampleReports()
	for round := range 60 {
		rng.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		c := NewCollection("test", testModel())
		for _, r := range reports {
			if _, err := c.Add(r); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := c.Flush(); err != nil {
			t.Fatal(err)
		}
		got := c.Stories()
		for _, s := range got {
			s.Version = 0
		}
		if round == 0 {
			want = got
		} else if !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d: other stories", round)
		}
	}
}

func TestCollectionDeletes(t *testing.T) {
	c := NewCollection("test", testModel())
	for _, r := range sampleReports() {
		if _, err := c.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	again := sampleReports()[0]
	if updates, err := c.Add(again); err != nil || updates != nil {
		t.Errorf("the same article again: %v, %v", updates, err)
	}
	again.Content = "corrected"
	if _, err := c.Add(again); !errors.Is(err, ErrArticleExists) {
		t.Errorf("another article of the same id: %v", err)
	}
	for _, id := range []string{"a1", "b1", "b2"} {
		if _, err := c.Delete(id); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := c.Delete("a1"); !errors.Is(err, ErrArticleUnknown) {
		t.Errorf("deleted twice: %v", err)
	}
	if got, want := fmt.Sprint(partition(c)), "[[a3 a2] [c1]]"; got != want {
		t.Errorf("stories %s, want %s", got, want)
	}
	if _, err := c.Add(again); err != nil {
		t.Errorf("a corrected version: %v", err)
	}
}

// A large story is told of by the flush, after others that changed later: it must be told with a version above theirs.
func TestVersionsRiseAsTheyAreTold(t *testing.T) {
	c := NewCollection("test", testModel())
	last, late := int32(0), false
	take := func(updates []Update, err error) {
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range updates {
			if u.Version <= last {
				t.Errorf("%s is told with version %d after %d", u.StoryID, u.Version, last)
			}
			if u.Story != nil && u.Story.Version != u.Version {
				t.Errorf("%s has version %d, told with %d", u.StoryID, u.Story.Version, u.Version)
			}
			last = u.Version
		}
	}
	for i := range 30 {
		take(c.Add(visit(fmt.Sprint("a", i), "Ingrid Solberg", "Alar Kask", "2019-05-11", "2019-05-10", extractor.StatusActual)))
		take(c.Add(visit(fmt.Sprint("b", i), fmt.Sprint("Traveller", i), fmt.Sprint("Host", i), "2019-06-11", "2019-06-10", extractor.StatusActual)))
		late = late || len(c.stale) > 0
	}
	if !late {
		t.Fatal("no story was put off")
	}
	heard := last
	take(c.Flush())
	if since := c.Since(heard); len(since) == 0 {
		t.Errorf("who heard of version %d misses what the flush told", heard)
	}
}
