package corpus

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
)

//go:embed newsevents/*.jsonl
var newsEventsStandoff embed.FS

// NewsEventCorpora are the corpora in whose texts we marked events, and nothing else, by name of their folder.
var NewsEventCorpora = []string{"causal_news", "masc", "re3d"}

// NewsEvents joins the committed standoff annotation of events with the texts of one of those corpora in the shared data
// folder. Everything is training material. A text of causal_news is one sentence; there and in masc, tokens are apart by
// blanks. It fails where a text is missing or not the annotated one.
func NewsEvents(shared, name string) ([]Annotated, error) {
	var texts []Article
	var err error
	switch name {
	case "causal_news":
		texts, err = causalNewsArticles(shared)
	case "masc":
		texts, err = MASCArticles(shared)
	case "re3d":
		texts, err = re3dArticles(shared)
	default:
		err = fmt.Errorf("corpus: no events of %q", name)
	}
	if err != nil {
		return nil, err
	}
	return join(newsEventsStandoff, "newsevents", name, texts)
}

// causalNewsArticles takes each sentence as an article.
func causalNewsArticles(shared string) ([]Article, error) {
	_, texts, err := readCausalNews(shared)
	if err != nil {
		return nil, err
	}
	out := make([]Article, 0, len(texts))
	for index, text := range texts {
		out = append(out, Article{ID: index, Content: text})
	}
	return out, nil
}

// re3dArticles reads the texts of re3d; an article's ID is its folder and its own.
func re3dArticles(shared string) ([]Article, error) {
	files, err := filepath.Glob(filepath.Join(shared, "data", "re3d", "*", "documents.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []Article
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		dec := json.NewDecoder(bufio.NewReader(f))
		for dec.More() {
			var d struct {
				ID   string `json:"_id"`
				Text string
			}
			if err := dec.Decode(&d); err != nil {
				return nil, fmt.Errorf("corpus: re3d: %w", err)
			}
			out = append(out, Article{ID: path.Join(filepath.Base(filepath.Dir(file)), d.ID), Content: d.Text})
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
