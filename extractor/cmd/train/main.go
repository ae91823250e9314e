package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// trainers lists what can be learned, in the order of the pipeline.
func trainers() []trainer {
	return []trainer{
		pagesTrainer(),
		segmentTrainer(),
		syntaxTrainer(),
		namesTrainer(),
		corefTrainer(),
		eventsTrainer(),
		storiesTrainer(),
	}
}

// trainer makes one model.
type trainer struct {
	// Name names the model: NAME.model. Doc says in a line what it is.
	Name, Doc string
	// Corpora are the folders of shared/data that it learns from; Attribution what is to be said of them;
	// Licence that of the resulting weights (SPDX).
	Corpora, Attribution []string
	Licence              string
	Train                func(*job) (*product, error)
}

// job is what a trainer is given.
type job struct {
	// Shared is the folder that holds data/.
	Shared string
	// Folder is where the models are.
	Folder string
	Seed   uint64
	// Args are the arguments after the trainer's name, for experiments; a model that ships needs none that its
	// manifest line does not show.
	Args []string
	// Log takes progress.
	Log io.Writer
}

// Data returns the folder of a corpus.
func (j *job) Data(corpus string) string { return filepath.Join(j.Shared, "data", corpus) }

// product is what a trainer makes.
type product struct {
	Model []byte
	// Scores are figures on development data, such as {"ewt_las": 0.82}.
	Scores map[string]float64
	// Refits says what of the model of the folder was fitted anew, "" for all of it.
	Refits string
}

func main() {
	shared := flag.String("shared", defaultShared(), "folder that holds data/")
	folder := flag.String("model", filepath.Join("extractor", "model"), "folder to write to")
	seed := flag.Uint64("seed", 1, "seed of every random choice")
	flag.Parse()
	if flag.NArg() == 0 {
		printTable(os.Stdout)
		os.Exit(2)
	}
	j := &job{Shared: *shared, Folder: *folder, Seed: *seed, Args: flag.Args()[1:], Log: os.Stderr}
	if err := run(flag.Arg(0), *folder, j); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func defaultShared() string {
	if dir := os.Getenv("DATELINE_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared")
}

func printTable(w io.Writer) {
	for _, t := range trainers() {
		fmt.Fprintf(w, "%-12s %s\n", t.Name, t.Doc)
	}
}

// run trains the named model and writes it with its manifest line.
func run(name, folder string, j *job) error {
	for _, t := range trainers() {
		if t.Name != name {
			continue
		}
		p, err := t.Train(j)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return write(folder, t, p, j)
	}
	return fmt.Errorf("no trainer is called %q", name)
}
