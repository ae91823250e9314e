package events

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/frames"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// judge says how likely a word names an event of a sense: logistic regression over hashed features on top of the
// lexicon's prior, or without weights the prior alone.
type judge struct {
	// weights are scaled to int8.
	weights []int8
	scale   float32
	// threshold is the score from which a word is an event; slope and shift calibrate scores into probabilities
	// (Platt 1999).
	threshold, slope, shift float32
	// pairs tell which mentions are one happening: those whose score is above joins.
	pairs pairWeights
	joins float32
	// unknown is the sense of verbs that the lexicon lacks.
	unknown []frames.Sense
}

// priorThreshold is the threshold where no weights are.
const priorThreshold = 0.5

func newJudge(lex *frames.Lexicon, model []byte) (*judge, error) {
	j := &judge{threshold: priorThreshold, slope: 1, pairs: untrained()}
	if u := unknownSense(lex); u != nil {
		j.unknown = []frames.Sense{*u}
	}
	if len(model) == 0 {
		return j, nil
	}
	sections, err := modelfile.Decode(model, "events", modelSchema())
	if err != nil {
		return nil, err
	}
	head := sections["head"]
	w := sections["weights"]
	pairs := sections["pairs"]
	if len(head) != 20 || len(w) != 1<<featureBits || len(pairs) != 4*pairFeatures {
		return nil, modelfile.ErrCorrupt
	}
	number := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(head[4*i:])) }
	j.scale, j.threshold, j.slope, j.shift, j.joins = number(0), number(1), number(2), number(3), number(4)
	for i := range j.pairs {
		j.pairs[i] = math.Float32frombits(binary.LittleEndian.Uint32(pairs[4*i:]))
	}
	j.weights = make([]int8, len(w))
	for i := range w {
		j.weights[i] = int8(w[i])
	}
	return j, nil
}

func modelSchema() uint64 {
	return modelfile.Schema("events", featureBits, featureSchema, pairFeatures, pairSchema)
}

// encode writes the model.
func encode(weights []float32, j *judge) []byte {
	top := float32(0)
	for _, w := range weights {
		top = max(top, w, -w)
	}
	scale := top / 127
	b := make([]byte, len(weights))
	for i, w := range weights {
		b[i] = byte(int8(math.Round(float64(w / scale))))
	}
	var head []byte
	for _, x := range []float32{scale, j.threshold, j.slope, j.shift, j.joins} {
		head = binary.LittleEndian.AppendUint32(head, math.Float32bits(x))
	}
	var pairs []byte
	for _, x := range j.pairs {
		pairs = binary.LittleEndian.AppendUint32(pairs, math.Float32bits(x))
	}
	return modelfile.Encode("events", modelSchema(), []modelfile.Section{{Name: "head", Data: head}, {Name: "weights", Data: b}, {Name: "pairs", Data: pairs}})
}

// judge returns how likely the word names an event of the sense, in 0..1.
func (j *judge) judge(shared []uint32, lemma uint32, s *frames.Sense, buf *[]uint32) float32 {
	base := priorScore(s)
	if j.weights == nil {
		return logistic(base)
	}
	*buf = senseFeatures(shared, s, lemma, (*buf)[:0])
	sum := int32(0)
	for _, i := range *buf {
		sum += int32(j.weights[i])
	}
	return logistic(base + j.scale*float32(sum))
}

// priorScore is the log odds of the lexicon's prior, its conditions counted.
func priorScore(s *frames.Sense) float32 {
	p := 1 - (1-s.Prior)*float32(math.Pow(0.6, float64(s.Weight)))
	return float32(math.Log(float64(p / (1 - p))))
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// calibrated turns a score into the probability that the event is right.
func (j *judge) calibrated(p float32) float32 {
	if j.weights == nil {
		return p
	}
	p = min(max(p, 1e-4), 1-1e-4)
	return logistic(j.slope*float32(math.Log(float64(p/(1-p)))) + j.shift)
}
