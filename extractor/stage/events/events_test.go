package events

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

// describe writes an event as TYPE/mode triggers: ROLE=words … status.
func describe(d *extractor.Document, e *extractor.Event) string {
	var b strings.Builder
	b.WriteString(e.Type.String())
	if e.Mode != "" {
		b.WriteString("/" + e.Mode)
	}
	for i := range e.Triggers {
		b.WriteString(" " + d.TextOf(e.Triggers[i].Span))
		if i+1 < len(e.Triggers) {
			b.WriteByte(',')
		}
	}
	b.WriteByte(':')
	for _, a := range e.Arguments {
		words := d.TextOf(a.Span)
		if a.Entity >= 0 {
			words = d.Entities[a.Entity].Name
		}
		if a.Event >= 0 {
			words = "#" + d.TextOf(d.Events[a.Event].Triggers[0].Span)
		}
		fmt.Fprintf(&b, " %s=%s", a.Role, words)
	}
	if e.Polarity == extractor.PolarityNegative {
		b.WriteString(" not")
	}
	return b.String() + " " + e.Status.String()
}

func TestEvents(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/events.conllu")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"visit":          {"CONSULT/visit visit Tallinn: ACTOR=Ingrid Solberg RECIPIENT=Tallinn TOPIC=Friday PLACE=Tallinn PLANNED", "CONSULT talks: ACTOR=Alar Kask ACTOR=Ingrid Solberg PLANNED"},
		"accuse":         {"ACCUSE/allege accused: ACTOR=Oslo RECIPIENT=Minsk ACTUAL", "COERCE/cyber jamming radio signals: OBJECT=radio signals ACTOR=Minsk ALLEGED", "STATEMENT said: TOPIC=#accused ACTOR=the ministry ACTUAL"},
		"passive":        {"COERCE/arrest detained: RECIPIENT=The editor of Vesna ACTOR=police PLACE=Riga ACTUAL"},
		"denied":         {"REJECT denied: ACTOR=Kask TOPIC=#meeting ACTUAL", "CONSULT meeting: ACTOR=the agent ACTOR=Kask not DENIED"},
		"cancelled":      {"CONSULT summit: PLACE=Lima CANCELLED", "REJECT/meet called off: OBJECT=#summit PLACE=Lima ACTUAL"},
		"if":             {"COERCE/restrict close the border: ACTOR=Chad OBJECT=the border PLANNED"},
		"may":            {"SANCTION/discontinue recall its ambassador: ACTOR=Peru OBJECT=its ambassador RECIPIENT=Chile POSSIBLE"},
		"signed":         {"SUPPORT signed a fisheries treaty: ACTOR=Ghana OBJECT=a fisheries treaty ACTOR=Togo ACTUAL"},
		"strike":         {"PROTEST/strike went on strike: ACTOR=Nurses TOPIC=pay ACTUAL", "ASSAULT/heavy-weapons strike: OBJECT=the port ACTUAL", "ASSAULT hit: INSTRUMENT=#strike OBJECT=the port ACTUAL"},
		"control":        {"MOVEMENT flew: ACTOR=Kask PLACE=Rome ACTUAL", "CONSULT meet: ACTOR=Solberg ACTOR=Kask PLANNED"},
		"relative":       {"ASSAULT/abduct kidnapped: ACTOR=Gunmen RECIPIENT=a judge ACTUAL", "RETREAT/release freed: ACTOR=Gunmen ACTUAL"},
		"same":           {"CONSULT met, meeting: ACTOR=Solberg ACTOR=Kask PLACE=Oslo ACTUAL"},
		"title-headline": {"CONSULT/visit visit Riga: RECIPIENT=Riga ACTOR=Kask PLACE=Riga PLANNED", "MOVEMENT travel: ACTOR=Kask PLACE=Riga PLANNED"},
		"bare":           nil,
		"noattacker":     {"LIFE_DEATH died: RECIPIENT=The poet PLACE=Bonn ACTUAL"},
		"not":            {"CONSULT meet: ACTOR=Kask ACTOR=Solberg not ACTUAL"},
		"partitive":      {"ASSAULT/abduct kidnapped: ACTOR=Gunmen RECIPIENT=dozens of miners ACTUAL"},
		"ongoing":        {"AID searching: ACTOR=Divers OBJECT=the lake near Bergen PLACE=Bergen ONGOING"},
	}
	if len(docs) != len(want) {
		t.Fatalf("%d documents, want %d", len(docs), len(want))
	}
	stage, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		d := treedoc.New(&docs[i])
		treedoc.NameEntities(d)
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for k := range d.Events {
			got = append(got, describe(d, &d.Events[k]))
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want[docs[i].ID]) {
			t.Errorf("%q: %q,", docs[i].ID, got)
		}
	}
}
