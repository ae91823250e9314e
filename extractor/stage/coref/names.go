package coref

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/nameform"
)

// clusterNames joins names that name one entity. Full names come first, so that a headline's surname finds the
// full name of the lede; each pass goes through the text in order, hence the result depends on nothing else.
func (r *resolver) clusterNames() {
	for pass := range 2 {
		if pass == 1 {
			r.placeRelatives()
		}
		for i := range r.mentions {
			m := &r.mentions[i]
			if m.name < 0 || m.cluster >= 0 {
				continue
			}
			words := r.nameWords(m)
			if pass == 0 && len(words) < 2 && m.etype != extractor.EntityGPE && m.etype != extractor.EntityNORP {
				continue
			}
			if pass == 1 && len(words) == 1 && m.etype == extractor.EntityPerson && r.familyName(words[0]) {
				m.gender = r.lex.genderBefore(r.d, m.Tokens.First)
			}
			r.placeName(int32(i), words)
		}
	}
}

// familyName reports whether a full name of the text ends with a word, which alone then tells no gender: “Kerstin Karl”,
// later “Karl”.
func (r *resolver) familyName(word string) bool {
	return slices.ContainsFunc(r.clusters, func(k cluster) bool {
		return k.etype == extractor.EntityPerson && slices.ContainsFunc(k.names, func(f nameForm) bool {
			return len(f.words) > 1 && f.words[len(f.words)-1] == word
		})
	})
}

// nameWords returns the name in lower case, word by word, without punctuation and honorific suffixes.
func (r *resolver) nameWords(m *mention) []string {
	var words []string
	for i := m.Tokens.First; i < m.Tokens.Last; i++ {
		w := fold(r.d.TokenText(int(i)))
		if w == "" || w == "jr" || w == "sr" || w == "'s" || w == "’s" || w == "the" {
			continue
		}
		words = append(words, w)
	}
	return words
}

// placeName joins the name to the best cluster that it can mean, or opens one.
func (r *resolver) placeName(m int32, words []string) {
	x := &r.mentions[m]
	text := r.d.RangeText(x.Tokens)
	key, country := r.lex.identity(text, x.etype)
	best, bestScore := r.introducedAs(x), scoreSame
	if best < 0 {
		bestScore = 0
	}
	for c := range r.clusters {
		k := &r.clusters[c]
		if k.merged >= 0 || len(k.names) == 0 {
			continue
		}
		if len(words) == 1 && x.etype == extractor.EntityPerson && r.introducedBeside(k, x) {
			continue
		}
		s := r.nameScore(k, x, words, key)
		// Of equals, the entity mentioned last before this name.
		if s > bestScore || s == bestScore && s > 0 && r.nearer(int32(c), best, x) {
			best, bestScore = int32(c), s
		}
	}
	if best < 0 {
		best = r.newCluster(m)
	} else {
		r.join(m, best)
	}
	k := &r.clusters[best]
	if !slices.ContainsFunc(k.names, func(f nameForm) bool { return slices.Equal(f.words, words) }) {
		k.names = append(k.names, nameForm{words, m})
	}
	r.addNameHeads(k, words, x.etype)
	if k.key == "" {
		k.key = key
	}
	if k.country == "" {
		k.country = country
	}
}

// nearer reports whether cluster a was mentioned nearer to x than cluster b.
func (r *resolver) nearer(a, b int32, x *mention) bool {
	return b < 0 || r.distance(a, x) < r.distance(b, x)
}

// addNameHeads notes the words of a name that tell what it names, as “the ministry” may take up “Ministry of Defence”.
func (r *resolver) addNameHeads(k *cluster, words []string, t extractor.EntityType) {
	if t == extractor.EntityPerson || t == extractor.EntityNORP || len(words) < 2 {
		return
	}
	for _, w := range words {
		if slices.Contains(k.heads, w) {
			continue
		}
		if of, _ := r.lex.nominalClass(w); of == t || isPlaceType(of) && isPlaceType(t) {
			k.heads = append(k.heads, w)
		}
	}
}

