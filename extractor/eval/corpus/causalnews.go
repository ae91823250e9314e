package corpus

import (
	"bufio"
	"bytes"
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

//go:embed causalnews/names.jsonl
var causalNewsStandoff embed.FS

// NamedSentence is a sentence with the proper names in it, in the order of the text and disjoint.
type NamedSentence struct {
	// Index is the corpus's: those of one article stand side by side.
	Index string
	// Text sets tokens apart by blanks.
	Text  string
	Names []TypedSpan
}

// TypedSpan is a span with an OntoNotes type.
type TypedSpan struct {
	Span
	Type string
}

// UnmarshalJSON reads [begin, end, type].
func (s *TypedSpan) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[]any{&s.Begin, &s.End, &s.Type})
}

// CausalNews joins the committed standoff annotation of names in the Causal News Corpus with the sentences in the shared
// data folder, in the order of their articles. Everything is training material. It fails where the file with the
// sentences is not the annotated one.
func CausalNews(shared string) ([]NamedSentence, error) {
	raw, texts, err := readCausalNews(shared)
	if err != nil {
		return nil, err
	}
	standoff, err := causalNewsStandoff.ReadFile("causalnews/names.jsonl")
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	head, rows, _ := bytes.Cut(standoff, []byte("\n"))
	var of struct{ SHA256 string }
	if err := json.Unmarshal(head, &of); err != nil {
		return nil, fmt.Errorf("corpus: causalnews/names.jsonl: %w", err)
	}
	if ContentHash(string(raw)) != of.SHA256 {
		return nil, fmt.Errorf("corpus: the sentences of causal_news are not the annotated ones")
	}
	var out []NamedSentence
	dec := json.NewDecoder(bytes.NewReader(rows))
	for dec.More() {
		var s NamedSentence
		if err := dec.Decode(&s); err != nil {
			return nil, fmt.Errorf("corpus: causalnews/names.jsonl: %w", err)
		}
		s.Text = texts[s.Index]
		out = append(out, s)
	}
	return out, nil
}

// readCausalNews returns the file with the sentences as it is, and the text of each index.
func readCausalNews(shared string) ([]byte, map[string]string, error) {
	raw, err := os.ReadFile(filepath.Join(shared, "data", "causal_news", "train_subtask1.csv"))
	if err != nil {
		return nil, nil, fmt.Errorf("corpus: %w", err)
	}
	texts, err := causalNewsSentences(raw)
	if err != nil {
		return nil, nil, fmt.Errorf("corpus: causal_news: %w", err)
	}
	return raw, texts, nil
}

// causalNewsSentences returns the text of each index.
func causalNewsSentences(file []byte) (map[string]string, error) {
	rows, err := csv.NewReader(bufio.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))).ReadAll()
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, r := range rows[1:] {
		texts[r[0]] = r[1]
	}
	return texts, nil
}
