package parse

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/features"
)

// arrested is “Two men were arrested after the strike .”
func arrested() example {
	var e example
	for i, w := range strings.Fields("Two men were arrested after the strike .") {
		e.tokens = append(e.tokens, features.Token{Text: w, First: i == 0, SpaceBefore: w != "."})
	}
	e.upos = []int{int(extractor.NUM), int(extractor.NOUN), int(extractor.AUX), int(extractor.VERB), int(extractor.ADP), int(extractor.DET), int(extractor.NOUN), int(extractor.PUNCT)}
	e.xpos = make([]int, len(e.upos))
	e.head = []int{1, 3, 3, -1, 6, 6, 3, 3}
	e.rel = []int{int(extractor.RelNummod), int(extractor.RelNsubjPass), int(extractor.RelAuxPass), int(extractor.RelRoot), int(extractor.RelCase), int(extractor.RelDet), int(extractor.RelObl), int(extractor.RelPunct)}
	return e
}

func text(e example) string {
	var words []string
	for _, t := range e.tokens {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

func TestHeadline(t *testing.T) {
	seen := map[string]bool{}
	r := rand.New(rand.NewPCG(1, 1))
	for range 50 {
		h := headline(arrested(), r)
		seen[text(h)] = true
		want := []int{1, 2, -1, 4, 2}
		for i, head := range h.head {
			if head != want[i] {
				t.Fatalf("heads %v, want %v", h.head, want)
			}
		}
	}
	if len(seen) != 2 || !seen["Two Men Arrested after Strike"] && !seen["Two Men Arrested After Strike"] || !seen["Two men arrested after strike"] {
		t.Errorf("headlines: %v", seen)
	}
}

// Whatever is changed, the tree stays a tree and the example whole.
func TestAugmentedKeepsTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var f treeFinder
	for range 500 {
		e := augmented(arrested(), 0.3, r)
		heads := make([]int32, len(e.head))
		for i, h := range e.head {
			heads[i] = int32(h)
		}
		if len(e.tokens) != len(heads) || len(e.upos) != len(heads) || len(e.rel) != len(heads) || countRoots(heads) != 1 || !f.acyclic(heads) {
			t.Fatalf("%q: heads %v", text(e), heads)
		}
	}
}
