package story

import (
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// dating is when an article says that an event takes place.
type dating struct {
	happening
	claim Claim
}

// timeConflicts: times that exclude each other are a VALUE conflict, SUPERSEDED where it was planned for one and then held at
// another; two names of one instant (the midnight that ends a day and the next day) are RECONCILABLE. A day inside a week is
// no conflict at all, nor are a day and the next: what happens in a night, or far away, is told by either.
func (b *builder) timeConflicts(e *Event) {
	all := b.datings(e)
	if len(all) < 2 {
		return
	}
	c := Conflict{Event: e.ID, FieldPath: "time", Resolution: Reconcilable}
	for i := range all {
		c.Claims = append(c.Claims, all[i].claim)
		for j := range i {
			switch {
			case all[i].excludes(&all[j]):
				if c.Kind != ConflictValue {
					c.Kind, c.Resolution = ConflictValue, Superseded
				}
				if !b.replaces(&all[i], &all[j]) && !b.replaces(&all[j], &all[i]) {
					c.Resolution = Unresolved
				}
			case c.Kind == 0 && all[i].when.gap(all[j].when) == 0 && otherDay(all[i].claim.Value, all[j].claim.Value):
				c.Kind = ConflictGranularity
			}
		}
	}
	if c.Kind != 0 { // else spans that touch or overlap: both may be right
		b.report(c)
	}
}

// datings lists the times that reports of an event give, each once.
func (b *builder) datings(e *Event) []dating {
	var all []dating
	for _, r := range e.told() {
		x, i := b.reported(r)
		s := stretchOf(x.Interval)
		if !s.known || x.TimeSpan.Empty() {
			continue
		}
		if slices.ContainsFunc(all, func(d dating) bool { return oneDay(d.claim.Value, x.Time) }) {
			continue
		}
		if slices.ContainsFunc(all, func(d dating) bool {
			return d.when.within(s) && s.length() > 0 || s.within(d.when) && d.when.length() > 0 && s.length() > 0
		}) && !slices.ContainsFunc(all, func(d dating) bool { return otherDay(d.claim.Value, x.Time) }) {
			continue
		}
		h := dating{b.happening(int32(i), r.Event), b.claim(i, x, x.Time, extractor.StanceAssert, x.TimeSpan)}
		if !slices.ContainsFunc(all, func(o dating) bool {
			return h.excludes(&o) && (!identified(&h.happening, &o.happening) || b.knowsBoth(&h, &o))
		}) {
			all = append(all, h)
		}
	}
	return all
}

// excludes reports whether two times are further apart than what is told of either may be off by.
func (d *dating) excludes(o *dating) bool {
	const day = 86400
	gap := d.when.gap(o.when) * day
	return gap >= day && gap >= float64(max(d.when.length(), o.when.length()))
}

// knowsBoth reports whether one of two articles names the day of the other too: then it tells of more than one day, and which
// of its events was when is easily mistaken.
func (b *builder) knowsBoth(x, y *dating) bool {
	return b.names(x.report, y.claim.Value) || b.names(y.report, x.claim.Value)
}

// names reports whether an article names a day other than by being published on it.
func (b *builder) names(report int32, day string) bool {
	const month, date = len("2006-"), len("2006-01-02")
	if len(day) < date {
		return false
	}
	r := b.reports[report]
	least := int32(1)
	if len(r.PublishTime) >= date && r.PublishTime[:date] == day[:date] {
		least = 2
	}
	return slices.ContainsFunc(r.Terms, func(t Term) bool {
		return len(t.Lemma) > 1 && t.Lemma[0] == dateMark && t.Lemma[1:] == day[month:date] && t.Count >= least
	})
}

// replaces reports whether an article tells as done what an earlier one told as planned.
func (b *builder) replaces(x, y *dating) bool {
	return x.e.Status != extractor.StatusPlanned && y.e.Status == extractor.StatusPlanned &&
		b.published(x.claim.ArticleID) > b.published(y.claim.ArticleID)
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
	return len(a) >= day && len(b) >= day && a[:day] != b[:day] && a[4] == '-' && b[4] == '-' && a[5] != 'W' && b[5] != 'W' &&
		(isClock(a) || isClock(b))
}

// identified reports whether two reports are of one act even if their times do not agree: before times are held against
// each other there must be more than likeness.
func identified(a, b *happening) bool { return lemmaRelation(a, b) == 2 || alike(a, b) }
