package named

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

// GAP reads the two names of each of GAP's snippets. All other words with a capital are unsure.
func GAP(data string) ([]Text, error) {
	file, err := os.Open(filepath.Join(data, "gap", "gap-development.tsv"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var texts []Text
	for _, row := range rows[1:] {
		if len(row) < 9 {
			continue
		}
		t := Text{ID: row[0], Text: row[1]}
		at := byteOffsets(t.Text)
		for _, column := range []int{4, 7} {
			begin, err := strconv.Atoi(row[column+1])
			if err != nil {
				return nil, fmt.Errorf("gap: %s: %w", row[0], err)
			}
			if end := begin + utf8.RuneCountInString(row[column]); end < len(at) && t.Text[at[begin]:at[end]] == row[column] {
				t.Names = append(t.Names, Name{Begin: at[begin], End: at[end], Types: Person})
			}
		}
		t.Names = withOthersUnsure(t.Text, disjoint(t.Names))
		texts = append(texts, t)
	}
	return texts, nil
}

// withOthersUnsure marks all words with a capital that are in no name.
func withOthersUnsure(text string, names []Name) []Name {
	all := append([]Name{}, names...)
	begin := -1
	flush := func(end int) {
		if begin >= 0 {
			r, _ := utf8.DecodeRuneInString(text[begin:])
			if unicode.IsUpper(r) && !overlapsAny(names, begin, end) {
				all = append(all, Name{Begin: begin, End: end, Unsure: true})
			}
		}
		begin = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if begin < 0 {
				begin = i
			}
		default:
			flush(i)
		}
	}
	flush(len(text))
	sort.Slice(all, func(i, j int) bool { return all[i].Begin < all[j].Begin })
	return all
}

var ecbTypes = map[string]Types{"HUMAN_PART_PER": Person, "HUMAN_PART_ORG": Organization, "HUMAN_PART_GPE": GPE, "HUMAN_PART_FAC": Fac,
	"HUMAN_PART_VEH": Product, "LOC_GEO": GPE | Loc, "LOC_FAC": Fac}

// ECBPlus reads the names in the sentences of ECB+ that our own annotation covers, and in the other validated ones those of the participants and places of events. There all other words with a capital are unsure.
func ECBPlus(shared string) ([]Text, error) {
	docs, err := corpus.ECBPlus(shared, func(int) bool { return true })
	if err != nil {
		return nil, err
	}
	texts := make([]Text, 0, len(docs))
	for i := range docs {
		texts = append(texts, ecbText(&docs[i]))
	}
	return texts, nil
}

func ecbText(d *corpus.ECBDocument) Text {
	var named, partial []Name
	for _, n := range d.Names {
		e, _ := extractor.ParseEntityType(n.Type)
		named = append(named, trimmedName(d.Text, n.Begin, n.End, 1<<e))
	}
	for i := range d.Mentions {
		if n, ok := ecbName(d.Text, &d.Mentions[i]); ok {
			partial = append(partial, n)
		}
	}
	sentences := append(slices.Clone(d.Named), d.Sentences...)
	slices.SortStableFunc(sentences, func(a, b corpus.Span) int { return a.Begin - b.Begin })
	t := Text{ID: "ecb-" + d.File}
	for i, s := range sentences {
		if i > 0 && s.Begin == sentences[i-1].Begin {
			continue
		}
		if t.Text != "" {
			t.Text += "\n\n"
		}
		text, within := d.Text[s.Begin:s.End], []Name(nil)
		if slices.ContainsFunc(d.Named, func(n corpus.Span) bool { return n.Begin == s.Begin }) {
			within = disjoint(inside(named, s))
		} else {
			within = withOthersUnsure(text, disjoint(inside(partial, s)))
		}
		for _, n := range within {
			n.Begin, n.End = n.Begin+len(t.Text), n.End+len(t.Text)
			t.Names = append(t.Names, n)
		}
		t.Text += text
	}
	return t
}

// inside returns the names in a sentence, as spans of it.
func inside(names []Name, s corpus.Span) []Name {
	var kept []Name
	for _, n := range names {
		if s.Begin <= n.Begin && n.End <= s.End {
			kept = append(kept, Name{Begin: n.Begin - s.Begin, End: n.End - s.Begin, Types: n.Types})
		}
	}
	return kept
}

// ecbName returns the name that a mention is, if it is written like one throughout.
func ecbName(text string, m *corpus.ECBMention) (Name, bool) {
	if ecbTypes[m.Type] == 0 || len(m.Spans) > 1 {
		return Name{}, false
	}
	n := trimmedName(text, m.Spans[0].Begin, m.Spans[0].End, ecbTypes[m.Type])
	name := text[n.Begin:n.End]
	return n, !n.Unsure && startsUpper(name) && !pronoun(name) && gazetteer.English().Title(name) == nil
}

func pronoun(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "they", "it", "his", "her", "their", "we", "i", "you", "who", "him", "them", "police", "authorities", "officials", "people", "my", "our", "two", "three":
		return true
	}
	return false
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
