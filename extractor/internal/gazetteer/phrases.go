package gazetteer

import (
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// phrases finds numbered things by phrase. Several things may share a phrase: Georgia is a country and a state.
type phrases struct {
	// index maps the key of a whole phrase to its first link, and that of a phrase's beginning to prefixOnly.
	index *table
	links []link
}

// link is one meaning of a phrase; next is the following one, or 0.
type link struct {
	id, next int32
	// acronym: matches only in capitals.
	acronym bool
}

const prefixOnly = -1

func newPhrases(capacity int) *phrases {
	return &phrases{index: newTable(capacity), links: make([]link, 1, capacity)}
}

// add gives the thing of that number a phrase.
func (p *phrases) add(phrase string, id int32) {
	k := p.addPrefixes(phrase)
	if k == emptyKey {
		return
	}
	slot := p.index.slot(k)
	if *slot <= 0 {
		*slot = p.append(phrase, id)
		return
	}
	for i := *slot; ; i = p.links[i].next {
		if p.links[i].id == id {
			return
		}
		if p.links[i].next == 0 {
			p.links[i].next = p.append(phrase, id)
			return
		}
	}
}

func (p *phrases) append(phrase string, id int32) int32 {
	p.links = append(p.links, link{id: id, acronym: isAcronym(phrase)})
	return int32(len(p.links) - 1)
}

// addPrefixes notes every beginning of the phrase that a tokenizer may cut off, and returns the key of the whole.
func (p *phrases) addPrefixes(phrase string) key {
	k := emptyKey
	for {
		cut := strings.IndexAny(phrase, " -.'’&/")
		if cut < 0 {
			return k.extend(phrase)
		}
		k = k.extend(phrase[:cut])
		if phrase[cut] == '&' {
			k = k.extend("and")
		}
		phrase = strings.TrimPrefix(phrase[cut:], "’")
		phrase = strings.TrimLeft(phrase, " -.'&/")
		if k == emptyKey {
			continue
		}
		if slot := p.index.slot(k); *slot == 0 && phrase != "" {
			*slot = prefixOnly
		}
	}
}

// first returns the first link of a phrase in that writing, or 0.
func (p *phrases) first(k key, text string) int32 {
	i := p.index.get(k)
	if i <= 0 {
		return 0
	}
	return p.fit(i, text)
}

// fit returns the first link from i on that the writing of the text allows, or 0.
func (p *phrases) fit(i int32, text string) int32 {
	for ; i > 0; i = p.links[i].next {
		if !p.links[i].acronym || capitals(text) {
			return i
		}
	}
	return 0
}

// isAcronym reports whether a listed phrase is an acronym: a word of two or more capitals and nothing else.
func isAcronym(phrase string) bool {
	letters := 0
	for _, r := range phrase {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r != '.' && r != '&' && (r < '0' || r > '9'):
			return false
		}
	}
	return letters >= 2
}

// each calls f with the things from link i on that the writing of the text allows, until f returns false.
func (p *phrases) each(i int32, text string, f func(id int32) bool) {
	for i > 0 && f(p.links[i].id) {
		i = p.fit(p.links[i].next, text)
	}
}

// match returns the longest run of tokens from i, before end, that is a phrase whose text is acceptable.
func (p *phrases) match(d *extractor.Document, i, end int, acceptable func(string) bool) extractor.TokenRange {
	k, best := emptyKey, extractor.TokenRange{First: int32(i), Last: int32(i)}
	for j := i; j < end; j++ {
		text := d.TokenText(j)
		before := k
		if k = k.extend(text); k == before && (j == i || !joins(text)) {
			break
		}
		value := p.index.get(k)
		if value == 0 {
			break
		}
		if value > 0 && k != before {
			r := extractor.TokenRange{First: int32(i), Last: int32(j + 1)}
			if text := d.RangeText(r); acceptable(text) && p.fit(value, text) > 0 {
				best = r
			}
		}
	}
	return best
}

// joins reports whether a token without letters may stand inside a name.
func joins(token string) bool {
	switch token {
	case "-", ".", "'", "’", "–", "/":
		return true
	}
	return false
}
