package events

import (
	"bytes"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/forest"
)

// emptyAnalysis is one of an article without text but with a headline.
func emptyAnalysis(t *testing.T, headline string) *analysis {
	t.Helper()
	return untrainedAnalysis(t)(extractor.NewDocument(&extractor.Article{Title: headline}))
}

// A headline tells which types of event its words may name, whatever their form.
func TestReadTitleFindsTypes(t *testing.T) {
	for headline, want := range map[string]extractor.EventType{
		"Baker arrested over missing loaves":    extractor.EventCoerce,
		"Mayor resigns as bridge bill doubles":  extractor.EventPersonnelEnd,
		"Miners to strike at northern pits":     extractor.EventProtest,
		"Storm kills ferry crew off Cape Wrath": extractor.EventLifeDeath,
	} {
		title := emptyAnalysis(t, headline).readTitle()
		if title.types[want] < 0.2 {
			t.Errorf("%q names %v with %.2f only", headline, want, title.types[want])
		}
		if title.find(wordHash(stem("bridge"))) >= 0 != (want == extractor.EventPersonnelEnd) {
			t.Errorf("%q: the bridge is not found where it is", headline)
		}
	}
}

// A ranker reads back as it was, and not as that of other features.
func TestRankerReadsBack(t *testing.T) {
	x := []float32{1, 2}
	r := byProminence()
	r.weights[titleSaidAt] = 0.25
	r.forest = forest.Train([]forest.Example{{X: x, Right: true, Weight: 1}, {X: x[:2:2], Weight: 1}}, forest.Settings{Trees: 2, Rate: 0.1, Rows: 1, Columns: 1})
	b := r.encode()
	back, err := decodeRanker(b)
	if err != nil || back.weights != r.weights || !bytes.Equal(back.encode(), b) {
		t.Fatalf("read back otherwise: %v", err)
	}
	b[0]++
	if _, err := decodeRanker(b); err == nil {
		t.Error("a ranker of another schema is read")
	}
}

// The softmax learns which feature the main events have, and the forest keeps to it.
func TestFitMainLearns(t *testing.T) {
	var examples []mainExample
	for i := range 40 {
		e := mainExample{x: make([]mainDescription, 3), main: make([]bool, 3), weight: 1}
		k := i % 3
		e.main[k], e.x[k][titleSaidAt], e.x[(k+1)%3][ledeAt] = true, 1, 1
		examples = append(examples, e)
	}
	r := fitMain(examples, 1)
	for i := range examples {
		if !examples[i].isRight(&r) {
			t.Fatalf("article %d is about another event", i)
		}
	}
}
