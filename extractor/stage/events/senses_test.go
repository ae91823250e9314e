package events

import (
	"context"
	"testing"

	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

// TestSenses looks what a word is taken to mean by its surroundings.
func TestSenses(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/senses.conllu")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]struct{ lemma, typ string }{
		"dismissal-minister": {"dismissal", "PERSONNEL_END"},
		"dismissal-suit":     {"dismissal", "JUSTICE"},
		"firing":             {"firing", "PERSONNEL_END"},
		"merger":             {"merger", "BUSINESS"},
		"release-hostages":   {"release", "RETREAT"},
		"verdict":            {"verdict", "JUSTICE"},
		"call-between":       {"call", "CONSULT"},
		"killed-blast":       {"kill", "LIFE_DEATH"},
		"killed-gunmen":      {"kill", "ASSAULT"},
		"flood-kills":        {"kill", "LIFE_DEATH"},
		"quits-party":        {"quit", "PERSONNEL_END"},
		"named-chief":        {"name", "PERSONNEL_START"},
		"test-missile":       {"fire", "MOBILIZE"},
		"imposed-ban":        {"impose", "COERCE"},
		"hacked":             {"break", "COERCE"},
		"seized-tanker":      {"seize", "COERCE"},
		"missile-test":       {"test", "MOBILIZE"},
		"suspension":         {"suspension", "SANCTION"},
		"launch-again":       {"launch", "BUSINESS"},
		"fire-sweeps":        {"sweep", "ACCIDENT"},
	}
	if len(docs) != len(want) {
		t.Fatalf("%d documents, want %d", len(docs), len(want))
	}
	stage, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		w := want[docs[i].ID]
		d := treedoc.New(&docs[i])
		treedoc.NameEntities(d)
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		got := ""
		for e := range d.Events {
			for _, x := range d.Events[e].Triggers {
				if x.Lemma == w.lemma {
					got = d.Events[e].Type.String()
				}
			}
		}
		if got != w.typ {
			t.Errorf("%s: %q is %q, want %s", docs[i].ID, w.lemma, got, w.typ)
		}
	}
}
