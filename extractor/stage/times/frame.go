package times

// slot is something that a rule's words say: its month is 5, its unit is weeks.
type slot int8

// The slots. A rule names them in lower case, without the prefix; so do the lists of lexicon.tsv that fill them.
const (
	slotNone        slot = iota
	slotYear             // 1998
	slotYear2            // 98
	slotMonth            // from 1
	slotDay              // of the month
	slotDow              // Monday is 1
	slotA                // the first number of 10/05/2017
	slotB                // the second
	slotEight            // 20170510
	slotN                // how many
	slotN2               // the second of “two to three”
	slotScale            // thousands, millions
	slotTenths           // of one, beside n
	slotHalfMore         // “and a half”
	slotOver             // numerator beside n
	slotUnder            // denominator
	slotVague            // an amount that is not said
	slotCouple           // two, about
	slotUnit             // see lexicon.tsv
	slotHalfOf           // the unit of “half an hour”
	slotBy               // how many units on from the anchor
	slotRel              // the same, by its word: last -1, this 0, next 1
	slotContext          // the anchor is the day just spoken of
	slotSeason           // spring is 1
	slotQuarter          // from 1
	slotHalf             // of the year and the like, from 1
	slotPart             // of the day: see lexicon.tsv
	slotHour             // 0 to 24
	slotMinute           // 0 to 59
	slotSecond           // 0 to 59
	slotHHMM             // 1530
	slotAmpm             // am 1, pm 2
	slotZone             // minutes east of Greenwich
	slotZoneName         // see lexicon.tsv
	slotZoneHours        // written as +03:00
	slotZoneMinutes      // the minutes of it
	slotWest             // it was a minus
	slotDecade           // 1970
	slotDecade2          // 70
	slotOrd              // which of several: the third
	slotPick             // of what unit the third is taken
	slotFeast            // index of feasts.tsv
	slotMod              // extractor.TimeModifier
	slotEvery            // every second one
	slotWeek             // number of an ISO week
	slotPast             // of a reference
	slotPresent
	slotFuture
	slotCount
)

var slotNames = [slotCount]string{"", "year", "year2", "month", "day", "dow", "a", "b", "eight", "n", "n2", "scale", "tenths", "halfmore",
	"over", "under", "vague", "couple", "unit", "halfof", "by", "rel", "context", "season", "quarter", "half", "part", "hour",
	"minute", "second", "hhmm", "ampm", "zone", "zonename", "zonehours", "zoneminutes", "west", "decade", "decade2",
	"ord", "pick", "feast", "mod", "every", "week", "past", "present", "future"}

// operation is how a match is resolved.
type operation uint8

// The operations, as the rules name them.
const (
	opNone     operation = iota // “-”: that of the group inside, else date
	opDate                      // a calendar date or a part of one: year, month, day, dow, rel
	opNumeric                   // a, b, year: day and month in an order still to be settled
	opPacked                    // eight digits
	opISOWeek                   // year, week
	opSpan                      // the second year of 2015-16
	opShift                     // by units from the anchor, to the calendar unit: last week
	opBare                      // the unit just spoken of: the quarter
	opYearAgo                   // what was just spoken of, a year before
	opAgo                       // n units from the anchor: two weeks ago
	opWeekend                   //
	opFiscal                    // a fiscal year
	opSeason                    // a season of a year not said
	opQuarter                   // a quarter of a year not said
	opHalf                      // a half-year of a year not said
	opDecade                    //
	opCentury                   //
	opFeast                     //
	opClock                     // a time of a day not said
	opDayPart                   // a part of a day not said
	opDuration                  //
	opSet                       // every so many units
	opSetOf                     // every Monday, every July
	opRef                       // past, present, future
	opLongTime                  // a duration without unit
	opCount
)

var operationNames = [opCount]string{"-", "date", "numeric", "packed", "isoweek", "span", "shift", "bare", "yearago", "ago",
	"weekend", "fiscal", "season", "quarter", "half", "decade", "century", "feast", "clock", "daypart", "duration",
	"set", "setof", "ref", "longtime"}

// frame is what a match says.
type frame struct {
	begin, end int32 // atoms; what the expression covers
	from, to   int32 // atoms: the whole match, words around it included
	rule       int32
	op         operation
	has        uint64
	slots      [slotCount]int32
}

func (f *frame) set(s slot, value int32) {
	f.slots[s] = value
	f.has |= 1 << uint(s)
}

func (f *frame) is(s slot) bool { return f.has>>uint(s)&1 != 0 }

// get returns a slot's value; 0 when it is empty.
func (f *frame) get(s slot) int { return int(f.slots[s]) }

// or returns a slot's value, or another when it is empty.
func (f *frame) or(s slot, other int) int {
	if f.is(s) {
		return int(f.slots[s])
	}
	return other
}

// merge takes what a group inside says where the frame says nothing yet.
func (f *frame) merge(inner *frame) {
	for add := inner.has &^ f.has; add != 0; add &= add - 1 {
		s := lowest(add)
		f.slots[s] = inner.slots[s]
	}
	f.has |= inner.has
	if f.op == opNone || (f.op == opClock || f.op == opDayPart) && inner.op != opNone && inner.op != opClock {
		f.op = inner.op
	}
}
