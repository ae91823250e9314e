package named

import "github.com/dateline-news/dateline/extractor"

// Types is a set of entity types, a bit each.
type Types uint16

// The sets that corpora use. Misc is whatever is neither person, organisation nor place.
const (
	Person       Types = 1 << extractor.EntityPerson
	NORP         Types = 1 << extractor.EntityNORP
	Fac          Types = 1 << extractor.EntityFac
	Organization Types = 1 << extractor.EntityOrg
	GPE          Types = 1 << extractor.EntityGPE
	Loc          Types = 1 << extractor.EntityLoc
	Product      Types = 1 << extractor.EntityProduct
	Event        Types = 1 << extractor.EntityEvent
	Work         Types = 1 << extractor.EntityWorkOfArt
	Law          Types = 1 << extractor.EntityLaw
	Language     Types = 1 << extractor.EntityLanguage

	Place = GPE | Loc | Fac
	Misc  = NORP | Event | Work | Law | Language | Product
	All   = Person | Organization | Place | Misc
)

// Has reports whether the set holds the type.
func (t Types) Has(e extractor.EntityType) bool { return t>>e&1 != 0 }

// Name is an annotated name.
type Name struct {
	Begin, End int
	Types      Types
	// Unsure: it may also be no name, or another one: nothing is to be learned or measured here.
	Unsure bool
}

// Text is an annotated text: an article, or a sentence where the corpus has no articles.
type Text struct {
	ID string
	// Text has its paragraphs apart by "\n\n".
	Text string
	// Names ascend and do not overlap.
	Names []Name
	// Missing are the types that the corpus does not annotate: where it has no name there may be one of these.
	Missing Types
}
