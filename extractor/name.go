package extractor

// EntityType is an OntoNotes entity type; times and amounts are no entities.
type EntityType uint8

// The entity types. The zero value is unknown: an entity that is none of these (a thing, an animal).
const (
	EntityPerson EntityType = iota + 1
	EntityNORP
	EntityFac
	EntityOrg
	EntityGPE
	EntityLoc
	EntityProduct
	EntityEvent
	EntityWorkOfArt
	EntityLaw
	EntityLanguage
)

var entityTypeNames = [...]string{"", "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}

// String returns the type as the contract writes it, and "" for unknown.
func (t EntityType) String() string { return nameOf(entityTypeNames[:], int(t)) }

// ParseEntityType returns the type of that name.
func ParseEntityType(name string) (EntityType, bool) {
	i, ok := indexOf(entityTypeNames[:], name)
	return EntityType(i), ok
}

// Name is a proper name found in the text: no title, possessive or leading article. Names ascend and never
// overlap. “Estonian Foreign Minister Alar Kask's” holds the names `Estonian` (NORP) and `Alar Kask` (PERSON).
type Name struct {
	Tokens TokenRange
	Type   EntityType
	// Confidence is the tagger's, in 0..1.
	Confidence float32
}
