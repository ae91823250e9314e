package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-news/dateline/extractor"
)

// profile is what two articles are compared by: sparse vectors over hashed features and the day of publication.
type profile struct {
	parts [partCount]vector
	// leads are the weightiest of each of leadParts.
	leads [leadCount]uint32
	day   int32 // days since 1970-01-01; unknownDay when unknown
}

// The parts of a profile.
const (
	partNames     = iota // all named entities, by salience
	partPeople           // persons alone
	partPlaces           // places that are no countries
	partBodies           // organisations
	partCountries        // countries and their people
	partWords            // content words, by weight
	partTop              // the ten heaviest of them
	partNumbers          // numbers
	partTitle            // the title's words
	partActs             // events by type and participants
	partMain             // the main event's words
	partDates            // parts of dates
	partCount
)

// leadParts are the parts whose first is compared by itself: who and where an article is about.
var leadParts = [leadCount]int{partPeople, partPlaces, partBodies, partNumbers}

const leadCount = 4

const unknownDay = math.MinInt32

// vector is sparse, sorted by key, of length 1.
type vector []component

type component struct {
	key    uint32
	weight float32
}

// cosine is the inner product of two unit vectors.
func (v vector) cosine(o vector) float64 {
	var sum float32
	for i, j := 0, 0; i < len(v) && j < len(o); {
		switch {
		case v[i].key < o[j].key:
			i++
		case v[i].key > o[j].key:
			j++
		default:
			sum += v[i].weight * o[j].weight
			i, j = i+1, j+1
		}
	}
	return float64(sum)
}

// has reports whether the vector has a component.
func (v vector) has(key uint32) bool {
	_, found := slices.BinarySearchFunc(v, key, func(c component, key uint32) int { return cmp.Compare(c.key, key) })
	return found
}

// normalized sorts, adds up equal keys, and scales to length 1.
func (v vector) normalized() vector {
	slices.SortFunc(v, func(a, b component) int { return cmp.Compare(a.key, b.key) })
	out := v[:0]
	for _, c := range v {
		if n := len(out); n > 0 && out[n-1].key == c.key {
			out[n-1].weight += c.weight
			continue
		}
		out = append(out, c)
	}
	var sum float64
	for _, c := range out {
		sum += float64(c.weight) * float64(c.weight)
	}
	if sum > 0 {
		scale := float32(1 / math.Sqrt(sum))
		for i := range out {
			out[i].weight *= scale
		}
	}
	return out
}

// newProfile makes the profile of a report; weight gives the rarity of a word.
func newProfile(r *Report, weight func(lemma string) float32) *profile {
	p := &profile{day: dayOf(r.PublishTime)}
	for i := range r.Entities {
		e := &r.Entities[i]
		if e.Name == "" {
			continue
		}
		key := entityKey(e)
		c := component{hashText(key), nameWeight(e) * weight(key)}
		p.add(partNames, c)
		switch {
		case e.Type == extractor.EntityPerson:
			p.add(partPeople, c)
		case strings.HasPrefix(key, "country:") || e.Type == extractor.EntityNORP:
			p.add(partCountries, c)
		case e.Type == extractor.EntityOrg:
			p.add(partBodies, c)
		default:
			p.add(partPlaces, c)
		}
	}
	for _, t := range r.Terms {
		if t.Lemma[0] == dateMark {
			p.add(partDates, component{hashText(t.Lemma), dateWeight(t.Lemma) * float32(1+math.Log(float64(t.Count)))})
			continue
		}
		c := component{hashText(t.Lemma), weight(t.Lemma) * float32(1+math.Log(float64(t.Count)))}
		if t.Lemma[0] >= '0' && t.Lemma[0] <= '9' {
			p.add(partNumbers, c)
		}
		p.add(partWords, c)
	}
	p.parts[partTop] = top(p.parts[partWords], 10)
	p.parts[partTitle] = wordsOf(nil, r.Title, weight)
	for i := range r.Events {
		p.addAct(r, &r.Events[i])
	}
	if r.MainEvent >= 0 && int(r.MainEvent) < len(r.Events) {
		e := &r.Events[r.MainEvent]
		p.parts[partMain] = wordsOf(nil, e.passage().Text, weight)
	}
	for i := range p.parts {
		p.parts[i] = p.parts[i].normalized()
	}
	for i, part := range leadParts {
		if t := top(p.parts[part], 1); len(t) > 0 {
			p.leads[i] = t[0].key
		}
	}
	p.pack()
	return p
}

// pack puts the parts beside each other in memory.
func (p *profile) pack() {
	n := 0
	for _, v := range p.parts {
		n += len(v)
	}
	all := make(vector, 0, n)
	for i, v := range p.parts {
		first := len(all)
		all = append(all, v...)
		p.parts[i] = all[first:len(all):len(all)]
	}
}

func (p *profile) add(part int, c component) { p.parts[part] = append(p.parts[part], c) }

// addAct adds an event's type with each participant.
func (p *profile) addAct(r *Report, e *ReportEvent) {
	for _, a := range e.Arguments {
		if a.Entity < 0 || r.Entities[a.Entity].Name == "" {
			continue
		}
		x := &r.Entities[a.Entity]
		p.add(partActs, component{hashText(e.Type.String() + "|" + entityKey(x)), (e.Salience + 0.1) * nameWeight(x)})
	}
}

// nameWeight tells how much a shared entity says: persons most, countries least.
func nameWeight(e *ReportEntity) float32 {
	w := e.Salience + 0.05
	switch e.Type {
	case extractor.EntityPerson, extractor.EntityEvent, extractor.EntityWorkOfArt:
		return 1.5 * w
	case extractor.EntityNORP, extractor.EntityLanguage:
		return 0.3 * w
	case extractor.EntityGPE:
		if strings.HasPrefix(entityKey(e), "country:") {
			return 0.5 * w
		}
	}
	return w
}

// entityKey is equal for names that are surely one across articles: a country's code, a person's surname with the
// first letter left open, other names in lower case.
func entityKey(e *ReportEntity) string {
	for _, l := range e.Links {
		if l.KnowledgeBase == "iso3166" {
			return "country:" + l.ID
		}
	}
	if e.Type == extractor.EntityPerson {
		return "person:" + lastWord(foldName(e.Name))
	}
	return foldName(e.Name)
}

// foldName writes a name in lower case without punctuation.
func foldName(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), isGap), " ")
}

// isGap reports whether a character stands between words.
func isGap(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func hashText(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
