package corpus

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"time"
)

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

// Cluster is the part of the ID before the slash: in [ECBNews] and [Invented], articles of one cluster tell of one happening, and an
// event or entity of one ID is the same in all of them.
func (a *Annotated) Cluster() string { return path.Dir(a.ID) }

// Text returns the content's words under a span of the annotation.
func (a *Annotated) Text(s Span) string { return a.Content[s.Begin:s.End] }

// join reads folder/split.jsonl and pairs each annotation with its text.
func join(files embed.FS, folder, split string, texts []Article) ([]Annotated, error) {
	byID := make(map[string]*Article, len(texts))
	for i := range texts {
		byID[texts[i].ID] = &texts[i]
	}
	name := folder + "/" + split + ".jsonl"
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	var out []Annotated
	dec := json.NewDecoder(bytes.NewReader(data))
	for dec.More() {
		var an Annotation
		if err := dec.Decode(&an); err != nil {
			return nil, fmt.Errorf("corpus: %s: %w", name, err)
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
	return out, nil
}

// ContentHash is the hex SHA-256 digest by which an annotation names its text.
func ContentHash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}