// introducedBeside reports whether the first name of the cluster follows x in the same sentence: “Kask is a brother of
// Jon Kask” has two people.
func (r *resolver) introducedBeside(k *cluster, x *mention) bool {
	first := &r.mentions[k.mentions[0]]
	return first.sentence == x.sentence && first.Tokens.First > x.Tokens.First
}

// placeRelatives places the surnames beside which a relative is introduced, “|Kask|'s brother Jon Kask”, so that a surname
// alone elsewhere means the one who bears it alone here.
func (r *resolver) placeRelatives() {
	for i := range r.mentions {
		x := &r.mentions[i]
		if x.name < 0 || x.cluster >= 0 || x.etype != extractor.EntityPerson || x.Tokens.Len() != 1 {
			continue
		}
		words := r.nameWords(x)
		for c := range r.clusters {
			k := &r.clusters[c]
			if len(words) == 1 && k.etype == extractor.EntityPerson && r.introducedBeside(k, x) &&
				slices.ContainsFunc(k.names, func(f nameForm) bool { return f.words[len(f.words)-1] == words[0] || f.words[0] == words[0] }) &&
				r.relationBetween(x.Tokens.Last, r.mentions[k.mentions[0]].Tokens.First) {
				r.placeName(int32(i), words)
				break
			}
		}
	}
}

// relationBetween reports whether one of the tokens in a range is a word for a relative.
func (r *resolver) relationBetween(first, last int32) bool {
	for i := first; i < last; i++ {
		if r.lex.relation(r.d.Tags[i].Lemma) {
			return true
		}
	}
	return false
}

// distance counts the tokens between x and the closest mention of the cluster; any earlier mention is nearer than all
// later ones.
func (r *resolver) distance(c int32, x *mention) int32 {
	const later = 1 << 28
	best := int32(1 << 30)
	for _, m := range r.clusters[c].mentions {
		at := r.mentions[m].Tokens.First
		d := x.Tokens.First - at
		if d < 0 {
			d = later - d
		}
		best = min(best, d)
	}
	return best
}

// Scores of nameScore: how surely two names name one.
const (
	scoreInitials = 1 + iota
	scorePart
	scoreVariant
	scoreFull
	scoreSame
)

// nameScore returns how surely a name names the cluster, 0 for not at all.
func (r *resolver) nameScore(k *cluster, x *mention, words []string, key string) int {
	if !typesAgree(k.etype, x.etype) {
		if k.etype == extractor.EntityPerson && key == "" && len(words) == 1 && r.surnameAlone(k, words[0]) {
			return scorePart
		}
		return 0
	}
	best := 0
	for i := range k.names {
		best = max(best, r.formScore(k, k.names[i].words, x, words))
	}
	if key != "" && k.key != "" {
		if key == k.key {
			return max(best, scoreFull)
		}
		if best < scoreSame {
			return 0
		}
	}
	return best
}

// surnameAlone reports whether a word that the tagger took for something else is a person's surname: the person's full
// name ends with it, and no longer name of a body begins with it (“Trask” of “Trask Motors”).
func (r *resolver) surnameAlone(k *cluster, word string) bool {
	ends := slices.ContainsFunc(k.names, func(f nameForm) bool { return len(f.words) > 1 && f.words[len(f.words)-1] == word })
	return ends && !slices.ContainsFunc(r.clusters, func(o cluster) bool {
		return o.etype != extractor.EntityPerson && slices.ContainsFunc(o.names, func(f nameForm) bool { return len(f.words) > 1 && f.words[0] == word })
	})
}

// typesAgree reports whether names tagged so can be one: the tagger often wavers between a place, the body in
// it and its building, never between a person and anything else.
func typesAgree(a, b extractor.EntityType) bool {
	if a == b {
		return true
	}
	wavers := func(t extractor.EntityType) bool {
		switch t {
		case extractor.EntityOrg, extractor.EntityGPE, extractor.EntityFac, extractor.EntityLoc:
			return true
		}
		return false
	}
	return wavers(a) && wavers(b)
}

