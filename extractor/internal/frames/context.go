package frames

import (
	"fmt"
	"strings"
)

// ContextWeight says how much a word speaks for a context of PLOVER; Context indexes Lexicon.ContextNames.
type ContextWeight struct {
	Context int
	Weight  float32
}

// ContextNames are PLOVER's contexts in the order of its manual. The slice must not be changed.
func (l *Lexicon) ContextNames() []string { return l.contextNames }

// Contexts returns the contexts that a lemma (or “first second”) speaks for.
func (l *Lexicon) Contexts(lemma string) []ContextWeight { return l.contexts[lemma] }

// addContext reads a line: name, lemmas of weight 2, lemmas of weight 1.
func (l *Lexicon) addContext(f []string) error {
	if len(f) != 3 {
		return fmt.Errorf("%d fields, want 3", len(f))
	}
	context := len(l.contextNames)
	l.contextNames = append(l.contextNames, f[0])
	for i, weight := range []float32{2, 1} {
		for lemma := range strings.SplitSeq(f[i+1], ", ") {
			l.contexts[lemma] = append(l.contexts[lemma], ContextWeight{context, weight})
		}
	}
	return nil
}
