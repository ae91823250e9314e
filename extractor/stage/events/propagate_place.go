package events

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// placeAsParty makes the country or town that a measure or a show of force is for its recipient, as PLOVER does: “lifted
// the curfew in Montenegro”.
func (a *analysis) placeAsParty(e *extractor.Event) {
	switch e.Type {
	case extractor.EventConcede, extractor.EventThreaten, extractor.EventMobilize, extractor.EventSanction, extractor.EventAgree:
	case extractor.EventCoerce:
		if e.Mode == "arrest" || e.Mode == "seize" || e.Mode == "deport" {
			return
		}
	default:
		return
	}
	if hasRole(e.Arguments, extractor.RoleRecipient) {
		return
	}
	for _, arg := range e.Arguments {
		if arg.Role != extractor.RolePlace || arg.Entity < 0 || a.Entities[arg.Entity].Type != extractor.EntityGPE || arg.Tokens.Empty() {
			continue
		}
		arg.Role = extractor.RoleRecipient
		e.Arguments = append(e.Arguments, arg)
		return
	}
}

// placeMain gives the main event the place that its sentence names, or the headline, the date line, the lede, when nothing
// nearer does; what houses, courts and authorities do they do in their country.
func (a *analysis) placeMain(events []extractor.Event, e *extractor.Event) {
	if h := a.placeInHeadline(); h >= 0 && a.headlined(e) && !hasEntity(e, h) {
		e.Arguments = append(e.Arguments, extractor.Argument{Role: extractor.RolePlace, Entity: h, Time: -1, Event: -1})
	}
	if hasRole(e.Arguments, extractor.RolePlace) || e.Type == extractor.EventStatement {
		return
	}
	first := e.Triggers[0].Sentence
	for i := range e.Triggers {
		if a.blockOf(e.Triggers[i].Head) != extractor.SegmentTitle {
			first = min(first, e.Triggers[i].Sentence)
		}
	}
	if h := a.placeIn(a.Sentences[first].Tokens); h >= 0 {
		e.Arguments = append(e.Arguments, a.linked(extractor.RolePlace, h))
		return
	}
	place := a.placeOfTrial(events, e)
	if place < 0 {
		place = a.placeOfDateline()
	}
	if place < 0 {
		place = a.homeOf(e)
	}
	if place >= 0 {
		e.Arguments = append(e.Arguments, extractor.Argument{Role: extractor.RolePlace, Entity: place, Time: -1, Event: -1})
	}
}

// placeOfTrial returns where another step of the same proceedings is told to have been, in court before any other; -1 for
// none.
func (a *analysis) placeOfTrial(events []extractor.Event, e *extractor.Event) int32 {
	if !isLegal(e) {
		return -1
	}
	other := int32(-1)
	for i := range events {
		f := &events[i]
		if f.Type != extractor.EventJustice && (!isLegal(f) || f.Triggers[0].Sentence > e.Triggers[0].Sentence+3) {
			continue
		}
		for _, arg := range f.Arguments {
			switch {
			case arg.Role != extractor.RolePlace || arg.Entity < 0:
			case f.Type == extractor.EventJustice:
				return arg.Entity
			case other < 0:
				other = arg.Entity
			}
		}
	}
	return other
}

// isLegal reports whether an event is a step of proceedings at law.
func isLegal(e *extractor.Event) bool {
	return e.Type == extractor.EventJustice || e.Type == extractor.EventSanction && e.Mode == "convict" || e.Type == extractor.EventAccuse && e.Mode == "allege"
}

// placeOfDateline returns the place before the text's first words, -1 for none.
func (a *analysis) placeOfDateline() int32 {
	for b := range a.Blocks {
		if a.Blocks[b].Type != extractor.SegmentDateline {
			continue
		}
		for _, n := range a.Names {
			if a.Blocks[b].Span.Contains(a.SpanOf(n.Tokens)) && (n.Type == extractor.EntityGPE || n.Type == extractor.EntityLoc) {
				return a.entityAt(a.headOf(n.Tokens)).entity
			}
		}
	}
	return -1
}

// placeInHeadline returns the place that the headline has behind “in”, “at” or the like, -1 for none.
func (a *analysis) placeInHeadline() int32 {
	title := a.Metadata.Title
	if title == "" && a.Article != nil {
		title = a.Article.Title
	}
	best, at := int32(-1), len(title)
	for i := range a.Entities {
		switch a.Entities[i].Type {
		case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac:
		default:
			continue
		}
		for m := range a.Entities[i].Mentions {
			mention := &a.Entities[i].Mentions[m]
			if mention.Type != extractor.MentionProper {
				continue
			}
			name := a.TextOf(mention.Span)
			if k := placedAt(title, name); k >= 0 && k < at {
				best, at = int32(i), k
			}
		}
	}
	return best
}

