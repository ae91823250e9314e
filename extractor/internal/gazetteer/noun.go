package gazetteer

// Class is a set of classes of common nouns.
type Class uint32

// The classes, from the noun hierarchy of WordNet. A noun has those of its usual senses.
const (
	ClassPerson Class = 1 << iota
	// ClassGroup is an organisation or other group of people: "company", "crowd".
	ClassGroup
	// ClassPlace is a place, region, building or institution as a place: "city", "border", "hospital".
	ClassPlace
	// ClassEvent is something that happens or is done: "attack", "election", "storm".
	ClassEvent
	// ClassTime is a time or period: "week", "ceasefire" is an event, "night" a time.
	ClassTime
	// ClassThing is an object, substance or product: "car", "oil".
	ClassThing
	// ClassAnimal is an animal or plant.
	ClassAnimal
	// ClassCommunication is something said or written: "report", "law", "promise".
	ClassCommunication
	// ClassAmount is a quantity or sum: "million", "price".
	ClassAmount
	// ClassAbstract is a state, property, feeling or idea: "anger", "safety".
	ClassAbstract
	// ClassMale and ClassFemale tell the gender of a person: "husband", "spokeswoman".
	ClassMale
	ClassFemale
	// ClassOrganization is the part of ClassGroup that can act as a body: "ministry", "bank", "party".
	ClassOrganization
	// ClassFacility is the part of ClassPlace that was built: "airport", "bridge".
	ClassFacility
)

var classByName = map[string]Class{"person": ClassPerson, "group": ClassGroup, "place": ClassPlace, "event": ClassEvent,
	"time": ClassTime, "thing": ClassThing, "animal": ClassAnimal, "communication": ClassCommunication,
	"amount": ClassAmount, "abstract": ClassAbstract, "male": ClassMale, "female": ClassFemale,
	"organization": ClassOrganization, "facility": ClassFacility}

// NounClass returns the classes of a noun's lemma (lower case, singular), or 0 when it is unknown.
func (g *Gazetteer) NounClass(lemma string) Class {
	return Class(g.nouns.get(keyOf(lemma)))
}

// Is reports whether the set holds any of the classes.
func (c Class) Is(any Class) bool { return c&any != 0 }
