package coref

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// recogniseAll finds the countries of those whom the world knows, before noun phrases are resolved.
func (r *resolver) recogniseAll() {
	said := r.countriesSaid()
	for c := range r.clusters {
		if k := &r.clusters[c]; k.merged < 0 && len(k.names) > 0 && k.etype == extractor.EntityPerson {
			r.recognise(k, said)
		}
	}
}

// findCountries finds whose the persons and bodies are of whom neither name, role nor fame has told it: by what else they
// are called (“the Estonian leader”), by the organisation they serve, and by the office itself where only one country can
// be meant.
func (r *resolver) findCountries() {
	said := r.countriesSaid()
	for c := range r.clusters {
		k := &r.clusters[c]
		if k.merged >= 0 || len(k.names) == 0 || k.country != "" || k.etype != extractor.EntityPerson && k.etype != extractor.EntityOrg {
			continue
		}
		k.country = r.countryOfMentions(k)
		if k.etype == extractor.EntityPerson && k.country == "" {
			k.country = cmp.Or(r.countryOfBody(k), r.countryOfPrincipal(k), r.countryOfOffice(k, said))
		}
	}
}

// countries counts how often an article speaks of each country, by alpha-3 code.
type countries []saidCountry

type saidCountry struct {
	code  string
	count int
}

func (s countries) has(code string) bool {
	return slices.ContainsFunc(s, func(c saidCountry) bool { return c.code == code })
}

// main returns the country that the article is about: the only one that it speaks of, or the one that it speaks of first,
// where it speaks of no other more often; "" for none.
func (s countries) main() string {
	for i := range s {
		if s[i].count > s[0].count {
			return ""
		}
	}
	if len(s) == 0 {
		return ""
	}
	return s[0].code
}

// countriesSaid lists the countries that places, peoples and bodies of the article are of, in the order of the text.
func (r *resolver) countriesSaid() countries {
	var said countries
	for c := range r.clusters {
		k := &r.clusters[c]
		if k.merged >= 0 || len(k.names) == 0 || k.etype == extractor.EntityPerson {
			continue
		}
		code := k.country
		if code == "" {
			_, code = r.lex.countryOf(r.d.RangeText(r.mentions[k.names[0].mention].Tokens), k.etype)
		}
		if code == "" {
			continue
		}
		i := slices.IndexFunc(said, func(s saidCountry) bool { return s.code == code })
		if i < 0 {
			i = len(said)
			said = append(said, saidCountry{code, 0})
		}
		said[i].count += len(k.mentions)
	}
	return said
}

// countryOfMentions reads the country off the noun phrases that mean an entity: “the Estonian leader”, “a senior US
// official”. It returns "" where none or more than one is named.
func (r *resolver) countryOfMentions(k *cluster) string {
	found := ""
	for _, m := range k.mentions {
		x := &r.mentions[m]
		if x.Type != extractor.MentionCommon {
			continue
		}
		for i := x.Tokens.First; i < x.Head; i++ {
			code := r.countryBefore(i, x.Head)
			if code != "" && found != "" && code != found {
				return ""
			}
			found = cmp.Or(found, code)
		}
	}
	return found
}

// countryBefore returns the country of a name that begins at token i and describes the noun that follows; "" for none.
func (r *resolver) countryBefore(i, head int32) string {
	n := r.nameOf[i]
	if n < 0 || r.d.Names[n].Tokens.First != i {
		return ""
	}
	name := &r.d.Names[n]
	if name.Type != extractor.EntityNORP && name.Type != extractor.EntityGPE || r.d.Arcs[headOf(r.d, name.Tokens)].Head != head {
		return ""
	}
	_, code := r.lex.countryOf(r.d.RangeText(name.Tokens), name.Type)
	return code
}

// countryOfBody returns the country of the body that a person serves in a role, as far as the article tells it elsewhere.
func (r *resolver) countryOfBody(k *cluster) string {
	for i := range k.roles {
		body := k.roles[i].Organization
		if body == "" {
			continue
		}
		for c := range r.clusters {
			o := &r.clusters[c]
			if o.country != "" && o.etype == extractor.EntityOrg && slices.ContainsFunc(o.names, func(f nameForm) bool {
				return r.d.RangeText(r.mentions[f.mention].Tokens) == body
			}) {
				return o.country
			}
		}
	}
	return ""
}

// countryOfPrincipal returns the country of whom a person speaks for: “a spokesman for |Kask|”, “|her| spokeswoman”.
func (r *resolver) countryOfPrincipal(k *cluster) string {
	for _, m := range k.mentions {
		x := &r.mentions[m]
		if t := r.lex.g.Title(x.lemma); x.Type != extractor.MentionCommon || t == nil || !t.Speaks {
			continue
		}
		for i := x.Tokens.First; i < x.Head; i++ {
			if code := r.countryAt(i); code != "" {
				return code
			}
		}
		if at := x.Tokens.Last; int(at)+1 < len(r.nameOf) && fold(r.d.TokenText(int(at))) == "for" && r.nameOf[at+1] >= 0 {
			return r.countryAt(headOf(r.d, r.d.Names[r.nameOf[at+1]].Tokens))
		}
	}
	return ""
}

// countryAt returns the country of the entity that a token heads a mention of; "" for none.
func (r *resolver) countryAt(i int32) string {
	if m := r.byToken[i]; m >= 0 && r.mentions[m].cluster >= 0 {
		return r.clusters[r.mentions[m].cluster].country
	}
	return ""
}

// countryOfOffice returns the country whose an office named without one must be: the one that alone has it, else the one
// that the article is about; "" for none. An office in a body is the body's.
func (r *resolver) countryOfOffice(k *cluster, said countries) string {
	for i := range k.roles {
		role := &k.roles[i]
		if role.Organization != "" || !r.lex.publicOffice(role.Title) {
			continue
		}
		alone := r.lex.g.OfficeCountry(role.Title)
		if alone != "" && (said.has(alone) || len(said) != 1) {
			return alone
		}
		if code := said.main(); code != "" {
			return code
		}
	}
	return ""
}
