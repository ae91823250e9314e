package coref

import (
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// holderOf returns the one person named before whom a definite noun phrase tells for sure: by an office spelled out, “the
// Estonian foreign minister” after “Estonian Foreign Minister Alar Kask”, or as the only one of that people, “the
// Estonian”. It returns -1 where nobody or more than one fits, and where the phrase tells too little to be sure (“the
// minister”), which is left to the ranking.
func (r *resolver) holderOf(m int32) int32 {
	x := &r.mentions[m]
	if x.Type != extractor.MentionCommon || !r.tellsWho(x) || x.number != singular || x.etype != extractor.EntityPerson {
		return -1
	}
	if r.nameOf[x.Head] >= 0 {
		return r.onlyOne(m, func(k *cluster) bool { return r.countryFit(x, k) == sameCountry })
	}
	var office cluster
	r.addRole(&office, r.roleExtent(x))
	if len(office.roles) != 1 {
		return -1
	}
	role := &office.roles[0]
	if role.Organization == "" && !strings.Contains(role.Title, " ") && !strings.EqualFold(role.Title, "pontiff") {
		return -1
	}
	if c := r.onlyOne(m, func(k *cluster) bool {
		return k.country != "" && k.country == office.country && holds(k, role, office.country)
	}); c >= 0 {
		return c
	}
	if c := r.onlyOne(m, func(k *cluster) bool { return holds(k, role, office.country) }); c >= 0 || office.country == "" || !leads(x.lemma) {
		return c
	}
	return r.onlyOne(m, func(k *cluster) bool {
		return (k.country == office.country || k.country == "") && slices.ContainsFunc(k.roles, func(own extractor.Role) bool {
			return !own.Former && (own.Organization == "" || k.country != "") &&
				(isCounterpart(&own) || endsWith(strings.ToLower(own.Title), "president", "prime minister", "premier", "chancellor", "king", "queen"))
		})
	})
}

// isCounterpart tells the role of whoever holds in another country the office that was just named.
func isCounterpart(role *extractor.Role) bool {
	return role.Organization != "" && strings.EqualFold(role.Title, "counterpart")
}

// sameOffice reports whether two titles are one, or two words for one office: “prime minister” and “premier”.
func sameOffice(a, b string) bool {
	return strings.EqualFold(a, b) || strings.EqualFold(usualTitle(a), usualTitle(b))
}

// usualTitle returns the usual title for those that are but other words for it.
func usualTitle(title string) string {
	switch strings.ToLower(title) {
	case "premier", "pm":
		return "prime minister"
	case "pontiff":
		return "pope"
	case "ceo":
		return "chief executive"
	}
	return title
}

// leads reports whether a noun with a country's adjective before it means who leads the country.
func leads(noun string) bool {
	return noun == "leader" || noun == "premier" || noun == "ruler" || noun == "pm"
}

// tellsWho reports whether a noun phrase is about one person that the reader is to know: a definite one, one that a country possesses
// (“Norway's prime minister”), in a headline one without an article.
func (r *resolver) tellsWho(x *mention) bool {
	return x.det == definite || x.det == possessive || x.det == bare && r.isHeadline(x)
}

// isHeadline reports whether a mention stands in the headline.
func (r *resolver) isHeadline(x *mention) bool {
	return r.d.Blocks[r.d.Sentences[x.sentence].Block].Type == extractor.SegmentTitle
}

// onlyOne returns the person named before mention m, or behind it if that stands in the headline, that fits; -1 for none or several.
func (r *resolver) onlyOne(m int32, fits func(*cluster) bool) int32 {
	only, end := int32(-1), m
	if r.isHeadline(&r.mentions[m]) {
		end = min(m+maxLookBack, int32(len(r.mentions)))
	}
	for i := max(m-maxLookBack, 0); i < end; i++ {
		c := r.mentions[i].cluster
		if c < 0 || c == only || r.mentions[i].name < 0 || r.clusters[c].etype != extractor.EntityPerson || !fits(&r.clusters[c]) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = c
	}
	if only >= 0 && !r.mentions[m].gender.agrees(r.clusters[only].gender) {
		return -1
	}
	return only
}

// holds reports whether a person is known to hold the office, by its whole title and by what of country and body is
// said of either.
func holds(k *cluster, office *extractor.Role, country string) bool {
	for i := range k.roles {
		own := &k.roles[i]
		if own.Former == office.Former && isCounterpart(own) && country != "" && country == k.country {
			return true // “Prime Minister |Jon Berg| and his Estonian counterpart |Alar Kask|”
		}
		if own.Former != office.Former || !sameOffice(own.Title, office.Title) {
			continue
		}
		if country != "" && k.country != "" && country != k.country {
			continue
		}
		if office.Organization == "" || own.Organization == "" || strings.EqualFold(own.Organization, office.Organization) ||
			country != "" && country == k.country {
			return true
		}
	}
	return false
}
