package events

import "github.com/dateline-news/dateline/extractor"

// placeSchema changes with the meaning of the features.
const (
	placeBits   = 13
	placeSchema = 1
)

type placeFeature uint32

const (
	pBias placeFeature = iota + 1
	pType
	pRole
	pWhere
	pPath
	pPreposition
	pApart
	pHeadline
	pLede
	pOrder
	pNamed
	pMain
	pOthers
	pNested
	pHome
	pWord
	pDateline
	pOnly
	pStatus
	pNear
	pPlacing
	pNews
	pGovernor
)

func placeHash(k placeFeature, x, y uint32) uint32 {
	return roleHash(roleFeature(k), x, y, 0) >> (roleBits - placeBits)
}

// nearest is how a place's nearest mention stands to an event.
type nearest struct {
	spot    *spot
	trigger int32
	// apart counts sentences, far when the text has none of it; path and steps are those of the tree.
	apart int32
	path  uint32
	steps int
}

const far = 30

// near looks for the mention of a place that stands nearest to a mention of the event.
func (a *analysis) near(e *extractor.Event, x *place) nearest {
	n := nearest{apart: far, steps: 2 * maxPath}
	for t := range e.Triggers {
		if t > 7 {
			break
		}
		for s := range x.spots {
			apart := e.Triggers[t].Sentence - x.spots[s].sentence
			if abs(apart) > abs(n.apart) {
				continue
			}
			if apart != 0 {
				if abs(apart) < abs(n.apart) {
					n.apart, n.spot, n.trigger = apart, &x.spots[s], e.Triggers[t].Head
				}
				continue
			}
			path, steps := a.pathBetween(e.Triggers[t].Head, x.spots[s].head)
			if n.apart != 0 || steps < n.steps {
				n = nearest{&x.spots[s], e.Triggers[t].Head, 0, path, steps}
			}
		}
	}
	return n
}

func abs(i int32) int32 { return max(i, -i) }

// newsworth tells whether an event is the main one, and whether the headline names it.
func (a *analysis) newsworth(events []extractor.Event, self int32) uint32 {
	return bit(self == a.MainEvent) + 2*bit(a.headlined(&events[self]))
}

// describePlace puts the features of an event and a place where it may have been into the hasher.
func (a *analysis) describePlace(events []extractor.Event, self int32, x *place, arg *extractor.Argument, news uint32) {
	e := &events[self]
	out := a.hasher.out[:0]
	add := func(k placeFeature, x, y uint32) { out = append(out, placeHash(k, x, y)) }
	typ, wide := uint32(e.Type), uint32(x.breadth)
	n := a.near(e, x)
	role := a.roleIn(e, x, arg)
	steps, apart := uint32(min(n.steps, 7)), bucket(n.apart)
	add(pBias, 0, 0)
	add(pType, typ, wide)
	add(pRole, role, 0)
	add(pRole, role, typ+64)
	add(pRole, role, wide+128)
	add(pApart, apart, typ)
	add(pApart, apart, wide+64)
	add(pApart, apart, role+128)
	if n.spot != nil {
		prep, nest := n.spot.preposition, bit(n.spot.outer)+2*bit(n.spot.inner)
		add(pNested, nest, wide)
		add(pNested, nest, role+64)
		add(pNested, nest+8, apart)
		over := 32*n.spot.modifies + n.spot.governor
		add(pGovernor, over, apart)
		add(pGovernor, over, prep)
		add(pGovernor, over, role+512)
		add(pGovernor, over, typ+1024)
		add(pGovernor, over, wide+2048)
		if n.apart == 0 {
			add(pPreposition, prep, typ)
			add(pPreposition, prep, wide+64)
			add(pPreposition, prep, steps+128)
			add(pPreposition, prep, role+192)
			add(pPath, n.path, 0)
			add(pPath, n.path, typ+1)
			add(pPath, n.path, wide+64)
			add(pNear, steps, typ)
			add(pNear, steps, role+64)
			add(pNear, bucket(n.spot.head-n.trigger), role+128)
			add(pNear, bucket(n.spot.head-n.trigger), wide+192)
		} else {
			add(pPreposition, prep, apart+256)
		}
		add(pWord, a.words.hashes[n.spot.head], role)
	}
	likely := a.placing(e, x)
	add(pPlacing, likely, 0)
	add(pPlacing, likely, typ+64)
	add(pPlacing, likely, role+128)
	add(pPlacing, likely, wide+192)
	add(pPlacing, likely, apart+256)
	a.placeInArticle(events, self, x, role, news, add)
	a.hasher.out = out
}

