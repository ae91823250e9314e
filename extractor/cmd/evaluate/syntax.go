package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"
	"unicode"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/eval"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// syntaxScorer measures tokens, sentences, tags and trees as the CoNLL 2018 shared task does: on the treebanks' raw text
// as articles through the pipeline, clean-up included (which takes some mail and forum lines for furniture), and, as
// “_paragraphs”, with the paragraphs given as blocks, which shows segment and parse alone.
func syntaxScorer() scorer {
	return scorer{
		Name:  "syntax",
		Doc:   "words, sentences, tags, lemmas and trees on raw text (CoNLL 2018), and the speed from segment to parse",
		Score: scoreSyntax,
	}
}

func scoreSyntax(e *env) ([]figure, error) {
	p, err := pipeline.Through("parse")
	if err != nil {
		return nil, err
	}
	var figures []figure
	for _, c := range []struct{ name, path string }{
		{"ewt", filepath.Join(e.Data("ud_ewt"), "en_ewt-ud-dev.conllu")},
		{"gum", filepath.Join(e.Data("gum_open"), "gum_open_dev.conllu")},
	} {
		docs, err := conllu.ReadFile(c.path)
		if err != nil {
			return nil, err
		}
		for _, way := range []struct {
			suffix  string
			prepare func(conllu.Raw) *extractor.Document
		}{{"", rawDocument}, {"_paragraphs", paragraphDocument}} {
			counts, speed, err := scoreTreebank(e, p, docs, way.prepare)
			if err != nil {
				return nil, err
			}
			prefix := "syntax/" + c.name + way.suffix + "/"
			figures = append(figures, syntaxFigures(prefix, counts)...)
			figures = append(figures, figure{prefix + "tokens_per_second", speed})
		}
	}
	return figures, nil
}

func syntaxFigures(prefix string, c eval.SyntaxCounts) []figure {
	return []figure{
		{prefix + "words", c.Words.F1()}, {prefix + "sentences", c.Sentences.F1()}, {prefix + "upos", c.UPOS.F1()},
		{prefix + "xpos", c.XPOS.F1()}, {prefix + "lemmas", c.Lemmas.F1()}, {prefix + "uas", c.UAS.F1()}, {prefix + "las", c.LAS.F1()},
	}
}

// scoreTreebank analyzes and compares, and returns the tokens that segment and parse took a second: of fifteen passes the
// quickest over each document counts, so that other work on the machine shows little. Clean-up is not counted.
func scoreTreebank(e *env, p *extractor.Pipeline, docs []conllu.Document, prepare func(conllu.Raw) *extractor.Document) (eval.SyntaxCounts, float64, error) {
	var counts eval.SyntaxCounts
	shown := e.Errors
	least := make([]time.Duration, len(docs))
	tokens := 0
	for pass := range 15 {
		for i := range docs {
			raw := docs[i].Raw()
			d := prepare(raw)
			took, err := timedRun(p, d)
			if err != nil {
				return counts, 0, err
			}
			if pass > 0 {
				least[i] = min(least[i], took)
				continue
			}
			least[i] = took
			tokens += len(d.Tokens)
			gold, predicted := goldSyntax(&docs[i], raw), predictedSyntax(d, raw.Text)
			counts = counts.Add(eval.Syntax(gold, predicted))
			shown = printSyntaxErrors(e.Log, raw.Text, gold, predicted, shown)
		}
	}
	spent := time.Duration(0)
	for _, took := range least {
		spent += took
	}
	return counts, float64(tokens) / spent.Seconds(), nil
}

// rawDocument is an article that nothing is known of.
func rawDocument(raw conllu.Raw) *extractor.Document {
	return extractor.NewDocument(&extractor.Article{Content: raw.Text})
}

// paragraphDocument is an article already cleaned: its paragraphs are blocks.
func paragraphDocument(raw conllu.Raw) *extractor.Document {
	d := rawDocument(raw)
	d.Text, d.English = raw.Text, true
	d.Offsets.Append(0, len(raw.Text), 0, len(raw.Text), false)
	for _, p := range raw.Paragraphs {
		span := extractor.TextSpan{Begin: extractor.TextOffset(p.Begin), End: extractor.TextOffset(p.End)}
		d.Blocks = append(d.Blocks, extractor.Block{Type: extractor.SegmentBody, Span: span})
	}
	return d
}

