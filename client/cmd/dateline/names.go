package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// groups are the headings under which named entities are printed.
var groups = []struct {
	heading string
	types   []pb.EntityType
}{
	{"PEOPLE", []pb.EntityType{pb.EntityType_ENTITY_TYPE_PERSON}},
	{"ORGANISATIONS AND GROUPS", []pb.EntityType{pb.EntityType_ENTITY_TYPE_ORG, pb.EntityType_ENTITY_TYPE_NORP}},
	{"PLACES", []pb.EntityType{pb.EntityType_ENTITY_TYPE_GPE, pb.EntityType_ENTITY_TYPE_LOC, pb.EntityType_ENTITY_TYPE_FAC}},
	{"OTHER NAMES", []pb.EntityType{pb.EntityType_ENTITY_TYPE_PRODUCT, pb.EntityType_ENTITY_TYPE_EVENT,
		pb.EntityType_ENTITY_TYPE_WORK_OF_ART, pb.EntityType_ENTITY_TYPE_LAW, pb.EntityType_ENTITY_TYPE_LANGUAGE}},
}

func (v view) entities(w io.Writer, x *index) {
	for _, g := range groups {
		var named []*pb.Entity
		for _, e := range x.a.GetEntities() {
			if e.GetName() != "" && slices.Contains(g.types, e.GetType()) {
				named = append(named, e)
			}
		}
		v.group(w, g.heading, named)
	}
}

// group prints entities, the most important first.
func (v view) group(w io.Writer, heading string, entities []*pb.Entity) {
	if len(entities) == 0 {
		return
	}
	slices.SortStableFunc(entities, func(a, b *pb.Entity) int { return cmp.Compare(b.GetSalience(), a.GetSalience()) })
	v.section(w, heading)
	shown := entities[:min(len(entities), mostEntities)]
	width := 0
	for _, e := range shown {
		width = max(width, columns(e.GetName()))
	}
	width = min(width, v.width/2)
	for _, e := range shown {
		times := fmt.Sprintf("%3d×", len(e.GetMentions()))
		line := fmt.Sprintf("%s  %s", pad(shorten(e.GetName(), width), width), v.dim(times))
		if about := shorten(about(e), v.width-width-14); about != "" {
			line += "  " + about
		}
		fmt.Fprintf(w, "    %s\n", line)
	}
	v.more(w, len(entities), len(shown))
}

// about says in a line what is known of an entity: roles, other names, country.
func about(e *pb.Entity) string {
	var parts []string
	for _, r := range e.GetRoles() {
		role := r.GetTitle()
		if r.GetOrganization() != "" {
			role += ", " + r.GetOrganization()
		}
		if r.GetFormer() {
			role = "former " + role
		}
		if !slices.Contains(parts, role) {
			parts = append(parts, role)
		}
	}
	if aliases := e.GetAliases(); len(aliases) > 0 {
		parts = append(parts, "also "+strings.Join(aliases, ", "))
	}
	if e.GetCountryCode() != "" {
		parts = append(parts, e.GetCountryCode())
	}
	return strings.Join(parts, "; ")
}

// quotes prints what was said and by whom.
func (v view) quotes(w io.Writer, x *index) {
	quotes := x.a.GetQuotes()
	if len(quotes) == 0 {
		return
	}
	v.section(w, "QUOTES")
	for _, q := range quotes[:min(len(quotes), mostQuotes)] {
		text := shorten(q.GetText(), 3*v.width)
		if q.GetType() == pb.QuoteType_QUOTE_TYPE_DIRECT {
			text = "“" + strings.TrimRight(text, ", ") + "”" // the comma before “he said” is not the speaker's
		}
		lines := fold(text, v.width-6)
		for _, line := range lines {
			fmt.Fprintf(w, "    %s\n", line)
		}
		fmt.Fprintf(w, "      %s\n", v.dim("— "+x.speaker(q)))
	}
	v.more(w, len(quotes), mostQuotes)
}

// speaker words who said a quote.
func (x *index) speaker(q *pb.Quote) string {
	who := x.called(q.GetSpeakerEntityId())
	if who == "" {
		who = x.sources[q.GetQuoteId()]
	}
	if who == "" {
		who = "unnamed"
	}
	if via := x.called(q.GetViaEntityId()); via != "" {
		who += " (to " + via + ")"
	}
	return who + ", " + name(q.GetType().String(), "QUOTE_TYPE_")
}
