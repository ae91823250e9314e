package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-news/dateline/extractor/stage/cleanup"
)

// labelledPages are invented pages whose lines begin with a letter, which says what they are, and "|"; see
// stage/cleanup's TestLabelled.
const labelledPages = "extractor/stage/cleanup/testdata/labelled/*.txt"

// labelledLessons reads them.
func labelledLessons() ([]cleanup.Lesson, error) {
	files, err := filepath.Glob(labelledPages)
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no %s: run in the repository's root", labelledPages)
	}
	var lessons []cleanup.Lesson
	for i, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		l := unlabelled(string(raw))
		l.Fold = i % pageFolds
		lessons = append(lessons, l)
	}
	return lessons, nil
}

// unlabelled returns a page without its labels. A line without one is no one's.
func unlabelled(raw string) cleanup.Lesson {
	l := cleanup.Lesson{Weight: 1, Measured: true, Set: "labelled"}
	var b strings.Builder
	for line := range strings.Lines(raw) {
		owner := cleanup.Nobodys
		if len(line) > 1 && line[1] == '|' {
			switch owner = cleanup.Pages; {
			case strings.IndexByte("BS", line[0]) >= 0:
				owner = cleanup.Authors
			case line[0] == 'T':
				owner = cleanup.Titles
			case line[0] == 'D':
				owner = cleanup.Dates
			case line[0] == 'Y':
				owner = cleanup.Bylines
			case line[0] == 'C' || line[0] == 'R':
				owner = cleanup.Beside
			}
			line = line[2:]
		}
		b.WriteString(line)
		for range len(strings.TrimRight(line, "\n")) {
			l.Owners = append(l.Owners, owner)
		}
		for len(l.Owners) < b.Len() {
			l.Owners = append(l.Owners, cleanup.Nobodys)
		}
	}
	l.Content = b.String()
	return l
}
