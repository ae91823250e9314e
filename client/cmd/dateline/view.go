package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/dateline-news/dateline/client"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/status"
)

// How many lines a section of the text view has at most; the rest is counted.
const (
	mostEntities = 12
	mostQuotes   = 12
	mostEvents   = 40
)

// view prints analyses for people.
type view struct {
	style
	width int
	read  *reading
}

// analysis prints one article: headline, who and what and when and where, timeline, names, quotes, notes.
func (v view) analysis(w io.Writer, a *pb.Analysis) {
	x := newIndex(a)
	v.headline(w, a)
	v.mainEvent(w, x)
	v.timeline(w, x)
	v.entities(w, x)
	v.quotes(w, x)
	v.warnings(w, a)
	fmt.Fprintln(w)
}

// failure prints why an article could not be analysed.
func (v view) failure(w io.Writer, id string, s *status.Status) {
	reason, field := client.Reason(s.Err())
	fmt.Fprintf(w, "%s %s\n", v.red("✗"), v.bold(id))
	fmt.Fprintf(w, "  %s\n", s.Message())
	detail := strings.TrimSpace(strings.Join([]string{s.Code().String(), reason, field}, " "))
	fmt.Fprintf(w, "  %s\n", v.dim(detail))
	if reason == "INVALID_UTF8" && field == "article.content" {
		fmt.Fprintf(w, "  %s\n", v.dim("convert it first, such as with iconv -f WINDOWS-1252 -t UTF-8"))
	}
	fmt.Fprintln(w)
}

func (v view) headline(w io.Writer, a *pb.Analysis) {
	title := a.GetTitle()
	if title == "" && len(a.GetText()) > 0 {
		title = shorten(firstLine(a.GetText()), v.width)
	}
	if title == "" {
		title = "(no text)"
	}
	fmt.Fprintln(w, v.cyan(strings.Repeat("━", v.width)))
	for _, line := range fold(title, v.width) {
		fmt.Fprintln(w, v.bold(line))
	}
	fmt.Fprintln(w, v.dim(strings.Join(v.facts(a), " · ")))
}

// facts are the small print under a headline.
func (v view) facts(a *pb.Analysis) []string {
	facts := []string{a.GetArticleId()}
	if outlet := a.GetSource().GetOutlet(); outlet != "" {
		facts = append(facts, outlet)
	}
	p := a.GetPublishTime()
	if p.GetValue() == "" {
		facts = append(facts, "day of publication unknown")
	} else {
		facts = append(facts, fmt.Sprintf("published %s (%s)", p.GetValue(), name(p.GetProvenance().String(), "PROVENANCE_")))
	}
	return append(facts, count(len(a.GetSentences()), "sentence"))
}

func (v view) mainEvent(w io.Writer, x *index) {
	e := x.event(x.a.GetMainEventId())
	if e == nil {
		return
	}
	fmt.Fprintln(w)
	v.fact(w, "WHO", strings.Join(x.who(e), "; "))
	v.fact(w, "WHAT", what(e, true))
	v.fact(w, "WHEN", day(timeLabel(e)))
	v.fact(w, "WHERE", strings.Join(x.participants(e, pb.ArgumentRole_ARGUMENT_ROLE_PLACE), "; "))
}

func (v view) fact(w io.Writer, label, text string) {
	if text == "" {
		text = v.dim("not said")
	}
	for i, line := range fold(text, v.width-8) {
		if i > 0 {
			label = ""
		}
		fmt.Fprintf(w, "  %s%s\n", v.cyan(pad(label, 6)), line)
	}
}

// section prints the heading of a section.
func (v view) section(w io.Writer, heading string) { fmt.Fprintf(w, "\n  %s\n", v.cyan(heading)) }

// more says how many lines of a section are left out.
func (v view) more(w io.Writer, all, shown int) {
	if all > shown {
		fmt.Fprintf(w, "    %s\n", v.dim(fmt.Sprintf("… and %d more", all-shown)))
	}
}

func (v view) warnings(w io.Writer, a *pb.Analysis) {
	if len(a.GetWarnings()) == 0 {
		return
	}
	v.section(w, "NOTES")
	for _, x := range a.GetWarnings() {
		lines := fold(x.GetMessage(), v.width-6)
		fmt.Fprintf(w, "    %s %s\n", v.yellow("!"), lines[0])
		for _, line := range lines[1:] {
			fmt.Fprintf(w, "      %s\n", line)
		}
	}
}

// day words a TIMEX3 value for people where it is a calendar day: "Friday 10 May 2019".
func day(value string) string {
	if len(value) < len(time.DateOnly) {
		return value
	}
	t, err := time.Parse(time.DateOnly, value[:len(time.DateOnly)])
	if err != nil {
		return value
	}
	text := t.Format("Monday 2 January 2006")
	if clock := strings.TrimPrefix(value[len(time.DateOnly):], "T"); clock != "" {
		text += ", " + clock
	}
	return text
}

// name is an enum value for people: lower case, without its prefix.
func name(value, prefix string) string {
	return strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(value, prefix), "_", " "))
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}
