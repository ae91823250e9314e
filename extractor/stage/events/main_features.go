package events

import (
	"math"

	"github.com/dateline-news/dateline/extractor"
)

// mainSchema changes with the meaning of the features that tell the main event from the others.
const mainSchema = 2

// Where the groups of features begin. Those of a date are one for each of dayFeatures, then how it lies to others.
const (
	prominenceAt = 0
	mainTypeAt   = 3
	mainStatusAt = mainTypeAt + int(extractor.EventOther) + 1
	mainKindAt   = mainStatusAt + int(extractor.StatusCancelled) + 1
	ledeAt       = mainKindAt + 5
	titleAt      = ledeAt + 26 + 2*relationGroups
	dateAt       = titleAt + titleFeatures
	partiesAt    = dateAt + dateFeatures
	standAt      = partiesAt + 16
	comparedAt   = standAt + 18
	mainFeatures = comparedAt + 4
)

// mainDescription is an event in numbers, as one that the article may be about.
type mainDescription [mainFeatures]float32

// mainBuilder fills a description from its front.
type mainBuilder struct {
	x *mainDescription
	n int
}

func (b *mainBuilder) add(v ...float32) { b.n += copy(b.x[b.n:], v) }

func (b *mainBuilder) flag(flags ...bool) {
	for _, f := range flags {
		if f {
			b.x[b.n] = 1
		}
		b.n++
	}
}

// one sets one of n flags.
func (b *mainBuilder) one(i, n int) {
	b.x[b.n+i] = 1
	b.n += n
}

// describeMains appends a description of each event of an article; titled is false to leave the headline out.
func (a *analysis) describeMains(out []mainDescription, events []extractor.Event, titled bool) []mainDescription {
	r := a.newRanking(events, titled)
	for i := range events {
		out = append(out, mainDescription{})
		a.describeMain(&out[len(out)-1], &r, i)
	}
	compareMains(out, prominenceAt, comparedAt)
	compareMains(out, titleCoverAt, comparedAt+2)
	return out
}

func (a *analysis) describeMain(x *mainDescription, r *ranking, self int) {
	e, b := &r.events[self], mainBuilder{x: x}
	b.add(float32(math.Log(float64(a.prominence(e)+0.05))), certainty(e.Confidence), certainty(e.Confidence)-r.sure)
	b.one(int(e.Type), int(extractor.EventOther)+1)
	b.one(int(e.Status), int(extractor.StatusCancelled)+1)
	b.flag(e.Type.PLOVER(), e.Polarity == extractor.PolarityNegative, e.Genericity == extractor.GenericityGeneric, self == 0)
	b.add(float32(math.Log1p(float64(self))))
	a.describePlaces(&b, r, e)
	a.describeTitle(&b, r, e)
	a.describeDate(&b, r, e)
	a.describeParties(&b, r, e)
	s, statement := &r.standing[self], e.Type == extractor.EventStatement
	b.flag(s.said, s.held, s.holds && statement, s.holds && !statement, len(e.Attributions) > 0)
	b.flag(s.over, s.over && statement, s.under, s.reported, s.reported && !s.under)
	describeTogether(&b, s.under)
}

// describeTogether: lede, day and headline say more together than each.
func describeTogether(b *mainBuilder, under bool) {
	x := b.x
	lede, fresh, said := x[ledeAt], x[newAt]+x[newAt+1]+x[newAt+2], x[titleSaidAt]
	if under {
		lede = 0
	}
	cover, typ := x[titleCoverAt+1], x[titleCoverAt+3]
	b.add(lede*fresh, lede*said, fresh*said, lede*fresh*said, lede*cover, lede*typ, fresh*cover, cover*typ)
}

// describeParties: who takes part, and how much the article is about them.
func (a *analysis) describeParties(b *mainBuilder, r *ranking, e *extractor.Event) {
	var salience, titled [3]float32
	named, all := 0, 0
	for _, arg := range e.Arguments {
		k := 0
		switch arg.Role {
		case extractor.RoleActor:
		case extractor.RoleRecipient:
			k = 1
		case extractor.RoleObject, extractor.RoleTopic:
			k = 2
		default:
			continue
		}
		all++
		if arg.Entity >= 0 {
			salience[k] = max(salience[k], a.Entities[arg.Entity].Salience)
			named++
		}
		if r.title.wordsOf(a, &arg) != 0 {
			titled[k] = 1
		}
	}
	b.add(salience[:]...)
	b.add(titled[:]...)
	b.add(min(float32(all), 4), min(float32(named), 4))
	top := max(salience[0], salience[1], salience[2])
	b.flag(top > 0 && top == r.known, hasRole(e.Arguments, extractor.RoleActor), hasRole(e.Arguments, extractor.RoleRecipient), hasRole(e.Arguments, extractor.RolePlace),
		hasRole(e.Arguments, extractor.RoleObject), hasRole(e.Arguments, extractor.RoleAmount))
	b.flag(titled[0] > 0 && titled[1] > 0, titled[0]+titled[1]+titled[2] == 0)
}

// compareMains adds at the given place how each event stands to the best of the article in a feature.
func compareMains(x []mainDescription, feature, at int) {
	best, second := float32(noScore), float32(noScore)
	for i := range x {
		switch v := x[i][feature]; {
		case v > best:
			best, second = v, best
		case v > second:
			second = v
		}
	}
	for i := range x {
		v := x[i][feature]
		x[i][at] = v - best
		if v == best && second > noScore {
			x[i][at] = min(v-second, 3)
		}
		if v == best {
			x[i][at+1] = 1
		}
	}
}

// noScore is below all that is compared.
const noScore = -99

// certainty is the log odds of a confidence.
func certainty(p float32) float32 {
	p = min(max(p, 0.02), 0.98)
	return float32(math.Log(float64(p / (1 - p))))
}
