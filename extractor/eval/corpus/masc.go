package corpus

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed masc/*.jsonl
var mascStandoff embed.FS

// MASC joins the committed standoff annotations of the newspaper part of MASC
// (entities and times) with the texts in the shared data folder. Everything is
// training material. The texts set tokens apart by blanks (" ` ` " for a quotation
// mark); spans point into them as they lie in the files.
func MASC(shared string) ([]Annotated, error) {
	texts, err := MASCArticles(shared)
	if err != nil {
		return nil, err
	}
	return join(mascStandoff, "masc", "train", texts)
}

// MASCArticles reads the newspaper texts alone, annotated or not, in the order of
// categories.txt. An article's ID is its path in the corpus; no publication day is known.
func MASCArticles(shared string) ([]Article, error) {
	folder := filepath.Join(shared, "data", "masc")
	list, err := os.ReadFile(filepath.Join(folder, "categories.txt"))
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	var out []Article
	for line := range strings.Lines(string(list)) {
		f := strings.Fields(line)
		if len(f) != 2 || f[1] != "newspaper" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(f[0])))
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		out = append(out, Article{ID: f[0], Title: f[0], Content: string(text)})
	}
	return out, nil
}
