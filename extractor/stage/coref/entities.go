package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// entities turns the clusters into Document.Entities: those of the contract's types with a name, and nameless ones
// of persons, bodies and places. Pronouns that mean nothing known are
// left out, save for speakers who refer to themselves.
func (r *resolver) entities() []extractor.Entity {
	order := make([]int32, 0, len(r.clusters))
	for c := range r.clusters {
		k := &r.clusters[c]
		k.entity = -1
		if k.merged < 0 && r.isEntity(k) {
			slices.Sort(k.mentions)
			order = append(order, int32(c))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Compare(r.clusters[a].mentions[0], r.clusters[b].mentions[0])
	})
	out := make([]extractor.Entity, len(order))
	for i, c := range order {
		r.clusters[c].entity = int32(i)
	}
	for i, c := range order {
		out[i] = r.entity(&r.clusters[c])
	}
	r.setSalience(out)
	return out
}

// isEntity reports whether a cluster is to be told to callers.
func (r *resolver) isEntity(k *cluster) bool {
	for _, m := range k.mentions {
		switch r.mentions[m].Type {
		case extractor.MentionProper:
			return true
		case extractor.MentionCommon:
			return k.etype != 0 && r.worthTelling(k)
		}
	}
	// Speakers who are never named: “I … my”.
	return len(k.mentions) > 1 && r.mentions[k.mentions[0]].person < 3
}

func (r *resolver) entity(k *cluster) extractor.Entity {
	e := extractor.Entity{Type: r.majorityType(k), CountryCode: k.country, Roles: mergeRoles(k.roles)}
	for _, m := range k.mentions {
		x := r.mentions[m].Mention
		if r.mentions[m].name >= 0 {
			x.Metonym = r.metonymOf(&r.mentions[m])
		}
		e.Mentions = append(e.Mentions, x)
	}
	e.Name, e.Aliases = r.nameAndAliases(k)
	for _, c := range k.members {
		if i := r.entityOf(c); i >= 0 {
			e.Members = append(e.Members, i)
		}
	}
	r.lex.describe(&e)
	if e.Name == "" && e.CountryCode == "" {
		e.CountryCode = r.countryOfMentions(k)
	}
	if e.SectorCodes == nil {
		e.SectorCodes = r.sectorsKnown(k)
	}
	return e
}

// sectorsKnown returns the sectors of a known leader whose office the text does not give, and those that the words tell
// by which it calls somebody nameless: “two senior officials”, “the Estonian government”.
func (r *resolver) sectorsKnown(k *cluster) []string {
	switch {
	case k.leads == leadsNow:
		return []string{"GOV"}
	case k.leads == leadsFormerly:
		return []string{"ELI"}
	case len(k.names) > 0:
		return nil
	}
	for _, m := range k.mentions {
		x := &r.mentions[m]
		if x.Type != extractor.MentionCommon {
			continue
		}
		if k.etype == extractor.EntityPerson {
			return r.lex.titleSectors(r.d.RangeText(x.Tokens))
		}
		if s := r.lex.words[x.lemma].sector; s != "" && k.etype == extractor.EntityOrg {
			return []string{s}
		}
		return nil
	}
	return nil
}

// majorityType is the type that most of the entity's names have; the first of equals.
func (r *resolver) majorityType(k *cluster) extractor.EntityType {
	var counts [16]int
	best := k.etype
	for _, m := range k.mentions {
		x := &r.mentions[m]
		if x.name < 0 {
			continue
		}
		counts[x.etype]++
		if counts[x.etype] > counts[best] {
			best = x.etype
		}
	}
	return best
}

// nameAndAliases: the name is the fullest form that the text uses, the earliest of equals; aliases are the others.
func (r *resolver) nameAndAliases(k *cluster) (string, []string) {
	best, text := -1, ""
	var all []string
	for _, f := range k.names {
		s := r.d.RangeText(r.mentions[f.mention].Tokens)
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
		score := len(f.words) * 4
		if k.etype != extractor.EntityPerson {
			score = len(s)
		}
		if s != strings.ToUpper(s) {
			score++
		}
		if score > best {
			best, text = score, s
		}
	}
	aliases := slices.DeleteFunc(all, func(s string) bool { return s == text })
	if len(aliases) == 0 {
		aliases = nil
	}
	return text, aliases
}

// mergeRoles keeps one of roles that say the same, the one that says more.
func mergeRoles(roles []extractor.Role) []extractor.Role {
	var out []extractor.Role
next:
	for _, role := range roles {
		for i := range out {
			if !strings.EqualFold(out[i].Title, role.Title) {
				continue
			}
			if out[i].Organization == "" || out[i].Organization == role.Organization || role.Organization == "" {
				if out[i].Organization == "" {
					out[i].Organization = role.Organization
				}
				continue next
			}
		}
		out = append(out, role)
	}
	return out
}

// setSalience scores the entities: how often, how early, in the headline, as a subject. The highest is near 1.
func (r *resolver) setSalience(entities []extractor.Entity) {
	d := r.d
	var highest float32
	for i := range entities {
		e := &entities[i]
		var s float32
		for _, m := range e.Mentions {
			sentence := d.SentenceOf(int(m.Head))
			w := 1 / (1 + 0.15*float32(sentence))
			if d.Blocks[d.Sentences[sentence].Block].Type == extractor.SegmentTitle {
				w += 1
			}
			if isSubject(d.Arcs[m.Head].Rel) {
				w *= 1.5
			}
			if m.Type == extractor.MentionPronoun {
				w *= 0.6
			}
			s += w
		}
		if e.Name == "" {
			s *= 0.4
		}
		switch e.Type {
		case extractor.EntityNORP, extractor.EntityLoc, extractor.EntityFac, extractor.EntityLanguage:
			s *= 0.6
		}
		e.Salience = s
		highest = max(highest, s)
	}
	for i := range entities {
		if highest > 0 {
			entities[i].Salience /= highest
		}
	}
}
