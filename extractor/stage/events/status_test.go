package events

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

// TestStatus looks what a sentence says of the reality of what a word names.
func TestStatus(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/status.conllu")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]struct {
		word    string
		status  extractor.EventStatus
		negated bool
	}{
		"when-past":         {"exploded", extractor.StatusActual, false},
		"if-present":        {"talks", extractor.StatusHypothetical, false},
		"not-started":       {"talks", extractor.StatusActual, true},
		"under-way":         {"Talks", extractor.StatusOngoing, false},
		"ongoing":           {"investigation", extractor.StatusOngoing, false},
		"due":               {"hearing", extractor.StatusPlanned, false},
		"could-spark":       {"protests", extractor.StatusPossible, false},
		"accuse-noun":       {"torture", extractor.StatusAlleged, false},
		"having-fired":      {"attacked", extractor.StatusAlleged, false},
		"dismissed-reports": {"arrested", extractor.StatusDenied, true},
		"insisted-past":     {"met", extractor.StatusActual, false},
		"aborted":           {"summit", extractor.StatusCancelled, false},
		"acquitted":         {"rape", extractor.StatusAlleged, false},
	}
	if len(docs) != len(want) {
		t.Fatalf("%d documents, want %d", len(docs), len(want))
	}
	analyze := untrainedAnalysis(t)
	for i := range docs {
		w := want[docs[i].ID]
		d := treedoc.New(&docs[i])
		addDates(d)
		a := analyze(d)
		a.findCandidates()
		found := false
		for k := range a.candidates {
			c := &a.candidates[k]
			if a.TokenText(int(c.head)) != w.word {
				continue
			}
			found = true
			if got := a.judgeStatus(c); got.status != w.status || got.negated != w.negated {
				t.Errorf("%s: %q is %s, negated %v; want %s, %v", docs[i].ID, w.word, got.status, got.negated, w.status, w.negated)
			}
		}
		if !found {
			t.Errorf("%s: %q names no event", docs[i].ID, w.word)
		}
	}
}

// addDates makes the names of days time expressions.
func addDates(d *extractor.Document) {
	for i := range d.Tokens {
		if d.TokenText(i) == "Monday" {
			r := extractor.TokenRange{First: int32(i), Last: int32(i) + 1}
			d.Times = append(d.Times, extractor.TimeExpression{Type: extractor.TimeDate, Tokens: r, Span: d.SpanOf(r)})
		}
	}
}
