package named

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

// MASC reads our own annotation of the newspapers of MASC.
func MASC(shared string) ([]Text, error) {
	articles, err := corpus.MASC(shared)
	if err != nil {
		return nil, err
	}
	var texts []Text
	for i := range articles {
		t, err := wikinewsText(&articles[i])
		if err != nil {
			return nil, err
		}
		texts = append(texts, respaced(t))
	}
	return texts, nil
}

// CausalNews reads our own annotation of the Causal News Corpus. A text is what seems to be of one article: each sentence
// but the first of them has a name in common with those before it, or no name.
func CausalNews(shared string) ([]Text, error) {
	sentences, err := corpus.CausalNews(shared)
	if err != nil {
		return nil, err
	}
	var texts []Text
	var t Text
	known := map[string]bool{}
	for i := range sentences {
		s := &sentences[i]
		if t.ID != "" && !continues(s, known) {
			texts, t = append(texts, respaced(t)), Text{}
			clear(known)
		}
		if t.ID == "" {
			t.ID = "causal-news-" + s.Index
		} else {
			t.Text += "\n\n"
		}
		base := len(t.Text)
		t.Text += s.Text
		for _, n := range s.Names {
			e, ok := extractor.ParseEntityType(n.Type)
			if !ok {
				return nil, fmt.Errorf("causal news %s: entity type %q", s.Index, n.Type)
			}
			t.Names = append(t.Names, Name{Begin: base + n.Begin, End: base + n.End, Types: 1 << e})
			for w := range strings.FieldsSeq(s.Text[n.Begin:n.End]) {
				if startsUpper(w) {
					known[w] = true
				}
			}
		}
	}
	return append(texts, respaced(t)), nil
}

// continues reports whether a sentence has no name or one with a word in common with the known names.
func continues(s *corpus.NamedSentence, known map[string]bool) bool {
	for _, n := range s.Names {
		for w := range strings.FieldsSeq(s.Text[n.Begin:n.End]) {
			if known[w] {
				return true
			}
		}
	}
	return len(s.Names) == 0
}

// respaced writes a text whose tokens are apart by blanks as English is written: “he said , “ no ”” as “he said, "no"”.
// Each line becomes a paragraph.
func respaced(t Text) Text {
	var b builder
	at := 0
	names := slices.Clone(t.Names)
	for line := range strings.Lines(t.Text) {
		tokens, begins, ends := fields(line, at)
		at += len(line)
		if len(tokens) == 0 {
			continue
		}
		b.paragraph()
		newBegins, newEnds := b.tokens(tokens)
		for len(names) > 0 && names[0].Begin < at {
			n := names[0]
			if n.End > at { // unsure over several lines
				names[0].Begin = at
			} else {
				names = names[1:]
			}
			first := sort.SearchInts(ends, n.Begin+1)
			last := sort.SearchInts(begins, n.End) - 1
			if first > last || first >= len(tokens) {
				continue
			}
			n.Begin = newBegins[first] + max(n.Begin-begins[first], 0)
			n.End = newEnds[last] - max(ends[last]-n.End, 0)
			b.names = append(b.names, n)
		}
	}
	return Text{ID: t.ID, Text: b.text.String(), Names: disjoint(b.names), Missing: t.Missing}
}

// fields returns the tokens of a line that begins at some byte, and where they are. The halves of a mark or contraction
// that was cut in two (“` `”, “people ’ s”) are one token.
func fields(line string, base int) (tokens []string, begins, ends []int) {
	begin := -1
	for i, r := range line + " " {
		switch {
		case !unicode.IsSpace(r) && begin < 0:
			begin = i
		case unicode.IsSpace(r) && begin >= 0:
			word := line[begin:i]
			if n := len(tokens) - 1; n >= 0 && halves(tokens[n], word) {
				tokens[n], ends[n] = tokens[n]+word, base+i
			} else {
				tokens, begins, ends = append(tokens, word), append(begins, base+begin), append(ends, base+i)
			}
			begin = -1
		}
	}
	return tokens, begins, ends
}

func halves(a, b string) bool {
	switch a {
	case "`", "'":
		return a == b
	case "’":
		switch b {
		case "s", "t", "re", "ve", "ll", "d", "m":
			return true
		}
	}
	return false
}
