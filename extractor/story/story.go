package story

import "github.com/dateline-news/dateline/extractor"

// Story is what the articles of a collection say of one chain of events.
type Story struct {
	_  struct{} `cbor:",toarray"`
	ID string
	// Version is the collection's version at which the story last changed.
	Version int32
	Title   string
	// ArticleIDs are in order of publication.
	ArticleIDs []string
	Entities   []Entity
	// Events are in order of time, undated ones last.
	Events    []Event
	Conflicts []Conflict
	// Interval reaches from the first dated event to the last.
	Interval extractor.Interval
}

// Entity is someone or something of which the articles of a story speak.
type Entity struct {
	_          struct{} `cbor:",toarray"`
	ID         string
	Type       extractor.EntityType
	Name       string
	Aliases    []string
	Links      []extractor.Link
	ArticleIDs []string
}

// Event is one act in the world as all articles of a story report it.
type Event struct {
	_         struct{} `cbor:",toarray"`
	ID        string
	Type      extractor.EventType
	Mode      string
	Arguments []Argument
	// Time is the most exact TIMEX3 value that the reports allow; Interval what it spans.
	Time     string
	Interval extractor.Interval
	Place    string
	Status   extractor.EventStatus
	// History tells how the status came to be, in order of publication.
	History []StatusChange
	Reports []EventReport
	// IndependentSources counts the reporting articles, reprints of one text once.
	IndependentSources int32
}

// Argument is a participant of an event; Entity and Event are ids of the story, at most one of them set.
type Argument struct {
	_      struct{} `cbor:",toarray"`
	Role   extractor.ArgumentRole
	Entity string
	Event  string
	Text   string
}

// StatusChange is one step in the status of an event.
type StatusChange struct {
	_           struct{} `cbor:",toarray"`
	Status      extractor.EventStatus
	ArticleID   string
	PublishTime string
	// Attribution says who says so in that article; nil where it does itself.
	Attribution *Attribution
}

// EventReport says where an article reports an event.
type EventReport struct {
	_         struct{} `cbor:",toarray"`
	ArticleID string
	// Event indexes the article's Document.Events; -1 and below are Document.Doubtful's, from the first on.
	Event int32
	// Spans are its triggers in the article's content.
	Spans []extractor.SourceSpan
}

// ConflictKind says in what way two claims differ.
type ConflictKind uint8

// The kinds of conflicts.
const (
	ConflictValue ConflictKind = iota + 1
	ConflictGranularity
	ConflictStrength
	ConflictCertainty
	ConflictClaimDenial
	ConflictQuoteVariant
	ConflictCardinality
)

// Resolution says what became of a conflict.
type Resolution uint8

// The resolutions.
const (
	Unresolved Resolution = iota + 1
	Reconcilable
	Superseded
	Denied
)

// Conflict is a place where articles, or two places of one, do not say the same.
type Conflict struct {
	_  struct{} `cbor:",toarray"`
	ID string
	// Event is the id of the story event it is about; "" when it is about no single one.
	Event      string
	FieldPath  string
	Kind       ConflictKind
	Resolution Resolution
	Claims     []Claim
}

// Claim is one side of a conflict.
type Claim struct {
	_         struct{} `cbor:",toarray"`
	Value     string
	Stance    extractor.Stance
	ArticleID string
	Spans     []extractor.SourceSpan
	// Source is who says so in the article's words; the outlet where the article says so itself. Entity is the id
	// of the story's entity, "" for the article itself.
	Source string
	Entity string
}

// Change says what happened to a story.
type Change uint8

// The changes.
const (
	Created Change = iota + 1
	Updated
	Deleted
)

// Update is one change of one story.
type Update struct {
	Change  Change
	StoryID string
	// Version is the collection's after the change.
	Version int32
	// Story is the story after the change; nil for a deleted one, and where it is to be asked for by its id.
	Story *Story
	// MergedInto is the id of the story that took over the articles of a deleted one, "" for none.
	MergedInto string
}
