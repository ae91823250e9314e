package cleanup

import (
	"encoding/binary"
	"math"

	"github.com/dateline-news/dateline/extractor/internal/forest"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// Model is what is learned of whose a paragraph is.
type Model struct {
	forest  *forest.Forest
	wording *wording
	weights
}

// weights are what a decision weighs, as log odds.
type weights struct {
	// Text is added to each score: how much more a lost paragraph costs than one left in.
	Text float32
	// Switch is what it costs to go over between text and page.
	Switch float32
	// Rule is what the rules' verdict counts that a paragraph is the page's.
	Rule float32
}

const modelKind = "pages"

// schema changes with what the evidence is.
var schema = modelfile.Schema("evidence", 1, evidenceLength)

// Load reads a model.
func Load(data []byte) (*Model, error) {
	sections, err := modelfile.Decode(data, modelKind, schema)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.forest, err = forest.Decode(sections["forest"], evidenceLength); err != nil {
		return nil, err
	}
	words := sections["wording"]
	if len(words) != wordings {
		return nil, modelfile.ErrCorrupt
	}
	m.wording = &wording{}
	for i, x := range words {
		m.wording[i] = int8(x)
	}
	b := sections["weights"]
	if len(b) != 12 {
		return nil, modelfile.ErrCorrupt
	}
	for i, w := range []*float32{&m.Text, &m.Switch, &m.Rule} {
		*w = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return m, nil
}

// Bytes writes the model.
func (m *Model) Bytes() []byte {
	var b []byte
	for _, w := range []float32{m.Text, m.Switch, m.Rule} {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
	}
	words := make([]byte, wordings)
	for i, x := range m.wording {
		words[i] = byte(x)
	}
	return modelfile.Encode(modelKind, schema, []modelfile.Section{{Name: "forest", Data: m.forest.Encode()}, {Name: "wording", Data: words}, {Name: "weights", Data: b}})
}

// decide appends to dst for each paragraph whether it is the author's: the best sequence by the scores, what the rules
// found, and the cost of going over. plan is its memory.
func (w *weights) decide(dst []bool, plan [][2]float32, scores []float32, paragraphs []paragraph) ([]bool, [][2]float32) {
	// From the end: the best sum from a paragraph on, if it is text and if it is the page's.
	plan = plan[:0]
	for i := range scores {
		plan = append(plan, [2]float32{w.gain(scores[i], &paragraphs[i]), 0})
	}
	for i := len(plan) - 2; i >= 0; i-- {
		text, page := plan[i+1][0], plan[i+1][1]
		plan[i][0] += max(text, page-w.Switch)
		plan[i][1] += max(page, text-w.Switch)
	}
	text, cost := true, float32(0)
	for i := range plan {
		if text {
			text = plan[i][1]-cost <= plan[i][0]
		} else {
			text = plan[i][0]-cost > plan[i][1]
		}
		dst = append(dst, text)
		cost = w.Switch
	}
	return dst, plan
}

// gain returns what a paragraph brings as text rather than as the page's. Of what the rules know for certain it says
// nothing.
func (w *weights) gain(score float32, q *paragraph) float32 {
	switch {
	case q.restorable():
		return score + w.Text - w.Rule
	case ofPage(q.kind):
		return min(score+w.Text-w.Rule, 0)
	case ofText(q.kind):
		return score + w.Text
	}
	return 0
}
