package events

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/internal/forest"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// ranker tells which event an article is about: weights whose sum tells events apart, and a forest for what only
// matters together.
type ranker struct {
	weights [mainFeatures]float32
	// forest is nil without a model.
	forest *forest.Forest
}

// forestShare is how much the forest counts beside the weights, found by cross-validation.
const forestShare = 0.3

// score is the greater the likelier the event is the main one of its article.
func (r *ranker) score(x *mainDescription) float32 {
	s := r.sum(x)
	if r.forest == nil {
		return s
	}
	return (1-forestShare)*s + forestShare*r.forest.Score(x[:])
}

func (r *ranker) sum(x *mainDescription) float32 {
	s := float32(0)
	for i := range x {
		s += r.weights[i] * x[i]
	}
	return s
}

// byProminence is the ranker of a stage without a model.
func byProminence() ranker {
	var r ranker
	r.weights[prominenceAt] = 1
	return r
}

// rankerSchema is what a ranker must agree on with the code; it is apart from that of the model, so that it can be
// fitted anew without the rest.
func rankerSchema() uint64 {
	return modelfile.Schema("main", mainFeatures, mainSchema, forest.Depth)
}

func (r *ranker) encode() []byte {
	b := binary.LittleEndian.AppendUint64(nil, rankerSchema())
	for _, w := range r.weights {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
	}
	if r.forest != nil {
		b = append(b, r.forest.Encode()...)
	}
	return b
}

func decodeRanker(b []byte) (r ranker, err error) {
	const head = 8
	if len(b) < head+4*mainFeatures || binary.LittleEndian.Uint64(b) != rankerSchema() {
		return r, modelfile.ErrCorrupt
	}
	b = b[head:]
	for i := range r.weights {
		r.weights[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	if b = b[4*mainFeatures:]; len(b) > 0 {
		r.forest, err = forest.Decode(b, mainFeatures)
	}
	return r, err
}

// rank gives each event its salience, the greatest 1, and returns the main event, -1 for none: the act that headline
// and lede report as new.
func (a *analysis) rank(events []extractor.Event) int32 {
	best, top := int32(-1), float32(0)
	a.mains = a.describeMains(a.mains[:0], events, true)
	for i := range events {
		events[i].Salience = a.model.main.score(&a.mains[i])
		if best < 0 || events[i].Salience > top {
			best, top = int32(i), events[i].Salience
		}
	}
	for i := range events {
		events[i].Salience = float32(math.Exp(float64(events[i].Salience-top) / salienceSlope))
	}
	return best
}

// salienceSlope spreads the salience of the lesser events: who is so much less likely to be the main one has 1/e.
const salienceSlope = 2.5

// prominence weighs by hand what position, type and status say of an event: what the model starts from.
func (a *analysis) prominence(e *extractor.Event) float32 {
	s := float32(0)
	for i := range e.Triggers {
		t := &e.Triggers[i]
		switch block := a.Sentences[t.Sentence].Block; {
		case a.Blocks[block].Type == extractor.SegmentTitle:
			s += 1.5
		case a.leads(t.Sentence):
			s += 1
		default:
			s += 0.6 / (2 + 0.3*float32(t.Sentence))
		}
	}
	for _, arg := range e.Arguments {
		if arg.Entity >= 0 && participates(arg.Role) {
			s += 0.3 * a.Entities[arg.Entity].Salience
		}
	}
	switch e.Type {
	case extractor.EventStatement:
		s *= 0.55
	case extractor.EventOther:
		s *= 0.45
	case extractor.EventMovement, extractor.EventLifeOther, extractor.EventTransaction:
		s *= 0.8
	}
	switch e.Status {
	case extractor.StatusHypothetical, extractor.StatusPossible:
		s *= 0.6
	}
	if e.Polarity == extractor.PolarityNegative {
		s *= 0.8
	}
	// The outermost predicate of the lede is its news; what hangs on it is less.
	if h := e.Triggers[0].Head; a.leads(e.Triggers[0].Sentence) {
		s += 0.5 / float32(1+a.depth(h))
	}
	return s
}

// lede is the first sentence of the body.
func (a *analysis) lede() int32 {
	for s := range a.Sentences {
		if a.leads(int32(s)) {
			return int32(s)
		}
	}
	return 0
}

// leads reports whether a sentence is the first of the body.
func (a *analysis) leads(s int32) bool {
	for i := s - 1; i >= 0; i-- {
		if a.Blocks[a.Sentences[i].Block].Type == extractor.SegmentBody && a.Sentences[i].Tokens.Len() > 4 {
			return false
		}
	}
	return a.Blocks[a.Sentences[s].Block].Type == extractor.SegmentBody
}

func (a *analysis) depth(i int32) int {
	n := 0
	for h := a.head(i); h >= 0 && n < 10; h = a.head(h) {
		n++
	}
	return n
}
