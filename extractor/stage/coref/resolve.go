package coref

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// How far back an antecedent is looked for. Names stay in reach of noun phrases through the whole article.
const (
	pronounSentences = 4
	nominalSentences = 12
	maxCandidates    = 40
	// maxLookBack bounds that reach in mentions, several times what an article has: a book must not cost the square
	// of its length.
	maxLookBack = 1000
)

// candidate is an entity that a mention may mean, by its nearest mention before it.
type candidate struct {
	cluster int32
	// nearest is the mention of the cluster that stands closest before the anaphor.
	nearest int32
	// order is 0 for the candidate nearest to the anaphor, 1 for the next, …
	order    int
	features []uint32
	score    float32
}

// ranks reports whether the mention's entity is to be decided by ranking: pronouns, and noun phrases of persons,
// bodies and places that may take something up.
func (r *resolver) ranks(m *mention) bool {
	if m.Type == extractor.MentionPronoun {
		return true
	}
	return m.etype != 0 && m.det != indefinite && m.det != quantified
}

// resolveAll decides every pronoun and noun phrase from left to right.
func (r *resolver) resolveAll() { r.walk(r.rank) }

// walk goes through the undecided mentions from left to right. choose returns which of the candidates a mention takes up,
// by index, -1 for a new entity; a pronoun that takes nothing up stays undecided.
func (r *resolver) walk(choose func(m int32, cands []candidate) int) {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.cluster >= 0 || m.predicate {
			continue
		}
		if m.person != 3 {
			r.resolveSpeech(int32(i))
			continue
		}
		if !r.ranks(m) {
			r.newCluster(int32(i))
			continue
		}
		if c := r.holderOf(int32(i)); c >= 0 {
			r.join(int32(i), c)
			continue
		}
		r.cands = r.candidates(int32(i), r.cands[:0])
		if choice := choose(int32(i), r.cands); choice >= 0 {
			r.join(int32(i), r.cands[choice].cluster)
		} else if m.Type == extractor.MentionCommon {
			r.newCluster(int32(i))
		}
	}
}

// linkOdds is how likely, against its being new, it must be that a mention takes up a candidate. It is below one, as a
// missed link costs more than a wrong one; “he” and “she” hardly ever mean somebody unheard of, nor does “it” in “the
// company said that it …”.
func (r *resolver) linkOdds(m *mention, c *candidate) float64 {
	switch {
	case m.lemma == "he" || m.lemma == "she":
		return 0.1
	case m.Type != extractor.MentionPronoun:
		return 0.5
	}
	if level, _ := r.subjectLevel(m, c.cluster); level == 1 {
		return 0.1
	}
	return 0.3
}

// rank returns the index of the best candidate, -1 where the mention is taken to be new. Scores are filled in.
func (r *resolver) rank(m int32, cands []candidate) int {
	r.findAfter(m)
	newScore := r.model.score(r.newFeatures(m, len(cands)))
	best, sum := -1, 0.0
	for i := range cands {
		c := &cands[i]
		c.features = r.pairFeatures(c.features[:0], m, c)
		c.score = r.model.score(c.features)
		sum += math.Exp(float64(c.score - newScore))
		if best < 0 || c.score > cands[best].score {
			best = i
		}
	}
	if best < 0 || sum < r.linkOdds(&r.mentions[m], &cands[best]) {
		return -1
	}
	return best
}

// candidates lists the entities that mention m may take up, the nearest first. The hard constraints are those of
// grammar: number, gender, type, and that nothing is its own part.
func (r *resolver) candidates(m int32, out []candidate) []candidate {
	x := &r.mentions[m]
	reach := int32(nominalSentences)
	if x.Type == extractor.MentionPronoun {
		reach = pronounSentences
	}
	for i := m - 1; i >= max(m-maxLookBack, 0) && len(out) < maxCandidates; i-- {
		a := &r.mentions[i]
		if a.cluster < 0 {
			continue
		}
		far := x.sentence-a.sentence > reach
		if far && (x.Type == extractor.MentionPronoun || a.name < 0) {
			if x.Type == extractor.MentionPronoun {
				break
			}
			continue
		}
		if slices.ContainsFunc(out, func(c candidate) bool { return c.cluster == a.cluster }) {
			continue
		}
		if !r.admissible(x, a) {
			continue
		}
		out = pushCandidate(out, a.cluster, i)
	}
	if x.Type == extractor.MentionPronoun {
		out = r.subjectsAfter(m, out)
	}
	return out
}

