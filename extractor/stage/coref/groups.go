package coref

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// findGroups finds the members of “the two leaders”, “both sides”, “the pair”: the entities of the right class
// coordinated or mentioned last before it, as many as the phrase counts.
func (r *resolver) findGroups() {
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Type != extractor.MentionCommon || m.cluster < 0 || m.etype == 0 {
			continue
		}
		k := &r.clusters[m.cluster]
		if k.members != nil || len(k.names) > 0 || k.merged >= 0 {
			continue
		}
		if n := r.groupSize(m); n > 0 {
			k.members = r.lastNamed(int32(i), n, m.etype)
		} else if m.number == plural && m.det == definite && m.etype == extractor.EntityPerson {
			k.members = r.holders(m.lemma)
		}
	}
}

// holders returns the named persons who bear a title, when there are a few of them: “the presidents” after two.
func (r *resolver) holders(title string) []int32 {
	const most = 4
	var found []int32
	for c := range r.clusters {
		k := &r.clusters[c]
		if k.merged < 0 && len(k.names) > 0 && k.etype == extractor.EntityPerson && slices.Contains(k.heads, title) {
			found = append(found, int32(c))
		}
	}
	if len(found) < 2 || len(found) > most {
		return nil
	}
	return found
}

// groupSize returns how many members a definite plural phrase counts, 0 when it counts none.
func (r *resolver) groupSize(m *mention) int {
	if m.number != plural && m.lemma != "pair" && m.lemma != "duo" {
		return 0
	}
	if m.lemma == "pair" || m.lemma == "duo" {
		return 2
	}
	the := m.det == definite || m.det == quantified && strings.EqualFold(r.d.TokenText(int(m.Tokens.First)), "the")
	for i := m.Tokens.First; i < m.Head; i++ {
		switch fold(r.d.TokenText(int(i))) {
		case "both":
			return 2
		case "two":
			if the {
				return 2
			}
		case "three":
			if the {
				return 3
			}
		}
	}
	return 0
}

// lastNamed returns the n named entities of the class that were mentioned last before mention i, within two
// sentences, in the order of the text; nil when there are not exactly as many at hand.
func (r *resolver) lastNamed(i int32, n int, t extractor.EntityType) []int32 {
	x := &r.mentions[i]
	var found []int32
	for j := i - 1; j >= 0 && len(found) < n; j-- {
		a := &r.mentions[j]
		if x.sentence-a.sentence > 2 {
			break
		}
		if a.cluster < 0 || len(r.clusters[a.cluster].names) == 0 || !nominalTypesAgree(t, r.clusters[a.cluster].etype) ||
			a.cluster == x.cluster || slices.Contains(found, a.cluster) {
			continue
		}
		found = append([]int32{a.cluster}, found...)
	}
	if len(found) < n {
		return nil
	}
	return found
}
