package events

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// Where an event was, a model decides over all places that the article names. What grammar and the model of roles say is a
// good part of what it sees, beside how near they stand, what headline and lede name, and where the other events were.

// How likely it must be that an event was at a place; of several places, all but the likeliest need more, and the main
// event was somewhere.
const (
	minPlaced = 0.3
	minMore   = 0.4
	minMain   = 0.1
)

// maxPlaces bounds how many of an article are looked at.
const maxPlaces = 40

// place is somewhere that the article names: an entity, or a phrase of one event.
type place struct {
	entity  int32
	breadth breadth
	// named is how often it is, first the first mention's token.
	named, first int32
	// headline is 1 where the headline names it, 2 behind “in”, “at” or the like.
	headline uint32
	dateline bool
	// lede is 1 where the lede names it, 2 behind a preposition; order counts the places named before it, most: none is
	// named more often.
	lede, order uint32
	most        bool
	spots       []spot
}

// placing is how likely an entity is the place of a mention of an event, by the model of roles.
type placing struct {
	entity int32
	p      float32
}

// spot is a mention of a place.
type spot struct {
	head, top, sentence int32
	// preposition hashes the one that governs the phrase, 0 for none.
	preposition uint32
	// modifies and governor tell what the name and the phrase hang on.
	modifies, governor uint32
	// outer: it only tells where the place before lies; inner: so told.
	outer, inner bool
}

// breadth is how wide a place is.
type breadth uint32

const (
	ofSite breadth = iota + 1
	ofTown
	ofProvince
	ofCountry
	ofRegion
	ofNature
)

// locate gives each event the places that the model finds likely; without one the rules' proposals stand.
func (a *analysis) locate(events []extractor.Event) {
	a.proposePlaces(events)
	if a.model.locating == nil {
		return
	}
	placed := make([][]extractor.Argument, len(events))
	for i := range events {
		placed[i] = a.placesOf(events, int32(i))
	}
	for i := range events {
		e := &events[i]
		e.Arguments = slices.DeleteFunc(e.Arguments, func(x extractor.Argument) bool { return x.Role == extractor.RolePlace })
		e.Arguments = append(e.Arguments, placed[i]...)
	}
}

// proposePlaces lists the places that the article names, and gives the main event the one that the rules choose.
func (a *analysis) proposePlaces(events []extractor.Event) {
	if a.MainEvent >= 0 {
		a.placeMain(events, &events[a.MainEvent])
	}
	a.indexPlaces()
}

// placesOf returns the places of an event: the likeliest, and others that are likely enough beside it.
func (a *analysis) placesOf(events []extractor.Event, self int32) []extractor.Argument {
	var out []extractor.Argument
	best, top := extractor.Argument{}, float32(0)
	news := a.newsworth(events, self)
	a.eachPlace(&events[self], func(x *place, arg extractor.Argument) {
		a.describePlace(events, self, x, &arg, news)
		p := a.model.locating.likelihood(a.hasher.out)
		if p > minMore {
			out = append(out, arg)
		}
		least := float32(minPlaced)
		if self == a.MainEvent && x.entity >= 0 && a.isNamed(x.entity) {
			least = minMain
		}
		if p > max(top, least) {
			best, top = arg, p
		}
	})
	if len(out) == 0 && best.Role != 0 {
		out = append(out, best)
	}
	return a.withTown(out)
}

// withTown adds the town that a house is told to be in, where nothing wider is told.
func (a *analysis) withTown(places []extractor.Argument) []extractor.Argument {
	for _, x := range places {
		if x.Entity >= 0 && a.breadthOf(&a.Entities[x.Entity]) != ofSite {
			return places
		}
	}
	for _, x := range places {
		for i := range a.places {
			p := &a.places[i]
			if p.breadth != ofTown {
				continue
			}
			for k := range p.spots {
				if h := a.head(p.spots[k].head); p.spots[k].outer && (x.Entity >= 0 && a.entityAt(h).entity == x.Entity || x.Tokens.Contains(int(h))) {
					arg := extractor.Argument{Role: extractor.RolePlace, Entity: p.entity, Time: -1, Event: -1}
					m := &a.Entities[p.entity].Mentions[k]
					arg.Tokens, arg.Span = m.Tokens, m.Span
					return append(places, arg)
				}
			}
		}
	}
	return places
}

