package times

import (
	"sort"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// anchorDurations hangs “two days after the accord was signed” on its predicate, signed. Where an earlier sentence
// says when that was, the interval is the day so counted.
func (r *resolver) anchorDurations(frames []frame) {
	if len(r.d.Arcs) != len(r.d.Tokens) || len(r.d.Tags) != len(r.d.Tokens) {
		return
	}
	i := 0
	for f := range frames {
		fr := &frames[f]
		span := r.spanOf(fr)
		for i < len(r.d.Times) && r.d.Times[i].Span.Begin < span.Begin {
			i++
		}
		if fr.op != opDuration || i == len(r.d.Times) || r.d.Times[i].Span != span {
			continue
		}
		r.anchorDuration(&r.d.Times[i], fr)
	}
}

func (r *resolver) spanOf(f *frame) extractor.TextSpan {
	return extractor.TextSpan{Begin: extractor.TextOffset(r.tense.atoms[f.begin].begin), End: extractor.TextOffset(r.tense.atoms[f.end-1].end)}
}

func (r *resolver) anchorDuration(x *extractor.TimeExpression, f *frame) {
	d := r.d
	marker := int(x.Tokens.Last)
	if marker >= len(d.Tokens) || d.SentenceOf(marker) != d.SentenceOf(int(x.Tokens.First)) {
		return
	}
	sign := 0
	switch w := d.TokenText(marker); {
	case strings.EqualFold(w, "after") || strings.EqualFold(w, "following") || strings.EqualFold(w, "since"):
		sign = 1
	case strings.EqualFold(w, "before"):
		sign = -1
	default:
		return
	}
	head := d.Arcs[marker].Head
	rel := d.Arcs[marker].Rel.Base()
	if head <= int32(marker) || rel != extractor.RelMark && rel != extractor.RelCase {
		return
	}
	x.AnchorTokens = extractor.TokenRange{First: head, Last: head + 1}
	a := amountOf(f)
	if a.vague || a.half || a.tenth != 0 || f.is(slotN2) {
		return
	}
	if day, index, ok := r.dayOfEvent(int(head), x); ok {
		if at, ok := movedBy(day, sign*a.n, a.unit); ok {
			x.AnchorTime = index
			x.Interval = extractor.Interval{Begin: dayString(at), End: dayString(at + 1)}
		}
	}
}

func movedBy(d calendar.Day, n, unit int) (calendar.Day, bool) {
	switch {
	case n > 4000 || n < -4000:
		return d, false
	case unit == unitDay:
		return d + calendar.Day(n), true
	case unit == unitWeek:
		return d + calendar.Day(7*n), true
	case unit == unitMonth:
		return d.AddMonths(n), true
	case unit == unitYear:
		return d.AddMonths(12 * n), true
	}
	return d, false
}

// dayOfEvent looks back for the same verb with a day of its own: “The accord was signed on May 4.”
func (r *resolver) dayOfEvent(head int, before *extractor.TimeExpression) (calendar.Day, int32, bool) {
	lemma := r.d.Tags[head].Lemma
	last := sort.Search(len(r.d.Times), func(i int) bool { return r.d.Times[i].Span.Begin >= before.Span.Begin })
	for i := last - 1; i >= max(0, last-backTimes); i-- {
		x := &r.d.Times[i]
		if x.Type != extractor.TimeDate || len(x.Value) != len("2006-01-02") {
			continue
		}
		day, ok := dayOf(x.Value)
		if ok && r.hangsOn(int(x.Tokens.First), lemma) {
			return day, int32(i), true
		}
	}
	return 0, 0, false
}

// backTimes is how many expressions back an event's day is looked for.
const backTimes = 32

// hangsOn climbs a few steps from a token to a verb of that lemma.
func (r *resolver) hangsOn(token int, lemma string) bool {
	for steps := 0; steps < 4 && token >= 0; steps++ {
		if r.d.Tags[token].Lemma == lemma {
			return true
		}
		token = int(r.d.Arcs[token].Head)
	}
	return false
}
