package parse

import (
	"fmt"
	"slices"

	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
	"github.com/dateline-news/dateline/extractor/internal/morphology"
	"github.com/dateline-news/dateline/extractor/internal/nn"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

const modelKind = "syntax"

// modelSchema changes when a model made before could no longer be read rightly.
func modelSchema() uint64 {
	return modelfile.Schema(modelKind, 3, features.Width, uposCount, xposCount, relCount)
}

// Model is what was learned: immutable, safe for concurrent use.
type Model struct {
	vocabulary *features.Vocabulary
	encoder    *quant.Encoder
	// spaces turns an encoded word into all that the heads look at, one beside the other: see columns.
	spaces *quant.Linear
	mix    *quant.Linear
	labels *quant.Linear
	// arcRoot and labelRoot stand for the root among heads.
	arcRoot, labelRoot []float32
	lexicon            *morphology.Lexicon
	columns            columns
}

// columns tells where the parts of `spaces` begin. Each is padded to whole vectors.
type columns struct{ arc, label, dependent, head, labelDep, labelHead, upos, xpos, total int }

func layColumns(arc, label int) columns {
	c := columns{arc: arc, label: label}
	c.head = c.dependent + arc
	c.labelDep = c.head + arc
	c.labelHead = c.labelDep + label
	c.upos = c.labelHead + label
	c.xpos = c.upos + uposCount
	c.total = c.xpos + xposCount
	return c
}

// encodeModel rounds a trained network into a model file.
func encodeModel(n *network, v *features.Vocabulary, lexicon *morphology.Lexicon) []byte {
	c := layColumns(n.shape.Arc, n.shape.Label)
	gain := n.encoder.Norm.Gain.W.Data
	w, bias := make([]float32, n.shape.Dim*c.total), make([]float32, c.total)
	for _, part := range []struct {
		at int
		l  *nn.Linear
	}{
		{c.dependent, n.arcs.dependent}, {c.head, n.arcs.head}, {c.labelDep, n.labels.dependent},
		{c.labelHead, n.labels.head}, {c.upos, n.upos}, {c.xpos, n.xpos},
	} {
		for i := range n.shape.Dim {
			for j, v := range part.l.W.W.Row(i) {
				w[i*c.total+part.at+j] = v * gain[i]
			}
		}
		copy(bias[part.at:], part.l.B.W.Data)
	}
	roots := slices.Concat(n.arcs.root.W.Data, n.labels.root.W.Data)
	return modelfile.Encode(modelKind, modelSchema(), []modelfile.Section{
		{Name: "vocabulary", Data: v.AppendBinary(nil)},
		{Name: "encoder", Data: quant.FromEncoder(n.encoder).AppendBinary(nil)},
		{Name: "spaces", Data: quant.NewLinear(n.shape.Dim, c.total, w, bias).AppendBinary(nil)},
		{Name: "mix", Data: quant.FromLinear(n.arcs.mix, nil).AppendBinary(nil)},
		{Name: "labels", Data: quant.FromLinear(n.labels.out, nil).AppendBinary(nil)},
		{Name: "roots", Data: quant.AppendFloats(nil, roots)},
		{Name: "lexicon", Data: lexicon.AppendBinary(nil)},
	})
}

// Load reads a model file.
func Load(data []byte) (*Model, error) {
	sections, err := modelfile.Decode(data, modelKind, modelSchema())
	if err != nil {
		return nil, err
	}
	m := &Model{}
	r := sectionReader{sections: sections}
	m.vocabulary = read(&r, "vocabulary", features.ReadVocabulary)
	m.encoder = read(&r, "encoder", quant.ReadEncoder)
	m.spaces = read(&r, "spaces", quant.ReadLinear)
	m.mix = read(&r, "mix", quant.ReadLinear)
	m.labels = read(&r, "labels", quant.ReadLinear)
	if r.err == nil {
		m.lexicon, r.err = morphology.ReadLexicon(sections["lexicon"])
	}
	if r.err != nil {
		return nil, r.err
	}
	return m, m.fit(sections["roots"])
}

// fit checks that the parts belong together.
func (m *Model) fit(roots []byte) error {
	arc, label := m.mix.Rows(), m.labels.Rows()
	m.columns = layColumns(arc, label)
	all := quant.ReadFloats(roots)
	if len(all) != arc+label || arc%16 != 0 || arc > 128 || label%16 != 0 || m.mix.Cols() != arc || m.labels.Cols() < relCount ||
		m.spaces.Rows() != m.encoder.Dim() || m.spaces.Cols() < m.columns.total || m.encoder.Features() != m.vocabulary.Rows() {
		return fmt.Errorf("syntax model: its parts do not fit together: %w", modelfile.ErrCorrupt)
	}
	m.arcRoot, m.labelRoot = all[:arc], all[arc:]
	return nil
}

// sectionReader reads sections until the first error.
type sectionReader struct {
	sections map[string][]byte
	err      error
}

func read[T any](r *sectionReader, name string, decode func([]byte) (*T, []byte, error)) *T {
	if r.err != nil {
		return nil
	}
	v, _, err := decode(r.sections[name])
	if err != nil {
		r.err = fmt.Errorf("section %s: %w", name, err)
	}
	return v
}
