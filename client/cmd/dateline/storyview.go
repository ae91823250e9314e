package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

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
		facts = append(facts, s.GetBeginTime()+" to "+s.GetEndTime())
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

func (v view) storyTimeline(w io.Writer, s *pb.Story) {
	if len(s.GetEvents()) == 0 {
		return
	}
	v.section(w, "TIMELINE")
	margin := 4 + dateWidth + 1 + statusWidth + 1
	indent := strings.Repeat(" ", margin)
	for _, e := range s.GetEvents()[:min(len(s.GetEvents()), mostEvents)] {
		lines := fold(storyEvent(s, e), v.width-margin)
		fmt.Fprintf(w, "    %s %s %s\n", v.dim(pad(orElse(e.GetTime(), "undated"), dateWidth)), v.status(e.GetStatus()), lines[0])
		for _, line := range lines[1:] {
			fmt.Fprintln(w, indent+line)
		}
		for _, line := range []string{history(s, e), sources(s, e)} {
			if line != "" {
				fmt.Fprintln(w, indent+v.dim(shorten(line, v.width-margin)))
			}
		}
	}
	v.more(w, len(s.GetEvents()), mostEvents)
}

// storyEvent words an event: "Ingrid Solberg CONSULT (phone) Alar Kask · Tallinn".
func storyEvent(s *pb.Story, e *pb.StoryEvent) string {
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
	if e.GetPlace() != "" {
		words += " · " + e.GetPlace()
	}
	return words
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

// sources words who reports an event.
func sources(s *pb.Story, e *pb.StoryEvent) string {
	var ids []string
	for _, r := range e.GetReports() {
		if id := cite(s, r.GetArticleId()); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) < 2 {
		return ""
	}
	return count(int(e.GetIndependentSourceCount()), "independent source") + ": " + strings.Join(ids, " ")
}

func (v view) cast(w io.Writer, s *pb.Story) {
	var shared []*pb.StoryEntity
	for _, e := range s.GetEntities() {
		if e.GetName() != "" && (len(e.GetArticleIds()) > 1 || len(s.GetArticleIds()) == 1) {
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
		if len(e.GetAliases()) > 0 {
			line += v.dim(", also ") + shorten(strings.Join(e.GetAliases(), ", "), v.width/2)
		}
		fmt.Fprintf(w, "    %s\n", line)
	}
	v.more(w, len(shared), mostEntities)
}

// conflicts prints what the articles do not say alike, the claims side by side.
func (v view) conflicts(w io.Writer, s *pb.Story) {
	if len(s.GetConflicts()) == 0 {
		return
	}
	v.section(w, "WHERE THE ARTICLES DIFFER")
	for _, c := range s.GetConflicts() {
		kind := name(c.GetKind().String(), "CONFLICT_KIND_")
		about := ""
		for _, e := range s.GetEvents() {
			if e.GetEventId() == c.GetEventId() {
				about = storyEvent(s, e)
			}
		}
		fmt.Fprintf(w, "    %s %s %s\n", v.yellow(kind), orElse(c.GetFieldPath(), about),
			v.dim("("+name(c.GetResolution().String(), "CONFLICT_RESOLUTION_")+")"))
		v.claims(w, s, c.GetClaims())
	}
}

// claims prints two or more claims in columns where they fit, else below each other.
func (v view) claims(w io.Writer, s *pb.Story, claims []*pb.Claim) {
	width := (v.width - 8) / max(len(claims), 1)
	if width < 24 {
		for _, c := range claims {
			fmt.Fprintf(w, "        %s %s\n", shorten(c.GetValue(), v.width-30), v.dim(claimant(s, c)))
		}
		return
	}
	cells := make([][]string, len(claims))
	rows := 0
	for i, c := range claims {
		cells[i] = append(fold(c.GetValue(), width-3), shorten("— "+claimant(s, c), width-3))
		rows = max(rows, len(cells[i]))
	}
	for row := range rows {
		line := ""
		for _, cell := range cells {
			text := ""
			if row < len(cell) {
				text = cell[row]
			}
			line += v.dim("│ ") + pad(text, width-2)
		}
		fmt.Fprintln(w, "      "+strings.TrimRight(line, " "))
	}
}

// claimant words who claims: "denied by the ministry [2]".
func claimant(s *pb.Story, c *pb.Claim) string {
	who := cite(s, c.GetArticleId())
	if c.GetSource() != "" {
		who = c.GetSource() + " " + who
	}
	if c.GetStance() == pb.Stance_STANCE_DENY {
		who = "denied by " + who
	}
	return who
}

func (v view) articles(w io.Writer, s *pb.Story) {
	v.section(w, "ARTICLES")
	for _, id := range s.GetArticleIds()[:min(len(s.GetArticleIds()), mostEvents)] {
		fmt.Fprintf(w, "    %s %s\n", v.dim(cite(s, id)), id)
	}
	v.more(w, len(s.GetArticleIds()), mostEvents)
}
