package parse

import (
	"fmt"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/conllu"
	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/morphology"
)

// example is a sentence of a treebank, ready to learn from.
type example struct {
	tokens                []features.Token
	upos, xpos, head, rel []int
	words                 []morphology.Word
}

// exampleOf converts a sentence. Tags that are not in the vocabulary of package extractor are left unlearned (-1).
func exampleOf(s *conllu.Sentence) (example, error) {
	var e example
	for i, w := range s.Words {
		rel, ok := extractor.ParseDeprel(w.Rel)
		if !ok {
			return e, fmt.Errorf("sentence %s: unknown relation %q", s.ID, w.Rel)
		}
		upos, okU := extractor.ParseUPOS(w.UPOS)
		xpos, okX := extractor.ParseXPOS(w.XPOS)
		e.tokens = append(e.tokens, features.Token{
			Text: w.Form, First: i == 0, SpaceBefore: i == 0 || s.Words[i-1].End < w.Begin,
		})
		e.upos = append(e.upos, orUnknown(int(upos), okU))
		e.xpos = append(e.xpos, orUnknown(int(xpos), okX))
		e.head = append(e.head, w.Head)
		e.words = append(e.words, morphology.Word{Form: w.Form, Lemma: w.Lemma, Feats: w.Feats, UPOS: upos, XPOS: xpos})
		e.rel = append(e.rel, int(rel))
	}
	return e, nil
}

func orUnknown(tag int, ok bool) int {
	if ok {
		return tag
	}
	return -1
}

// readExamples reads treebanks in the order given.
func readExamples(paths []string) ([]example, error) {
	var all []example
	for _, path := range paths {
		docs, err := conllu.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			for i := range d.Sentences {
				e, err := exampleOf(&d.Sentences[i])
				if err != nil {
					return nil, fmt.Errorf("%s: %w", path, err)
				}
				all = append(all, e)
			}
		}
	}
	return all, nil
}
