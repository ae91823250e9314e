package corpus

// Span is a half-open UTF-8 byte range [Begin, End) of an article's content.
type Span struct {
	Begin int `json:"b"`
	End   int `json:"e"`
}

// Annotation is everything a reader marked in one article. Lists are in the
// order of the text (by first span).
type Annotation struct {
	ArticleID string `json:"articleId"`
	// SHA256 is the hex digest of the content that the spans point into.
	SHA256 string `json:"sha256"`
	// Depth is "full", or "names" where only entities, "references" where only
	// entities and times were annotated.
	Depth string `json:"depth"`
	// Through is the byte offset up to which the article was read; it is
	// len(content) unless only the beginning of a long interview was read.
	Through int `json:"through"`
	// PublishDate is the publication day, YYYY-MM-DD, or "" where unknown.
	PublishDate string `json:"publishDate"`
	// MainEvent is the id of the event that the article is about, or "".
	MainEvent string    `json:"mainEvent,omitempty"`
	Segments  []Segment `json:"segments,omitempty"`
	Entities  []Entity  `json:"entities,omitempty"`
	Times     []Time    `json:"times,omitempty"`
	Quotes    []Quote   `json:"quotes,omitempty"`
	Events    []Event   `json:"events,omitempty"`
}

// Segment is a part of the content that is not BODY; everything else is BODY.
// Type is a SegmentType of the contract, such as DATELINE or CAPTION.
type Segment struct {
	Type string `json:"type"`
	Span Span   `json:"span"`
}

// Entity is a person, organisation, place or thing with all its mentions.
type Entity struct {
	ID string `json:"id"`
	// Type is an OntoNotes type: PERSON NORP FAC ORG GPE LOC PRODUCT EVENT
	// WORK_OF_ART LAW LANGUAGE.
	Type string `json:"type"`
	// Name is the fullest PROPER mention; nil for a nameless entity ("nine miners").
	Name     *Span     `json:"name,omitempty"`
	Mentions []Mention `json:"mentions"`
	Roles    []Role    `json:"roles,omitempty"`
	// Members are the ids of the entities that a group consists of ("the two leaders").
	Members []string `json:"members,omitempty"`
}

// Mention is one place where an entity is named, described or meant.
type Mention struct {
	Span Span `json:"span"`
	// Type is PROPER, COMMON or PRONOUN.
	Type string `json:"type"`
	// Metonym is "", GOVERNMENT or PLACE.
	Metonym string `json:"metonym,omitempty"`
}

// Role is an office or title that the text gives to a person.
type Role struct {
	// Title is the title's words without the organisation: "Foreign Minister".
	Title Span `json:"title"`
	// Organization is the id of the entity it is an office of, or "".
	Organization string `json:"organization,omitempty"`
	Former       bool   `json:"former,omitempty"`
}

// Time is a TIMEX3 expression with its normalised value.
type Time struct {
	ID string `json:"id"`
	// Type is DATE, TIME, DURATION or SET.
	Type string `json:"type"`
	Span Span   `json:"span"`
	// Value is the TIMEX3 value, "" where the text does not determine one.
	Value string `json:"value"`
	// Mod is the TIMEX3 mod (APPROX, START, END, MORE_THAN …) or "".
	Mod string `json:"mod,omitempty"`
}

// Quote is speech or writing that the text attributes to someone.
type Quote struct {
	ID string `json:"id"`
	// Type is DIRECT, INDIRECT or MIXED.
	Type string `json:"type"`
	// Spans are the content without quotation marks; several where the text
	// interrupts it.
	Spans []Span `json:"spans"`
	// Speaker is the id of the entity that speaks, or "".
	Speaker string `json:"speaker,omitempty"`
	// SpeakerSpan is the words that name the speaker beside the cue, if any.
	SpeakerSpan *Span `json:"speakerSpan,omitempty"`
	Cue         *Span `json:"cue,omitempty"`
	// Via is the id of the entity through which it was said ("told the BBC").
	Via string `json:"via,omitempty"`
}

// Event is one real-world act or happening with all its mentions.
type Event struct {
	ID string `json:"id"`
	// Type, Mode and Contexts are those of the ontology; Mode is "" for none.
	Type     string   `json:"type"`
	Mode     string   `json:"mode,omitempty"`
	Contexts []string `json:"contexts,omitempty"`
	// Status is the event's own, by the article's last word on it: ACTUAL
	// ONGOING PLANNED POSSIBLE ALLEGED DENIED HYPOTHETICAL CANCELLED.
	Status   string `json:"status"`
	Negative bool   `json:"negative,omitempty"`
	Generic  bool   `json:"generic,omitempty"`
	// Triggers are all mentions in text order; never empty.
	Triggers []Trigger `json:"triggers"`
	Args     []Arg     `json:"args,omitempty"`
	// Time is the resolved TIMEX3 value of the event, or "".
	Time         string        `json:"time,omitempty"`
	Attributions []Attribution `json:"attributions,omitempty"`
	// Note says why a type was hard to choose (OTHER mostly), or "".
	Note string `json:"note,omitempty"`
}

// Trigger is the word or words by which a sentence speaks of an event, with the
// status that this sentence gives it.
type Trigger struct {
	Span   Span   `json:"span"`
	Status string `json:"status"`
}

// Arg is a participant or circumstance of an event. Target is the id of an
// entity, time or event, or "" where Span alone says it ("the budget").
type Arg struct {
	// Role is ACTOR RECIPIENT PLACE TIME TOPIC OBJECT VIA INSTRUMENT or AMOUNT.
	Role   string `json:"role"`
	Target string `json:"target,omitempty"`
	Span   *Span  `json:"span,omitempty"`
}

// Attribution says on whose word an event stands.
type Attribution struct {
	// Source is the id of the entity that says so, or "" ("reports say").
	Source string `json:"source,omitempty"`
	Cue    *Span  `json:"cue,omitempty"`
	// Stance is ASSERT, DENY or QUESTION.
	Stance string `json:"stance"`
}
