package notation

import (
	_ "embed"
	"strings"
)

//go:embed ontology.txt
var ontologyText string

// ontology holds the closed label sets: kind → label → its modes (events only).
type ontology map[string]map[string][]string

func loadOntology() ontology {
	o := ontology{}
	for line := range strings.Lines(ontologyText) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		if o[f[0]] == nil {
			o[f[0]] = map[string][]string{}
		}
		if f[0] == "event" {
			o["event"][f[1]] = f[2:]
			continue
		}
		for _, label := range f[1:] {
			o[f[0]][label] = nil
		}
	}
	return o
}

func (o ontology) has(kind, label string) bool {
	_, ok := o[kind][label]
	return ok
}

func (o ontology) hasMode(event, mode string) bool {
	for _, m := range o["event"][event] {
		if m == mode {
			return true
		}
	}
	return false
}
