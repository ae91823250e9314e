package named

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
)

var re3dTypes = map[string]Types{"Organisation": Organization, "Location": Place, "Person": Person, "Nationality": NORP,
	"Weapon": Product, "Vehicle": Product, "MilitaryPlatform": Product}

// Re3d reads re3d's names. Its entities that are no names, or not wholly, are unsure.
func Re3d(data string) ([]Text, error) {
	folders, err := filepath.Glob(filepath.Join(data, "re3d", "*", "documents.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(folders)
	var texts []Text
	for _, file := range folders {
		more, err := re3dSource(filepath.Dir(file))
		if err != nil {
			return nil, err
		}
		texts = append(texts, more...)
	}
	return texts, nil
}

func re3dSource(folder string) ([]Text, error) {
	type entity struct {
		Begin, End       int
		Type, DocumentID string
	}
	type document struct {
		ID   string `json:"_id"`
		Text string
	}
	byDocument := map[string][]entity{}
	err := eachJSON(filepath.Join(folder, "entities.json"), func(e entity) { byDocument[e.DocumentID] = append(byDocument[e.DocumentID], e) })
	if err != nil {
		return nil, err
	}
	var texts []Text
	err = eachJSON(filepath.Join(folder, "documents.json"), func(d document) {
		t := Text{ID: "re3d-" + d.ID, Text: d.Text, Missing: Misc &^ NORP}
		at := byteOffsets(d.Text)
		for _, e := range byDocument[d.ID] {
			if types := re3dTypes[e.Type]; e.End < len(at) && (types != 0 || e.Type == "DocumentReference") {
				if n := trimmedName(d.Text, at[e.Begin], at[e.End], types); !pronoun(d.Text[n.Begin:n.End]) {
					t.Names = append(t.Names, n)
				}
			}
		}
		t.Names = disjoint(t.Names)
		texts = append(texts, t)
	})
	return texts, err
}

func eachJSON[T any](path string, f func(T)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	dec := json.NewDecoder(bufio.NewReader(file))
	for dec.More() {
		var v T
		if err := dec.Decode(&v); err != nil {
			return err
		}
		f(v)
	}
	return nil
}

// byteOffsets returns the byte at which each code point begins, and the end.
func byteOffsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// trimmedName trims an entity to its name, without quotation marks, article, possessive and titles, and marks it unsure where a word of it is not written like a name's.
func trimmedName(text string, begin, end int, types Types) Name {
	for strings.HasPrefix(text[begin:end], "'") || strings.HasPrefix(text[begin:end], "\"") {
		begin++
	}
	for strings.HasSuffix(text[begin:end], "\"") {
		end--
	}
	for _, article := range []string{"the ", "The ", "a ", "an "} {
		if strings.HasPrefix(text[begin:end], article) {
			begin += len(article)
		}
	}
	for _, tail := range []string{"'s", "’s", "'", "’"} {
		if rest, ok := strings.CutSuffix(text[begin:end], tail); ok {
			end = begin + len(rest)
		}
	}
	if types == Person {
		begin += titleLength(text[begin:end])
	}
	n := Name{Begin: begin, End: end, Types: types}
	for w := range strings.FieldsSeq(text[begin:end]) {
		if !partOfName(w) {
			n.Unsure = true
		}
	}
	return n
}

func partOfName(word string) bool {
	switch word {
	case "of", "the", "and", "for", "al", "&", "in", "on", "de", "bin", "to":
		return true
	}
	r, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(r) || strings.HasPrefix(word, "al-")
}

// titleLength returns how many bytes of a person's name are titles.
func titleLength(name string) int {
	g := gazetteer.English()
	best := 0
	for i := range name {
		if name[i] == ' ' {
			if t := g.Title(name[:i]); t != nil && t.Prefix {
				best = i + 1
			}
		}
	}
	if best > 0 {
		best += titleLength(name[best:])
	}
	return best
}

// disjoint sorts names and keeps the longer of two that overlap.
func disjoint(names []Name) []Name {
	sort.SliceStable(names, func(i, j int) bool {
		a, b := names[i], names[j]
		if a.Begin != b.Begin {
			return a.Begin < b.Begin
		}
		return a.End > b.End
	})
	var kept []Name
	for _, n := range names {
		if n.End > n.Begin && (len(kept) == 0 || n.Begin >= kept[len(kept)-1].End) {
			kept = append(kept, n)
		}
	}
	return kept
}
