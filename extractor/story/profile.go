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
	names vector // named entities by salience
	words vector // content words by weight
	acts  vector // events by type and participants
	day   int32  // days since 1970-01-01; unknownDay when unknown
	// first and last are the days of the dated events near the article's own.
	first, last int32
}

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
	p := &profile{day: dayOf(r.PublishTime), first: unknownDay, last: unknownDay}
	for i := range r.Entities {
		e := &r.Entities[i]
		if e.Name == "" {
			continue
		}
		p.names = append(p.names, component{hashText(entityKey(e)), nameWeight(e) * weight(entityKey(e))})
	}
	p.names = p.names.normalized()
	for _, t := range r.Terms {
		w := weight(t.Lemma) * float32(1+math.Log(float64(t.Count)))
		p.words = append(p.words, component{hashText(t.Lemma), w})
	}
	p.words = p.words.normalized()
	for i := range r.Events {
		p.addAct(r, &r.Events[i])
	}
	p.acts = p.acts.normalized()
	return p
}

// addAct adds an event: alone by its type, and with each participant.
func (p *profile) addAct(r *Report, e *ReportEvent) {
	w := e.Salience + 0.1
	for _, a := range e.Arguments {
		if a.Entity < 0 || r.Entities[a.Entity].Name == "" {
			continue
		}
		key := e.Type.String() + "|" + entityKey(&r.Entities[a.Entity])
		p.acts = append(p.acts, component{hashText(key), w * nameWeight(&r.Entities[a.Entity])})
	}
	if d := dayOf(e.Time); d != unknownDay && p.day != unknownDay && abs(d-p.day) <= 10 {
		if p.first == unknownDay || d < p.first {
			p.first = d
		}
		if d > p.last {
			p.last = d
		}
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
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func hashText(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func abs(n int32) int32 { return max(n, -n) }
