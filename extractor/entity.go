package extractor

// MentionType says how a mention refers.
type MentionType uint8

// The mention types.
const (
	MentionProper MentionType = iota + 1
	MentionCommon
	MentionPronoun
)

var mentionTypeNames = [...]string{"", "PROPER", "COMMON", "PRONOUN"}

// String returns the type as the contract writes it.
func (t MentionType) String() string { return nameOf(mentionTypeNames[:], int(t)) }

// Metonym says what a place's name stands for, where that is not the place as such.
type Metonym uint8

// The metonyms: “Moscow has welcomed” is GOVERNMENT, “arrived in Moscow” is PLACE. The zero value is unspecified.
const (
	MetonymGovernment Metonym = iota + 1
	MetonymPlace
)

// Mention is one place in the text that refers to an entity. A PROPER mention is the name: no title, possessive
// or leading article. A COMMON mention is the noun phrase from determiner to head, without its relative clause.
type Mention struct {
	Tokens TokenRange
	Span   TextSpan
	// Head indexes Document.Tokens: the head word of the phrase.
	Head    int32
	Type    MentionType
	Metonym Metonym
}

// Role is an office or title that the text gives an entity: “Estonian Foreign Minister Alar Kask” gives
// Title `Foreign Minister`, Organization `Estonia`.
type Role struct {
	Title        string
	Organization string
	Former       bool
	// Span covers the title's words.
	Span TextSpan
}

// Link points into a knowledge base: {"iso3166", "EST", ""} or {"wikidata", "Q191", "https://www.wikidata.org/wiki/Q191"}.
type Link struct {
	KnowledgeBase string
	ID            string
	URI           string
}

// Entity is a person, organisation, place or the like with everything in the article that refers to it.
// Entities are ordered by their first mention. An entity may have no name (“a senior official”).
type Entity struct {
	Type    EntityType
	Name    string
	Aliases []string
	// Mentions ascend.
	Mentions []Mention
	// Salience is in 0..1; the article's main entity has the highest.
	Salience float32
	Roles    []Role
	Links    []Link
	// CountryCode is ISO 3166-1 alpha-3, the country the entity is or acts for; empty when unknown.
	CountryCode string
	// SectorCodes are PLOVER's (GOV, MIL, …), most specific first.
	SectorCodes []string
	// Members indexes Document.Entities for a group (“the two leaders”); nil otherwise.
	Members []int32
}
