package extractor

import "time"

// TimeType is a TIMEX3 type.
type TimeType uint8

// The TIMEX3 types.
const (
	TimeDate TimeType = iota + 1
	TimeTime
	TimeDuration
	TimeSet
)

var timeTypeNames = [...]string{"", "DATE", "TIME", "DURATION", "SET"}

// String returns the type as TIMEX3 writes it.
func (t TimeType) String() string { return nameOf(timeTypeNames[:], int(t)) }

// TimeModifier is a TIMEX3 mod.
type TimeModifier uint8

// The TIMEX3 modifiers. The zero value is none.
const (
	ModBefore TimeModifier = iota + 1
	ModAfter
	ModOnOrBefore
	ModOnOrAfter
	ModLessThan
	ModMoreThan
	ModEqualOrLess
	ModEqualOrMore
	ModStart
	ModMid
	ModEnd
	ModApprox
)

var timeModifierNames = [...]string{"", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
	"EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"}

// String returns the modifier as TIMEX3 writes it, and "" for none.
func (m TimeModifier) String() string { return nameOf(timeModifierNames[:], int(m)) }

// Interval is the half-open stretch of time that a value denotes. Either end may be empty: not known. Ends are
// ISO 8601: "2017-05-10" or, where a time of day is known, "2017-05-10T10:30" with the offset where known.
type Interval struct{ Begin, End string }

// TimeExpression is a date, time, duration or recurrence of the text, resolved (TIMEX3, ISO 24617-1).
// Expressions ascend and never overlap. “took place on Wednesday” in an article of 2017-05-11 holds
// `Wednesday`, DATE, 2017-05-10: the span leaves the preposition out.
type TimeExpression struct {
	Span     TextSpan
	Tokens   TokenRange
	Type     TimeType
	Value    string
	Modifier TimeModifier
	Interval Interval
	// AnchorTime indexes Document.Times, -1 for none: the expression that this one was resolved against.
	AnchorTime int32
	// AnchorTokens is the phrase of the event that the expression hangs on (“a day after the agreement was
	// signed”: the predicate), empty for none.
	AnchorTokens TokenRange
}

// Provenance says where a fact about the article as a whole comes from.
type Provenance uint8

// The provenances. The zero value is none yet.
const (
	ProvenanceProvided Provenance = iota + 1
	ProvenanceMetadata
	ProvenanceDateline
	ProvenanceInferred
	ProvenanceUnknown
)

// PublishTime is when the article was published: the anchor of its relative times.
type PublishTime struct {
	// Value is TIMEX3: "2017-05-10", or "2017-05-10T09:38+03:00" where the time of day is known; empty when unknown.
	Value      string
	Provenance Provenance
	// Span is where the text says so; empty when it does not.
	Span TextSpan
}

// Known reports whether the day of publication is known.
func (p PublishTime) Known() bool { return p.Value != "" }

// Date returns the day of publication at midnight UTC, and false when it is not known.
func (p PublishTime) Date() (time.Time, bool) {
	if len(p.Value) < len("2006-01-02") {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-01-02", p.Value[:len("2006-01-02")])
	return t, err == nil
}
