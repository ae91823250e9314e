package corpus

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

//go:embed wikinews/*.jsonl
var wikinewsStandoff embed.FS

// Article is a text of the shared data folder, as received.
type Article struct {
	ID, Title, Content string
	PublishTime        time.Time
}

// Annotated is an article joined with its annotation.
type Annotated struct {
	Article
	Annotation
	// Split is "train", "dev" or "test".
	Split string
}

// Text returns the content's words under a span of the annotation.
func (a *Annotated) Text(s Span) string { return a.Content[s.Begin:s.End] }

// Wikinews joins the committed standoff annotations of Wikinews with the texts
// in the shared data folder (shared is the folder that holds data/). Articles
// come split by split (train, dev, test), each in the order of the text file.
// It fails if a text is missing or differs from the one that was annotated.
func Wikinews(shared string) ([]Annotated, error) {
	texts, err := WikinewsArticles(shared)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]*Article, len(texts))
	for i := range texts {
		byID[texts[i].ID] = &texts[i]
	}
	var out []Annotated
	for _, split := range []string{"train", "dev", "test"} {
		data, err := wikinewsStandoff.ReadFile("wikinews/" + split + ".jsonl")
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		dec := json.NewDecoder(bytes.NewReader(data))
		for dec.More() {
			var an Annotation
			if err := dec.Decode(&an); err != nil {
				return nil, fmt.Errorf("corpus: wikinews/%s.jsonl: %w", split, err)
			}
			art := byID[an.ArticleID]
			if art == nil {
				return nil, fmt.Errorf("corpus: no text for article %s", an.ArticleID)
			}
			if ContentHash(art.Content) != an.SHA256 {
				return nil, fmt.Errorf("corpus: text of article %s is not the annotated one", an.ArticleID)
			}
			out = append(out, Annotated{Article: *art, Annotation: an, Split: split})
		}
	}
	return out, nil
}

// WikinewsArticles reads the texts alone, annotated or not, in file order.
func WikinewsArticles(shared string) ([]Article, error) {
	f, err := os.Open(filepath.Join(shared, "data", "wikinews", "wikinews.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	defer f.Close()
	var out []Article
	dec := json.NewDecoder(bufio.NewReader(f))
	for dec.More() {
		var row struct {
			ArticleID, Title, Content string
			PublishTime               time.Time
		}
		if err := dec.Decode(&row); err != nil {
			return nil, fmt.Errorf("corpus: wikinews.jsonl: %w", err)
		}
		out = append(out, Article{row.ArticleID, row.Title, row.Content, row.PublishTime})
	}
	return out, nil
}

// ContentHash is the hex SHA-256 digest by which an annotation names its text.
func ContentHash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}
