package segment

import (
	"context"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// Scores are F1 on a treebank's raw text, whose paragraphs are given: exact spans of words and of sentences.
type Scores struct{ Words, Sentences float64 }

// measure segments the documents and compares.
func measure(m *Model, docs []conllu.Document) Scores {
	s := newSegmenter(m, quant.NewWorkspace())
	var words, sentences f1
	for i := range docs {
		raw := docs[i].Raw()
		d := &extractor.Document{Text: raw.Text}
		for _, p := range raw.Paragraphs {
			d.Blocks = append(d.Blocks, extractor.Block{Type: extractor.SegmentBody, Span: spanAt(p.Begin, 0, int32(p.End-p.Begin))})
		}
		_ = s.document(context.Background(), d) // cannot fail: only the context can end it
		goldWords, goldSentences := map[conllu.Place]bool{}, map[conllu.Place]bool{}
		for k, g := range raw.Sentences {
			goldSentences[g] = true
			for _, w := range docs[i].Sentences[k].Words {
				goldWords[conllu.Place{Begin: g.Begin + w.Begin, End: g.Begin + w.End}] = true
			}
		}
		for _, t := range d.Tokens {
			words.see(goldWords, t.Span)
		}
		for _, x := range d.Sentences {
			sentences.see(goldSentences, d.SpanOf(x.Tokens))
		}
		words.gold += len(goldWords)
		sentences.gold += len(goldSentences)
	}
	return Scores{words.value(), sentences.value()}
}

// f1 counts spans.
type f1 struct{ right, found, gold int }

func (f *f1) see(gold map[conllu.Place]bool, s extractor.TextSpan) {
	f.found++
	if gold[conllu.Place{Begin: int(s.Begin), End: int(s.End)}] {
		f.right++
	}
}

func (f *f1) value() float64 { return 2 * float64(f.right) / float64(max(1, f.found+f.gold)) }