// placedAt returns where in a headline a name stands right behind a preposition of place, -1 for nowhere.
func placedAt(title, name string) int {
	for begin := 0; ; {
		k := strings.Index(title[begin:], name)
		if k < 0 || name == "" {
			return -1
		}
		k, begin = begin+k, begin+k+len(name)
		before := strings.TrimSuffix(title[:k], "the ")
		if continues(title[begin:]) {
			continue
		}
		for _, p := range [...]string{" in ", " at ", " near ", " off ", " outside ", " over "} {
			if strings.HasSuffix(before, p) {
				return k
			}
		}
	}
}

// continues reports whether a word goes on.
func continues(rest string) bool {
	return rest != "" && (rest[0] >= 'a' && rest[0] <= 'z' || rest[0] >= 0x80)
}

// homeOf returns the country of those who act where acts of state are done at home, -1 for none.
func (a *analysis) homeOf(e *extractor.Event) int32 {
	switch e.Type {
	case extractor.EventLegislation, extractor.EventJustice, extractor.EventElection, extractor.EventCoerce, extractor.EventSanction:
	default:
		return -1
	}
	for _, arg := range e.Arguments {
		if arg.Role != extractor.RoleActor || arg.Entity < 0 {
			continue
		}
		code := a.Entities[arg.Entity].CountryCode
		for i := range a.Entities {
			if x := &a.Entities[i]; code != "" && x.Type == extractor.EntityGPE && x.CountryCode == code && a.gazetteer.Country(x.Name) != nil {
				return int32(i)
			}
		}
	}
	return -1
}

// placeIn returns the first name of a place in a range that a locative preposition governs; -1 for none. Where somebody
// is based or was born is not where things happen.
func (a *analysis) placeIn(r extractor.TokenRange) int32 {
	site := a.lex.Class("site")
	for i := range a.Names {
		n := &a.Names[i]
		if !r.Covers(n.Tokens) {
			continue
		}
		h := a.headOf(n.Tokens)
		top := a.phraseTop(h)
		switch a.preposition(top) {
		case "in", "at", "near", "off", "outside", "inside":
			if v := a.head(top); v >= 0 && a.rel(v) == extractor.RelAcl || top != h && !a.isPlaceOrSite(top) {
				continue
			}
			if a.isPlace(h) || n.Type == extractor.EntityOrg && site.HasLemma(strings.ToLower(a.lemma(h))) {
				return h
			}
		}
	}
	return -1
}

// timeMain gives the main event, if it has happened and nothing nearer dates it, the first day that the sentence of its
// first mention names, else the lede.
func (a *analysis) timeMain(e *extractor.Event) {
	if e.Time != "" || !inheritable(e) {
		return
	}
	first := e.Triggers[0].Sentence
	for i := range e.Triggers {
		if a.blockOf(e.Triggers[i].Head) != extractor.SegmentTitle {
			first = min(first, e.Triggers[i].Sentence)
		}
	}
	s := a.Sentences[first].Tokens
	for i := range a.Times {
		t := &a.Times[i]
		if !s.Covers(t.Tokens) || t.Type != extractor.TimeDate && t.Type != extractor.TimeTime || len(t.Value) < len("2006-01-02") || a.afterPublication(t) || a.isOfAnother(e, first, t) {
			continue
		}
		e.Time, e.TimeModifier, e.Interval = t.Value, t.Modifier, t.Interval
		e.Arguments = append(e.Arguments, extractor.Argument{Role: extractor.RoleTime, Entity: -1, Time: int32(i), Event: -1, Tokens: t.Tokens, Span: t.Span})
		return
	}
}

// isOfAnother reports whether a time stands in a clause aside from what the sentence says of the event.
func (a *analysis) isOfAnother(e *extractor.Event, sentence int32, t *extractor.TimeExpression) bool {
	for i := range e.Triggers {
		if e.Triggers[i].Sentence == sentence && !a.isAside(a.headOf(t.Tokens), e.Triggers[i].Head) {
			return false
		}
	}
	return true
}

// phraseTop climbs from a modifier to the noun that it modifies: in “in Bonn's regional court” from Bonn to court.
func (a *analysis) phraseTop(i int32) int32 {
	for steps := 0; steps < maxClimb; steps++ {
		switch a.rel(i) {
		case extractor.RelCompound, extractor.RelNmodPoss, extractor.RelFlat, extractor.RelAmod, extractor.RelNmodDesc:
			i = a.head(i)
		default:
			return i
		}
	}
	return i
}

// headlined reports whether the headline has a word of the event.
func (a *analysis) headlined(e *extractor.Event) bool {
	for i := range e.Triggers {
		if a.words.headlined(e.Triggers[i].Lemma) {
			return true
		}
	}
	return false
}
