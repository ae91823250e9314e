package notation

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// guidelinesExample returns the article and the notation that the guidelines show.
func guidelinesExample(t *testing.T) (*corpus.Article, string) {
	t.Helper()
	doc, err := os.ReadFile("../wikinews/GUIDELINES.md")
	if err != nil {
		t.Fatal(err)
	}
	block := func(name string) string {
		_, rest, ok := strings.Cut(string(doc), "```"+name+"\n")
		body, _, closed := strings.Cut(rest, "\n```")
		if !ok || !closed {
			t.Fatalf("no %s block", name)
		}
		return body
	}
	content := regexp.MustCompile(`(?m)^\d+: `).ReplaceAllString(block("article"), "")
	return &corpus.Article{ID: "example", Content: content, PublishTime: time.Date(2019, 5, 7, 0, 0, 0, 0, time.UTC)}, block("ann")
}

func TestGuidelinesExampleCompiles(t *testing.T) {
	article, text := guidelinesExample(t)
	a, problems := Compile(article, text)
	for _, p := range problems {
		t.Errorf("%v", p)
	}
	words := func(s corpus.Span) string { return article.Content[s.Begin:s.End] }
	if len(a.Entities) != 12 || len(a.Times) != 4 || len(a.Quotes) != 3 || len(a.Events) != 8 {
		t.Errorf("got %d entities, %d times, %d quotes, %d events", len(a.Entities), len(a.Times), len(a.Quotes), len(a.Events))
	}
	solberg := a.Entities[2]
	if solberg.ID != "solberg" || words(*solberg.Name) != "Ingrid Solberg" || words(solberg.Roles[0].Title) != "mayor" || solberg.Roles[0].Organization != "oslo" {
		t.Errorf("solberg: %+v", solberg)
	}
	if m := solberg.Mentions[2]; m.Type != "PRONOUN" || words(m.Span) != "she" {
		t.Errorf("third mention of solberg: %+v", m)
	}
	if q := a.Quotes[1]; words(q.Spans[0]) != "We will reopen the ferry line" || words(*q.SpeakerSpan) != "she" || q.Via != "bbc" {
		t.Errorf("direct quote: %+v", q)
	}
	if a.Times[0].ID != "pub" || a.Segments[0].Type != "DATELINE" {
		t.Errorf("dateline: %+v %+v", a.Times[0], a.Segments[0])
	}
}

func TestCompileReportsWhatItCannotPlace(t *testing.T) {
	article, _ := guidelinesExample(t)
	for _, c := range []struct{ notation, want string }{
		{"e kask PERSON 3:Kask", `line 3 has no "Kask"`},
		{"e kask PERSON 6:Kas", `line 6 has no "Kas"`},
		{"e kask PERZON 6:Kask", "unknown entity type"},
		{"t x 2019-5-6 2:Monday", "no TIMEX3 value"},
		{"v x CONSULT/visti ACTUAL 2:met", `has no mode "visti"`},
		{"v x CONSULT DONE 2:met", `unknown status "DONE"`},
		{"v x CONSULT ACTUAL 2:met | a=nobody", `no such id "nobody"`},
		{"e line FAC 2:the", `2 times`},
		{"e a GPE 5:Bergen\ne b GPE 5:Bergen", "already a mention of a"},
		{"main x", `no event "x"`},
	} {
		_, problems := Compile(article, c.notation)
		found := false
		for _, p := range problems {
			found = found || !p.Warning && strings.Contains(p.Text, c.want)
		}
		if !found {
			t.Errorf("%q: want an error with %q, got %v", c.notation, c.want, problems)
		}
	}
}

func TestMissedNamesPronounsAndDatesAreWarnings(t *testing.T) {
	article, text := guidelinesExample(t)
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "e bbc") && !strings.HasPrefix(line, "t march") && !strings.HasPrefix(line, "e we") {
			kept = append(kept, line)
		}
	}
	_, problems := Compile(article, strings.Join(kept, ""))
	all := ""
	for _, p := range problems {
		all += p.Text + "\n"
	}
	for _, want := range []string{"3:BBC", "3:We", "5:March"} {
		if !strings.Contains(all, want) {
			t.Errorf("no warning of %s in %s", want, all)
		}
	}
}

func TestClockTimeAndDayAreOneExpression(t *testing.T) {
	article := &corpus.Article{ID: "x", Content: "The ferry left at 5 p.m. on Monday.", PublishTime: time.Date(2019, 5, 7, 0, 0, 0, 0, time.UTC)}
	a, _ := Compile(article, "t clock 2019-05-06T17:00 1:5 p.m.\nt day 2019-05-06 1:Monday\nv left MOVEMENT ACTUAL 1:left | o=1:The ferry | t=day")
	if len(a.Times) != 1 || a.Times[0].Value != "2019-05-06T17:00" || article.Content[a.Times[0].Span.Begin:a.Times[0].Span.End] != "5 p.m. on Monday" {
		t.Errorf("times: %+v", a.Times)
	}
	if got := a.Events[0].Args[1].Target; got != a.Times[0].ID {
		t.Errorf("the event's time is %q, want %q", got, a.Times[0].ID)
	}
}

func TestMentionTypes(t *testing.T) {
	for text, want := range map[string]string{
		"Alar Kask": "PROPER", "Kask's deputy": "COMMON", "Estonian officials": "COMMON", "van den Berg": "PROPER",
		"al-Masry": "PROPER", "iGo": "PROPER", "Green party": "PROPER", "police": "COMMON", "Five masked men": "COMMON",
		"herself": "PRONOUN", "I": "PRONOUN", "US": "PROPER", "Expo 2019": "PROPER", "12 people": "COMMON",
	} {
		if got := mentionType(text); got != want {
			t.Errorf("mentionType(%q) = %s, want %s", text, got, want)
		}
	}
}
