package named

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// ECBPlus reads the named participants and places of the completely annotated sentences of ECB+. Since only those of
// events are annotated there, all other words with a capital are unsure.
func ECBPlus(data string) ([]Text, error) {
	wanted, err := ecbSentences(filepath.Join(data, "ecbplus", "ECBplus_coreference_sentences.csv"))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(data, "ecbplus", "ECB+", "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var texts []Text
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".xml")
		t, err := ecbText(file, wanted[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t.ID = "ecb-" + name
		texts = append(texts, t)
	}
	return texts, nil
}

// ecbSentences returns the numbers of the annotated sentences of each file ("1_10ecbplus").
func ecbSentences(path string) (map[string]map[string]bool, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	wanted := map[string]map[string]bool{}
	for line := range strings.Lines(string(content)) {
		f := strings.Split(strings.TrimSpace(line), ",")
		if len(f) < 3 {
			continue
		}
		name := f[0] + "_" + f[1]
		if wanted[name] == nil {
			wanted[name] = map[string]bool{}
		}
		wanted[name][f[2]] = true
	}
	return wanted, nil
}

func ecbText(path string, sentences map[string]bool) (Text, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return Text{}, err
	}
	var doc struct {
		Tokens []struct {
			ID       string `xml:"t_id,attr"`
			Sentence string `xml:"sentence,attr"`
			Text     string `xml:",chardata"`
		} `xml:"token"`
		Markables struct {
			All []struct {
				XMLName xml.Name
				Anchors []struct {
					ID string `xml:"t_id,attr"`
				} `xml:"token_anchor"`
			} `xml:",any"`
		}
	}
	if err := xml.Unmarshal(content, &doc); err != nil {
		return Text{}, err
	}
	label := map[string]string{} // of a markable's first token
	length := map[string]int{}
	for _, m := range doc.Markables.All {
		if n := len(m.Anchors); n > 0 && ecbTypes[m.XMLName.Local] != 0 && n > length[m.Anchors[0].ID] {
			label[m.Anchors[0].ID], length[m.Anchors[0].ID] = m.XMLName.Local, n
		}
	}
	var b builder
	for first := 0; first < len(doc.Tokens); {
		last := first
		var words []string
		var names []run
		for ; last < len(doc.Tokens) && doc.Tokens[last].Sentence == doc.Tokens[first].Sentence; last++ {
			at := last - first
			words = append(words, doc.Tokens[last].Text)
			if n := length[doc.Tokens[last].ID]; n > 0 && (len(names) == 0 || names[len(names)-1].last <= at) {
				names = append(names, run{at, at + n, label[doc.Tokens[last].ID]})
			}
		}
		if sentences[doc.Tokens[first].Sentence] {
			b.paragraph()
			b.joined(words, ecbNames(words, names), fixed(ecbTypes))
		}
		first = last
	}
	t := Text{Text: b.text.String()}
	t.Names = withOthersUnsure(t.Text, disjoint(b.names))
	return t, nil
}

// ecbNames keeps the markables that are written like names throughout, without their articles and possessives.
func ecbNames(words []string, runs []run) []run {
	var kept []run
	for _, r := range runs {
		r.last = min(r.last, len(words))
		for r.first < r.last && (words[r.first] == "the" || words[r.first] == "The") {
			r.first++
		}
		for r.first < r.last && strings.HasPrefix(words[r.last-1], "'") {
			r.last--
		}
		named := r.first < r.last && startsUpper(words[r.first])
		for _, w := range words[r.first:r.last] {
			named = named && partOfName(w)
		}
		if named && !pronoun(words[r.first]) && gazetteer.English().Title(strings.Join(words[r.first:r.last], " ")) == nil {
			kept = append(kept, r)
		}
	}
	return kept
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
