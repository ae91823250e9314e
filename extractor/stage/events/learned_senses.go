package events

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// learnedSenses are readings of words that annotated news shows and the lexicon lacks: “v lemma TYPE”, one a line in
// the model. Their roles are those that the lexicon mostly gives to words of the type.
type learnedSenses map[string][]frames.Sense

// learnedPrior is the prior of a learned sense.
const learnedPrior = 0.3

// key names a word with its part of speech.
func key(pos byte, lemma string) string { return string(pos) + " " + lemma }

func posOf(u extractor.UPOS) byte {
	switch u {
	case extractor.VERB:
		return 'v'
	case extractor.NOUN, extractor.PROPN:
		return 'n'
	case extractor.ADJ:
		return 'a'
	}
	return 0
}

// parseLearned reads the model's section and joins it with the lexicon's senses of the same words.
func parseLearned(lex *frames.Lexicon, section string) (learnedSenses, error) {
	out := learnedSenses{}
	for line := range strings.FieldsFuncSeq(section, func(r rune) bool { return r == '\n' }) {
		fields := strings.SplitN(line, " ", 3)
		if len(fields) != 3 || len(fields[0]) != 1 {
			return nil, fmt.Errorf("events: learned sense %q", line)
		}
		typ, ok := extractor.ParseEventType(fields[2])
		pos := fields[0][0]
		template := lex.Usual(typ, pos)
		if !ok || template == nil {
			continue
		}
		k := key(pos, fields[1])
		if out[k] == nil {
			out[k] = slices.Clone(lexiconSenses(lex, pos, fields[1]))
		}
		out[k] = append(out[k], frames.Sense{Type: typ, Prior: learnedPrior, Roles: template})
	}
	return out, nil
}

func lexiconSenses(lex *frames.Lexicon, pos byte, lemma string) []frames.Sense {
	switch pos {
	case 'v':
		return lex.Verbs(lemma)
	case 'n':
		return lex.Nouns(lemma)
	}
	return lex.Adjectives(lemma)
}

// mineSenses lists the readings that people marked in two documents or more of ours and the lexicon lacks. Those of foreign
// corpora make more words doubtful than they explain.
func mineSenses(lex *frames.Lexicon, facts *factuality, j *judge, docs []Training) string {
	seen := map[string]map[int]bool{}
	for i := range docs {
		if docs[i].Options.Foreign != 0 {
			continue
		}
		a := newAnalysis(lex, facts, j, docs[i].Document)
		for g := range docs[i].Gold {
			a.mine(seen, &docs[i].Gold[g], i)
		}
	}
	var lines []string
	for line, where := range seen {
		if len(where) >= 2 {
			lines = append(lines, line)
		}
	}
	slices.SortFunc(lines, cmp.Compare)
	return strings.Join(lines, "\n")
}

func (a *analysis) mine(seen map[string]map[int]bool, g *Gold, doc int) {
	if g.Type == 0 {
		return
	}
	for _, span := range g.Triggers {
		r := a.TokensIn(span)
		if r.Empty() {
			continue
		}
		h := a.headOf(r)
		pos := posOf(a.Tags[h].UPOS)
		lemma := strings.ToLower(a.lemma(h))
		if l, ok := a.facts.irregular[lemma]; ok && pos == 'v' && lexiconSenses(a.lex, pos, lemma) == nil {
			lemma = l
		}
		if pos == 0 || strings.ContainsAny(lemma, " \n") || slices.ContainsFunc(lexiconSenses(a.lex, pos, lemma), func(s frames.Sense) bool { return s.Type == g.Type && s.Weight == 0 }) {
			continue
		}
		line := key(pos, lemma) + " " + g.Type.String()
		if seen[line] == nil {
			seen[line] = map[int]bool{}
		}
		seen[line][doc] = true
	}
}