// subjectsAfter adds the named subject that a pronoun in a fronted phrase or clause may look forward to: “In his speech,
// Kask promised …”.
func (r *resolver) subjectsAfter(m int32, out []candidate) []candidate {
	x := &r.mentions[m]
	for j := m + 1; j < int32(len(r.mentions)) && r.mentions[j].sentence == x.sentence; j++ {
		a := &r.mentions[j]
		if a.name < 0 || a.cluster < 0 || !isSubject(a.rel) || r.d.Arcs[a.Head].Head < 0 || !dominates(r.d, r.d.Arcs[a.Head].Head, x.Head) {
			continue
		}
		if slices.ContainsFunc(out, func(c candidate) bool { return c.cluster == a.cluster }) || !r.admissible(x, a) {
			continue
		}
		out = pushCandidate(out, a.cluster, j)
	}
	return out
}

// pushCandidate adds a candidate, using the memory of an earlier one for its features.
func pushCandidate(out []candidate, cluster, nearest int32) []candidate {
	n := len(out)
	if n < cap(out) {
		out = out[:n+1]
	} else {
		out = append(out, candidate{})
	}
	out[n] = candidate{cluster: cluster, nearest: nearest, order: n, features: out[n].features[:0]}
	return out
}

// admissible applies the hard constraints between an anaphor and the entity of another mention.
func (r *resolver) admissible(x, a *mention) bool {
	if a.Tokens.Covers(x.Tokens) || x.Tokens.Covers(a.Tokens) {
		return false
	}
	k := &r.clusters[a.cluster]
	if r.isAddress(k) || r.isOwnSpeaker(x, a.cluster) {
		return false
	}
	if x.Type == extractor.MentionPronoun {
		if (x.lemma == "he" || x.lemma == "she") && mayBePerson(k) {
			return !r.clashInClause(x, a)
		}
		if !x.gender.agrees(k.gender) || x.lemma == "it" && k.number == plural {
			return false
		}
		if (x.lemma == "he" || x.lemma == "she") && (k.number == plural || k.etype != extractor.EntityPerson && k.etype != 0) {
			return false
		}
		if x.lemma == "it" && k.etype == extractor.EntityPerson {
			return false
		}
		return !r.clashInClause(x, a)
	}
	if r.nameOf[x.Head] >= 0 && r.countryFit(x, k) == otherCountry {
		return false // “the Estonian” is nobody of another country
	}
	return x.number.agrees(k.number) && x.gender.agrees(k.gender) && nominalTypesAgree(x.etype, k.etype) && !placesClash(x.lemma, k.key) &&
		!r.clashInClause(x, a)
}

// isAddress reports whether all that is known of an entity is that it says “we” or is called “you”.
func (r *resolver) isAddress(k *cluster) bool {
	return len(k.names) == 0 && len(k.heads) == 0 && r.mentions[k.mentions[0]].person < 3
}

// isOwnSpeaker reports whether the entity speaks the direct quote that the mention stands in: who speaks of “he” does not
// mean himself.
func (r *resolver) isOwnSpeaker(x *mention, c int32) bool {
	return x.quote >= 0 && r.d.Quotes[x.quote].Type == extractor.QuoteDirect && (x.etype == extractor.EntityPerson || x.lemma == "he" || x.lemma == "she") &&
		r.speakerCluster(x.quote) == c
}

// mayBePerson reports whether a name that the tagger took for something else, and that no knowledge confirms, could be
// a person's.
func mayBePerson(k *cluster) bool {
	switch k.etype {
	case extractor.EntityOrg, extractor.EntityGPE, extractor.EntityLoc, extractor.EntityProduct, extractor.EntityWorkOfArt, extractor.EntityFac, extractor.EntityEvent:
		return len(k.names) > 0 && k.key == "" && len(k.names[0].words) < 4
	}
	return false
}

// nominalTypesAgree: a noun phrase takes up an entity of its class; “the country” a GPE, “the company” an ORG.
func nominalTypesAgree(a, b extractor.EntityType) bool {
	if a == 0 || b == 0 || a == b {
		return true
	}
	return isPlaceType(a) && isPlaceType(b) || a == extractor.EntityOrg && b == extractor.EntityGPE
}

// placesClash reports whether a noun names another kind of place than the known one: no state is a city, no city a country.
func placesClash(noun, key string) bool {
	switch noun {
	case "state", "country", "nation", "republic", "kingdom", "province":
		return strings.HasPrefix(key, "city:")
	case "city", "town", "village", "capital", "suburb":
		return strings.HasPrefix(key, "gpe:")
	}
	return false
}

