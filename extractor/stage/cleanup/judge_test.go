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
	m := embedded()
	for _, kind := range []extractor.ContentType{extractor.PlainText, extractor.HTML} {
		p := &page{observer: observer{lex: newLexicon()}, dom: dom{hints: newHinter()}, model: m}
		p.reset(&extractor.Article{ContentType: kind, Content: "<div><p>Home</p>\n\n<p>It rained in Tartu on Monday, and the river rose.</p>\n\n<b>Subscribe now</b></div>"})
		p.read()
		p.classify()
		p.weighAll()
		for i := range p.paragraphs {
			first := m.wording.evidence(p.evidence(nil, i), p.cohesion.of(i))
			if all := p.field.evidence(first, i); len(first) != firstEvidence || len(all) != allEvidence {
				t.Errorf("%v, paragraph %d has %d and %d numbers, want %d and %d", kind, i, len(first), len(all), firstEvidence, allEvidence)
			}
		}
	}
}

// What tells news needs more to be taken for a page's than what speaks to the reader.
func TestNewsWeighsMore(t *testing.T) {
	news := paragraph{kind: extractor.SegmentBody, features: features{past: 1}}
	appeal := paragraph{kind: extractor.SegmentBody, features: features{past: 1, reader: 1}}
	if judgeWeights.gain(-0.1, &news) <= judgeWeights.gain(-0.1, &appeal) {
		t.Error("news weighs no more than an appeal")
	}
	if w := judgeWeights.on(true, false); w.gain(90, &paragraph{kind: extractor.SegmentFooter}) > 0 {
		t.Error("the judge takes from the foot of an HTML page what the rules gave it")
	}
}

func TestTitleMark(t *testing.T) {
	for text, want := range map[string]int{"# Rain in Tartu": 2, "HEADLINE: Rain in Tartu": 10, "Rain in Tartu": 0, "***": 0} {
		if got := titleMark([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
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
	if !bytes.Equal(n.Bytes(), data) {
		t.Error("the model changes when it is written anew")
	}
	if _, err := Load(data[:len(data)-1]); err == nil {
		t.Error("a model cut off is read")
	}
}
