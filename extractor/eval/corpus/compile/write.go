package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/eval/corpus/notation"
)

func check(texts []corpus.Article, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("check DIR [ID …]")
	}
	bad := 0
	err := compileFolder(texts, args[0], args[1:], func(n int, a *corpus.Annotation, ps []notation.Problem) {
		fmt.Printf("%03d: %d entities, %d times, %d quotes, %d events\n", n, len(a.Entities), len(a.Times), len(a.Quotes), len(a.Events))
		for _, p := range ps {
			fmt.Printf("%03d:%v\n", n, p)
			if !p.Warning {
				bad++
			}
		}
	})
	if err == nil && bad > 0 {
		err = fmt.Errorf("%d errors", bad)
	}
	return err
}

// write compiles a folder into the files of the repository, all into train where
// there are no splits. An article with errors is left out, and said so.
func write(texts []corpus.Article, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("write DIR OUT")
	}
	splits, err := readSplits(filepath.Join(args[1], "splits.tsv"))
	if err != nil {
		return err
	}
	files := map[string]*bytes.Buffer{"train": {}, "dev": {}, "test": {}}
	written := map[string]int{}
	err = compileFolder(texts, args[0], nil, func(n int, a *corpus.Annotation, ps []notation.Problem) {
		for _, p := range ps {
			if !p.Warning {
				fmt.Printf("%03d left out: %v\n", n, p)
				return
			}
		}
		split := "train"
		if splits != nil {
			split = splits[a.ArticleID]
		}
		if files[split] == nil {
			fmt.Printf("%03d left out: in no split\n", n)
			return
		}
		row, err := json.Marshal(a)
		if err != nil {
			fmt.Printf("%03d left out: %v\n", n, err)
			return
		}
		files[split].Write(append(row, '\n'))
		written[split]++
	})
	if err != nil {
		return err
	}
	for _, split := range []string{"train", "dev", "test"} {
		if files[split].Len() == 0 {
			continue
		}
		if err := os.WriteFile(filepath.Join(args[1], split+".jsonl"), files[split].Bytes(), 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d articles\n", split, written[split])
	}
	return nil
}

// readSplits reads article id → split; nil where there is no such file.
func readSplits(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) >= 2 && !strings.HasPrefix(line, "#") {
			out[f[0]] = f[1]
		}
	}
	return out, nil
}