// timedRun runs the stages over a document, all but the clean-up where it has a text already, and tells how long those
// after the clean-up took.
func timedRun(p *extractor.Pipeline, d *extractor.Document) (spent time.Duration, err error) {
	cleaned := d.Text != ""
	for i, s := range p.Stages() {
		if i == 0 && cleaned {
			continue
		}
		start := time.Now()
		if err := s.Run(context.Background(), d); err != nil {
			return 0, err
		}
		if i > 0 {
			spent += time.Since(start)
		}
	}
	return spent, nil
}

// darkOffsets counts, for each byte of the text, the bytes before it that are no white space.
func darkOffsets(text string) []int {
	dark := make([]int, len(text)+1)
	n := 0
	for i, r := range text {
		size := len(string(r))
		for k := range size {
			dark[i+k] = n
		}
		if !unicode.IsSpace(r) {
			n += size
		}
	}
	dark[len(text)] = n
	return dark
}

func goldSyntax(d *conllu.Document, raw conllu.Raw) eval.SyntaxDocument {
	dark := darkOffsets(raw.Text)
	var s eval.SyntaxDocument
	for i, sentence := range d.Sentences {
		base, first := raw.Sentences[i].Begin, len(s.Words)
		for _, w := range sentence.Words {
			head := -1
			if w.Head >= 0 {
				head = first + w.Head
			}
			s.Words = append(s.Words, eval.Word{
				Begin: dark[base+w.Begin], End: dark[base+w.End], UPOS: w.UPOS, XPOS: w.XPOS, Lemma: w.Lemma, Head: head, Rel: w.Rel,
			})
		}
		s.Sentences = append(s.Sentences, eval.Span{Begin: dark[base], End: dark[raw.Sentences[i].End]})
	}
	return s
}

func predictedSyntax(d *extractor.Document, text string) eval.SyntaxDocument {
	dark := darkOffsets(text)
	place := func(span extractor.TextSpan) (begin, end int) {
		source := d.Offsets.ToSource(span)
		if len(source) == 0 {
			return -1, -1 // no text of the source: it can match nothing
		}
		return dark[source[0].Begin], dark[source[len(source)-1].End]
	}
	var s eval.SyntaxDocument
	for i, t := range d.Tokens {
		tag, arc := d.Tags[i], d.Arcs[i]
		begin, end := place(t.Span)
		s.Words = append(s.Words, eval.Word{
			Begin: begin, End: end, UPOS: tag.UPOS.String(), XPOS: tag.XPOS.String(), Lemma: tag.Lemma,
			Head: int(arc.Head), Rel: arc.Rel.String(),
		})
	}
	for _, x := range d.Sentences {
		begin, end := place(d.SpanOf(x.Tokens))
		s.Sentences = append(s.Sentences, eval.Span{Begin: begin, End: end})
	}
	return s
}

// printSyntaxErrors prints words of one document that are tagged wrong, up to left, and returns how many remain.
func printSyntaxErrors(w io.Writer, text string, gold, predicted eval.SyntaxDocument, left int) int {
	if left <= 0 {
		return left
	}
	light := make([]int, 0, len(text))
	for i := range len(text) {
		if !unicode.IsSpace(rune(text[i])) {
			light = append(light, i)
		}
	}
	byBegin := map[int]eval.Word{}
	for _, p := range predicted.Words {
		byBegin[p.Begin] = p
	}
	for _, g := range gold.Words {
		p := byBegin[g.Begin]
		if p.End == g.End && p.UPOS == g.UPOS && p.Lemma == g.Lemma || left <= 0 || g.End > len(light) || g.End == 0 {
			continue
		}
		begin, end := light[g.Begin], light[g.End-1]+1
		fmt.Fprintf(w, "%q is %s %s %s, not %s %s %s: …%s…\n", text[begin:end], g.UPOS, g.XPOS, g.Lemma, p.UPOS, p.XPOS, p.Lemma,
			text[max(0, begin-30):min(len(text), end+30)])
		left--
	}
	return left
}
