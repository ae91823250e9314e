package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// disputes: who denies, in a sentence of its own, what somebody else has just said: “The union says that alarms were switched
// off. The company denies it.” What several articles tell of one denial is one conflict.
func (b *builder) disputes() {
	conflictOf := map[int32]int{}  // by the event of the denial
	conflictOn := map[string]int{} // by the event denied
	for k, c := range b.story.Conflicts {
		if c.Kind == ConflictClaimDenial {
			conflictOn[c.Event] = k
		}
	}
	for i, r := range b.reports {
		for j := range r.Events {
			x := &r.Events[j]
			if x.Type != extractor.EventReject || x.Status != extractor.StatusActual || x.Negative || len(x.Spans) == 0 {
				continue
			}
			d, ok := b.disputeIn(i, x)
			if !ok || b.isDenied(d.denial) {
				continue
			}
			claims := []Claim{d.claim, d.denial}
			on := fmt.Sprintf("sv%d", d.event)
			k, known := conflictOf[b.eventOf[i][j]]
			if !known {
				k, known = conflictOn[on]
			}
			if known {
				c := &b.story.Conflicts[k]
				c.Claims = eachOnce(append(c.Claims, claims...))
				continue
			}
			conflictOf[b.eventOf[i][j]], conflictOn[on] = len(b.story.Conflicts), len(b.story.Conflicts)
			b.report(Conflict{Event: on, FieldPath: "status", Kind: ConflictClaimDenial, Resolution: Unresolved, Claims: claims})
		}
	}
}

// dispute is a claim and its denial in one article; event is the story's that the claim is about.
type dispute struct {
	claim, denial Claim
	event         int32
}

// isDenied reports whether a conflict has a denial already.
func (b *builder) isDenied(d Claim) bool {
	return slices.ContainsFunc(b.story.Conflicts, func(c Conflict) bool {
		return c.Kind == ConflictClaimDenial && slices.ContainsFunc(c.Claims, func(o Claim) bool {
			return o.Stance == extractor.StanceDeny && o.ArticleID == d.ArticleID && slices.Equal(o.Spans, d.Spans)
		})
	})
}

// disputeIn finds what a refusal denies.
func (b *builder) disputeIn(i int, x *ReportEvent) (d dispute, ok bool) {
	r := b.reports[i]
	p := x.passageAt(x.Spans[0])
	who, found := actorOf(x)
	if !found || int(x.Spans[0].End) > len(r.Content) || x.Spans[0].End > p.Span.End {
		return d, false
	}
	_, after, _ := strings.Cut(r.Content[x.Spans[0].Begin:p.Span.End], " ")
	switch what := deniedThing(after, x.Lemmas[0]); {
	case what == "":
		return d, false
	case what == anaphor:
		said, known := r.before(p)
		if !known {
			return d, false
		}
		d.claim, d.event, ok = b.assertion(i, said, who)
		if d.event < 0 {
			d.event = b.denialEvent(i, x, p)
		}
	default:
		e, by := b.denialEvent(i, x, p), what
		d.claim, d.event, ok = b.claim(i, &ReportEvent{}, p.Text, extractor.StanceAssert, p.Span), e, e >= 0
		d.claim.Source = by
	}
	d.denial = b.claim(i, &ReportEvent{}, p.Text, extractor.StanceDeny, p.Span)
	b.by(&d.denial, i, who)
	return d, ok && d.event >= 0 && d.denial.Source != d.claim.Source && (d.denial.Entity == "" || d.denial.Entity != d.claim.Entity)
}

// anaphor stands for what the sentence before says.
const anaphor = "it"

// deniedThing tells what follows a verb of denial: anaphor for what was said before, else who is said to say so (“a claim by the
// union”, “reports”); "" for anything else.
func deniedThing(after, verb string) string {
	words := strings.Fields(after)
	for i := 0; i < min(len(words), 4); i++ {
		plain := strings.Trim(words[i], ".,;:”\"")
		w, ends := strings.ToLower(plain), plain != words[i] || i+1 == len(words)
		switch w {
		case "it", "this", "that", "them":
			if ends && i == 0 && (verb == "deny" || verb == "dispute") {
				return anaphor
			}
		}
		if !isClaim(w) {
			continue
		}
		if ends {
			return anaphor
		}
		switch words[i+1] {
		case "by", "from":
			by := words[i+2 : min(i+8, len(words))]
			for k, o := range by {
				if o == "that" || o == "of" || strings.Trim(o, ",.;") != o {
					if o != "that" && o != "of" {
						k++
					}
					by = by[:k]
					break
				}
			}
			return strings.TrimPrefix(strings.Trim(strings.Join(by, " "), ",.;"), "the ")
		case "that":
			return w
		case "as", "and", "but", "in", "on", "at":
			return anaphor
		}
		return ""
	}
	return ""
}

