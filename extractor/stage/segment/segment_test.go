package segment

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/model"
)

func shipped(t testing.TB) *Model {
	t.Helper()
	data, err := model.Read("segment")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// blocks returns a document whose blocks are the paragraphs, a blank line apart.
func blocks(text string) *extractor.Document {
	d := &extractor.Document{Text: text, English: true}
	at := 0
	for _, p := range strings.SplitAfter(text, "\n\n") {
		d.Blocks = append(d.Blocks, extractor.Block{Type: extractor.SegmentBody, Span: spanAt(at, 0, int32(len(strings.TrimRight(p, "\n"))))})
		at += len(p)
	}
	return d
}

// segmented returns a line a sentence, its tokens set apart by spaces.
func segmented(t testing.TB, m *Model, text string) []string {
	t.Helper()
	d := blocks(text)
	if err := New(m).Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range d.Sentences {
		var words []string
		for i := s.Tokens.First; i < s.Tokens.Last; i++ {
			words = append(words, d.TokenText(int(i)))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return lines
}

func TestSegment(t *testing.T) {
	m := shipped(t)
	for text, want := range map[string][]string{
		"Mr. Kask arrived at 10:30 a.m. on Friday. He wasn't alone.": {
			"Mr. Kask arrived at 10:30 a.m. on Friday .", "He was n't alone ."},
		"Port workers strike for third day\n\nThe strike, now in its third day, isn’t over.": {
			"Port workers strike for third day", "The strike , now in its third day , is n’t over ."},
		"“We won’t wait,” said Maj. Gen. A. B. Tamm. “Nobody can.”": {
			"“ We wo n’t wait , ” said Maj. Gen. A. B. Tamm .", "“ Nobody can . ”"},
		"The U.S. signed a 15-year, $2.5 billion deal with Estonia's port (see www.example.com/deal).": {
			"The U.S. signed a 15 - year , $ 2.5 billion deal with Estonia 's port ( see www.example.com/deal ) ."},
		"Did Gov. Lind resign? Yes! She left at 5pm, sources said.": {
			"Did Gov. Lind resign ?", "Yes !", "She left at 5 pm , sources said ."},
		"They cannot agree; the ministers' talks failed.": {
			"They can not agree ; the ministers ' talks failed ."},
	} {
		if got := segmented(t, m, text); !slices.Equal(got, want) {
			t.Errorf("%q\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// Sentences are bounded, so that later stages stay linear.
func TestNoEndlessSentence(t *testing.T) {
	m := shipped(t)
	d := blocks(strings.Repeat("harbour ", 5000))
	if err := New(m).Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	for _, s := range d.Sentences {
		if s.Tokens.Len() > longestSentence {
			t.Fatalf("a sentence of %d tokens", s.Tokens.Len())
		}
	}
}

// A chunk without white space takes time in proportion to its length.
func TestLongChunkIsLinear(t *testing.T) {
	m := shipped(t)
	d := blocks(strings.Repeat("a.b-1,", 40_000))
	start := time.Now()
	if err := New(m).Run(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("%d bytes took %v", len(d.Text), took)
	}
	checkLayers(t, d)
}

// Allocations do not grow with the text.
func TestAllocations(t *testing.T) {
	m := shipped(t)
	stage := New(m)
	count := func(n int) float64 {
		d := blocks(strings.Repeat("Mr. Kask's ministry didn't answer on Friday. ", n))
		return testing.AllocsPerRun(20, func() { _ = stage.Run(context.Background(), d) })
	}
	if small, large := count(5), count(500); large > small+3 {
		t.Errorf("%v allocations for 5 sentences, %v for 500", small, large)
	}
}

// checkLayers reports the first way in which tokens and sentences are not what the contract says.
func checkLayers(t *testing.T, d *extractor.Document) {
	t.Helper()
	end := extractor.TextOffset(0)
	for i, k := range d.Tokens {
		if k.Span.Begin < end || k.Span.End <= k.Span.Begin || int(k.Span.End) > len(d.Text) {
			t.Fatalf("token %d: span %v after %d in %d bytes", i, k.Span, end, len(d.Text))
		}
		if strings.IndexFunc(d.Text[end:k.Span.Begin], func(r rune) bool { return !unicode.IsSpace(r) }) >= 0 {
			t.Fatalf("text before token %d is in no token: %q", i, d.Text[end:k.Span.Begin])
		}
		if !utf8.RuneStart(d.Text[k.Span.Begin]) {
			t.Fatalf("token %d begins within a character", i)
		}
		end = k.Span.End
	}
	next := int32(0)
	for i, s := range d.Sentences {
		if s.Tokens.First != next || s.Tokens.Empty() {
			t.Fatalf("sentence %d: tokens %v, want from %d", i, s.Tokens, next)
		}
		if span := d.SpanOf(s.Tokens); !d.Blocks[s.Block].Span.Contains(span) {
			t.Fatalf("sentence %d leaves its block", i)
		}
		next = s.Tokens.Last
	}
	if int(next) != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
}

func FuzzSegment(f *testing.F) {
	m := shipped(f)
	stage := New(m)
	for _, s := range []string{"", " ", "Mr. Kask isn’t here.\n\nNo", "a\u00a0b…\u200bc", "http://x.y/z?q=1,2.", "....''``--", "don't'n't", "É́", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := blocks(text)
		if err := stage.Run(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		checkLayers(t, d)
	})
}

func BenchmarkSegment(b *testing.B) {
	stage := New(shipped(b))
	d := blocks(strings.Repeat("Mr. Kask's ministry didn't answer on Friday, said A. B. Tamm of the 15-nation council. ", 40))
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Run(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
