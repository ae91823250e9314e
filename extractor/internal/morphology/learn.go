package morphology

import (
	"maps"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor"
)

// Word is an annotated word to learn from. Feats is CoNLL-U's string, empty for `_`.
type Word struct {
	Form, Lemma, Feats string
	UPOS               extractor.UPOS
	XPOS               extractor.XPOS
}

// wordTag is a form or an ending with its tags; UPOS is 0 where it does not matter.
type wordTag struct {
	text string
	upos extractor.UPOS
	xpos extractor.XPOS
}

// votes counts what was seen with a key.
type votes[K comparable] map[K]map[string]int

func (v votes[K]) add(key K, value string) {
	if v[key] == nil {
		v[key] = map[string]int{}
	}
	v[key][value]++
}

// winner returns the value seen most often (of equals the first in order), how often, and of how many.
func winner(counts map[string]int) (value string, n, total int) {
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		total += counts[k]
		if counts[k] > n {
			value, n = k, counts[k]
		}
	}
	return value, n, total
}

// Learn builds the lexicon. Endings are kept where they change what the next shorter ending says; words where they
// differ from their endings.
func Learn(words []Word) *Lexicon {
	lemmas, feats, byTag := votes[wordTag]{}, votes[wordTag]{}, votes[wordTag]{}
	for _, w := range words {
		form, _ := lowered(nil, w.Form)
		lower := string(form)
		feats.add(wordTag{lower, w.UPOS, w.XPOS}, w.Feats)
		byTag.add(wordTag{"", w.UPOS, w.XPOS}, w.Feats)
		switch {
		case w.Lemma == "_", w.XPOS == 0, w.UPOS == extractor.PROPN && w.XPOS != extractor.PennNNPS:
		case w.UPOS == extractor.PROPN:
			lemmas.add(wordTag{lower, 0, w.XPOS}, strings.ToLower(w.Lemma))
		default:
			lemmas.add(wordTag{lower, 0, w.XPOS}, lemmaCase(w))
		}
	}
	var lines []string
	ends := endings(lemmas)
	lines = append(lines, ends...)
	x, _ := ReadLexicon([]byte(strings.Join(lines, "\n")))
	lines = append(lines, exceptions(x, lemmas)...)
	lines = append(lines, featureLines(feats, byTag)...)
	x, err := ReadLexicon([]byte(strings.Join(lines, "\n")))
	if err != nil {
		panic(err) // what was just written
	}
	x.lines = lines
	return x
}

// lemmaCase lowers a lemma that is in capitals only because the word is.
func lemmaCase(w Word) string {
	if w.Lemma == w.Form && w.XPOS != extractor.PennPRP && strings.ToUpper(w.Lemma) == w.Lemma && len(w.Lemma) > 1 {
		return strings.ToLower(w.Lemma)
	}
	return w.Lemma
}

// endings learns the scripts. Each word counts once, whatever its frequency: rare words are what endings are for.
func endings(lemmas votes[wordTag]) []string {
	seen := votes[wordTag]{}
	for k, counts := range lemmas {
		lemma, _, _ := winner(counts)
		s, ok := scriptOf(k.text, lemma)
		if !ok || len(s.strip) > 8 || len(s.add) > 8 || strings.Contains(s.strip, ">") {
			continue
		}
		for n := 0; n <= min(longestEnding, len(k.text)-1); n++ {
			seen.add(wordTag{k.text[len(k.text)-n:], 0, k.xpos}, s.encode())
		}
	}
	var lines []string
	kept := map[wordTag]string{}
	keys := slices.Collect(maps.Keys(seen))
	slices.SortFunc(keys, compareTags)
	for _, k := range keys {
		s, n, total := winner(seen[k])
		if len(k.text) > 0 && (total < 2 || n*3 < total*2 || inherited(kept, k) == s) {
			continue
		}
		kept[k] = s
		lines = append(lines, line("e", k, s))
	}
	return lines
}

// inherited returns the script of the longest kept ending that is shorter than k's.
func inherited(kept map[wordTag]string, k wordTag) string {
	for n := 1; n <= len(k.text); n++ {
		if s, ok := kept[wordTag{k.text[n:], 0, k.xpos}]; ok {
			return s
		}
	}
	return ""
}

// compareTags puts shorter texts first, so that an ending comes after those that it extends.
func compareTags(a, b wordTag) int {
	if len(a.text) != len(b.text) {
		return len(a.text) - len(b.text)
	}
	if c := strings.Compare(a.text, b.text); c != 0 {
		return c
	}
	if a.upos != b.upos {
		return int(a.upos) - int(b.upos)
	}
	return int(a.xpos) - int(b.xpos)
}

// exceptions lists the words whose lemma the endings get wrong.
func exceptions(x *Lexicon, lemmas votes[wordTag]) []string {
	var lines []string
	keys := slices.Collect(maps.Keys(lemmas))
	slices.SortFunc(keys, compareTags)
	for _, k := range keys {
		lemma, _, _ := winner(lemmas[k])
		s := x.script([]byte(k.text), k.xpos)
		if got := k.text[:len(k.text)-len(s.strip)] + s.add; got != lemma && k.xpos != extractor.PennNNPS {
			lines = append(lines, line("l", k, lemma))
		}
	}
	return lines
}

// leastTagged is how often parts of speech must be seen together not to be a slip of the annotators.
const leastTagged = 4

// featureLines lists the features by tag, and the words that differ.
func featureLines(feats, byTag votes[wordTag]) []string {
	var lines []string
	usual := map[wordTag]string{}
	for _, v := range []votes[wordTag]{byTag, feats} {
		keys := slices.Collect(maps.Keys(v))
		slices.SortFunc(keys, compareTags)
		for _, k := range keys {
			f, n, total := winner(v[k])
			tag := wordTag{"", k.upos, k.xpos}
			switch {
			case k.text == "" && total < leastTagged:
			case k.text == "":
				usual[tag] = f
				lines = append(lines, line("t", k, f))
			case f != usual[tag] && n >= 2:
				lines = append(lines, line("f", k, f))
			}
		}
	}
	return lines
}

func line(kind string, k wordTag, value string) string {
	return strings.Join([]string{kind, k.text, k.upos.String(), k.xpos.String(), value}, "\t")
}
