package names

import (
	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/crf"
)

// The labels are those of IOB2: 0 is outside; each entity type t has 2t-1 for a name's first token and 2t for the others.
const (
	outside    = 0
	typeCount  = int(extractor.EntityLanguage)
	labelCount = 2*typeCount + 1
	// rowBytes is a row of weights in a model: a byte a label and one more, three words.
	rowBytes = 24
)

func beginOf(t extractor.EntityType) int  { return 2*int(t) - 1 }
func insideOf(t extractor.EntityType) int { return 2 * int(t) }

// typeOf returns the type of a label, 0 for outside.
func typeOf(label int) extractor.EntityType { return extractor.EntityType((label + 1) / 2) }

func isInside(label int) bool { return label > 0 && label&1 == 0 }

// allowedTransitions returns the weights before learning: a token inside a name follows one of the same type.
func allowedTransitions() []float32 {
	t := make([]float32, labelCount*labelCount)
	for a := range labelCount {
		for b := range labelCount {
			if isInside(b) && typeOf(a) != typeOf(b) {
				t[a*labelCount+b] = crf.Forbidden
			}
		}
	}
	return t
}
