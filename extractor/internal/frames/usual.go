package frames

import (
	"cmp"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// Usual returns the template that most words of a type and part of speech ('v', 'n', 'a') have; nil for none.
func (l *Lexicon) Usual(t extractor.EventType, pos byte) *Template { return l.usual[usualKey{t, pos}] }

type usualKey struct {
	typ extractor.EventType
	pos byte
}

// countTemplates fills Usual.
func (l *Lexicon) countTemplates() {
	l.usual = map[usualKey]*Template{}
	counts := map[usualKey]map[*Template]int{}
	for _, table := range []map[string][]Sense{l.verbs, l.nouns, l.adjectives} {
		for _, senses := range table {
			for _, s := range senses {
				k := usualKey{s.Type, s.Roles.Pos}
				if counts[k] == nil {
					counts[k] = map[*Template]int{}
				}
				counts[k][s.Roles]++
			}
		}
	}
	for k, byTemplate := range counts {
		var all []*Template
		for t := range byTemplate {
			all = append(all, t)
		}
		slices.SortFunc(all, func(a, b *Template) int {
			return cmp.Or(cmp.Compare(byTemplate[b], byTemplate[a]), cmp.Compare(a.Name, b.Name))
		})
		l.usual[k] = all[0]
	}
}