// placeInArticle adds what the rest of the article says of a place.
func (a *analysis) placeInArticle(events []extractor.Event, self int32, x *place, role, news uint32, add func(k placeFeature, x, y uint32)) {
	e := &events[self]
	typ, wide := uint32(e.Type), uint32(x.breadth)
	if self == a.MainEvent {
		add(pNews, typ, wide)
		add(pNews, role, 64)
		add(pNews, 0, 65)
	}
	add(pHeadline, x.headline, typ)
	add(pHeadline, x.headline, role+64)
	add(pHeadline, x.headline, news+128)
	add(pDateline, bit(x.dateline), news)
	add(pLede, x.lede, typ)
	add(pLede, x.lede, role+64)
	add(pLede, x.lede, news+128)
	add(pLede, x.lede, wide+192)
	add(pOrder, min(x.order, 4), news)
	add(pOrder, min(x.order, 4), typ+64)
	named := uint32(min(x.named, 5)) + 8*bit(x.most)
	add(pNamed, named, wide)
	add(pNamed, named, typ+64)
	add(pOnly, uint32(min(len(a.places), 4)), wide)
	if a.MainEvent >= 0 {
		main := &events[a.MainEvent]
		there := bit(hasPlaceOf(main, x.entity)) + 2*bit(self == a.MainEvent) + 4*bit(e.Time != "" && e.Time == main.Time) + 8*bit(e.Time != "" && main.Time != "" && e.Time != main.Time)
		add(pMain, there, typ)
		add(pMain, there, role+64)
		add(pMain, there, uint32(main.Type)+128)
	}
	others, sites := uint32(0), uint32(0)
	for i := range e.Arguments {
		if y := &e.Arguments[i]; y.Role == extractor.RolePlace && (y.Entity != x.entity || y.Entity < 0) {
			others++
			if y.Entity >= 0 && a.breadthOf(&a.Entities[y.Entity]) < x.breadth {
				sites++
			}
		}
	}
	add(pOthers, min(others, 3), role)
	add(pOthers, min(others, 3), typ+64)
	add(pOthers, min(sites, 2)+8, role+128)
	add(pOthers, min(sites, 2)+8, wide+192)
	add(pHome, a.atHome(e, x), typ)
	add(pHome, a.atHome(e, x), wide+64)
	add(pStatus, uint32(e.Status), role)
}

// placing is how likely the model of roles takes a place for that of the event, in tenths; 0 where it was not asked.
func (a *analysis) placing(e *extractor.Event, x *place) uint32 {
	if x.entity < 0 {
		return 0
	}
	top := float32(-1)
	for t := range e.Triggers {
		for _, p := range a.candidates[a.triggerAt[e.Triggers[t].Head]].placings {
			if p.entity == x.entity {
				top = max(top, p.p)
			}
		}
	}
	return uint32(1+int(top*8)) * bit(top >= 0)
}

func hasPlaceOf(e *extractor.Event, entity int32) bool {
	for i := range e.Arguments {
		if x := &e.Arguments[i]; x.Role == extractor.RolePlace && x.Entity == entity && entity >= 0 {
			return true
		}
	}
	return false
}

// roleIn tells what the event has the place for so far: 0 for nothing, the role, or for a place whether its first
// mention says so.
func (a *analysis) roleIn(e *extractor.Event, x *place, arg *extractor.Argument) uint32 {
	role := uint32(0)
	for i := range e.Arguments {
		y := &e.Arguments[i]
		if x.entity >= 0 && y.Entity != x.entity || x.entity < 0 && y.Tokens != arg.Tokens {
			continue
		}
		if y.Role == extractor.RolePlace {
			if y.Tokens.Empty() {
				return 30
			}
			return 31 + bit(e.Triggers[0].Sentence == int32(a.SentenceOf(int(y.Tokens.First))))
		}
		role = uint32(y.Role)
	}
	return role
}

// atHome tells whether a country is that of one who acts, 2 for one acted on; 0 for others.
func (a *analysis) atHome(e *extractor.Event, x *place) uint32 {
	if x.entity < 0 || x.breadth != ofCountry {
		return 0
	}
	code := a.Entities[x.entity].CountryCode
	home := uint32(0)
	for i := range e.Arguments {
		if y := &e.Arguments[i]; y.Entity >= 0 && participates(y.Role) && y.Entity != x.entity && code != "" && a.Entities[y.Entity].CountryCode == code {
			if y.Role == extractor.RoleActor {
				return 1
			}
			home = 2
		}
	}
	return home
}
