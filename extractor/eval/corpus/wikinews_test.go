package corpus

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

func sharedFolder(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DATELINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "wikinews")); err != nil {
		t.Skip("no shared data folder: set DATELINE_SHARED")
	}
	return dir
}

// Every reference must resolve and every span must cut whole words out of the text.
func TestWikinewsStandoffFitsTheTexts(t *testing.T) {
	all, err := Wikinews(sharedFolder(t))
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		a := &all[i]
		ids := map[string]bool{"": true}
		for _, e := range a.Entities {
			ids[e.ID] = true
		}
		for _, x := range a.Times {
			ids[x.ID] = true
		}
		for _, e := range a.Events {
			ids[e.ID] = true
		}
		span := func(what string, s Span) {
			if s.Begin < 0 || s.End <= s.Begin || s.End > len(a.Content) || !utf8.ValidString(a.Text(s)) {
				t.Errorf("%s: %s has a bad span %v", a.Article.ID, what, s)
			}
		}
		known := func(what, id string) {
			if !ids[id] {
				t.Errorf("%s: %s names unknown id %q", a.Article.ID, what, id)
			}
		}
		known("main event", a.MainEvent)
		for _, e := range a.Entities {
			for _, m := range e.Mentions {
				span(e.ID, m.Span)
			}
			for _, r := range e.Roles {
				span("role of "+e.ID, r.Title)
				known("role of "+e.ID, r.Organization)
			}
			for _, m := range e.Members {
				known("group "+e.ID, m)
			}
		}
		for _, q := range a.Quotes {
			for _, s := range q.Spans {
				span(q.ID, s)
			}
			known(q.ID, q.Speaker)
		}
		for _, e := range a.Events {
			for _, tr := range e.Triggers {
				span(e.ID, tr.Span)
			}
			for _, arg := range e.Args {
				known(e.ID, arg.Target)
			}
			for _, at := range e.Attributions {
				known(e.ID, at.Source)
			}
		}
	}
}

func TestMASCStandoffFitsTheTexts(t *testing.T) {
	shared := sharedFolder(t)
	if _, err := os.Stat(filepath.Join(shared, "data", "masc")); err != nil {
		t.Skip("no MASC in the shared data folder")
	}
	all, err := MASC(shared)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no annotated article")
	}
	for i := range all {
		for _, e := range all[i].Entities {
			for _, m := range e.Mentions {
				if s := m.Span; s.Begin < 0 || s.End <= s.Begin || s.End > len(all[i].Content) || !utf8.ValidString(all[i].Text(s)) {
					t.Errorf("%s: %s has a bad span %v", all[i].Article.ID, e.ID, s)
				}
			}
		}
	}
}
