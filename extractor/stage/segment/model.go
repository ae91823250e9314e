package segment

import (
	"fmt"
	"unsafe"

	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

const modelKind = "segment"

// modelSchema changes when a model made before could no longer be read rightly.
func modelSchema() uint64 {
	return modelfile.Schema(modelKind, 2, features.Width, featureCount, weightCount)
}

// Model is what was learned: immutable, safe for concurrent use.
type Model struct {
	weights    *weights
	lexicon    lexicon
	vocabulary *features.Vocabulary
	encoder    *quant.Encoder
	out        *quant.Linear
	// abbreviations are knowledge, not learned.
	abbreviations abbreviations
}

func (m *Model) encode() []byte {
	return modelfile.Encode(modelKind, modelSchema(), []modelfile.Section{
		{Name: "boundaries", Data: unsafe.Slice((*byte)(unsafe.Pointer(m.weights)), weightCount)},
		{Name: "lexicon", Data: m.lexicon.encode()},
		{Name: "vocabulary", Data: m.vocabulary.AppendBinary(nil)},
		{Name: "encoder", Data: m.encoder.AppendBinary(nil)},
		{Name: "out", Data: m.out.AppendBinary(nil)},
	})
}

// Load reads a model file. The model shares the memory of data, which must not change afterwards.
func Load(data []byte) (*Model, error) {
	sections, err := modelfile.Decode(data, modelKind, modelSchema())
	if err != nil {
		return nil, err
	}
	if len(sections["boundaries"]) != weightCount {
		return nil, fmt.Errorf("segment model: boundaries: %w", modelfile.ErrCorrupt)
	}
	m := &Model{lexicon: decodeLexicon(sections["lexicon"]), abbreviations: readAbbreviations()}
	m.weights = (*weights)(unsafe.Pointer(unsafe.SliceData(sections["boundaries"])))
	if m.vocabulary, _, err = features.ReadVocabulary(sections["vocabulary"]); err != nil {
		return nil, err
	}
	if m.encoder, _, err = quant.ReadEncoder(sections["encoder"]); err != nil {
		return nil, err
	}
	if m.out, _, err = quant.ReadLinear(sections["out"]); err != nil {
		return nil, err
	}
	if m.out.Rows() != m.encoder.Dim() || m.encoder.Features() != m.vocabulary.Rows() {
		return nil, fmt.Errorf("segment model: its parts do not fit together: %w", modelfile.ErrCorrupt)
	}
	return m, nil
}
