package events

import "github.com/dateline-news/dateline/extractor"

// refineMode reads the mode of requests, refusals and threats off what is asked, refused or threatened.
func (a *analysis) refineMode(e *extractor.Event, c *candidate) {
	switch e.Type {
	case extractor.EventRequest, extractor.EventReject:
		if e.Mode == "" && a.governor(c.head)&denied == 0 {
			e.Mode = a.requestMode(c)
		}
	case extractor.EventThreaten:
		if e.Mode == "" {
			e.Mode = a.threatMode(c)
		}
	}
}

// requestMode tells help, a meeting and giving way from other changes.
func (a *analysis) requestMode(c *candidate) string {
	mode := ""
	for _, f := range c.fillers {
		switch f.place {
		case "comp", "obj", "for", "to", "of":
		default:
			continue
		}
		lemma := a.lemma(f.head)
		switch {
		case a.lex.Class("aid").HasLemma(lemma) || lemma == "help" || lemma == "provide" || lemma == "send" || lemma == "fund":
			return "assist"
		case lemma == "meet" || lemma == "talk" || lemma == "negotiate" || lemma == "visit" || lemma == "meeting" || lemma == "summit" || lemma == "dialogue" || lemma == "negotiation":
			return "meet"
		case yielding[lemma]:
			return "yield"
		}
		if t := a.triggerAt[f.head]; t >= 0 {
			switch a.candidates[t].sense.Type {
			case extractor.EventRetreat, extractor.EventConcede:
				return "yield"
			case extractor.EventConsult:
				return "meet"
			case extractor.EventAid:
				return "assist"
			}
		}
		if f.place == "comp" {
			mode = "change"
		}
	}
	return mode
}

var yielding = map[string]bool{"stop": true, "end": true, "halt": true, "withdraw": true, "release": true, "free": true, "surrender": true,
	"cease": true, "resign": true, "lift": true, "leave": true, "hand": true, "disarm": true, "ceasefire": true, "truce": true, "withdrawal": true,
	"resignation": true, "release#": true, "drop": true, "suspend": true, "refrain": true, "abandon": true, "step": true, "pull": true, "evacuate": true}

// threatMode names what is threatened.
func (a *analysis) threatMode(c *candidate) string {
	for _, f := range c.fillers {
		t := int32(-1)
		if f.place == "comp" || f.place == "with" || f.place == "of" || f.place == "obj" {
			t = a.triggerAt[f.head]
		}
		if t < 0 {
			continue
		}
		s := a.candidates[t].sense
		switch s.Type {
		case extractor.EventAssault, extractor.EventMobilize:
			return "violence"
		case extractor.EventSanction:
			if s.Mode == "expel" {
				return "expel"
			}
			if s.Mode == "discontinue" || s.Mode == "withdraw" {
				return "relations"
			}
			return "restrict"
		case extractor.EventCoerce:
			if s.Mode == "arrest" {
				return "arrest"
			}
			if s.Mode == "deport" {
				return "expel"
			}
			return "restrict"
		case extractor.EventReject:
			return "relations"
		}
	}
	return ""
}