// isNamed reports whether an entity has a name.
func (a *analysis) isNamed(i int32) bool {
	return slices.ContainsFunc(a.Entities[i].Mentions, func(m extractor.Mention) bool { return m.Type == extractor.MentionProper })
}

// eachPlace calls yield with the places that an event may have, each with the argument that it would be.
func (a *analysis) eachPlace(e *extractor.Event, yield func(*place, extractor.Argument)) {
	for i := range e.Arguments {
		if arg := e.Arguments[i]; arg.Role == extractor.RolePlace && arg.Entity < 0 {
			x := a.placeOfPhrase(arg)
			yield(&x, arg)
		}
	}
	for i := range a.places {
		x := &a.places[i]
		yield(x, a.asPlace(e, x))
	}
}

// asPlace returns a place as an argument, with its words where they stand in a sentence of the event.
func (a *analysis) asPlace(e *extractor.Event, x *place) extractor.Argument {
	for _, arg := range e.Arguments {
		if arg.Role == extractor.RolePlace && arg.Entity == x.entity {
			return arg
		}
	}
	arg := extractor.Argument{Role: extractor.RolePlace, Entity: x.entity, Time: -1, Event: -1}
	for i := range x.spots {
		if x.spots[i].sentence == e.Triggers[0].Sentence {
			m := &a.Entities[x.entity].Mentions[i]
			arg.Tokens, arg.Span = m.Tokens, m.Span
			break
		}
	}
	return arg
}

// indexPlaces lists the places that the article names.
func (a *analysis) indexPlaces() {
	title := a.Metadata.Title
	if title == "" && a.Article != nil {
		title = a.Article.Title
	}
	a.places, a.spots = a.places[:0], a.spots[:0]
	for i := range a.Entities {
		if !a.isWhere(int32(i)) || len(a.places) == maxPlaces {
			continue
		}
		e := &a.Entities[i]
		x := place{entity: int32(i), breadth: a.breadthOf(e), named: int32(len(e.Mentions)), first: e.Mentions[0].Head, headline: inHeadline(title, e.Name)}
		from := len(a.spots)
		for m := range e.Mentions {
			a.spots = append(a.spots, a.spotOf(e.Mentions[m].Head))
			x.dateline = x.dateline || a.blockOf(e.Mentions[m].Head) == extractor.SegmentDateline
		}
		x.spots = a.spots[from:len(a.spots):len(a.spots)]
		if slices.ContainsFunc(x.spots, func(s spot) bool { return !a.isOrigin(&s) }) {
			a.places = append(a.places, x)
		}
	}
	for i := range a.places {
		a.rankPlace(&a.places[i])
	}
}

// rankPlace tells how a place stands among those of the article.
func (a *analysis) rankPlace(x *place) {
	for i := range x.spots {
		if a.leads(x.spots[i].sentence) {
			x.lede = 1 + bit(x.spots[i].preposition != 0)
		}
	}
	x.most = true
	for i := range a.places {
		x.order += bit(a.places[i].first < x.first)
		x.most = x.most && a.places[i].named <= x.named
	}
}

// isWhere reports whether an entity is somewhere: a place, or an organisation of a house, a hospital, a court.
func (a *analysis) isWhere(i int32) bool {
	e := &a.Entities[i]
	switch e.Type {
	case extractor.EntityGPE, extractor.EntityLoc, extractor.EntityFac:
		return true
	case extractor.EntityOrg:
		return a.lex.Class("site").HasLemma(strings.ToLower(a.lemma(e.Mentions[0].Head)))
	}
	return false
}

