package extractor

// QuoteType says how speech is reported.
type QuoteType uint8

// The quote types.
const (
	QuoteDirect QuoteType = iota + 1
	QuoteIndirect
	QuoteMixed
)

var quoteTypeNames = [...]string{"", "DIRECT", "INDIRECT", "MIXED"}

// String returns the type as the contract writes it.
func (t QuoteType) String() string { return nameOf(quoteTypeNames[:], int(t)) }

// Stance says how a source stands to what is attributed to it.
type Stance uint8

// The stances.
const (
	StanceAssert Stance = iota + 1
	StanceDeny
	StanceQuestion
)

var stanceNames = [...]string{"", "ASSERT", "DENY", "QUESTION"}

// String returns the stance as the contract writes it.
func (s Stance) String() string { return nameOf(stanceNames[:], int(s)) }

// Quote is reported speech or thought: its contents, the cue that reports it and the phrase of its speaker.
// Quotes ascend by their first span; an indirect quote may hold a direct one. “‘We won,’ said Kask. ‘At last.’”
// is one DIRECT quote with two spans, cue `said`, speaker `Kask`.
type Quote struct {
	Type QuoteType
	// Spans are the contents without the quotation marks, ascending.
	Spans []TextSpan
	// Cue is “said”, “according to”; empty when there is none (an embedded tweet).
	Cue TokenRange
	// Speaker is the phrase that names the speaker, its determiner to its head or name; empty when unsaid.
	Speaker TokenRange
	// Via is the phrase of the outlet through which the speaker is quoted (“told Reuters”); empty for none.
	Via TokenRange
	// Stance is ASSERT for “said”, DENY for “denied”, QUESTION for “asked whether”.
	Stance Stance
}

// Speaker is who a quote belongs to, resolved: entity indices into Document.Entities, -1 when unknown.
type Speaker struct {
	Entity int32
	Via    int32
}
