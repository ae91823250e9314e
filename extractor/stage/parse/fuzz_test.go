package parse

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// FuzzParse takes a line for a sentence and what blanks set apart for tokens: each sentence gets a tree, and the same
// one from both sets of kernels.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "x", "Kask spoke .\nTamm , who left , did not .", "\" \" \" \"", "THE PORT\nTHE PORT THE PORT", "\xff \u0301 ﬁ ’s",
		strings.Repeat("and the ", 80), strings.Repeat("a\n", 90),
	} {
		f.Add(s)
	}
	m := shipped(f)
	fast, slow := newAnalyzer(m, quant.NewWorkspace()), newAnalyzer(m, quant.NewPortableWorkspace())
	f.Fuzz(func(t *testing.T, text string) {
		sentences := strings.Split(text, "\n")
		for i, s := range sentences { // no sentence is longer than segment lets them be
			words := strings.Fields(s)
			sentences[i] = strings.Join(words[:min(len(words), 160)], " ")
		}
		analyze := func(a *analyzer) *extractor.Document {
			d := document(sentences...)
			d.Tags, d.Arcs = make([]extractor.Tag, len(d.Tokens)), make([]extractor.Arc, len(d.Tokens))
			if err := a.document(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			return d
		}
		d, e := analyze(fast), analyze(slow)
		if !slices.Equal(d.Tags, e.Tags) || !slices.Equal(d.Arcs, e.Arcs) {
			t.Error("the kernels disagree")
		}
		for _, s := range d.Sentences {
			checkTree(t, d.Arcs, s.Tokens)
		}
	})
}

// checkTree wants one root, and every word of the sentence below it.
func checkTree(t *testing.T, arcs []extractor.Arc, r extractor.TokenRange) {
	t.Helper()
	heads := make([]int32, 0, r.Len())
	for i := r.First; i < r.Last; i++ {
		h := arcs[i].Head
		if h >= 0 && !r.Contains(int(h)) || (h < 0) != (arcs[i].Rel == extractor.RelRoot) {
			t.Fatalf("token %d of %v hangs on %d as %v", i, r, h, arcs[i].Rel)
		}
		if h >= 0 {
			h -= r.First
		}
		heads = append(heads, h)
	}
	var f treeFinder
	if len(heads) > 0 && (countRoots(heads) != 1 || !f.acyclic(heads)) {
		t.Fatalf("%v is no tree with one root", heads)
	}
}
