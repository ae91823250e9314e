package extractor

// EventType is one of PLOVER's sixteen types or one of ours (see the ontology in the README).
type EventType uint8

// The event types, PLOVER's sixteen first. The zero value is none.
const (
	EventAgree EventType = iota + 1
	EventConsult
	EventSupport
	EventConcede
	EventCooperate
	EventAid
	EventRetreat
	EventRequest
	EventAccuse
	EventReject
	EventThreaten
	EventProtest
	EventSanction
	EventMobilize
	EventCoerce
	EventAssault
	EventStatement
	EventPersonnelStart
	EventPersonnelEnd
	EventElection
	EventLegislation
	EventMovement
	EventBusiness
	EventTransaction
	EventJustice
	EventLifeDeath
	EventLifeInjury
	EventLifeOther
	EventDisaster
	EventAccident
	EventCrime
	EventScience
	EventContest
	EventOther
)

var eventTypeNames = [...]string{"", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT",
	"PERSONNEL_START", "PERSONNEL_END", "ELECTION", "LEGISLATION", "MOVEMENT", "BUSINESS", "TRANSACTION", "JUSTICE",
	"LIFE_DEATH", "LIFE_INJURY", "LIFE_OTHER", "DISASTER", "ACCIDENT", "CRIME", "SCIENCE", "CONTEST", "OTHER"}

// String returns the type as the contract writes it, and "" for none.
func (t EventType) String() string { return nameOf(eventTypeNames[:], int(t)) }

// ParseEventType returns the type of that name.
func ParseEventType(name string) (EventType, bool) {
	i, ok := indexOf(eventTypeNames[:], name)
	return EventType(i), ok
}

// PLOVER reports whether the type is one of PLOVER's sixteen.
func (t EventType) PLOVER() bool { return t >= EventAgree && t <= EventAssault }

// EventStatus says how sure an event is, and whether it has happened yet.
type EventStatus uint8

// The statuses, in the contract's order.
const (
	StatusActual EventStatus = iota + 1
	StatusOngoing
	StatusPlanned
	StatusPossible
	StatusAlleged
	StatusDenied
	StatusHypothetical
	StatusCancelled
)

var eventStatusNames = [...]string{"", "ACTUAL", "ONGOING", "PLANNED", "POSSIBLE", "ALLEGED", "DENIED", "HYPOTHETICAL", "CANCELLED"}

// String returns the status as the contract writes it.
func (s EventStatus) String() string { return nameOf(eventStatusNames[:], int(s)) }

// Polarity says whether an event is said to be or not to be, as in ACE. The zero value is unset.
type Polarity uint8

// Modality says whether an event is asserted as a fact, as in ACE. The zero value is unset.
type Modality uint8

// Tense says when an event is, as in ACE. The zero value is unset.
type Tense uint8

// Genericity says whether an event is one act or a kind of acts, as in ACE. The zero value is unset.
type Genericity uint8

// The polarities.
const (
	PolarityPositive Polarity = iota + 1
	PolarityNegative
)

// The modalities.
const (
	ModalityAsserted Modality = iota + 1
	ModalityOther
)

// The tenses: the event's against the time of publication, not the verb's.
const (
	TensePast Tense = iota + 1
	TensePresent
	TenseFuture
)

// The genericities.
const (
	GenericitySpecific Genericity = iota + 1
	GenericityGeneric
)

// ArgumentRole is what an argument is to its event.
type ArgumentRole uint8

// The argument roles.
const (
	RoleActor ArgumentRole = iota + 1
	RoleRecipient
	RolePlace
	RoleTime
	RoleTopic
	RoleObject
	RoleVia
	RoleInstrument
	RoleAmount
)

var argumentRoleNames = [...]string{"", "ACTOR", "RECIPIENT", "PLACE", "TIME", "TOPIC", "OBJECT", "VIA", "INSTRUMENT", "AMOUNT"}

// String returns the role as the contract writes it.
func (r ArgumentRole) String() string { return nameOf(argumentRoleNames[:], int(r)) }

// Trigger is a word or phrase that names an event (“met”, “held talks”).
type Trigger struct {
	Tokens TokenRange
	Span   TextSpan
	// Head indexes Document.Tokens: the word that carries the sense.
	Head  int32
	Lemma string
	// Sentence indexes Document.Sentences.
	Sentence int32
	// Status is what this sentence alone gives the event.
	Status EventStatus
}

// Argument is a participant or circumstance of an event. At most one of Entity, Time and Event is not -1.
type Argument struct {
	Role   ArgumentRole
	Entity int32 // indexes Document.Entities
	Time   int32 // indexes Document.Times
	Event  int32 // indexes Document.Events
	// Tokens is the phrase in the text; empty for an argument taken over from another mention without one.
	Tokens TokenRange
	Span   TextSpan
}

// Attribution says according to whom an event is so.
type Attribution struct {
	// Entity and Via index Document.Entities; -1 when unknown or none.
	Entity int32
	Via    int32
	// Quote indexes Document.Quotes; -1 for none.
	Quote int32
	// Source is the phrase of the source, Cue the word that reports.
	Source TokenRange
	Cue    TokenRange
	Stance Stance
}

// Event is something that happened, is planned, alleged or denied, with all its mentions in the article.
// Events are ordered by their first trigger.
type Event struct {
	Type EventType
	// Mode and Contexts are PLOVER's, lower case with hyphens; empty when none.
	Mode     string
	Contexts []string
	// Triggers holds the main mention first, the others ascending.
	Triggers  []Trigger
	Arguments []Argument
	// Time is the resolved TIMEX3 value with its modifier, Interval what it spans; empty when unknown.
	Time         string
	TimeModifier TimeModifier
	Interval     Interval
	Status       EventStatus
	Polarity     Polarity
	Modality     Modality
	Tense        Tense
	Genericity   Genericity
	Attributions []Attribution
	// Salience and Confidence are in 0..1. Confidence is calibrated: of events with 0.8, four in five are right.
	Salience   float32
	Confidence float32
	// StrictPLOVER is the type that the PLOVER manual would code; zero for types outside PLOVER that it lacks.
	StrictPLOVER EventType
	// Summary is one line for people: ACTOR type RECIPIENT · place · time · status. What a statement is about stands
	// behind a colon, the words of the act in parentheses where the type alone says too little.
	Summary string
}
