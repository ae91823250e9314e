package cleanup

import (
	"bytes"
	"slices"
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

// A weak score goes with its neighbours, a strong one against them.
func TestDecideSmoothsTheSequence(t *testing.T) {
	w := weights{Switch: 1}
	scores := []float32{3, -0.5, 3, -8, 3, -3, -3, 0.5, -3}
	paragraphs := make([]paragraph, len(scores))
	for i := range paragraphs {
		paragraphs[i].kind = extractor.SegmentBody
	}
	got, _ := w.decide(nil, nil, scores, paragraphs)
	want := []bool{true, true, true, false, true, false, false, false, false}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEvidenceHasItsLength(t *testing.T) {
	p := &page{observer: observer{lex: newLexicon()}}
	p.reset(&extractor.Article{Content: "Home\n\nIt rained in Tartu on Monday, and the river rose.\n\nSubscribe now"})
	p.read()
	p.index()
	p.survey.measure(p.paragraphs)
	for i := range p.paragraphs {
		if n := len(p.evidence(nil, i)) + wordingEvidence; n != evidenceLength {
			t.Errorf("paragraph %d has %d numbers, want %d", i, n, evidenceLength)
		}
	}
}

func TestModelReadsBack(t *testing.T) {
	m := embedded()
	data := m.Bytes()
	n, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(n.Bytes(), data) || n.weights != m.weights {
		t.Error("the model changes when it is written anew")
	}
	if _, err := Load(data[:len(data)-1]); err == nil {
		t.Error("a model cut off is read")
	}
}
