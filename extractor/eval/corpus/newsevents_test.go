package corpus

import "testing"

func TestNewsEvents(t *testing.T) {
	for _, name := range NewsEventCorpora {
		docs, err := NewsEvents(shared(t), name)
		if err != nil {
			t.Fatal(err)
		}
		events := 0
		for i := range docs {
			a := &docs[i]
			for _, e := range a.Events {
				events++
				if len(e.Triggers) == 0 {
					t.Fatalf("%s %s: an event without a word", name, a.ID)
				}
				for _, m := range e.Triggers {
					if m.Span.Begin >= m.Span.End || m.Span.End > len(a.Content) {
						t.Fatalf("%s %s: a trigger at %v", name, a.ID, m.Span)
					}
				}
			}
		}
		if len(docs) < 10 || events < 5*len(docs)/4 {
			t.Errorf("%s: %d texts with %d events", name, len(docs), events)
		}
	}
	if _, err := NewsEvents(shared(t), "nothing"); err == nil {
		t.Error("a corpus that is none has events")
	}
}
