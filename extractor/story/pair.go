package story

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// pairScore judges whether two reported events are one act in the world: a probability, 0 where they cannot be. It is
// symmetric.
func (m *Model) pairScore(a, b *happening) float32 {
	if excludes(a, b) {
		return 0
	}
	p := m.pairProbability(a, b)
	if sameWord(a, b) {
		p = max(p, perhaps)
	}
	if alike(a, b) {
		if len(a.people) == len(b.people) {
			return max(p, surely)
		}
		return max(p, likely)
	}
	return p
}

// pairProbability is what the forest makes of two reported events.
func (m *Model) pairProbability(a, b *happening) float32 {
	if m.pairs == nil {
		return 0
	}
	var x [pairFeatures]float32
	m.describePair(&x, a, b)
	return float32(1 / (1 + math.Exp(-float64(m.pairs.Score(x[:])))))
}

// perhaps is the least probability of reports of one word, likely of those that are alike in what tells acts apart, surely
// where neither has more people: enough to be one where nothing else is likelier, not to outweigh what the forest sees.
const (
	perhaps = 0.3
	likely  = 0.4
	surely  = 0.5
)

// alike reports whether two articles tell of one type of act by the same people, or with the same count of the same, or at
// the same place and time. Two events of one article are two: it keeps them apart itself.
func alike(a, b *happening) bool {
	if a.report == b.report {
		return sameCall(a, b)
	}
	if sameMoment(a, b) || sameFate(a, b) || sameAct(a, b) || sameCount(a, b) {
		return true
	}
	if a.e.Type != b.e.Type || a.e.Type == extractor.EventOther || a.e.Type == extractor.EventStatement {
		return false
	}
	switch {
	case len(a.people) > 1 && len(b.people) > 1 && share(a.people, b.people) == 1:
		return true
	case share(a.numbers, b.numbers) > 0 && share(a.heads, b.heads) > 0:
		return true
	}
	return share(a.places, b.places) > 0 && a.when.known && b.when.known && a.when.gap(b.when) == 0 &&
		max(a.when.length(), b.when.length()) <= 7*86400 && (len(a.people) == 0 || len(b.people) == 0 || share(a.people, b.people) > 0)
}

// sameWord reports whether two articles tell of something by one word, and neither people nor places disagree.
func sameWord(a, b *happening) bool {
	return a.report != b.report && lemmaRelation(a, b) == 2 && agree(a.people, b.people) && agree(a.places, b.places)
}

// sameCall reports whether an article tells of one talk twice: in one special way, by the same two people or more, and
// dated at most once.
func sameCall(a, b *happening) bool {
	return a.e.Type == extractor.EventConsult && b.e.Type == a.e.Type && a.e.Mode == "phone" && b.e.Mode == "phone" &&
		len(a.people) > 1 && len(a.people) == len(b.people) && share(a.people, b.people) == 1 && (!a.when.known || !b.when.known || a.when == b.when)
}

// sameFate reports whether two reports tell of what befalls the same person or body at most once a day.
func sameFate(a, b *happening) bool {
	if !befalls(a.e.Type) || familyOf(a.e.Type) != familyOf(b.e.Type) || a.e.Type != b.e.Type && lemmaRelation(a, b) == 0 || !sameDay(a, b) {
		return false
	}
	if len(a.people) > 0 && len(b.people) > 0 {
		return share(a.people, b.people) == 1
	}
	return len(a.people)+len(b.people) == 0 && share(a.others, b.others) == 1
}

// sameAct reports whether two reports tell, in words of one class, of the same people (without people, of the same bodies) at
// times that do not disagree, whatever types their events were given.
func sameAct(a, b *happening) bool {
	if senseRelation(a, b) < 2 || a.e.Type == extractor.EventStatement || b.e.Type == extractor.EventStatement || !agree(a.places, b.places) ||
		a.when.known && b.when.known && a.when.gap(b.when) > 0 {
		return false
	}
	if len(a.people) > 0 && len(b.people) > 0 {
		return share(a.people, b.people) == 1
	}
	return len(a.people)+len(b.people) == 0 && share(a.others, b.others) == 1 && sameDay(a, b)
}

