package times_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
)

// TestUndated infers the days of articles without date lines; nine of ten must be right.
func TestUndated(t *testing.T) {
	data, err := os.ReadFile("testdata/undated.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := english(t)
	right, total := 0, 0
	for _, entry := range strings.Split(string(data), "\n== ")[1:] {
		want, text, _ := strings.Cut(entry, "\n")
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: strings.Join(strings.Fields(text), " ")})
		if err != nil {
			t.Fatal(err)
		}
		got := "-"
		if d.PublishTime.Known() {
			got = d.PublishTime.Value
		}
		total++
		if got == want {
			right++
		} else {
			t.Logf("want %s, got %s (%d): %.60s", want, got, d.PublishTime.Provenance, text)
		}
	}
	t.Logf("%d of %d right", right, total)
	if total < 40 || 10*right < 9*total {
		t.Errorf("only %d of %d right", right, total)
	}
}

// TestPublishTime goes down the order of precedence: given, metadata, date line, inferred.
func TestPublishTime(t *testing.T) {
	p := english(t)
	tallinn := time.FixedZone("Europe/Tallinn", 3*3600)
	for _, c := range []struct {
		name       string
		article    extractor.Article
		value      string
		provenance extractor.Provenance
		span       string
	}{
		{"given", extractor.Article{Content: "Friday, January 4, 2019\n\nA roof fell in on Monday.", PublishTime: time.Date(2019, 1, 5, 0, 0, 0, 0, time.UTC)},
			"2019-01-05", extractor.ProvenanceProvided, ""},
		{"given with an hour in a zone", extractor.Article{Content: "A roof fell in on Monday.", PublishTime: time.Date(2019, 1, 5, 22, 30, 0, 0, time.UTC), Location: tallinn},
			"2019-01-06T01:30+03:00", extractor.ProvenanceProvided, ""},
		{"leading date", extractor.Article{Content: "Friday, January 4, 2019\n\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2019-01-04", extractor.ProvenanceDateline, "Friday, January 4, 2019"},
		{"date line with an hour", extractor.Article{Content: "Roof falls in at school\n\nNov 8, 2017 — 09:38\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2017-11-08T09:38", extractor.ProvenanceDateline, "Nov 8, 2017 — 09:38"},
		{"published", extractor.Article{Content: "Roof falls in at school\n\nPublished: 8 November 2017\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2017-11-08", extractor.ProvenanceDateline, "8 November 2017"},
		{"dateline of an agency", extractor.Article{Content: "HARSK, May 9, 2017 (AP) — A roof fell in on Monday in this town, police said. Nobody was hurt, but the school stays closed."},
			"2017-05-09", extractor.ProvenanceDateline, "May 9, 2017"},
		{"month without its stop", extractor.Article{Content: "Roof falls in at school\n\nMar 19, 2020 Local, Politics 0\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2020-03-19", extractor.ProvenanceDateline, "Mar 19, 2020"},
		{"hyphens and a name in capitals", extractor.Article{Content: "Roof falls in at school\n\n30-SEP-2015 13:27\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2015-09-30T13:27", extractor.ProvenanceDateline, "30-SEP-2015 13:27"},
		{"two figures for the year", extractor.Article{Content: "Roof falls in at school\n\nPublished 25-3-11\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2011-03-25", extractor.ProvenanceDateline, "25-3-11"},
		{"in a byline", extractor.Article{Content: "Roof falls in at school\n\nWritten by Alar Kask, RN on April 4, 2022 — Checked by Jane Webb\n\nA roof fell in on Monday in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"2022-04-04", extractor.ProvenanceDateline, "April 4, 2022"},
		{"the months' names settle the order", extractor.Article{Content: "Roof falls in at school\n\n07/03/2018\n\nA roof fell in last week in the town of Harsk, police said. Nobody was hurt, but the school stays closed until September 3, they said."},
			"2018-07-03", extractor.ProvenanceDateline, "07/03/2018"},
		{"weekday settles the order", extractor.Article{Content: "Roof falls in at school\n\n07/03/2018\n\nA roof fell in on Wednesday in the town of Harsk, police said on Wednesday. Nobody was hurt, but the school stays closed."},
			"2018-03-07", extractor.ProvenanceDateline, "07/03/2018"},
		{"weekday settles the other order", extractor.Article{Content: "Roof falls in at school\n\n07/03/2018\n\nA roof fell in on Tuesday in the town of Harsk, police said on Tuesday. Nobody was hurt, but the school stays closed."},
			"2018-07-03", extractor.ProvenanceDateline, "07/03/2018"},
		{"nothing to go by", extractor.Article{Content: "A roof fell in at a school in the town of Harsk, police said. Nobody was hurt, but the school stays closed."},
			"", extractor.ProvenanceUnknown, ""},
	} {
		d, err := p.Analyze(context.Background(), &c.article)
		if err != nil {
			t.Fatal(err)
		}
		got := d.PublishTime
		if got.Value != c.value || got.Provenance != c.provenance || d.TextOf(got.Span) != c.span {
			t.Errorf("%s: got %s, provenance %d, %q; want %s, %d, %q", c.name, got.Value, got.Provenance, d.TextOf(got.Span), c.value, c.provenance, c.span)
		}
	}
}

// TestAmbiguousDate warns where nothing says which number is the month.
func TestAmbiguousDate(t *testing.T) {
	p := english(t)
	text := "Roof falls in at school\n\n07/03/2018\n\nA roof fell in at a school in the town of Harsk, police said. Nobody was hurt, but the school stays closed."
	for _, c := range []struct {
		uri, value string
		warned     bool
	}{{"", "2018-03-07", true}, {"https://news.example.co.uk/a", "2018-03-07", false}, {"https://www.harsk.example.us/a", "2018-07-03", false}} {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: text, Source: extractor.Source{URI: c.uri}})
		if err != nil {
			t.Fatal(err)
		}
		warned := false
		for _, w := range d.Warnings {
			warned = warned || w.Code == "AMBIGUOUS_DATE" && d.Article.Content[w.Span.Begin:w.Span.End] == "07/03/2018"
		}
		if d.PublishTime.Value != c.value || warned != c.warned {
			t.Errorf("%q: published %s, warned %v", c.uri, d.PublishTime.Value, warned)
		}
	}
}
