package times

import "strconv"

// amount is a number of units.
type amount struct {
	n     int
	tenth int  // of one more
	half  bool // one half more
	vague bool
	unit  int
	// more is a second amount, of a smaller unit: “two hours and 15 minutes”.
	more, moreUnit int
}

// amountOf reads a frame's amount; without a number it is one unit.
func amountOf(f *frame) amount {
	a := amount{n: f.or(slotN, 1), tenth: f.get(slotTenths), half: f.is(slotHalfMore), vague: f.is(slotVague), unit: f.get(slotUnit)}
	if !f.is(slotTenths) {
		a.tenth = 0
	}
	if f.is(slotA) && f.is(slotB) {
		a.more, a.moreUnit = f.get(slotA), f.get(slotB)
	}
	switch {
	case f.is(slotHalfOf):
		a.n, a.half, a.unit = 0, true, f.get(slotHalfOf)
	case f.is(slotUnder):
		if f.get(slotUnder) == 2 && f.get(slotOver) == 1 {
			a.half = true
		}
	case f.is(slotCouple):
		a.n = 2
	}
	if scale := f.get(slotScale); f.is(slotScale) && scale > 0 {
		a.n = a.n*scale + a.tenth*scale/10
		a.tenth = 0
	}
	if a.vague && f.is(slotN) {
		a.vague = false
	}
	if a.tenth == 5 {
		a.tenth, a.half = 0, true
	}
	if a.unit == unitFortnight {
		a.n, a.unit = a.n*2, unitWeek
	}
	return a
}

// smaller says which amounts of a unit are written as so many of a smaller one, and how many make one.
var smaller = [...]struct{ unit, count int }{
	unitMinute: {unitSecond, 60}, unitHour: {unitMinute, 60}, unitDay: {unitHour, 24}, unitYear: {unitMonth, 12},
	unitMillennium: {},
}

var unitLetters = [...]string{unitSecond: "S", unitMinute: "M", unitHour: "H", unitDay: "D", unitWeek: "W", unitMonth: "M",
	unitQuarter: "Q", unitYear: "Y", unitDecade: "DE", unitCentury: "CE", unitMillennium: "ML", unitWeekend: "WE", unitNight: "NI"}

// append writes a TIMEX3 duration: P2D, PT5H30M, PXW. Decades and centuries are written in years when counted.
func (a amount) append(b []byte) []byte {
	b = append(b, 'P')
	if a.unit <= unitHour {
		b = append(b, 'T')
	}
	if a.vague {
		return append(append(b, 'X'), unitLetters[a.unit]...)
	}
	scale := 1
	switch a.unit {
	case unitDecade:
		scale = 10
	case unitCentury:
		scale = 100
	case unitMillennium:
		scale = 1000
	}
	if scale > 1 {
		n := a.n*scale + a.tenth*scale/10
		if a.half {
			n += scale / 2
		}
		return append(strconv.AppendInt(b, int64(n), 10), 'Y')
	}
	if a.half && a.unit < len(smaller) && smaller[a.unit].unit != 0 {
		return a.appendHalf(b)
	}
	b = strconv.AppendInt(b, int64(a.n), 10)
	switch {
	case a.half:
		b = append(b, ".5"...)
	case a.tenth != 0:
		b = strconv.AppendInt(append(b, '.'), int64(a.tenth), 10)
	}
	b = append(b, unitLetters[a.unit]...)
	if a.more == 0 {
		return b
	}
	if a.moreUnit <= unitHour && a.unit > unitHour {
		b = append(b, 'T')
	}
	return append(strconv.AppendInt(b, int64(a.more), 10), unitLetters[a.moreUnit]...)
}

// appendHalf writes a half in the next smaller unit: P2Y6M, PT1H30M, P1DT12H.
func (a amount) appendHalf(b []byte) []byte {
	if a.n > 0 {
		b = append(strconv.AppendInt(b, int64(a.n), 10), unitLetters[a.unit]...)
	}
	s := smaller[a.unit]
	if a.unit == unitDay {
		b = append(b, 'T')
	}
	return append(strconv.AppendInt(b, int64(s.count/2), 10), unitLetters[s.unit]...)
}
