package notation

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// event compiles "ID TYPE[/mode] STATUS triggers | field | field …".
func (c *compiler) event(rest string) {
	fields := strings.Split(rest, "|")
	head := strings.Fields(fields[0])
	if len(head) < 4 {
		c.errorf("an event needs an id, a type, a status and a trigger")
		return
	}
	ev := corpus.Event{ID: head[0], Status: head[2]}
	ev.Type, ev.Mode, _ = strings.Cut(head[1], "/")
	c.label("event", ev.Type)
	c.label("status", ev.Status)
	if ev.Mode != "" && !c.labels.hasMode(ev.Type, ev.Mode) {
		c.errorf("%s has no mode %q", ev.Type, ev.Mode)
	}
	for _, p := range c.items(strings.Join(head[3:], " "), nil) {
		t := corpus.Trigger{Span: p.span, Status: ev.Status}
		for _, flag := range p.flags {
			t.Status = flag
			c.label("status", flag)
		}
		ev.Triggers = append(ev.Triggers, t)
	}
	if len(ev.Triggers) == 0 {
		c.errorf("event %s has no trigger", ev.ID)
		return
	}
	slices.SortFunc(ev.Triggers, func(a, b corpus.Trigger) int { return a.Span.Begin - b.Span.Begin })
	for _, f := range fields[1:] {
		c.eventField(&ev, strings.TrimSpace(f))
	}
	c.out.Events = append(c.out.Events, ev)
}

func argumentRole(key string) string {
	switch key {
	case "a":
		return "ACTOR"
	case "r":
		return "RECIPIENT"
	case "p":
		return "PLACE"
	case "k":
		return "TOPIC"
	case "o":
		return "OBJECT"
	case "via":
		return "VIA"
	case "i":
		return "INSTRUMENT"
	case "m":
		return "AMOUNT"
	}
	return ""
}

func (c *compiler) eventField(ev *corpus.Event, field string) {
	key, value, _ := strings.Cut(field, "=")
	switch key {
	case "":
	case "neg":
		ev.Negative = true
	case "gen":
		ev.Generic = true
	case "note":
		ev.Note = value
	case "ctx":
		for _, ctx := range strings.Split(value, ",") {
			c.label("context", strings.TrimSpace(ctx))
			ev.Contexts = append(ev.Contexts, strings.TrimSpace(ctx))
		}
	case "t":
		c.eventTime(ev, value)
	case "by", "deny", "quest":
		c.attribution(ev, key, value)
	default:
		role := argumentRole(key)
		if role == "" {
			c.errorf("unknown field %q of an event", key)
			return
		}
		c.arguments(ev, role, value)
	}
}

func (c *compiler) arguments(ev *corpus.Event, role, value string) {
	if itemLines.MatchString(value) {
		for _, p := range c.items(value, nil) {
			ev.Args = append(ev.Args, corpus.Arg{Role: role, Span: &corpus.Span{Begin: p.span.Begin, End: p.span.End}})
		}
		return
	}
	for _, id := range c.ids(value, 'e', 'v', 't') {
		ev.Args = append(ev.Args, corpus.Arg{Role: role, Target: id})
	}
}

// eventTime takes the id of a time, or a bare TIMEX3 value.
func (c *compiler) eventTime(ev *corpus.Event, value string) {
	base, _, _ := strings.Cut(value, "_")
	if c.kinds[value] != 't' && c.kinds[base] != 't' {
		if !timex.MatchString(value) || value == "?" {
			c.errorf("neither a time's id nor a TIMEX3 value: %q", value)
		}
		ev.Time = value
		return
	}
	v, hasSpan := c.timeValue(value)
	if hasSpan {
		ev.Args = append(ev.Args, corpus.Arg{Role: "TIME", Target: value})
	} else if value != "pub" {
		c.errorf("no time %q", value)
	}
	ev.Time = v
}

// attribution compiles "by=source cue"; source may be "-".
func (c *compiler) attribution(ev *corpus.Event, key, value string) {
	stance := map[string]string{"by": "ASSERT", "deny": "DENY", "quest": "QUESTION"}[key]
	source, cue, _ := strings.Cut(strings.TrimSpace(value), " ")
	at := corpus.Attribution{Stance: stance}
	if source != "-" {
		for _, id := range c.ids(source, 'e') {
			at.Source = id
		}
	}
	if cue != "" {
		for _, p := range c.items(cue, nil) {
			at.Cue = &corpus.Span{Begin: p.span.Begin, End: p.span.End}
			break
		}
	}
	ev.Attributions = append(ev.Attributions, at)
}
