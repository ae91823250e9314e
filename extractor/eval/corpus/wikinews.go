package corpus

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

//go:embed wikinews/*.jsonl
var wikinewsStandoff embed.FS

// Wikinews joins the committed standoff annotations of Wikinews with the texts
// in the shared data folder (shared is the folder that holds data/). Articles
// come split by split (train, dev, test), each in the order of the text file.
// It fails if a text is missing or differs from the one that was annotated.
func Wikinews(shared string) ([]Annotated, error) {
	texts, err := WikinewsArticles(shared)
	if err != nil {
		return nil, err
	}
	var out []Annotated
	for _, split := range []string{"train", "dev", "test"} {
		joined, err := join(wikinewsStandoff, "wikinews", split, texts)
		if err != nil {
			return nil, err
		}
		out = append(out, joined...)
	}
	return out, nil
}

// WikinewsArticles reads the texts alone, annotated or not, in file order.
func WikinewsArticles(shared string) ([]Article, error) {
	return ReadArticles(filepath.Join(shared, "data", "wikinews", "wikinews.jsonl"))
}

// ReadArticles reads a file of articles in the service's own JSON form, one after the other.
func ReadArticles(file string) ([]Article, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	return decodeArticles(file, f)
}

func decodeArticles(name string, r io.Reader) ([]Article, error) {
	var out []Article
	dec := json.NewDecoder(bufio.NewReader(r))
	for dec.More() {
		var row struct {
			ArticleID, Title, Content string
			PublishTime               time.Time
		}
		if err := dec.Decode(&row); err != nil {
			return nil, fmt.Errorf("corpus: %s: %w", filepath.Base(name), err)
		}
		out = append(out, Article{row.ArticleID, row.Title, row.Content, row.PublishTime})
	}
	return out, nil
}
