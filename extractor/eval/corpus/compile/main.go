// Command compile serves the readers who annotate the Wikinews corpus: it shows
// articles as numbered lines, checks what readers wrote, compiles it to the
// standoff that the repository keeps, and compares two readers.
//
//	compile lines -batch FILE [-from 1] [-n 3]   print articles of a work list (or: lines ID …)
//	compile check DIR [ID …]                     report what cannot be placed in DIR/*.ann
//	compile write DIR OUT                        DIR/*.ann → OUT/{train,dev,test}.jsonl by OUT/splits.tsv
//	compile agree DIR_A DIR_B                    agreement over the articles in both folders
//	compile counts                               the tables of the corpus's README, from the standoff
//
// A first argument -masc takes the newspaper texts of MASC instead of Wikinews, -ecb
// those of the training topics of ECB+, and -texts=FILE the articles of a file of
// JSON lines in the service's own Article form.
//
// Readers' files are named after the article's number (its 1-based line in the
// text file, three digits): 017.ann. The texts are found through
// DATELINE_SHARED (default ../shared).
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/eval/corpus/notation"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("want lines, check, write, agree or counts")
	}
	read := corpus.WikinewsArticles
	if file, ok := strings.CutPrefix(args[0], "-texts="); ok {
		read, args = func(string) ([]corpus.Article, error) { return corpus.ReadArticles(file) }, args[1:]
	}
	switch args[0] {
	case "-masc":
		read, args = corpus.MASCArticles, args[1:]
	case "-ecb":
		read, args = corpus.ECBArticles, args[1:]
	}
	if len(args) == 0 {
		return fmt.Errorf("want lines, check, write, agree or counts")
	}
	texts, err := read(sharedFolder())
	if err != nil {
		return err
	}
	command := args[0]
	switch args = args[1:]; command {
	case "lines":
		return printLines(texts, args)
	case "check":
		return check(texts, args)
	case "write":
		return write(texts, args)
	case "agree":
		return agree(texts, args)
	case "counts":
		return counts()
	}
	return fmt.Errorf("unknown command %q", command)
}

func sharedFolder() string {
	if dir := os.Getenv("DATELINE_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared")
}

// compileFolder compiles every NNN.ann of a folder, or only the given numbers,
// in order, calling do for each.
func compileFolder(texts []corpus.Article, dir string, only []string, do func(n int, a *corpus.Annotation, ps []notation.Problem)) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.ann"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, file := range files {
		base := strings.TrimSuffix(filepath.Base(file), ".ann")
		if len(only) > 0 && !slices.Contains(only, base) {
			continue
		}
		n, err := strconv.Atoi(base)
		if err != nil || n < 1 || n > len(texts) {
			return fmt.Errorf("%s: the name is no article number", file)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		a, problems := notation.Compile(&texts[n-1], string(text))
		do(n, a, problems)
	}
	return nil
}
