package events

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

//go:embed factuality.tsv
var factualityTable string

//go:embed irregular.tsv
var irregularTable string

// effect is what a governing or accompanying word says of an event: one bit each.
type effect uint16

const (
	cancelled effect = 1 << iota
	denied
	hypothetical
	alleged
	possible
	planned
	ongoing
	actual
	negated
)

var effectNames = map[string]effect{
	"CANCELLED": cancelled, "DENIED": denied, "HYPOTHETICAL": hypothetical, "ALLEGED": alleged, "POSSIBLE": possible,
	"PLANNED": planned, "ONGOING": ongoing, "ACTUAL": actual, "NEGATED": negated,
}

// status returns the strongest sign in the ontology's order; ACTUAL where there is none.
func (e effect) status() extractor.EventStatus {
	for _, s := range [...]struct {
		sign   effect
		status extractor.EventStatus
	}{
		{cancelled, extractor.StatusCancelled}, {denied, extractor.StatusDenied}, {hypothetical, extractor.StatusHypothetical},
		{alleged, extractor.StatusAlleged}, {possible, extractor.StatusPossible}, {planned, extractor.StatusPlanned},
		{ongoing, extractor.StatusOngoing},
	} {
		if e&s.sign != 0 {
			return s.status
		}
	}
	return extractor.StatusActual
}

// factuality holds the effects of words by part of speech.
type factuality struct {
	verbs, nouns, adjectives, beside map[string]effect
	// irregular maps irregular verb forms to their lemmas.
	irregular map[string]string
}

func loadFactuality() (*factuality, error) {
	f := &factuality{map[string]effect{}, map[string]effect{}, map[string]effect{}, map[string]effect{}, map[string]string{}}
	for line := range strings.SplitSeq(irregularTable, "\n") {
		if form, lemma, ok := strings.Cut(line, "\t"); ok && form[0] != '#' {
			f.irregular[form] = lemma
		}
	}
	tables := map[string]map[string]effect{"v": f.verbs, "n": f.nouns, "a": f.adjectives, "r": f.beside}
	for line := range strings.SplitSeq(factualityTable, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || effectNames[fields[0]] == 0 || tables[fields[1]] == nil {
			return nil, fmt.Errorf("events: factuality.tsv: %q", line)
		}
		for lemma := range strings.SplitSeq(fields[2], ", ") {
			tables[fields[1]][lemma] = effectNames[fields[0]]
		}
	}
	return f, nil
}

// governor returns the effect of a governing word on what depends on it.
func (a *analysis) governor(h int32) effect {
	lemma := a.lemma(h)
	switch a.Tags[h].UPOS {
	case extractor.VERB:
		if p := a.tree.Child(h, extractor.RelCompoundPrt); p >= 0 {
			return a.facts.verbs[lemma+" "+a.lemma(p)]
		}
		return a.facts.verbs[lemma]
	case extractor.NOUN:
		return a.facts.nouns[lemma]
	case extractor.ADJ:
		return a.facts.adjectives[lemma]
	}
	return 0
}
