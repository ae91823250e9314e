package story

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
	"github.com/dateline-news/dateline/extractor/internal/nameform"
)

// known is an entity of the story under construction.
type known struct {
	entity  Entity
	forms   [][]string
	country string
	titles  []string
	// reports are the articles that name it, by index.
	reports []int32
	count   map[string]int
	// full is set where one of the forms has several words.
	full bool
	// mentions counts by type: outlets, and those who read them, may take a firm for a person.
	mentions [typeCount]int32
}

const typeCount = int(extractor.EntityLanguage) + 1

// mergeEntities joins the named entities of all articles. Full names come before short ones, so that a surname finds
// its bearer; a surname that two persons bear goes to the one whose office or country it shares, else to the one of
// its own article's fellows, else it stays alone.
func (b *builder) mergeEntities() {
	b.entityOf = make([][]int32, len(b.reports))
	var all []known
	byWord := map[string][]int32{}
	for pass := range 3 {
		for i, r := range b.reports {
			if b.entityOf[i] == nil {
				b.entityOf[i] = slices.Repeat([]int32{-1}, len(r.Entities))
			}
			for j := range r.Entities {
				e := &r.Entities[j]
				if e.Name == "" || b.entityOf[i][j] >= 0 || entityPass(e) != pass {
					continue
				}
				k := bestKnown(all, byWord, e)
				if k < 0 {
					k = int32(len(all))
					all = append(all, known{entity: Entity{Type: e.Type}, count: map[string]int{}})
				}
				all[k].add(e, int32(i), byWord, k)
				b.entityOf[i][j] = k
			}
		}
	}
	for k := range all {
		x := all[k].finish(b.reports)
		x.ID = entityID(k)
		b.story.Entities = append(b.story.Entities, x)
	}
}

// entityPass: full names of persons and names with a link first, other names of several words, then the rest.
func entityPass(e *ReportEntity) int {
	words := strings.Count(e.Name, " ")
	switch {
	case len(e.Links) > 0 || e.Type == extractor.EntityPerson && words > 0:
		return 0
	case words > 0:
		return 1
	}
	return 2
}

// bestKnown returns the known entity that e is, -1 for none.
func bestKnown(all []known, byWord map[string][]int32, e *ReportEntity) int32 {
	best, bestScore, tie := int32(-1), 0, false
	seen := map[int32]bool{}
	for _, w := range nameWords(e.Name) {
		for _, k := range byWord[blockKey(w)] {
			if seen[k] {
				continue
			}
			seen[k] = true
			s := all[k].score(e)
			switch {
			case s > bestScore:
				best, bestScore, tie = k, s, false
			case s == bestScore && s > 0:
				tie = true
				best = min(best, k)
			}
		}
	}
	for _, l := range e.Links {
		for _, k := range byWord[l.KnowledgeBase+":"+l.ID] {
			if all[k].entity.Type == e.Type || e.Type != extractor.EntityPerson {
				return k
			}
		}
	}
	if tie && bestScore < scoreFull {
		return -1
	}
	return best
}

// blockKey is equal for spelling variants: the first letter and the consonants after it.
func blockKey(w string) string {
	out := []byte{w[0]}
	for i := 1; i < len(w) && len(out) < 4; i++ {
		switch w[i] {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'j', '\'', '-':
		default:
			if c := w[i]; c != out[len(out)-1] {
				out = append(out, c)
			}
		}
	}
	return string(out)
}

// Scores of known.score.
const (
	scorePart = 1 + iota
	scorePartWithEvidence
	scoreVariant
	scoreFull
	scoreSame
)

// score tells how surely an article's entity is the known one; 0: it is not.
func (k *known) score(e *ReportEntity) int {
	words := nameWords(e.Name)
	if !sameKind(k.entity.Type, e.Type) {
		return k.misread(e, words)
	}
	if k.country != "" && e.Country != "" && k.country != e.Country && e.Type != extractor.EntityPerson {
		return 0
	}
	best := 0
	for _, f := range k.forms {
		if len(f) == 1 && len(words) > 1 && k.full && e.Type == extractor.EntityPerson {
			continue // whoever shares a surname is somebody else
		}
		best = max(best, k.formScore(f, words, e))
	}
	return best
}

// misread tells how surely one name stands for one thing although it was taken for a person here and for a body or place there.
// What is known by a link or a country is what it is.
func (k *known) misread(e *ReportEntity, words []string) int {
	if len(e.Links)+len(k.entity.Links) > 0 || e.Type != extractor.EntityPerson && k.entity.Type != extractor.EntityPerson ||
		!isBody(e.Type) && !isBody(k.entity.Type) {
		return 0
	}
	if len(words) == 1 && (e.Country != "" || k.country != "" && k.entity.Type != extractor.EntityPerson) {
		return 0
	}
	if slices.ContainsFunc(k.forms, func(f []string) bool { return slices.Equal(f, words) }) {
		return scorePart
	}
	return 0
}

func isBody(t extractor.EntityType) bool {
	return t == extractor.EntityGPE || t == extractor.EntityLoc || t == extractor.EntityFac || t == extractor.EntityOrg
}

