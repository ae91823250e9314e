package gazetteer

import "github.com/dateline-news/dateline/extractor"

// Kind says what an entry is, more finely than its entity type.
type Kind uint8

// The kinds.
const (
	KindCountry Kind = iota + 1
	// KindDemonym is an adjective or a person of a country: "Estonian", "Danes".
	KindDemonym
	// KindGroup is an ethnic, religious or political group: "Kurds", "Shia", "Democrats".
	KindGroup
	KindCity
	// KindAdmin is a state, province or part of a country: "Texas", "Bavaria".
	KindAdmin
	// KindRegion is a continent or another region that is no state: "Europe", "the Sahel".
	KindRegion
	// KindNature is a sea, river, mountain, desert or island.
	KindNature
	KindFacility
	// KindSeat is a house or place that stands for a government: "Kremlin", "Downing Street".
	KindSeat
	// KindInternational is an organisation of states: "UN", "NATO".
	KindInternational
	// KindGovernment is a body of one state: a ministry, parliament, court, agency.
	KindGovernment
	// KindForces is an army, police or secret service.
	KindForces
	KindParty
	KindArmedGroup
	KindMedia
	KindCompany
	// KindOrganization is any other organisation: a charity, university, church, union.
	KindOrganization
	KindTeam
	KindEvent
	KindLaw
	KindLanguage
	KindProduct
	KindWork
	kindCount
)

var kindNames = [...]string{"", "country", "demonym", "group", "city", "admin", "region", "nature", "facility", "seat",
	"international", "government", "forces", "party", "armed", "media", "company", "organization", "team", "event",
	"law", "language", "product", "work"}

// String returns the kind as the data files write it.
func (k Kind) String() string {
	if k < kindCount {
		return kindNames[k]
	}
	return ""
}

// Type returns the entity type of names of this kind.
func (k Kind) Type() extractor.EntityType {
	switch k {
	case KindCountry, KindCity, KindAdmin:
		return extractor.EntityGPE
	case KindDemonym, KindGroup:
		return extractor.EntityNORP
	case KindRegion, KindNature:
		return extractor.EntityLoc
	case KindFacility, KindSeat:
		return extractor.EntityFac
	case KindEvent:
		return extractor.EntityEvent
	case KindLaw:
		return extractor.EntityLaw
	case KindLanguage:
		return extractor.EntityLanguage
	case KindProduct:
		return extractor.EntityProduct
	case KindWork:
		return extractor.EntityWorkOfArt
	case 0:
		return 0
	}
	return extractor.EntityOrg
}

// Entry is something with a name. Entries are shared and must not be changed.
type Entry struct {
	Kind Kind
	// Name is the usual full name, whatever alias was looked up: "United Nations" for "UN".
	Name string
	// Country is ISO 3166-1 alpha-3: where the place is, or for whom the organisation acts; empty for none.
	Country string
	// Sectors are PLOVER sector codes, the main one first; nil for most places.
	Sectors []string
	// Wikidata is an id such as "Q7184"; empty where none is known for certain.
	Wikidata string
}

// Country is a state or territory with a code of ISO 3166-1 (and Kosovo, with the usual XKX).
type Country struct {
	Alpha2, Alpha3 string
	Wikidata       string
	// Name is the usual English name: "South Korea".
	Name string
	// Aliases are other names, Adjectives and Persons the demonyms ("Danish"; "Dane", "Danes").
	Aliases, Adjectives, Persons []string
	// Seats are cities that stand for the government, the capital first; empty for some territories.
	Seats []string
	// Others name earlier states in its place or parts of it ("East Germany"), which are looked up as it but are not it.
	Others []string
}

// Metonym is what a place's name may stand for.
type Metonym struct {
	// Phrase is the name as listed: "Downing Street".
	Phrase string
	// Country is the alpha-3 code of the government that is meant; empty where it is no country's.
	Country string
	// Organization is the body that is meant where it is no country's government as a whole: "European Union" for
	// "Brussels", "Federal Reserve" for …; else empty.
	Organization string
	// Sectors are the PLOVER sector codes of who is meant: GOV, MIL, LEG, BUS …
	Sectors []string
	// City: the name is first of all a city ("Moscow"), so that only the syntax tells whether the government is meant.
	City bool
}
