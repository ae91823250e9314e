package main

import (
	"os"

	"golang.org/x/term"
)

// The width of the text view: that of the terminal within these bounds, and the default elsewhere.
const (
	narrowest    = 60
	widest       = 120
	defaultWidth = 100
)

// terminal returns the process's own streams. Colours are for a terminal that did not ask for none
// (https://no-color.org), a progress bar for a terminal on standard error.
func terminal() streams {
	s := streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, width: defaultWidth}
	if term.IsTerminal(int(os.Stdout.Fd())) {
		s.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if columns, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
			s.width = min(max(columns, narrowest), widest)
		}
	}
	// Where both are one terminal, the articles themselves show how far the work has come.
	s.progress = term.IsTerminal(int(os.Stderr.Fd())) && !term.IsTerminal(int(os.Stdout.Fd()))
	return s
}
