package corpus

import (
	"testing"
)

func TestECBNewsAreWhole(t *testing.T) {
	articles, err := ECBNews(sharedFolder(t))
	if err != nil {
		t.Fatal(err)
	}
	clusters, events := map[string]bool{}, 0
	for i := range articles {
		a := &articles[i]
		clusters[a.Cluster()] = true
		events += len(a.Events)
		for _, e := range a.Events {
			for _, m := range e.Triggers {
				if a.Text(m.Span) == "" {
					t.Errorf("%s: event %s has an empty trigger", a.ID, e.ID)
				}
			}
		}
	}
	if len(articles) < 2*len(clusters) || events < 5*len(articles) {
		t.Errorf("%d articles in %d clusters with %d events", len(articles), len(clusters), events)
	}
}

func TestInventedTellsHappeningsTwice(t *testing.T) {
	articles, err := Invented()
	if err != nil {
		t.Fatal(err)
	}
	clusters, told := map[string]string{}, map[string]int{}
	for i := range articles {
		a := &articles[i]
		if split, ok := clusters[a.Cluster()]; ok && split != a.Split {
			t.Errorf("%s: its cluster is in %s and %s", a.ID, split, a.Split)
		}
		clusters[a.Cluster()] = a.Split
		if a.Title == "" || a.PublishTime.IsZero() {
			t.Errorf("%s: no title or day", a.ID)
		}
		for _, e := range a.Events {
			told[a.Cluster()+"/"+e.ID]++
		}
	}
	shared := 0
	for _, n := range told {
		if n > 1 {
			shared++
		}
	}
	if shared < 2*len(clusters) {
		t.Errorf("%d events of %d clusters are told by more than one article", shared, len(clusters))
	}
}
