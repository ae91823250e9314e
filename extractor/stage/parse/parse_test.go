package parse

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/quant"
	"github.com/dateline-news/dateline/extractor/model"
)

func shipped(t testing.TB) *Model {
	t.Helper()
	data, err := model.Read("syntax")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// document returns a document of sentences whose tokens are set apart by spaces.
func document(sentences ...string) *extractor.Document {
	d := &extractor.Document{Text: strings.Join(sentences, " "), English: true}
	at := 0
	for _, s := range sentences {
		first := int32(len(d.Tokens))
		for _, w := range strings.Fields(s) {
			d.Tokens = append(d.Tokens, extractor.Token{
				Span:        extractor.TextSpan{Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + len(w))},
				SpaceBefore: true,
			})
			at += len(w) + 1
		}
		d.Sentences = append(d.Sentences, extractor.Sentence{Tokens: extractor.TokenRange{First: first, Last: int32(len(d.Tokens))}})
	}
	return d
}

func TestParse(t *testing.T) {
	d := document("Solberg has met the minister .", "Two ferries collided near the harbour on Friday .")
	if err := New(shipped(t)).Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, a := range d.Arcs {
		got = append(got, strings.Join([]string{d.Tags[i].UPOS.String(), d.Tags[i].XPOS.String(), d.Tags[i].Lemma, a.Rel.String()}, "/"))
	}
	want := []string{
		"PROPN/NNP/Solberg/nsubj", "AUX/VBZ/have/aux", "VERB/VBN/meet/root", "DET/DT/the/det", "NOUN/NN/minister/obj", "PUNCT/././punct",
		"NUM/CD/two/nummod", "NOUN/NNS/ferry/nsubj", "VERB/VBD/collide/root", "ADP/IN/near/case", "DET/DT/the/det",
		"NOUN/NN/harbour/obl", "ADP/IN/on/case", "PROPN/NNP/Friday/obl", "PUNCT/././punct",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if d.Arcs[0].Head != 2 || d.Arcs[2].Head != -1 || d.Arcs[7].Head != 8 || d.Arcs[8].Head != -1 {
		t.Errorf("heads: %v", d.Arcs)
	}
}

// The Go kernels give the same tags and trees as the assembly, alone and in any batch.
func TestPortableKernelsGiveTheSameTrees(t *testing.T) {
	m := shipped(t)
	var sentences []string
	for _, s := range []string{
		"Ministers from nine countries signed the accord in Tallinn despite protests by fishermen who fear for their quotas .",
		"PORT WORKERS STRIKE FOR THIRD DAY", "\" We wo n't wait , \" she said .", "No .", "The €20m plan -- once dead -- returned .",
	} {
		for range 12 {
			sentences = append(sentences, s)
		}
	}
	run := func(w *quant.Workspace, sentences ...string) *extractor.Document {
		d := document(sentences...)
		d.Tags, d.Arcs = make([]extractor.Tag, len(d.Tokens)), make([]extractor.Arc, len(d.Tokens))
		if err := newAnalyzer(m, w).document(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		return d
	}
	fast, slow := run(quant.NewWorkspace(), sentences...), run(quant.NewPortableWorkspace(), sentences...)
	if !slices.Equal(fast.Tags, slow.Tags) || !slices.Equal(fast.Arcs, slow.Arcs) {
		t.Error("the kernels disagree")
	}
	alone := run(quant.NewWorkspace(), sentences[0])
	if n := len(alone.Tags); !slices.Equal(alone.Tags, fast.Tags[:n]) || !slices.Equal(alone.Arcs, fast.Arcs[:n]) {
		t.Error("a sentence is analyzed differently among others")
	}
}

// Many documents may be analyzed at once.
func TestRunIsSafeForConcurrentUse(t *testing.T) {
	stage := New(shipped(t))
	var group sync.WaitGroup
	docs := make([]*extractor.Document, 6)
	for i := range docs {
		docs[i] = document("Two ferries collided near the harbour on Friday .", "Solberg has met the minister .")
		group.Go(func() {
			for range 5 {
				if err := stage.Run(context.Background(), docs[i]); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	for _, d := range docs[1:] {
		if !slices.Equal(d.Tags, docs[0].Tags) || !slices.Equal(d.Arcs, docs[0].Arcs) {
			t.Error("the same text was analyzed differently")
		}
	}
}

func TestLoadRefusesOtherModels(t *testing.T) {
	for _, name := range []string{"segment"} {
		data, err := model.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Load(data); err == nil {
			t.Errorf("%s was loaded as a syntax model", name)
		}
	}
}

// Allocations do not grow with the text, and an ended context ends the work.
func TestRunIsLeanAndStops(t *testing.T) {
	stage := New(shipped(t))
	count := func(n int) float64 {
		sentences := make([]string, n)
		for i := range sentences {
			sentences[i] = "Harbour Police Said The Ferries had collided near two older ships ."
		}
		d := document(sentences...)
		return testing.AllocsPerRun(10, func() { _ = stage.Run(context.Background(), d) })
	}
	if small, large := count(5), count(200); large > small+5 {
		t.Errorf("%v allocations for 5 sentences, %v for 200", small, large)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := stage.Run(ctx, document("No .")); !errors.Is(err, context.Canceled) {
		t.Errorf("Run after the context's end returned %v", err)
	}
}

func BenchmarkLoad(b *testing.B) {
	data, err := model.Read("syntax")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	stage := New(shipped(b))
	var sentences []string
	for range 20 {
		sentences = append(sentences, "Ministers from nine countries signed the accord in Tallinn despite protests by fishermen who fear for their quotas .")
	}
	d := document(sentences...)
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
