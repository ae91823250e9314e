package quotes

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

//go:embed cues.tsv
var cueTable string

//go:embed nouns.tsv
var nounTable string

//go:embed media.txt
var mediaTable string

// cue is what is known of a word that reports.
type cue struct {
	stance extractor.Stance
	direct, clause, noun, infinitive,
	tells, fragment bool
	// marked: with words in quotation marks, direct or not.
	marked bool
}

// lexicon holds the words that report. It is immutable.
type lexicon struct {
	verbs map[string]cue
	nouns map[string]extractor.Stance
	media map[string]bool
}

func loadLexicon() (*lexicon, error) {
	l := &lexicon{verbs: map[string]cue{}, nouns: map[string]extractor.Stance{}, media: map[string]bool{}}
	for f := range rows(cueTable) {
		stance, ok := stances[f[0]]
		if !ok || len(f) != 3 {
			return nil, fmt.Errorf("quotes: cues.tsv: %q", f)
		}
		for lemma := range strings.SplitSeq(f[2], ", ") {
			l.addVerb(lemma, f[1], stance)
		}
	}
	for f := range rows(nounTable) {
		stance, ok := stances[f[0]]
		if !ok || len(f) != 2 {
			return nil, fmt.Errorf("quotes: nouns.tsv: %q", f)
		}
		for lemma := range strings.SplitSeq(f[1], ", ") {
			l.nouns[lemma] = stance
		}
	}
	for f := range rows(mediaTable) {
		l.media[f[0]] = true
	}
	return l, nil
}

var stances = map[string]extractor.Stance{
	"ASSERT": extractor.StanceAssert, "DENY": extractor.StanceDeny, "QUESTION": extractor.StanceQuestion,
}

func (l *lexicon) addVerb(lemma, uses string, stance extractor.Stance) {
	c, seen := l.verbs[lemma]
	if !seen || stance != extractor.StanceAssert {
		c.stance = stance
	}
	c.direct = c.direct || strings.Contains(uses, "d")
	c.marked = c.marked || strings.ContainsAny(uses, "dm")
	c.clause = c.clause || strings.Contains(uses, "c")
	c.noun = c.noun || strings.Contains(uses, "n")
	c.infinitive = c.infinitive || strings.Contains(uses, "x")
	c.fragment = c.fragment || strings.Contains(uses, "f")
	c.tells = c.tells || strings.Contains(uses, "t")
	l.verbs[lemma] = c
}

// rows yields the fields of the lines that are no comments.
func rows(table string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.SplitSeq(table, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}