// nameWords are the words of a name without accents and without the “Jr.” at the end of a full name, an Arabic article joined to
// the word after it: “Salim al-Busaidi” and “Salim Al Busaidi” are spelled alike.
func nameWords(name string) []string {
	words := nameform.Words(gazetteer.WithoutAccents(name))
	if n := len(words) - 1; n > 1 && (words[n] == "jr" || words[n] == "sr") {
		words = words[:n]
	}
	for i := len(words) - 2; i > 0; i-- {
		if words[i] == "al" || words[i] == "el" {
			words[i] += "-" + words[i+1]
			words = slices.Delete(words, i+1, i+2)
		}
	}
	return words
}

func sameKind(a, b extractor.EntityType) bool {
	return a == b || isBody(a) && isBody(b)
}

func (k *known) formScore(form, words []string, e *ReportEntity) int {
	if slices.Equal(form, words) {
		if e.Type == extractor.EntityPerson && len(words) > 1 && k.contradicts(e) {
			return scoreVariant
		}
		return scoreSame
	}
	if e.Type != extractor.EntityPerson {
		return bodyScore(form, words)
	}
	long, short := form, words
	if len(short) > len(long) {
		long, short = short, long
	}
	last, lastShort := long[len(long)-1], short[len(short)-1]
	switch {
	case len(short) == 1:
		if last != short[0] && !nameform.Variant(last, short[0]) {
			return 0
		}
		if k.supports(e) {
			return scorePartWithEvidence
		}
		return scorePart
	case last == lastShort && givenAgree(long[0], short[0]):
		return scoreFull
	case long[0] == short[0] && nameform.Variant(last, lastShort), nameform.EndsWith(long, short):
		return scoreVariant
	}
	return 0
}

func givenAgree(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) == 1 && a[0] == b[0] || len(a) >= 3 && strings.HasPrefix(b, a) || nameform.Variant(a, b)
}

// bodyScore compares names of bodies and places.
func bodyScore(a, b []string) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	switch {
	case len(b) == 0:
		return 0
	case len(b) == 1 && nameform.AcronymOf(b[0], a):
		return scoreVariant
	case len(b) > 1 && len(a) > len(b) && (slices.Equal(a[:len(b)], b) || nameform.EndsWith(a, b)):
		return scorePart
	case len(b) == 1 && len(a) == 2 && a[0] == b[0] && (a[1] == "dc" || a[1] == "city"):
		return scoreVariant
	}
	return 0
}

// supports reports whether an office or country of the person agrees with what is known.
func (k *known) supports(e *ReportEntity) bool {
	if k.country != "" && k.country == e.Country {
		return true
	}
	return slices.ContainsFunc(e.Titles, func(t string) bool {
		return slices.ContainsFunc(k.titles, func(u string) bool { return t == u || lastWord(t) == lastWord(u) })
	})
}

// contradicts reports whether two bearers of one full name come from two countries.
func (k *known) contradicts(e *ReportEntity) bool {
	return k.country != "" && e.Country != "" && k.country != e.Country
}

func (k *known) add(e *ReportEntity, report int32, byWord map[string][]int32, id int32) {
	for i, name := range append([]string{e.Name}, e.Aliases...) {
		words := nameWords(name)
		if len(words) == 0 {
			continue
		}
		k.full = k.full || len(words) > 1
		if i == 0 {
			k.count[name] += int(e.Mentions) + 1
		} else {
			k.count[name]++
		}
		if !slices.ContainsFunc(k.forms, func(f []string) bool { return slices.Equal(f, words) }) {
			k.forms = append(k.forms, words)
		}
		for _, w := range words {
			appendNew(byWord, blockKey(w), id)
		}
	}
	for _, l := range e.Links {
		appendNew(byWord, l.KnowledgeBase+":"+l.ID, id)
		if !slices.Contains(k.entity.Links, l) {
			k.entity.Links = append(k.entity.Links, l)
		}
	}
	if k.country == "" {
		k.country = e.Country
	}
	k.titles = append(k.titles, e.Titles...)
	k.mentions[e.Type] += e.Mentions
	if n := len(k.reports); n == 0 || k.reports[n-1] != report {
		k.reports = append(k.reports, report)
	}
}

func appendNew(m map[string][]int32, key string, id int32) {
	if !slices.Contains(m[key], id) {
		m[key] = append(m[key], id)
	}
}

// finish names the entity: the name of the most words, of those the most used, of those the first by spelling.
func (k *known) finish(reports []*Report) Entity {
	e := k.entity
	for i := range k.mentions {
		if t := extractor.EntityType(i); (t == extractor.EntityPerson && isBody(k.entity.Type) || isBody(t) && k.entity.Type == extractor.EntityPerson) &&
			k.mentions[t] > k.mentions[e.Type] {
			e.Type = t
		}
	}
	names := make([]string, 0, len(k.count))
	for n := range k.count {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := strings.Count(b, " ") - strings.Count(a, " "); d != 0 {
			return d
		}
		if d := k.count[b] - k.count[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	e.Name = names[0]
	if len(names) > 1 {
		e.Aliases = names[1:]
	}
	slices.Sort(k.reports)
	for _, r := range slices.Compact(k.reports) {
		e.ArticleIDs = append(e.ArticleIDs, reports[r].ArticleID)
	}
	return e
}
