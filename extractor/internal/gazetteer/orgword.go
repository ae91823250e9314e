package gazetteer

// OrgWord is a set of ways in which a word marks the name of an organisation or place.
type OrgWord uint32

// The ways.
const (
	// OrgSuffix ends a company's name: "Inc", "Ltd", "Holdings".
	OrgSuffix OrgWord = 1 << iota
	// OrgHead is the head of an organisation's name, first or last: "Ministry", "Party", "Bank", "University".
	OrgHead
	// OrgTeam is part of a club's name: "United", "FC", "Rovers".
	OrgTeam
	// OrgMedia is part of an outlet's name: "Times", "Post", "News", "TV".
	OrgMedia
	// FacilityHead is the head of a building's or site's name: "Airport", "Bridge", "Stadium".
	FacilityHead
	// PlaceHead is the head of a place's name: "River", "County", "Mount".
	PlaceHead
	// EventHead is the head of an event's name: "War", "Olympics", "Cup".
	EventHead
	// LawHead is the head of a law's or treaty's name: "Act", "Treaty".
	LawHead
)

var orgWordNames = map[string]OrgWord{"suffix": OrgSuffix, "head": OrgHead, "team": OrgTeam, "media": OrgMedia,
	"facility": FacilityHead, "place": PlaceHead, "event": EventHead, "law": LawHead}

// OrgWord returns what a word says of a name that it stands in, or 0. The word may be in any case.
func (g *Gazetteer) OrgWord(word string) OrgWord {
	return OrgWord(g.orgWords.get(keyOf(word)))
}
