package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// scorers lists what can be measured, in the order of the pipeline.
func scorers() []scorer {
	return []scorer{
		webpagesScorer(),
		pagesScorer(),
		syntaxScorer(),
		namesScorer(),
		quotesScorer(),
		eventsScorer(),
		seedsScorer(),
		timesScorer(),
		corefScorer(),
		gapScorer(),
		storiesScorer(),
	}
}

// scorer measures one layer.
type scorer struct {
	// Name is what the command line calls it; Doc says in a line what it measures.
	Name, Doc string
	Score     func(*env) ([]figure, error)
}

// figure is one measured number, such as {"syntax/ewt/las", 0.8312}; shares are in 0..1. By convention the name is
// SCORER/CORPUS/MEASURE. Higher is better.
type figure struct {
	Name  string
	Value float64
}

// env is what a scorer is given.
type env struct {
	// Shared is the folder that holds data/.
	Shared string
	// Errors is how many disagreements to print to Log; 0 for none.
	Errors int
	Log    io.Writer
}

// Data returns the folder of a corpus.
func (e *env) Data(corpus string) string { return filepath.Join(e.Shared, "data", corpus) }

func main() {
	shared := flag.String("shared", defaultShared(), "folder that holds data/")
	check := flag.Bool("check", false, "fail when a figure is below its floor")
	errors := flag.Int("errors", 0, "disagreements to print")
	flag.Parse()
	e := &env{Shared: *shared, Errors: *errors, Log: os.Stderr}
	ok, err := run(os.Stdout, e, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "evaluate:", err)
		os.Exit(1)
	}
	if *check && !ok {
		os.Exit(1)
	}
}

func defaultShared() string {
	if dir := os.Getenv("DATELINE_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared")
}

// run prints the figures of the named scorers (all when none is named) and reports whether all reach their floors.
func run(w io.Writer, e *env, names []string) (bool, error) {
	floors, err := readFloors()
	if err != nil {
		return false, err
	}
	all := scorers()
	for _, name := range names {
		if !slices.ContainsFunc(all, func(s scorer) bool { return s.Name == name }) {
			return false, fmt.Errorf("no scorer is called %q", name)
		}
	}
	ok := true
	for _, s := range all {
		if len(names) > 0 && !slices.Contains(names, s.Name) {
			continue
		}
		figures, err := s.Score(e)
		if err != nil {
			return false, fmt.Errorf("%s: %w", s.Name, err)
		}
		fmt.Fprintf(w, "%s: %s\n", s.Name, s.Doc)
		for _, f := range figures {
			ok = printFigure(w, f, floors) && ok
		}
	}
	return ok, nil
}

// printFigure prints a line of the table and reports whether the figure reaches its floor.
func printFigure(w io.Writer, f figure, floors map[string]float64) bool {
	floor, has := floors[f.Name]
	switch {
	case !has:
		fmt.Fprintf(w, "  %-36s %8.4f\n", f.Name, f.Value)
	case f.Value < floor:
		fmt.Fprintf(w, "  %-36s %8.4f  BELOW its floor %.4f\n", f.Name, f.Value, floor)
		return false
	default:
		fmt.Fprintf(w, "  %-36s %8.4f  (floor %.4f)\n", f.Name, f.Value, floor)
	}
	return true
}
