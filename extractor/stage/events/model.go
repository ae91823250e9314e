package events

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/forest"
	"github.com/dateline-news/dateline/extractor/internal/frames"
	"github.com/dateline-news/dateline/extractor/internal/gazetteer"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

// judge says how likely a word names an event of a sense: logistic regression over hashed features on top of the
// lexicon's prior, and small networks, up to half each; or without weights the prior alone.
type judge struct {
	// weights are scaled to int8.
	weights  []int8
	scale    float32
	networks []*quant.Bag
	// threshold is the score from which a word is worth a look.
	threshold float32
	// pairs tell which mentions are one happening: those whose score is above joins; nil without a model.
	pairs *forest.Forest
	joins float32
	// sure tells how sure an event is, nil without a model; those below least are not told.
	sure  *forest.Forest
	least float32
	// lending tells whose time events have; nil without weights.
	lending *linear
	// locating tells where events were; nil without weights.
	locating *linear
	// main tells which event the article is about.
	main ranker
	// roles tells who has which role; nil without weights.
	roles *roleModel
	// learned are senses beside the lexicon's.
	learned   learnedSenses
	gazetteer *gazetteer.Gazetteer
	// unknown is the sense of verbs that the lexicon lacks.
	unknown []frames.Sense
}

// worthALook is the score from which a word is taken up. Low: what is told in the end, confidence decides, which sees the
// whole event.
const worthALook = 0.1

// likelyOne is the log odds from which a mention joins a happening. Below even: two events made of one are two mistakes,
// one made of two is one.
const likelyOne = -0.5

// priorThreshold is the threshold where no weights are.
const priorThreshold = 0.5

func newJudge(lex *frames.Lexicon, model []byte) (*judge, error) {
	j := &judge{gazetteer: gazetteer.English(), threshold: priorThreshold, main: byProminence()}
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
	if len(head) != 16 || len(w) != 1<<featureBits || len(sections["lending"]) != 4+1<<lenderBits || len(sections["locating"]) != 4+1<<placeBits || len(sections["roles"]) != 4+roleClasses<<roleBits {
		return nil, modelfile.ErrCorrupt
	}
	number := func(i int) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(head[4*i:])) }
	j.scale, j.threshold, j.joins, j.least = number(0), number(1), number(2), number(3)
	if sure := sections["sure"]; len(sure) > 0 {
		if j.sure, err = forest.Decode(sure, confidenceFeatures); err != nil {
			return nil, err
		}
	}
	for i := range networkCount {
		n, err := quant.ReadBag(sections[networkName(i)])
		if err != nil || n.Rows() != 1<<networkBits || n.Cols() != typeCount {
			return nil, modelfile.ErrCorrupt
		}
		j.networks = append(j.networks, n)
	}
	if j.main, err = decodeRanker(sections["main"]); err != nil {
		return nil, err
	}
	if len(pairs) > 0 {
		if j.pairs, err = forest.Decode(pairs, pairFeatures); err != nil {
			return nil, err
		}
	}
	j.weights = make([]int8, len(w))
	for i := range w {
		j.weights[i] = int8(w[i])
	}
	j.lending = (*linear)(decodeInt8Weights(sections["lending"]))
	j.locating = (*linear)(decodeInt8Weights(sections["locating"]))
	j.roles = newRoleModel(decodeInt8Weights(sections["roles"]))
	j.learned, err = parseLearned(lex, string(sections["senses"]))
	return j, err
}

func modelSchema() uint64 {
	return modelfile.Schema("events", featureBits, featureSchema, pairFeatures, pairSchema, confidenceFeatures, confidenceSchema, forest.Depth, networkCount, networkBits, networkSchema, roleBits, roleSchema, lenderBits, lenderSchema, placeBits, placeSchema)
}

// encode writes the model.
func encode(weights []float32, j *judge, senses string) []byte {
	small := newInt8Weights(weights)
	b := make([]byte, len(weights))
	for i, w := range small.weights {
		b[i] = byte(w)
	}
	var head, sure []byte
	if j.sure != nil {
		sure = j.sure.Encode()
	}
	for _, x := range []float32{small.scale, j.threshold, j.joins, j.least} {
		head = binary.LittleEndian.AppendUint32(head, math.Float32bits(x))
	}
	var pairs []byte
	if j.pairs != nil {
		pairs = j.pairs.Encode()
	}
	sections := map[string][]byte{
		"head": head, "weights": b, "pairs": pairs, "sure": sure, "main": j.main.encode(), "roles": j.roles.encode(), "senses": []byte(senses),
		"lending": (*int8Weights)(j.lending).encode(1 << lenderBits), "locating": (*int8Weights)(j.locating).encode(1 << placeBits),
	}
	for i, n := range j.networks {
		sections[networkName(i)] = n.AppendBinary(nil)
	}
	return encodeSections(sections)
}

// encodeSections writes the sections of a model.
func encodeSections(sections map[string][]byte) []byte {
	names := []string{"head", "weights", "pairs", "sure", "lending", "locating", "main", "roles", "senses"}
	for i := range networkCount {
		names = append(names, networkName(i))
	}
	var all []modelfile.Section
	for _, name := range names {
		all = append(all, modelfile.Section{Name: name, Data: sections[name]})
	}
	return modelfile.Encode("events", modelSchema(), all)
}

// judged remembers what the linear judge made of a word's features whatever the sense, for senses without conditions and
// with: senses with conditions are judged apart (“left” is seldom an event, “left office” mostly).
type judged struct {
	sums  [2]int32
	known [2]bool
	own   []uint32
}

func (m *judged) forget() { m.known = [2]bool{} }

// judge returns how likely the word names an event of the sense, in 0..1.
func (j *judge) judge(shared []uint32, odds *typeOdds, lemma uint32, s *frames.Sense, memory *judged) float32 {
	base := priorScore(s)
	if j.weights == nil {
		return logistic(base)
	}
	form := formOf(s)
	if !memory.known[form] {
		memory.own = sharedFeatures(shared, form, memory.own[:0])
		memory.sums[form], memory.known[form] = j.sum(memory.own), true
	}
	memory.own = senseFeatures(shared, s, lemma, memory.own[:0])
	sum := memory.sums[form] + j.sum(memory.own)
	share := 0.5 * trust(s)
	return logistic((1-share)*(base+trust(s)*j.scale*float32(sum)) + share*odds[s.Type])
}

func (j *judge) sum(features []uint32) int32 {
	sum := int32(0)
	for _, i := range features {
		sum += int32(j.weights[i])
	}
	return sum
}

// trust is how far what was learned may move the prior of a sense: the more conditions the lexicon asks, the less.
func trust(s *frames.Sense) float32 { return 1 / (1 + 0.5*float32(s.Weight*s.Weight)) }

// doubts is what each condition that holds leaves of the doubt in a sense: powers of 0.6.
var doubts = [...]float32{1, 0.6, 0.36, 0.216, 0.1296, 0.07776, 0.046656}

// priorScore is the log odds of the lexicon's prior, its conditions counted.
func priorScore(s *frames.Sense) float32 {
	p := 1 - (1-s.Prior)*doubts[min(s.Weight, len(doubts)-1)]
	return float32(math.Log(float64(p / (1 - p))))
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
