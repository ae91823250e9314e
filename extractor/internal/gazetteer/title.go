package gazetteer

// TitleKind says what a title is.
type TitleKind uint8

// The kinds of titles.
const (
	// TitleOffice is held by one at a time or by appointment: "president", "foreign minister", "spokeswoman".
	TitleOffice TitleKind = iota + 1
	// TitleRank is a rank or degree: "general", "Dr".
	TitleRank
	// TitleProfession is what somebody does: "economist", "striker".
	TitleProfession
	// TitleAddress is a form of address: "Mr", "Sir".
	TitleAddress
	// TitleRoyal is a title of nobility: "king", "duchess".
	TitleRoyal
)

var titleKinds = map[string]TitleKind{
	"office": TitleOffice, "rank": TitleRank, "profession": TitleProfession, "address": TitleAddress, "royal": TitleRoyal,
}

// Title is what people are called beside their names. Titles are shared and must not be changed.
type Title struct {
	// Name is in the singular: "foreign minister".
	Name   string
	Kind   TitleKind
	Gender Gender
	// Sectors are PLOVER sector codes, the main one first; nil where the title tells none ("Mr").
	Sectors []string
	// Prefix: stands directly before a name as a rule ("President Salmi", "Dr Berg").
	Prefix bool
	// Speaks: speaks for another person or body ("spokeswoman", "press secretary").
	Speaks bool
	// Relation: no trade but who somebody is, or is to another ("woman", "cousin", "successor").
	Relation bool
}

// Gender is the grammatical gender that a name or title tells.
type Gender uint8

// The genders. The zero value is unknown.
const (
	Male Gender = iota + 1
	Female
	// Either: known, but of both: "Robin", "Nikita".
	Either
)

// String returns "male", "female", "either" or "".
func (g Gender) String() string { return [...]string{"", "male", "female", "either"}[g&3] }
