package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows on a terminal how far long work has come. Without a terminal it does nothing.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress returns a bar for the articles of the paths; their number is known only for plain files.
func newProgress(s streams, paths []string) *progress {
	if !s.progress {
		return &progress{}
	}
	return &progress{progressbar.NewOptions(countFiles(paths),
		progressbar.OptionSetWriter(s.err),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionSetItsString("articles"),
		progressbar.OptionShowIts(),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(200*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)}
}

func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

// finish takes the bar away.
func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// countFiles returns how many articles the paths hold, and -1 where only reading them would tell.
func countFiles(paths []string) int {
	for _, path := range paths {
		info, err := os.Stat(path)
		if path == "-" || err != nil || info.IsDir() || extension(path) == ".jsonl" {
			return -1
		}
	}
	return len(paths)
}
