package main

import (
	"fmt"
	"io"
	"strings"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// What people call the kinds of conflicts, and what became of them.
var (
	kindWords = map[pb.ConflictKind]string{
		pb.ConflictKind_CONFLICT_KIND_GRANULARITY:   "one moment by two dates",
		pb.ConflictKind_CONFLICT_KIND_STRENGTH:      "a claim more and less strong",
		pb.ConflictKind_CONFLICT_KIND_CERTAINTY:     "fact or allegation",
		pb.ConflictKind_CONFLICT_KIND_CLAIM_DENIAL:  "claim and denial",
		pb.ConflictKind_CONFLICT_KIND_QUOTE_VARIANT: "one quote in several wordings",
		pb.ConflictKind_CONFLICT_KIND_CARDINALITY:   "one event or several",
	}
	resolutionWords = map[pb.ConflictResolution]string{
		pb.ConflictResolution_CONFLICT_RESOLUTION_UNRESOLVED:   "unresolved",
		pb.ConflictResolution_CONFLICT_RESOLUTION_RECONCILABLE: "both may be right",
		pb.ConflictResolution_CONFLICT_RESOLUTION_SUPERSEDED:   "superseded by the later report",
		pb.ConflictResolution_CONFLICT_RESOLUTION_DENIED:       "denied",
	}
)

const (
	// mostClaims is how many claims of one side are printed.
	mostClaims = 3
	// leastColumn is how narrow a column may be.
	leastColumn = 24
)

// conflicts prints what the articles do not say alike, the claims side by side.
func (v view) conflicts(w io.Writer, s *pb.Story) {
	if len(s.GetConflicts()) == 0 {
		return
	}
	v.section(w, "WHERE THE ARTICLES DIFFER")
	for _, c := range s.GetConflicts() {
		fmt.Fprintf(w, "    %s %s\n", v.yellow(kindOf(c)), v.dim("("+resolutionWords[c.GetResolution()]+")"))
		for _, e := range s.GetEvents() {
			if e.GetEventId() == c.GetEventId() {
				fmt.Fprintln(w, "      "+v.dim(shorten("of: "+v.storyEvent(s, e), v.width-6)))
			}
		}
		v.columns(w, s, sides(c), isDetail(c))
	}
}

func kindOf(c *pb.Conflict) string {
	if words := kindWords[c.GetKind()]; words != "" {
		return words
	}
	if c.GetFieldPath() == "time" {
		return "different times"
	}
	return "different numbers"
}

// sides words the claims of a conflict: those who claim and those who deny in a column each, else each claim in its own.
func sides(c *pb.Conflict) [][]*pb.Claim {
	if c.GetKind() != pb.ConflictKind_CONFLICT_KIND_CLAIM_DENIAL {
		var each [][]*pb.Claim
		for _, claim := range c.GetClaims() {
			each = append(each, []*pb.Claim{claim})
		}
		return each
	}
	sides := make([][]*pb.Claim, 2)
	for _, claim := range c.GetClaims() {
		side := 0
		if claim.GetStance() == pb.Stance_STANCE_DENY {
			side = 1
		}
		sides[side] = append(sides[side], claim)
	}
	return sides
}

// columns prints sides beside each other, the lines of each folded to its column.
func (v view) columns(w io.Writer, s *pb.Story, sides [][]*pb.Claim, inSentence bool) {
	shown := sides[:min(len(sides), mostClaims, max(1, (v.width-8)/leastColumn))]
	width := (v.width - 8) / len(shown)
	cells := make([][]string, len(shown))
	rows := 0
	for i, claims := range shown {
		for _, c := range claims[:min(len(claims), mostClaims)] {
			cells[i] = append(cells[i], v.claim(s, c, inSentence, width-3)...)
		}
		if n := len(claims) - mostClaims; n > 0 {
			cells[i] = append(cells[i], fmt.Sprintf("… and %d more", n))
		}
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
	v.more(w, len(sides), len(shown))
}

// isDetail reports whether the claims of a conflict are single words, which say little without their sentences.
func isDetail(c *pb.Conflict) bool {
	switch c.GetKind() {
	case pb.ConflictKind_CONFLICT_KIND_VALUE, pb.ConflictKind_CONFLICT_KIND_GRANULARITY, pb.ConflictKind_CONFLICT_KIND_CERTAINTY:
		return true
	}
	return false
}

// claim words one claim: what it says, where asked for the sentence in which it says so, and who does.
func (v view) claim(s *pb.Story, c *pb.Claim, inSentence bool, width int) []string {
	value := strings.TrimRight(c.GetValue(), " ,")
	if _, status := pb.EventStatus_value["EVENT_STATUS_"+value]; status {
		value = strings.ToLower(value)
	}
	lines := fold(day(value), width)
	if inSentence && len(c.GetSpans()) > 0 {
		if sentence := v.read.sentence(c.GetArticleId(), c.GetSpans()[0]); sentence != "" {
			lines = append(lines, fold("“"+shorten(sentence, 200)+"”", width)...)
		}
	}
	return append(lines, claimant(s, c, width))
}

// claimant words who claims: "— denied by the ministry [2]".
func claimant(s *pb.Story, c *pb.Claim, width int) string {
	who, number := c.GetSource(), " "+cite(s, c.GetArticleId())
	if c.GetStance() == pb.Stance_STANCE_DENY {
		who = "denied by " + orElse(who, "the article")
	}
	return shorten("— "+who, width-columns(number)) + number
}
