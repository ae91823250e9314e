package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// story prints what several articles say of the same events: the timeline with its sources, how each event's
// status came to be, who takes part, and where the articles differ.
func (v view) story(w io.Writer, s *pb.Story) {
	fmt.Fprintln(w, v.cyan(strings.Repeat("━", v.width)))
	for _, line := range fold(orElse(s.GetTitle(), s.GetStoryId()), v.width) {
		fmt.Fprintln(w, v.bold(line))
	}
	facts := []string{s.GetStoryId(), count(len(s.GetArticleIds()), "article"), count(len(s.GetEvents()), "event")}
	if s.GetBeginTime() != "" {
		facts = append(facts, dateOf(s.GetBeginTime())+" to "+dateOf(s.GetEndTime()))
	}
	fmt.Fprintln(w, v.dim(strings.Join(facts, " · ")))
	v.storyTimeline(w, s)
	v.cast(w, s)
	v.conflicts(w, s)
	v.articles(w, s)
	fmt.Fprintln(w)
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// dateOf is the day of a moment.
func dateOf(moment string) string { return moment[:min(len(moment), len(time.DateOnly))] }

// storyTimeline prints what more than one text tells, or what the articles differ in, in order of time; and after it what a single
// one tells.
func (v view) storyTimeline(w io.Writer, s *pb.Story) {
	var shared, single []*pb.StoryEvent
	for _, e := range s.GetEvents() {
		if e.GetIndependentSourceCount() > 1 || len(s.GetArticleIds()) == 1 || isDisputed(s, e) {
			shared = append(shared, e)
		} else {
			single = append(single, e)
		}
	}
	if len(shared) > 0 {
		v.section(w, "TIMELINE")
		v.storyEvents(w, s, shared, mostEvents)
	}
	if len(single) > 0 {
		v.section(w, "TOLD ONCE")
		v.storyEvents(w, s, single, mostSingle)
	}
}

func isDisputed(s *pb.Story, e *pb.StoryEvent) bool {
	return slices.ContainsFunc(s.GetConflicts(), func(c *pb.Conflict) bool { return c.GetEventId() == e.GetEventId() })
}

// mostSingle is how many events of a single text are printed; those with no participant are the first to be left out.
const mostSingle = 15

func (v view) storyEvents(w io.Writer, s *pb.Story, events []*pb.StoryEvent, most int) {
	margin := 4 + dateWidth + 1 + statusWidth + 1
	indent := strings.Repeat(" ", margin)
	all := len(events)
	if all > most {
		events = slices.DeleteFunc(slices.Clone(events), func(e *pb.StoryEvent) bool { return !hasParty(e) })
	}
	events = events[:min(len(events), most)]
	last := "none yet"
	for _, e := range events {
		date := orElse(e.GetTime(), "undated")
		label := date
		if date == last {
			label = ""
		}
		last = date
		told := sources(s, e)
		what := v.storyEvent(s, e)
		if strings.HasPrefix(told, "[") {
			what, told = what+" "+told, ""
		}
		lines := fold(what, v.width-margin)
		fmt.Fprintf(w, "    %s %s %s\n", v.dim(pad(label, dateWidth)), v.status(e.GetStatus()), lines[0])
		for _, line := range lines[1:] {
			fmt.Fprintln(w, indent+line)
		}
		for _, line := range []string{history(s, e), told} {
			if line != "" {
				fmt.Fprintln(w, indent+v.dim(shorten(line, v.width-margin)))
			}
		}
	}
	v.more(w, all, len(events))
}

// hasParty reports whether somebody known takes part in an event.
func hasParty(e *pb.StoryEvent) bool {
	return slices.ContainsFunc(e.GetArguments(), func(a *pb.Argument) bool { return a.GetEntityId() != "" })
}

// storyEvent words an event: "Ingrid Solberg CONSULT (phone) Alar Kask · Tallinn (“called”)".
func (v view) storyEvent(s *pb.Story, e *pb.StoryEvent) string {
	words := strings.TrimPrefix(e.GetType().String(), "EVENT_TYPE_")
	if e.GetMode() != "" {
		words += " (" + e.GetMode() + ")"
	}
	if actors := parts(s, e, pb.ArgumentRole_ARGUMENT_ROLE_ACTOR); actors != "" {
		words = actors + " " + words
	}
	if recipients := parts(s, e, pb.ArgumentRole_ARGUMENT_ROLE_RECIPIENT); recipients != "" {
		words += " " + recipients
	}
	if object := parts(s, e, pb.ArgumentRole_ARGUMENT_ROLE_OBJECT); object != "" {
		words += " · " + shorten(object, 60)
	}
	if e.GetPlace() != "" && !strings.Contains(words, e.GetPlace()) {
		words += " · " + e.GetPlace()
	}
	if told := v.triggers(e); len(told) > 0 {
		words += " (“" + strings.Join(told, "”, “") + "”)"
	}
	return words
}

// mostTriggers is how many of the words that tell an event are printed.
const mostTriggers = 2

// triggers are the words by which the articles tell an event.
func (v view) triggers(e *pb.StoryEvent) []string {
	var out []string
	for _, r := range e.GetReports() {
		for _, span := range r.GetSpans() {
			word := shorten(strings.ToLower(v.read.words(r.GetArticleId(), span)), 30)
			if word != "" && len(out) < mostTriggers && !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}

// parts words the arguments of an event in one role.
func parts(s *pb.Story, e *pb.StoryEvent, role pb.ArgumentRole) string {
	var out []string
	for _, a := range e.GetArguments() {
		if a.GetRole() != role {
			continue
		}
		if text := orElse(storyName(s, a.GetEntityId()), a.GetText()); text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, ", ")
}

func storyName(s *pb.Story, id string) string {
	for _, e := range s.GetEntities() {
		if e.GetEntityId() == id && id != "" {
			return e.GetName()
		}
	}
	return ""
}

// cite is how an article is named in a line: its number in the list of the story's articles, as in "[2]".
func cite(s *pb.Story, articleID string) string {
	return fmt.Sprintf("[%d]", slices.Index(s.GetArticleIds(), articleID)+1)
}

// history words how the status came to be, where it changed: "planned [1] → actual [2]".
func history(s *pb.Story, e *pb.StoryEvent) string {
	var steps []string
	var last pb.EventStatus
	for _, c := range e.GetStatusHistory() {
		if c.GetStatus() != last {
			steps = append(steps, name(c.GetStatus().String(), "EVENT_STATUS_")+" "+cite(s, c.GetArticleId()))
		}
		last = c.GetStatus()
	}
	if len(steps) < 2 {
		return ""
	}
	return strings.Join(steps, " → ")
}

// sources words who reports an event: "[2]", or how many independent sources they are.
func sources(s *pb.Story, e *pb.StoryEvent) string {
	var ids []string
	for _, r := range e.GetReports() {
		if id := cite(s, r.GetArticleId()); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < 2 {
		return strings.Join(ids, "")
	}
	return count(int(e.GetIndependentSourceCount()), "independent source") + ": " + strings.Join(ids, " ")
}

func (v view) cast(w io.Writer, s *pb.Story) {
	var shared []*pb.StoryEntity
	for _, e := range s.GetEntities() {
		if e.GetName() != "" && (len(e.GetArticleIds()) > 1 || len(s.GetArticleIds()) == 1) && !v.isOutlet(s, e) {
			shared = append(shared, e)
		}
	}
	if len(shared) == 0 {
		return
	}
	slices.SortStableFunc(shared, func(a, b *pb.StoryEntity) int { return len(b.GetArticleIds()) - len(a.GetArticleIds()) })
	v.section(w, "WHO AND WHAT")
	for _, e := range shared[:min(len(shared), mostEntities)] {
		line := fmt.Sprintf("%s %s", e.GetName(), v.dim(name(e.GetType().String(), "ENTITY_TYPE_")))
		if also := otherNames(e); len(also) > 0 {
			line += v.dim(", also ") + shorten(strings.Join(also, ", "), v.width/2)
		}
		fmt.Fprintf(w, "    %s\n", line)
	}
	v.more(w, len(shared), mostEntities)
}

// otherNames are an entity's aliases that are not its name in capitals.
func otherNames(e *pb.StoryEntity) []string {
	return slices.DeleteFunc(slices.Clone(e.GetAliases()), func(a string) bool { return strings.EqualFold(a, e.GetName()) })
}

// isOutlet reports whether an entity is where the articles come from, and none of what they are about.
func (v view) isOutlet(s *pb.Story, e *pb.StoryEntity) bool {
	return slices.ContainsFunc(s.GetArticleIds(), func(id string) bool {
		return strings.EqualFold(v.read.articles[id].GetSource().GetOutlet(), e.GetName())
	})
}

func (v view) articles(w io.Writer, s *pb.Story) {
	v.section(w, "ARTICLES")
	for _, id := range s.GetArticleIds()[:min(len(s.GetArticleIds()), mostEvents)] {
		line := cite(s, id) + " " + id
		a := v.read.articles[id]
		if a.GetPublishTime() != nil {
			line += ", " + a.GetPublishTime().AsTime().Format("2006-01-02 15:04")
		}
		for _, part := range []string{a.GetSource().GetOutlet(), a.GetTitle()} {
			if part != "" {
				line += " · " + part
			}
		}
		fmt.Fprintf(w, "    %s\n", shorten(line, v.width-4))
	}
	v.more(w, len(s.GetArticleIds()), mostEvents)
}
