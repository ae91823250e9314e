package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// timeline prints what happened in order of time, then what has no date; each with its status and, where it is
// somebody's word, whose.
func (v view) timeline(w io.Writer, x *index) {
	events := slices.Clone(x.a.GetEvents())
	if len(events) == 0 {
		return
	}
	slices.SortStableFunc(events, func(a, b *pb.Event) int {
		return cmp.Or(cmp.Compare(undated(a), undated(b)), cmp.Compare(sortKey(a), sortKey(b)))
	})
	v.section(w, "TIMELINE")
	date := "none yet"
	for _, e := range events[:min(len(events), mostEvents)] {
		label := timeLabel(e)
		if label == date {
			label = ""
		} else if date = label; label == "" {
			label = "undated"
		}
		v.event(w, x, label, e)
	}
	v.more(w, len(events), mostEvents)
}

// timeLabel is the time of an event as the article has it where its value is not known to the day: "Sunday", not
// "XXXX-WXX-7".
func timeLabel(e *pb.Event) string {
	if strings.Contains(e.GetTime(), "X") {
		for _, a := range e.GetArguments() {
			if a.GetRole() == pb.ArgumentRole_ARGUMENT_ROLE_TIME && a.GetText() != "" {
				return a.GetText()
			}
		}
	}
	return e.GetTime()
}

func undated(e *pb.Event) int {
	if e.GetTime() == "" {
		return 1
	}
	return 0
}

// sortKey orders dated events by when they began: ISO 8601 in one zone sorts as text.
func sortKey(e *pb.Event) string {
	if begin := e.GetInterval().GetBeginTime(); begin != "" {
		return begin
	}
	return e.GetTime()
}

// statusWidth is that of the longest status, "hypothetical".
const statusWidth, dateWidth = 12, 17

func (v view) event(w io.Writer, x *index, date string, e *pb.Event) {
	margin := 4 + dateWidth + 1 + statusWidth + 1
	lines := fold(what(e, false), v.width-margin)
	fmt.Fprintf(w, "    %s %s %s\n", v.dim(pad(date, dateWidth)), v.status(e.GetStatus()), lines[0])
	indent := strings.Repeat(" ", margin)
	for _, line := range lines[1:] {
		fmt.Fprintln(w, indent+line)
	}
	var said []string
	for _, a := range e.GetAttributions() {
		if text := x.saidBy(a); text != "" && !slices.Contains(said, text) {
			said = append(said, text)
			fmt.Fprintln(w, indent+v.dim(shorten(text, v.width-margin)))
		}
	}
}

// saidBy words an attribution: "says Alar Kask", "denied by the ministry".
func (x *index) saidBy(a *pb.Attribution) string {
	who := x.called(a.GetSourceEntityId())
	if who == "" {
		who = a.GetText()
	}
	if who == "" {
		return ""
	}
	switch a.GetStance() {
	case pb.Stance_STANCE_DENY:
		return "denied by " + who
	case pb.Stance_STANCE_QUESTION:
		return "questioned by " + who
	}
	return "according to " + who
}

func (v view) status(s pb.EventStatus) string {
	text := pad(name(s.String(), "EVENT_STATUS_"), statusWidth)
	switch s {
	case pb.EventStatus_EVENT_STATUS_ACTUAL:
		return v.green(text)
	case pb.EventStatus_EVENT_STATUS_ONGOING:
		return v.cyan(text)
	case pb.EventStatus_EVENT_STATUS_PLANNED:
		return v.blue(text)
	case pb.EventStatus_EVENT_STATUS_DENIED, pb.EventStatus_EVENT_STATUS_CANCELLED:
		return v.red(text)
	}
	return v.yellow(text)
}

// what is an event's summary; without its date and status where they stand beside it already.
func what(e *pb.Event, withStatus bool) string {
	var parts []string
	status := name(e.GetStatus().String(), "EVENT_STATUS_")
	for part := range strings.SplitSeq(e.GetSummary(), " · ") {
		if part == e.GetTime() || part == status && !withStatus {
			continue
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, " · ")
	if text == "" {
		text = name(e.GetType().String(), "EVENT_TYPE_")
	}
	if word := e.GetTrigger().GetText(); word != "" && !strings.Contains(text, "("+word+")") {
		text += fmt.Sprintf(" (“%s”)", shorten(word, 40))
	}
	return text
}