// befalls: what happens to somebody, and not twice a day.
func befalls(t extractor.EventType) bool {
	switch t {
	case extractor.EventPersonnelStart, extractor.EventPersonnelEnd, extractor.EventLifeDeath, extractor.EventLifeInjury, extractor.EventCoerce,
		extractor.EventSanction, extractor.EventJustice, extractor.EventElection, extractor.EventTransaction:
		return true
	}
	return false
}

// sameCount reports whether two reports tell of one count of the same people on one day, whatever they call what these did or
// suffered: “43 dockers walked out” and “43 dockers went on strike”. Twelve dead and twelve wounded are not the same.
func sameCount(a, b *happening) bool {
	return len(a.numbers) > 0 && len(b.numbers) > 0 && sameDay(a, b) && share(a.numbers, b.numbers) > 0 && share(a.heads, b.heads) > 0 &&
		!harmsDiffer(a.e.Type, b.e.Type)
}

func harmsDiffer(a, b extractor.EventType) bool {
	return a != b && (a == extractor.EventLifeDeath || b == extractor.EventLifeDeath || a == extractor.EventLifeInjury || b == extractor.EventLifeInjury)
}

// sameDay reports whether two reports are dated, to a day or more exactly, and meet.
func sameDay(a, b *happening) bool {
	return a.when.known && b.when.known && a.when.gap(b.when) == 0 && max(a.when.length(), b.when.length()) <= 86400 &&
		min(a.when.end, b.when.end) > max(a.when.begin, b.when.begin)
}

// sameMoment reports whether two reports, of whatever type, name one thing by one word at one day or moment, and nothing
// in them disagrees.
func sameMoment(a, b *happening) bool {
	return lemmaRelation(a, b) == 2 && a.e.Type != extractor.EventStatement && b.e.Type != extractor.EventStatement &&
		a.when.known && b.when.known && a.when.gap(b.when) == 0 && max(a.when.length(), b.when.length()) <= 86400 &&
		agree(a.people, b.people) && agree(a.others, b.others) && agree(a.places, b.places) && numberRelation(a, b) < 2
}

// agree reports whether two lists have something in common, or one of them nothing.
func agree[T comparable](a, b []T) bool { return len(a) == 0 || len(b) == 0 || share(a, b) > 0 }

// lemmaRelation: 2 the main triggers are one word, 1 some are, 0 none.
func lemmaRelation(a, b *happening) uint32 {
	if len(a.e.Lemmas) > 0 && len(b.e.Lemmas) > 0 && a.e.Lemmas[0] == b.e.Lemmas[0] {
		return 2
	}
	return bit(slices.ContainsFunc(a.e.Lemmas, func(l string) bool { return slices.Contains(b.e.Lemmas, l) }))
}

// senseRelation: 0 one of the main triggers is in no class of senses.txt, 1 both are and share none, 2 they share one.
func senseRelation(a, b *happening) uint32 {
	if len(a.senses) == 0 || len(b.senses) == 0 {
		return 0
	}
	return 1 + bit(share(a.senses, b.senses) > 0)
}

// timeRelation: 0 one is undated, 1 one instant or day, 2 overlapping, 3 a day apart, 4 further.
func timeRelation(a, b *happening) uint32 {
	switch {
	case !a.when.known || !b.when.known:
		return 0
	case a.when == b.when:
		return 1
	case a.when.gap(b.when) == 0:
		return 2
	case a.when.gap(b.when) <= 1:
		return 3
	}
	return 4
}

func modeRelation(a, b string) uint32 {
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return 1
	}
	return 2
}