func (a *analysis) spotOf(head int32) spot {
	top := a.phraseTop(head)
	s := spot{head: head, top: top, sentence: int32(a.SentenceOf(int(head)))}
	if p := a.preposition(top); p != "" {
		s.preposition = wordHash(p)
	}
	s.modifies, s.governor = 0, a.standing(a.head(top))
	if top != head {
		s.modifies = a.standing(top)
	}
	if a.Tags[head].UPOS == extractor.ADJ {
		s.modifies += 8
	}
	if h := a.head(top); h >= 0 && a.rel(h) == extractor.RelAcl {
		s.governor += 16 // “based in”
	}
	switch a.rel(head) {
	case extractor.RelAppos, extractor.RelNmod, extractor.RelNmodUnmarked, extractor.RelNmodPoss, extractor.RelCompound, extractor.RelFlat:
		s.outer = a.isPlaceOrSite(a.head(head))
	}
	for k := a.tree.First(head); k >= 0; k = a.tree.Next(k) {
		switch a.rel(k) {
		case extractor.RelAppos, extractor.RelNmod, extractor.RelNmodUnmarked, extractor.RelNmodPoss, extractor.RelCompound:
			s.inner = s.inner || a.isPlace(k) && (a.nameAt[k] < 0 || a.nameAt[k] != a.nameAt[head])
		}
	}
	return s
}

// isOrigin reports whether a mention of a place only tells whence somebody is: “a US actor”, “a firm based in Ghent”, “the
// premier of Tonga”.
func (a *analysis) isOrigin(s *spot) bool {
	h := a.head(s.top)
	switch {
	case s.modifies != 0 && a.isPerson(s.top):
		return true
	case h < 0:
		return false
	case a.rel(h) == extractor.RelAcl:
		return origin[a.lemma(h)]
	case a.rel(s.top) == extractor.RelNmod && a.isPerson(h):
		return s.preposition == ofHash || s.preposition == fromHash
	}
	return false
}

// isPerson reports whether a word means people, not a body of them.
func (a *analysis) isPerson(i int32) bool {
	if t := a.typeAt(i); t != 0 {
		return t == extractor.EntityPerson
	}
	c := a.gazetteer.NounClass(a.lemma(i))
	return c.Is(gazetteer.ClassPerson) && !c.Is(gazetteer.ClassOrganization|gazetteer.ClassEvent)
}

// origin lists participles that tell whence somebody is, or where his seat is.
var origin = map[string]bool{"base": true, "bear": true, "headquarter": true, "register": true, "raise": true}

var ofHash, fromHash = wordHash("of"), wordHash("from")

// standing tells what a word above a place is: an event, an act of no event, somebody, a place, or another thing.
func (a *analysis) standing(i int32) uint32 {
	switch {
	case i < 0:
		return 1
	case a.triggerAt[i] >= 0 && !a.candidates[a.triggerAt[i]].dropped:
		return 2 + bit(a.Tags[i].UPOS == extractor.VERB)
	case a.Tags[i].UPOS == extractor.VERB:
		return 4
	case a.isPlaceOrSite(i):
		return 5
	case a.isAnimate(i):
		return 6
	}
	return 7
}

func (a *analysis) isPlaceOrSite(i int32) bool {
	return i >= 0 && (a.isPlace(i) || a.lex.Class("site").HasLemma(a.lemma(i)))
}

// placeOfPhrase returns the place that words without an entity mean.
func (a *analysis) placeOfPhrase(arg extractor.Argument) place {
	x := place{entity: -1, breadth: ofSite, named: 1, first: arg.Tokens.First}
	if !arg.Tokens.Empty() {
		x.spots = []spot{a.spotOf(a.headOf(arg.Tokens))}
	}
	a.rankPlace(&x)
	return x
}

func (a *analysis) breadthOf(e *extractor.Entity) breadth {
	switch e.Type {
	case extractor.EntityGPE, extractor.EntityLoc:
	default:
		return ofSite
	}
	name := strings.TrimPrefix(e.Name, "the ")
	if a.gazetteer.Country(name) != nil {
		return ofCountry
	}
	if x := a.gazetteer.Entry(name); x != nil {
		switch x.Kind {
		case gazetteer.KindAdmin:
			return ofProvince
		case gazetteer.KindRegion:
			return ofRegion
		case gazetteer.KindNature:
			return ofNature
		}
	}
	if e.Type == extractor.EntityLoc {
		return ofNature
	}
	return ofTown
}

// inHeadline tells how a headline names a place: 0 not, 2 behind “in”, “at” or the like, 1 otherwise.
func inHeadline(title, name string) uint32 {
	if name == "" {
		return 0
	}
	if placedAt(title, name) >= 0 {
		return 2
	}
	_, rest, ok := strings.Cut(title, name)
	return bit(ok && !continues(rest))
}
