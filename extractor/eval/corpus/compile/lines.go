package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/dateline-news/dateline/extractor/eval/corpus"
	"github.com/dateline-news/dateline/extractor/eval/corpus/notation"
)

func printLines(texts []corpus.Article, args []string) error {
	flags := flag.NewFlagSet("lines", flag.ContinueOnError)
	batch := flags.String("batch", "", "a work list: article numbers, one a line")
	from := flags.Int("from", 1, "first entry of the work list")
	count := flags.Int("n", 3, "how many entries")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ids := flags.Args()
	if *batch != "" {
		list, err := os.ReadFile(*batch)
		if err != nil {
			return err
		}
		ids = nil
		for line := range strings.Lines(string(list)) {
			if f := strings.Fields(line); len(f) > 0 {
				ids = append(ids, f[0])
			}
		}
		ids = ids[min(*from-1, len(ids)):min(*from-1+*count, len(ids))]
	}
	for _, id := range ids {
		n, err := strconv.Atoi(id)
		if err != nil || n < 1 || n > len(texts) {
			return fmt.Errorf("no article %q", id)
		}
		printArticle(n, &texts[n-1])
	}
	return nil
}

func printArticle(n int, a *corpus.Article) {
	fmt.Printf("=== %03d.ann  published %s  %s\n", n, a.PublishTime.Format("Monday 2006-01-02"), a.Title)
	end := 0
	for i, l := range notation.Lines(a.Content) {
		if strings.Contains(a.Content[end:l.Begin], "\n") && i > 0 {
			fmt.Println()
		}
		end = l.End
		fmt.Printf("%d: %s\n", i+1, a.Content[l.Begin:l.End])
	}
	fmt.Println()
}
