package story

import (
	"fmt"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// findConflicts compares what the reports of each event say, field by field, and numbers what it finds.
func (b *builder) findConflicts() {
	for i := range b.story.Events {
		e := &b.story.Events[i]
		b.timeConflicts(e)
		b.denials(e)
		b.certainty(e)
		b.amounts(e)
	}
	b.strengths()
	b.rebuttals()
	b.cardinality()
	b.quoteVariants()
	for i := range b.story.Conflicts {
		b.story.Conflicts[i].ID = fmt.Sprintf("sc%d", i)
	}
}

// report adds a conflict to the story.
func (b *builder) report(c Conflict) { b.story.Conflicts = append(b.story.Conflicts, c) }

// reported returns the reported event and its article's index.
func (b *builder) reported(r EventReport) (*ReportEvent, int) {
	i := b.reportIndex(r.ArticleID)
	return b.reports[i].event(r.Event), i
}

// claim quotes one side of a conflict: its source is who says so in the same sentence, else the article.
func (b *builder) claim(i int, e *ReportEvent, value string, stance extractor.Stance, spans ...extractor.SourceSpan) Claim {
	c := Claim{Value: value, Stance: stance, ArticleID: b.reports[i].ArticleID, Spans: spans, Source: b.reports[i].Outlet}
	for _, a := range e.Attribution {
		if len(spans) > 0 && e.passageAt(a.Cue) != e.passageAt(spans[0]) {
			continue
		}
		c.Source = a.Text
		if a.Entity >= 0 && b.entityOf[i][a.Entity] >= 0 {
			c.Entity = b.story.Entities[b.entityOf[i][a.Entity]].ID
		}
		break
	}
	return c
}

// timeConflicts: times that exclude each other are a VALUE conflict; two names of one instant (the midnight that
// ends a day and the next day) are RECONCILABLE. A day inside a week is no conflict at all.
func (b *builder) timeConflicts(e *Event) {
	var claims []Claim
	var times []stretch
	var told []happening
	for _, r := range e.told() {
		x, i := b.reported(r)
		s := stretchOf(x.Interval)
		if !s.known || x.TimeSpan.Empty() {
			continue
		}
		if slices.ContainsFunc(claims, func(c Claim) bool { return oneDay(c.Value, x.Time) }) {
			continue
		}
		if slices.ContainsFunc(times, func(t stretch) bool {
			return t.within(s) && s.length() > 0 || s.within(t) && t.length() > 0 && s.length() > 0
		}) && !slices.ContainsFunc(claims, func(c Claim) bool { return otherDay(c.Value, x.Time) }) {
			continue
		}
		h := b.happening(int32(i), r.Event)
		if slices.ContainsFunc(told, func(o happening) bool { return s.gap(o.when) > 0 && !identified(&h, &o) }) {
			continue
		}
		told = append(told, h)
		times = append(times, s)
		claims = append(claims, b.claim(i, x, x.Time, extractor.StanceAssert, x.TimeSpan))
	}
	if len(claims) < 2 {
		return
	}
	kind, resolution := ConflictKind(0), Reconcilable
	for i := range times {
		for j := range i {
			switch {
			case times[i].gap(times[j]) > 0:
				kind, resolution = ConflictValue, Unresolved
			case kind == 0 && otherDay(claims[i].Value, claims[j].Value):
				kind = ConflictGranularity
			}
		}
	}
	if kind == 0 {
		return // spans that touch or overlap: both may be right
	}
	b.report(Conflict{Event: e.ID, FieldPath: "time", Kind: kind, Resolution: resolution, Claims: claims})
}

// oneDay reports whether of two TIMEX3 values one is the day of the other, or a part of it: the night of a day reaches into
// the next, and is no other day.
func oneDay(a, b string) bool {
	const day = len("2006-01-02")
	return len(a) >= day && len(b) >= day && a[:day] == b[:day] && (len(a) == day || len(b) == day || !isClock(a) || !isClock(b))
}

// isClock reports whether a value of a day names a time of the clock, not a part of the day.
func isClock(v string) bool { return len(v) > 11 && v[10] == 'T' && v[11] >= '0' && v[11] <= '9' }

// otherDay reports whether two TIMEX3 values name one moment by two days: the midnight that ends a day, or one instant in
// two zones.
func otherDay(a, b string) bool {
	const day = len("2006-01-02")
	return len(a) >= day && len(b) >= day && a[:day] != b[:day] && a[4] == '-' && b[4] == '-' && a[5] != 'W' && b[5] != 'W'
}

// identified reports whether two reports are of one act even if their times do not agree: before times are held against
// each other there must be more than likeness.
func identified(a, b *happening) bool { return lemmaRelation(a, b) == 2 || alike(a, b) }

// rebuttals: a charge against somebody, and that somebody's denial of it in the same article, which is an event of its
// own there: “Norway accused the yard of fraud … The yard denied the accusation”.
func (b *builder) rebuttals() {
	for i, r := range b.reports {
		for j := range r.Events {
			x := &r.Events[j]
			if x.Type != extractor.EventAccuse || x.Status != extractor.StatusDenied || len(x.Attribution) == 0 {
				continue
			}
			for k := j - 1; k >= 0; k-- {
				y := &r.Events[k]
				if y.Type != extractor.EventAccuse || y.Status == extractor.StatusDenied || !isAgainst(r, y, x.Attribution[0].Entity) {
					continue
				}
				if b.eventOf[i][j] == b.eventOf[i][k] {
					break // denials has it
				}
				b.report(Conflict{Event: fmt.Sprintf("sv%d", b.eventOf[i][k]), FieldPath: "status", Kind: ConflictClaimDenial, Resolution: Unresolved,
					Claims: []Claim{b.claim(i, y, y.passage().Text, extractor.StanceAssert, y.passage().Span),
						b.claim(i, x, x.passage().Text, extractor.StanceDeny, x.passage().Span)}})
				break
			}
		}
	}
}

// isAgainst reports whether a charge is against an entity, or against the country that it speaks for.
func isAgainst(r *Report, e *ReportEvent, denier int32) bool {
	if denier < 0 {
		return false
	}
	country := r.Entities[denier].Country
	return slices.ContainsFunc(e.Arguments, func(a ReportArgument) bool {
		return a.Role == extractor.RoleRecipient && a.Entity >= 0 && (a.Entity == denier || country != "" && r.Entities[a.Entity].Country == country)
	})
}

// stands reports whether the outlet itself gives an event as a fact, or somebody makes a charge there that only the charged
// denies: whoever charges, asserts.
func stands(r *Report, e *ReportEvent) bool {
	if e.Status != extractor.StatusActual || e.Negative {
		return false
	}
	for _, a := range e.Attribution {
		if e.Type != extractor.EventAccuse || a.Stance != extractor.StanceDeny || !isAgainst(r, e, a.Entity) {
			return false
		}
	}
	return true
}

// denials: what one source asserts and another denies.
func (b *builder) denials(e *Event) {
	var asserted, denied []Claim
	for _, r := range e.told() {
		x, i := b.reported(r)
		if x.Status == extractor.StatusDenied && len(x.Attribution) == 0 {
			denied = append(denied, b.claim(i, x, x.passage().Text, extractor.StanceDeny, x.passage().Span))
			continue
		}
		for k := range x.Attribution {
			one := *x
			one.Attribution = x.Attribution[k : k+1]
			p := x.passageAt(x.Attribution[k].Cue)
			c := b.claim(i, &one, p.Text, x.Attribution[k].Stance, p.Span)
			if c.Stance == extractor.StanceDeny {
				denied = append(denied, c)
			} else if c.Stance == extractor.StanceAssert {
				asserted = append(asserted, c)
			}
		}
		if stands(b.reports[i], x) {
			asserted = append(asserted, b.claim(i, x, x.passage().Text, extractor.StanceAssert, x.passage().Span))
		}
	}
	if len(asserted) == 0 || len(denied) == 0 {
		return
	}
	b.report(Conflict{Event: e.ID, FieldPath: "status", Kind: ConflictClaimDenial, Resolution: Unresolved, Claims: append(asserted, denied...)})
}