// isClaim reports whether a word names what somebody says, and others may deny.
func isClaim(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "claim", "accusation", "allegation", "charge", "report", "rumour", "rumor", "assertion", "suggestion", "figure", "version", "account":
		return true
	}
	return false
}

// actorOf returns who does an event.
func actorOf(e *ReportEvent) (ReportArgument, bool) {
	k := slices.IndexFunc(e.Arguments, func(a ReportArgument) bool { return a.Role == extractor.RoleActor })
	if k < 0 {
		return ReportArgument{}, false
	}
	return e.Arguments[k], true
}

// by makes an argument the source of a claim.
func (b *builder) by(c *Claim, i int, a ReportArgument) {
	c.Source = a.Text
	if a.Entity >= 0 && b.entityOf[i][a.Entity] >= 0 {
		c.Entity = b.story.Entities[b.entityOf[i][a.Entity]].ID
	}
}

// before returns the sentence right before another, if it is known.
func (r *Report) before(p Passage) (Passage, bool) {
	const between = 24 // bytes: the end of a paragraph, in markup too
	var best Passage
	consider := func(all []Passage) {
		for _, o := range all {
			if o.Span.End <= p.Span.Begin && p.Span.Begin-o.Span.End <= between && o.Span.End > best.Span.End {
				best = o
			}
		}
	}
	for j := range r.Events {
		consider(r.Events[j].Passages)
	}
	consider(r.Remarks)
	return best, best.Text != ""
}

// assertion is what a sentence claims according to somebody, other than the one who denies it.
func (b *builder) assertion(i int, p Passage, denier ReportArgument) (c Claim, event int32, ok bool) {
	r := b.reports[i]
	event = -1
	for j := range r.Events {
		x := &r.Events[j]
		if !slices.Contains(x.Passages, p) || b.eventOf[i][j] < 0 {
			continue
		}
		if event < 0 || x.Type != extractor.EventStatement && x.Type != extractor.EventReject {
			event = b.eventOf[i][j]
		}
		if k := slices.IndexFunc(x.Attribution, func(a Attribution) bool {
			return a.Stance == extractor.StanceAssert && x.passageAt(a.Cue) == p && (a.Entity < 0 || a.Entity != denier.Entity)
		}); k >= 0 && !ok {
			one := *x
			one.Attribution = x.Attribution[k : k+1]
			c, ok = b.claim(i, &one, p.Text, extractor.StanceAssert, p.Span), true
		}
		if a, found := actorOf(x); found && !ok && x.Type == extractor.EventAccuse && (a.Entity < 0 || a.Entity != denier.Entity) {
			c, ok = b.claim(i, &ReportEvent{}, p.Text, extractor.StanceAssert, p.Span), true
			b.by(&c, i, a)
		}
	}
	for j := range r.Events {
		if x := &r.Events[j]; !ok && x.Status == extractor.StatusAlleged && slices.Contains(x.Passages, p) {
			c, ok = b.claim(i, &ReportEvent{}, p.Text, extractor.StanceAssert, p.Span), true
		}
	}
	if by := counter(p.Text); !ok && by != "" {
		c, ok = b.claim(i, &ReportEvent{}, p.Text, extractor.StanceAssert, p.Span), true
		c.Source = by
	}
	return c, event, ok
}

// denialEvent is the event that a claim within the sentence of its denial is about: the first that is no denial itself.
func (b *builder) denialEvent(i int, x *ReportEvent, p Passage) int32 {
	r := b.reports[i]
	event := int32(-1)
	for j := range r.Events {
		e := &r.Events[j]
		if !slices.Contains(e.Passages, p) || b.eventOf[i][j] < 0 {
			continue
		}
		if e.Type != extractor.EventReject && e.Type != extractor.EventStatement {
			return b.eventOf[i][j]
		}
		if e == x {
			event = b.eventOf[i][j]
		}
	}
	return event
}
