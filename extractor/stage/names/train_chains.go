package names

import (
	"sort"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/crf"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// placed is a chain and where its tokens are: from first on, in a sentence.
type placed struct {
	crf.Chain
	first    int
	sentence extractor.TokenRange
}

func flat(chains [][]placed) []crf.Chain {
	var all []crf.Chain
	for _, ofDocument := range chains {
		for _, c := range ofDocument {
			all = append(all, c.Chain)
		}
	}
	return all
}

// eachToken calls do with the features of each active token.
func (l *learner) eachToken(d *extractor.Document, do func(i int, keys []uint64)) {
	l.scanner.scan(d)
	l.templates.informal = l.scanner.informal
	for _, s := range d.Sentences {
		chains(l.scanner.atoms, s.Tokens, func(first, last int) {
			for i := first; i < last; i++ {
				do(i, l.templates.token(l.scanner.atoms, i, int(s.Tokens.First), int(s.Tokens.Last)))
			}
		})
	}
}

// count numbers the features that occur often enough.
func (l *learner) count(examples []Example) {
	counts := map[uint64]int32{}
	for _, e := range examples {
		l.eachToken(e.Doc, func(_ int, keys []uint64) {
			for _, k := range keys {
				counts[k]++
			}
		})
	}
	keys := make([]uint64, 0, len(counts))
	for k, n := range counts {
		if int(n) >= l.recipe.MinCount {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	for i, k := range keys {
		l.index[k] = int32(i)
	}
}

// chains returns the chains of active tokens of each example.
func (l *learner) chains(examples []Example) [][]placed {
	all := make([][]placed, len(examples))
	for i := range examples {
		e := &examples[i]
		rows, own := make([][]int32, len(e.Doc.Tokens)), make([]int32, len(e.Doc.Tokens))
		l.eachToken(e.Doc, func(i int, keys []uint64) {
			row := make([]int32, 0, len(keys))
			for k, key := range keys {
				if f, ok := l.index[key]; ok {
					row = append(row, f)
					if k < l.templates.own {
						own[i]++
					}
				}
			}
			rows[i] = row
		})
		allowed := l.allowed(e)
		weight := e.Weight
		if weight == 0 {
			weight = 1
		}
		for _, s := range e.Doc.Sentences {
			chains(l.scanner.atoms, s.Tokens, func(first, last int) {
				if possible(allowed[first:last]) {
					c := crf.Chain{Features: rows[first:last], Allowed: allowed[first:last], Own: own[first:last], Weight: weight}
					all[i] = append(all[i], placed{c, first, s.Tokens})
				}
			})
		}
	}
	return all
}

// allowed returns the labels that each token may have. It relies on the atoms of the last scan.
func (l *learner) allowed(e *Example) []crf.Set {
	sets := make([]crf.Set, len(e.Doc.Tokens))
	open := crf.Set(1)
	for t := extractor.EntityPerson; t <= extractor.EntityLanguage; t++ {
		if e.Missing>>t&1 != 0 {
			open |= 1<<beginOf(t) | 1<<insideOf(t)
		}
	}
	for i := range sets {
		sets[i] = 1
		if a := &l.scanner.atoms[i]; a.isName {
			sets[i] = a.open(open)
		}
	}
	for _, n := range e.Names {
		if n.Types == 1<<extractor.EntityPerson && !n.Unsure {
			n.Tokens = trimmed(l.scanner.gazetteer, e.Doc, n.Tokens, extractor.EntityPerson)
		}
		types := l.refined(e.Doc, n)
		for i := n.Tokens.First; i < n.Tokens.Last; i++ {
			sets[i] = 0
			for t := extractor.EntityPerson; t <= extractor.EntityLanguage; t++ {
				switch {
				case n.Unsure:
					sets[i] = 1<<labelCount - 1
				case types>>t&1 == 0:
				case i == n.Tokens.First:
					sets[i] |= 1 << beginOf(t)
				default:
					sets[i] |= 1 << insideOf(t)
				}
			}
			if sets[i] == 0 {
				sets[i] = 1<<labelCount - 1
			}
		}
	}
	return sets
}

// open narrows the labels that a token without annotation may have: a people's, faith's or language's name is one that the
// gazetteer knows.
func (a *atom) open(set crf.Set) crf.Set {
	const norp, language = 2*extractor.EntityNORP - 1, 2*extractor.EntityLanguage - 1
	if a.kinds&(1<<gazetteer.KindDemonym|1<<gazetteer.KindGroup|1<<gazetteer.KindLanguage) == 0 {
		set &^= 3<<norp | 3<<language
	}
	if a.kinds != 0 && a.kinds&(1<<gazetteer.KindEvent|1<<gazetteer.KindLaw|1<<gazetteer.KindProduct|1<<gazetteer.KindWork) == 0 {
		for _, t := range []extractor.EntityType{extractor.EntityEvent, extractor.EntityLaw, extractor.EntityProduct, extractor.EntityWorkOfArt} {
			set &^= 3 << beginOf(t)
		}
	}
	return set
}

// possible reports whether a chain has labels at all: a name whose first token is not active has none.
func possible(allowed []crf.Set) bool {
	return allowed[0]&^insides != 0
}

// insides are the labels that cannot begin a chain.
const insides crf.Set = 0b10101010101010101010100