// numberRelation compares the numbers in the arguments: 0 none, 1 one in common, 2 none in common.
func numberRelation(a, b *happening) uint32 {
	if len(a.numbers) == 0 || len(b.numbers) == 0 {
		return 0
	}
	if share(a.numbers, b.numbers) > 0 {
		return 1
	}
	return 2
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// excludes tells what keeps two reports apart whatever else they share: other people at a meeting, another way to meet,
// times far apart, another day at another place; and where one article tells of two meetings, of which one has people that the other has not, they are
// two.
func excludes(a, b *happening) bool {
	if a.when.known && b.when.known && a.when.gap(b.when) > mostApart(a, b) || a.past(b) || b.past(a) {
		return true
	}
	return elsewhere(a, b) || othersMet(a, b)
}

// othersMet reports whether two reports of meetings, or of one type of act of powers, are of other people or ways to meet.
func othersMet(a, b *happening) bool {
	meeting := a.e.Type == extractor.EventConsult && b.e.Type == extractor.EventConsult
	if meeting && (modesClash(a.e.Mode, b.e.Mode) || a.byPhone() && b.inPerson() || b.byPhone() && a.inPerson()) {
		return true
	}
	if meeting && (len(a.people) == 0) != (len(b.people) == 0) && (!a.when.known || a.when != b.when) {
		return true // a call of nobody in particular may be anybody's
	}
	if !meeting && (a.e.Type != b.e.Type || !a.e.Type.PLOVER()) || len(a.people) < 2 || len(b.people) < 2 {
		return false
	}
	s := share(a.people, b.people)
	return s == 0 || s < 1 && a.report == b.report
}

// elsewhere reports whether two reports give other days and other places, and nobody who was at both.
func elsewhere(a, b *happening) bool {
	return a.when.known && b.when.known && max(a.when.length(), b.when.length()) <= 86400 &&
		min(a.when.end, b.when.end) <= max(a.when.begin, b.when.begin) &&
		len(a.ground) > 0 && len(b.ground) > 0 && share(a.ground, b.ground) == 0 && share(a.people, b.people) == 0
}

// mostApart is how many days may lie between the times of two reports of one event: fewer where both give the day.
func mostApart(a, b *happening) float64 {
	if max(a.when.length(), b.when.length()) <= 86400 {
		return 1.5
	}
	return 2
}

// past reports whether an event was over when the other one was still planned.
func (h *happening) past(o *happening) bool {
	return h.when.known && o.notBefore > 0 && h.when.end < o.notBefore-86400
}

// modesClash: a call is no visit.
func modesClash(a, b string) bool {
	return a != "" && b != "" && a != b && (a == "phone" || b == "phone")
}

func (h *happening) byPhone() bool { return h.e.Mode == "phone" }

// inPerson reports whether the words for a meeting say that its parties stood before each other.
func (h *happening) inPerson() bool {
	return slices.ContainsFunc(h.e.Lemmas, func(l string) bool {
		_, ok := inPersonWords[l]
		return ok
	})
}

var inPersonWords = wordSet("shake handshake visit host receive greet embrace hug dine lunch dinner sit hand")

// tolerated is the share of pairs of two groups that may exclude each other: of many reports some are misread.
const tolerated = 0.34

// misreadDays is how far apart the days of one act may be read: a weekday is taken for that of another week.
const misreadDays = 7

// mayBeMisread reports whether nothing but days keeps two reports apart that are not far apart, or were not said of one of the
// two by itself: of many days some are read wrong.
func mayBeMisread(a, b *happening) bool {
	return (!a.when.known || !b.when.known || a.when.gap(b.when) <= misreadDays || a.e.TimeSpan.Empty() || b.e.TimeSpan.Empty()) && !othersMet(a, b)
}

// compatible forbids a merge of two groups when too many of their members exclude each other.
func compatible(hs []happening, x, y []int32) bool {
	n := 0
	for _, i := range x {
		for _, j := range y {
			if excludes(&hs[i], &hs[j]) {
				if !mayBeMisread(&hs[i], &hs[j]) {
					return false
				}
				n++
			}
		}
	}
	return float64(n) <= tolerated*float64(len(x)*len(y))
}

// share returns which part of the shorter list is in the longer one; 0 when one is empty.
func share[T comparable](a, b []T) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// wordsOf adds the content words of a text to a vector.
func wordsOf(v vector, text string, weight func(string) float32) vector {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), isGap) {
		if len(w) > 2 && !isCommon(w) && !isFunction(w) {
			v = append(v, component{hashText(w), weight(w)})
		}
	}
	return v
}

func isFunction(w string) bool {
	_, ok := functionWords[w]
	return ok
}

var functionWords = wordSet(`the and for with that this from was were has had have been are his her its their they will would which who whom whose
	into over under after before about than but not all any some when where while also only more most could should may might must being
	she him them our your you out off one two him himself herself itself there here what why how such then now just during between against`)
