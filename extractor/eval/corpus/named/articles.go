package named

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval/corpus"
)

var worldwideTypes = fixed(map[string]Types{"Person": Person, "Organization": Organization, "Location": Place, "NORP": NORP,
	"Facility": Fac, "Product": Product, "Misc": Misc})

// Worldwide reads the names of Worldwide in the articles as written. It is for measuring and tuning alone: never learn
// from it. part is "train" or "dev".
func Worldwide(data, part string) ([]Text, error) {
	files, err := filepath.Glob(filepath.Join(data, "worldwide", part, "*.txt.tsv"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var texts []Text
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt.tsv")
		raw, err := os.ReadFile(filepath.Join(data, "worldwide", part+"_text", name+".txt"))
		if err != nil {
			return nil, err
		}
		sentences, err := columns{"\t", 0, 1}.read(file)
		if err != nil {
			return nil, err
		}
		texts = append(texts, alignedArticle(name, string(raw), sentences))
	}
	return texts, nil
}

// alignedArticle finds the tokens in the text; the address in the first line is left out. Where a token is not found,
// its sentence's names are dropped and its text is unsure.
func alignedArticle(name, raw string, sentences []sentence) Text {
	_, raw, _ = strings.Cut(raw, "\n")
	t := Text{ID: name, Text: strings.TrimSpace(strings.ReplaceAll(raw, "\r\n", "\n"))}
	at := 0
	for _, s := range sentences {
		begins, ends := make([]int, len(s.tokens)), make([]int, len(s.tokens))
		from, found := at, true
		for i, tok := range s.tokens {
			j := strings.Index(t.Text[from:], tok)
			if j < 0 || j > 200 {
				found = false
				break
			}
			begins[i], ends[i] = from+j, from+j+len(tok)
			from = ends[i]
		}
		if !found {
			continue
		}
		if strings.TrimSpace(t.Text[at:begins[0]]) != "" {
			t.Names = append(t.Names, Name{Begin: at, End: begins[0], Unsure: true})
		}
		at = from
		b := builder{}
		b.text.WriteString(t.Text)
		b.add(runs(s.tags), begins, ends, worldwideTypes)
		t.Names = append(t.Names, b.names...)
	}
	if strings.TrimSpace(t.Text[at:]) != "" {
		t.Names = append(t.Names, Name{Begin: at, End: len(t.Text), Unsure: true})
	}
	return t
}

// Wikinews reads our own annotation of Wikinews; shared is the folder that holds data/, part "train", "dev" or "test".
func Wikinews(shared, part string) ([]Text, error) {
	articles, err := corpus.Wikinews(shared)
	if err != nil {
		return nil, err
	}
	var texts []Text
	for i := range articles {
		if a := &articles[i]; a.Split == part {
			t, err := wikinewsText(a)
			if err != nil {
				return nil, err
			}
			texts = append(texts, t)
		}
	}
	return texts, nil
}

func wikinewsText(a *corpus.Annotated) (Text, error) {
	t := Text{ID: a.ArticleID, Text: a.Content}
	for _, e := range a.Entities {
		typ, ok := extractor.ParseEntityType(e.Type)
		if !ok {
			return t, fmt.Errorf("article %s: entity type %q", a.ArticleID, e.Type)
		}
		for _, m := range e.Mentions {
			if m.Type == "PROPER" || m.Type == "PRONOUN" && a.Text(m.Span) == "US" {
				t.Names = append(t.Names, Name{Begin: m.Span.Begin, End: m.Span.End, Types: 1 << typ})
			}
		}
	}
	for _, s := range a.Segments {
		if s.Type == "FOOTER" || s.Type == "MARKUP" {
			t.Names = append(t.Names, Name{Begin: s.Span.Begin, End: s.Span.End, Unsure: true})
		}
	}
	if a.Through < len(a.Content) {
		t.Names = append(t.Names, Name{Begin: a.Through, End: len(a.Content), Unsure: true})
	}
	t.Names = disjoint(t.Names)
	return t, nil
}
