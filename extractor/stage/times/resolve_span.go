package times

import (
	"strconv"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/calendar"
)

// duration writes a length of time. One that ends or begins with the publication (“the past two weeks”) has an
// interval.
func (r *resolver) duration(f *frame, out resolved) resolved {
	a := amountOf(f)
	switch {
	case f.is(slotN) || f.is(slotCouple) || f.is(slotVague) || f.is(slotHalfOf):
	case r.tense.atoms[f.end-1].mask&r.g.lex.mask("units") != 0 || f.is(slotRel):
		a.vague = true
	}
	if a.vague && f.is(slotRel) && f.get(slotRel) != 0 && !f.is(slotVague) {
		out.kind, out.value = extractor.TimeDate, "FUTURE_REF"
		if f.get(slotRel) < 0 {
			out.value = "PAST_REF"
		}
		return out
	}
	out.kind = extractor.TimeDuration
	out.value = string(a.append(make([]byte, 0, 12)))
	if f.is(slotCouple) && out.mod == 0 {
		out.mod = extractor.ModApprox
	}
	if r.known && f.is(slotRel) && !f.is(slotContext) && !a.vague && !a.half && f.get(slotRel) != 0 {
		far := r.pub
		switch unit := a.unit; {
		case unit == unitDay:
			far += calendar.Day(f.get(slotRel) * a.n)
		case unit == unitWeek:
			far += calendar.Day(7 * f.get(slotRel) * a.n)
		case unit == unitMonth:
			far = far.AddMonths(f.get(slotRel) * a.n)
		case unit == unitYear && a.n < 5000:
			far = far.AddMonths(12 * f.get(slotRel) * a.n)
		}
		if far != r.pub {
			out.span = extractor.Interval{Begin: dayString(min(far, r.pub)), End: dayString(max(far, r.pub))}
		}
	}
	return out
}

// recurrence writes “every two weeks” as P2W.
func (r *resolver) recurrence(f *frame, out resolved) resolved {
	a := amountOf(f)
	if f.is(slotEvery) {
		a.n = f.get(slotEvery)
	}
	out.kind = extractor.TimeSet
	if f.is(slotPart) {
		out.value = "XXXX-XX-XXT" + partCodes[f.get(slotPart)]
		return out
	}
	out.value = string(a.append(make([]byte, 0, 12)))
	return out
}

// namedRecurrence writes “every Tuesday” as XXXX-WXX-2, “each July” as XXXX-07.
func namedRecurrence(f *frame, out resolved) resolved {
	out.kind = extractor.TimeSet
	b := []byte("XXXX")
	switch {
	case f.is(slotDow):
		b = strconv.AppendInt(append(b, "-WXX-"...), int64(f.get(slotDow)), 10)
	case f.is(slotMonth):
		b = appendPadded(append(b, '-'), f.get(slotMonth), 2)
	case f.is(slotSeason):
		b = append(append(b, '-'), seasonCodes[f.get(slotSeason)]...)
	}
	if f.is(slotPart) {
		b = append(append(b, 'T'), partCodes[f.get(slotPart)]...)
	}
	out.value = string(b)
	return out
}

// reference writes now, once and some day.
func reference(f *frame, out resolved) resolved {
	out.kind = extractor.TimeDate
	switch {
	case f.is(slotPast):
		out.value = "PAST_REF"
	case f.is(slotFuture):
		out.value = "FUTURE_REF"
	default:
		out.value = "PRESENT_REF"
	}
	return out
}

// unanchored writes what can be said without a day of publication.
func unanchored(f *frame) string {
	b := []byte("XXXX")
	switch {
	case f.is(slotMonth):
		b = appendPadded(append(b, '-'), f.get(slotMonth), 2)
		if f.is(slotDay) {
			b = appendPadded(append(b, '-'), f.get(slotDay), 2)
		}
	case f.is(slotDow):
		b = strconv.AppendInt(append(b, "-WXX-"...), int64(f.get(slotDow)), 10)
	case f.is(slotQuarter):
		b = strconv.AppendInt(append(b, "-Q"...), int64(f.get(slotQuarter)), 10)
	case f.is(slotSeason):
		b = append(append(b, '-'), seasonCodes[f.get(slotSeason)]...)
	case f.is(slotUnit) && f.get(slotUnit) == unitYear:
	case f.is(slotUnit) && f.get(slotUnit) == unitMonth:
		b = append(b, "-XX"...)
	case f.is(slotUnit) && f.get(slotUnit) == unitWeek:
		b = append(b, "-WXX"...)
	default:
		b = append(b, "-XX-XX"...)
	}
	return string(b)
}
