package events

import (
	"math"

	"github.com/dateline-news/dateline/extractor/internal/frames"
)

// judge says how likely a word names an event of a sense: logistic regression over hashed features, or without
// weights the priors of the lexicon.
type judge struct {
	weights []float32
	// threshold is the probability from which a word is an event.
	threshold float32
	// unknown is the sense of verbs that the lexicon lacks.
	unknown []frames.Sense
}

// priorThreshold is the threshold where no weights are.
const priorThreshold = 0.5

func newJudge(lex *frames.Lexicon, model []byte) (*judge, error) {
	j := &judge{threshold: priorThreshold}
	if u := unknownSense(lex); u != nil {
		j.unknown = []frames.Sense{*u}
	}
	return j, nil
}

// features are the hashes of what is seen of a word, whatever its sense.
type features struct{ hashes []uint32 }

func (j *judge) shared(a *analysis, head int32, sentence int, fillers []filler) features {
	return features{}
}

// judge returns the probability that the word names an event of the sense.
func (j *judge) judge(f features, s *frames.Sense) float32 {
	return 1 - (1-s.Prior)*float32(math.Pow(0.6, float64(s.Weight)))
}
