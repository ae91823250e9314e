package quotes

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/treedoc"
)

// describe writes a quote as TYPE STANCE [speaker] (cue) <via> content / content.
func describe(d *extractor.Document, q *extractor.Quote) string {
	var parts []string
	for _, s := range q.Spans {
		parts = append(parts, d.TextOf(s))
	}
	out := fmt.Sprintf("%s %s [%s] (%s)", q.Type, q.Stance, d.RangeText(q.Speaker), d.RangeText(q.Cue))
	if !q.Via.Empty() {
		out += " <" + d.RangeText(q.Via) + ">"
	}
	return out + " " + strings.Join(parts, " / ")
}

func TestQuotes(t *testing.T) {
	docs, err := conllu.ReadFile("testdata/quotes.conllu")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"after":      {"DIRECT ASSERT [Ada Brandt] (said) We will rebuild the pier,"},
		"resumed":    {"DIRECT ASSERT [Kask] (said) The ferry is safe, / It will sail tomorrow."},
		"via":        {"INDIRECT ASSERT [Kask] (told) <Reuters> the talks had failed"},
		"denied":     {"INDIRECT DENY [The ministry] (denied) troops crossed the river"},
		"according":  {"INDIRECT ASSERT [the city council] (according to) The bridge will open in May"},
		"trailing":   {"INDIRECT ASSERT [the foreign ministry] (said) Norway will close the port in June"},
		"scare":      nil,
		"mixed":      {"MIXED ASSERT [Solberg] (said) the plan was “a bad joke” for farmers"},
		"asked":      {"INDIRECT QUESTION [Reporters] (asked) whether the minister would resign"},
		"work":       nil,
		"paragraphs": {"DIRECT ASSERT [Mira Holt] (said) We lost the house, / We lost the boat. / But we are alive."},
		"single":     {"DIRECT ASSERT [Holt] (said) We lost,"},
		"apposition": {"INDIRECT DENY [Trask Lines] (denied) any wrongdoing"},
		"fragment":   {"INDIRECT ASSERT [Kask] (said) the bank was sound"},
		"unmarked":   {"DIRECT ASSERT [Brandt] (told) We did not know that."},
		"aside":      {"DIRECT ASSERT [Kask] (said) The pier will stay."},
		"told":       {"INDIRECT ASSERT [harbour chief Ada Brandt] (told) The pier will stay"},
		"beamed":     {"DIRECT ASSERT [the captain] (beamed) We did not sink ,"},
		"sayer":      {"DIRECT ASSERT [The clerk] () He opened it ."},
		"relative":   nil,
		"quoted":     {"INDIRECT ASSERT [Kask] (saying) <the agency> the pier would stay"},
	}
	if len(docs) != len(want) {
		t.Fatalf("%d documents, want %d", len(docs), len(want))
	}
	stage := New()
	for i := range docs {
		d := treedoc.New(&docs[i])
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for q := range d.Quotes {
			got = append(got, describe(d, &d.Quotes[q]))
		}
		if fmt.Sprint(got) != fmt.Sprint(want[docs[i].ID]) {
			t.Errorf("%s:\n got %q\nwant %q", docs[i].ID, got, want[docs[i].ID])
		}
	}
}

func TestDirection(t *testing.T) {
	if mark, single := markOf("“"); mark != '(' || single {
		t.Errorf("“: %c %v", mark, single)
	}
	if mark, _ := markOf("x"); mark != 0 {
		t.Errorf("x is a mark")
	}
}

// Marks without number, and none that match, must cost linear time and no crash.
func TestUnbalancedMarks(t *testing.T) {
	for _, mark := range []string{`"`, "“", "”", "‘", "'", "''"} {
		d := extractor.NewDocument(&extractor.Article{})
		d.Text = strings.Repeat(mark+" ", 2000)
		d.Blocks = []extractor.Block{{Type: extractor.SegmentBody, Span: extractor.TextSpan{End: extractor.TextOffset(len(d.Text))}}}
		at := 0
		for i := range 2000 {
			d.Tokens = append(d.Tokens, extractor.Token{Span: extractor.TextSpan{Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + len(mark))}, SpaceBefore: true})
			d.Tags = append(d.Tags, extractor.Tag{UPOS: extractor.PUNCT, Lemma: mark})
			head := int32(0)
			if i == 0 {
				head = -1
			}
			d.Arcs = append(d.Arcs, extractor.Arc{Head: head, Rel: extractor.RelPunct})
			at += len(mark) + 1
		}
		d.Sentences = []extractor.Sentence{{Tokens: extractor.TokenRange{Last: 2000}}}
		if err := New().Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
}