func (r *resolver) formScore(k *cluster, form []string, x *mention, words []string) int {
	if slices.Equal(form, words) {
		if x.etype == extractor.EntityPerson && len(words) == 1 && r.titleClash(k, x) {
			return 0
		}
		return scoreSame
	}
	if k.etype != x.etype {
		return 0
	}
	switch x.etype {
	case extractor.EntityPerson:
		return r.personScore(k, form, x, words)
	case extractor.EntityOrg, extractor.EntityFac, extractor.EntityEvent, extractor.EntityLaw:
		return r.bodyScore(form, words)
	case extractor.EntityGPE, extractor.EntityLoc:
		return placeScore(form, words)
	}
	return 0
}

// personScore compares two persons' names of which at least one may be short.
func (r *resolver) personScore(k *cluster, form []string, x *mention, words []string) int {
	long, short := form, words
	if len(short) > len(long) {
		long, short = short, long
	}
	if len(long) == 0 || len(short) == 0 {
		return 0
	}
	if len(short) == 1 {
		if len(long) < 2 || r.titleClash(k, x) {
			return 0
		}
		if short[0] == long[len(long)-1] {
			return scorePart + 1
		}
		// Particles: “von der Leyen”, and East Asian names, which begin with the family's.
		if slices.Contains(long[1:], short[0]) && len(short[0]) > 2 {
			return scorePart
		}
		if short[0] == long[0] && len(short[0]) > 2 {
			return scorePart
		}
		if nameform.Variant(short[0], long[len(long)-1]) {
			return scorePart
		}
		return 0
	}
	a, b := long, short
	lastA, lastB := a[len(a)-1], b[len(b)-1]
	switch {
	case lastA == lastB && r.givenNamesAgree(a[:len(a)-1], b[:len(b)-1]):
		return scoreFull
	case a[0] == b[0] && nameform.Variant(lastA, lastB):
		return scoreVariant
	case nameform.EndsWith(a, b):
		return scoreVariant // “der Leyen” of “von der Leyen”
	case len(a) > len(b) && slices.Equal(a[:len(b)], b):
		return scoreVariant // “Juan Perez” of “Juan Perez Molina”
	}
	return 0
}

// givenNamesAgree compares what precedes equal surnames: equal, initials, nicknames by prefix, spelling variants.
func (r *resolver) givenNamesAgree(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, y := a[0], b[0]
	if len(x) > len(y) {
		x, y = y, x
	}
	switch {
	case x == y, len(x) == 1 && x[0] == y[0]:
		return true
	case len(x) >= 3 && strings.HasPrefix(y, x):
		return true
	}
	return nameform.Variant(x, y) || r.lex.sameNickname(x, y)
}

// titleClash reports whether the title before a name speaks of the other sex than the cluster's.
func (r *resolver) titleClash(k *cluster, x *mention) bool { return !k.gender.agrees(x.gender) }

// bodyScore compares the names of two bodies: acronyms with their expansions, and short forms.
func (r *resolver) bodyScore(a, b []string) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) == 1 && len(a) > 1 && nameform.AcronymOf(b[0], a) {
		return scoreVariant
	}
	// “Velo” of “Velo Group”, “Investigative Committee” of “Investigative Committee of Peru”.
	if len(a) > len(b) && len(b) > 0 && slices.Equal(a[:len(b)], b) && !r.lex.genericBody(b) {
		return scorePart
	}
	if len(b) == 1 && len(a) == 2 && a[1] == b[0] && isStorm(a[0]) {
		return scoreVariant
	}
	if len(b) > 1 && nameform.EndsWith(a, b) && !r.lex.genericBody(b) {
		return scoreInitials
	}
	return 0
}

// isStorm tells the words before the names of storms: “Dorian” of “Hurricane Dorian”.
func isStorm(w string) bool {
	switch w {
	case "hurricane", "typhoon", "cyclone", "storm":
		return true
	}
	return false
}

// placeScore: “Washington” of “Washington D.C.”, “Lund” of “Lund, Sweden”.
func placeScore(a, b []string) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) > 0 && len(a) > len(b) && slices.Equal(a[:len(b)], b) && isPlaceTail(a[len(b):]) {
		return scorePart
	}
	return 0
}

func isPlaceTail(words []string) bool {
	switch strings.Join(words, " ") {
	case "dc", "d c", "city", "province", "state", "region", "county", "district", "island", "islands":
		return true
	}
	return false
}
