// Command dateline reads news articles with Dateline and prints what they say.
//
//	dateline analyze [flags] PATH…   people, places, times, quotes and events of each article
//	dateline stories [flags] PATH…   what the articles together say of the same events
//
// A PATH is a .txt, .html or .jsonl file (a protojson Article a line), a folder of such files, or - for standard
// input. Without --server the service runs in this process.
//
// Exit status: 0 all articles were analysed, 1 some failed, 2 wrong usage.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/dateline-news/dateline/server"
)

// The exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

const help = `dateline reads news articles and prints what they say.

  dateline analyze [flags] PATH…   people, places, times, quotes and events of each article
  dateline stories [flags] PATH…   what the articles together say of the same events

A PATH is a .txt, .html or .jsonl file (a protojson Article a line), a folder of such
files, or - for standard input. "dateline analyze --help" lists the flags,
"dateline --version" says which one this is.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], terminal()))
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	// width is how many columns out has; color and progress say what the terminals can show.
	width           int
	color, progress bool
}

// run executes the command line and returns the exit status.
func run(ctx context.Context, args []string, s streams) int {
	if len(args) == 0 {
		fmt.Fprint(s.err, help)
		return exitUsage
	}
	commands := map[string]func(context.Context, *options, streams) int{"analyze": analyze, "stories": stories}
	command, ok := commands[args[0]]
	if !ok {
		return explain(args[0], s)
	}
	o, err := parse(args[0], args[1:], s.out)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(s.err, "dateline %s: %v; see --help\n", args[0], err)
		return exitUsage
	}
	s.color = o.colored(s.color)
	return command(ctx, o, s)
}

// explain answers what is not a command: a wish for help, or a mistake.
func explain(word string, s streams) int {
	switch word {
	case "help", "--help", "-h":
		fmt.Fprint(s.out, help)
		return exitOK
	case "version", "--version":
		fmt.Fprintln(s.out, "dateline", server.Version())
		return exitOK
	}
	fmt.Fprintf(s.err, "dateline: no command %q\n\n%s", word, help)
	return exitUsage
}
