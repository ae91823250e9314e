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