func isPlaceType(t extractor.EntityType) bool {
	return t == extractor.EntityGPE || t == extractor.EntityLoc || t == extractor.EntityFac
}

// clashInClause applies principle B of binding: subject and object of one verb are two, unless reflexive; so are
// the parts of one coordination.
func (r *resolver) clashInClause(x, a *mention) bool {
	if x.sentence != a.sentence {
		return false
	}
	d := r.d
	if x.Type == extractor.MentionPronoun && isReflexive(d.TokenText(int(x.Head))) {
		return false
	}
	hx, ha := d.Arcs[x.Head].Head, d.Arcs[a.Head].Head
	if ha == x.Head || hx == a.Head {
		rel := d.Arcs[x.Head].Rel
		if hx == a.Head && (rel == extractor.RelConj || rel == extractor.RelNmod || rel == extractor.RelAppos && x.Type == extractor.MentionPronoun) {
			return true
		}
		return ha == x.Head && d.Arcs[a.Head].Rel == extractor.RelConj
	}
	if hx < 0 || hx != ha {
		return false
	}
	return isCore(d.Arcs[x.Head].Rel) && isCore(d.Arcs[a.Head].Rel) && x.rel != extractor.RelNmodPoss
}

// isCore tells the places of a clause that cannot be filled twice by one without a reflexive.
func isCore(rel extractor.Deprel) bool {
	switch rel.Base() {
	case extractor.RelNsubj, extractor.RelObj, extractor.RelIobj, extractor.RelObl:
		return true
	}
	return false
}

// resolveSpeech decides “I”, “we” and “you”. Inside a direct quote “I” is its speaker; elsewhere, and for the
// others, nothing is certain, and the mentions of one quote stay together.
func (r *resolver) resolveSpeech(i int32) {
	m := &r.mentions[i]
	if m.lemma == "i" && m.quote >= 0 {
		if c := r.speakerCluster(m.quote); c >= 0 {
			r.join(i, c)
			return
		}
	}
	for j := i - 1; j >= 0; j-- {
		p := &r.mentions[j]
		if p.Type == extractor.MentionPronoun && p.lemma == m.lemma && p.cluster >= 0 && r.sameVoice(p, m) {
			r.join(i, p.cluster)
			return
		}
	}
	r.newCluster(i)
}

// sameVoice reports whether two pronouns of the first or second person are spoken by one speaker.
func (r *resolver) sameVoice(a, b *mention) bool {
	if a.quote == b.quote {
		return true
	}
	if a.quote < 0 || b.quote < 0 {
		return false
	}
	c := r.speakerCluster(a.quote)
	return c >= 0 && c == r.speakerCluster(b.quote)
}

// speakerCluster returns the entity that speaks a quote, as far as it is decided, -1 otherwise.
func (r *resolver) speakerCluster(q int32) int32 {
	return r.clusterOf(r.d.Quotes[q].Speaker)
}

// clusterOf returns the cluster of the mention that heads a phrase, -1 for none.
func (r *resolver) clusterOf(phrase extractor.TokenRange) int32 {
	if phrase.Empty() {
		return -1
	}
	if m := r.byToken[headOf(r.d, phrase)]; m >= 0 && r.mentions[m].cluster >= 0 {
		return r.mentions[m].cluster
	}
	// The head may be a title: “Foreign Minister Alar Kask”. The last name in the phrase then tells.
	for i := phrase.Last - 1; i >= phrase.First; i-- {
		if m := r.byToken[i]; m >= 0 && r.mentions[m].cluster >= 0 && phrase.Covers(r.mentions[m].Tokens) {
			return r.mentions[m].cluster
		}
	}
	return r.nameAfter(phrase)
}

// nameAfter returns the cluster of the person whose name stands right after a phrase that is but a title, where the
// parser took the two apart; -1 for none.
func (r *resolver) nameAfter(phrase extractor.TokenRange) int32 {
	if int(phrase.Last) >= len(r.nameOf) || !r.titleAt(phrase.Last-1, phrase.First) {
		return -1
	}
	n := r.nameOf[phrase.Last]
	if n < 0 || r.d.Names[n].Type != extractor.EntityPerson || r.d.Names[n].Tokens.First != phrase.Last {
		return -1
	}
	if m := r.byToken[headOf(r.d, r.d.Names[n].Tokens)]; m >= 0 {
		return r.mentions[m].cluster
	}
	return -1
}
