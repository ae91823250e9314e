package cleanup

import (
	"github.com/dateline-news/dateline/extractor/internal/forest"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// Model is what is learned of whose a paragraph is.
type Model struct {
	// first judges a paragraph by what can be seen of it, second by what first says of its surroundings, too.
	first, second *forest.Forest
	// roles know the lines that are title, date or byline.
	roles   [roleCount]*forest.Forest
	wording *wording
}

const modelKind = "pages"

// roleSections name the forests of roles in a file.
var roleSections = [roleCount]string{"title", "date", "byline"}

// schema changes with what the evidence is.
var schema = modelfile.Schema("evidence", firstEvidence, fieldEvidence)

// Load reads a model.
func Load(data []byte) (*Model, error) {
	sections, err := modelfile.Decode(data, modelKind, schema)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.first, err = forest.Decode(sections["first"], firstEvidence); err != nil {
		return nil, err
	}
	if m.second, err = forest.Decode(sections["second"], allEvidence); err != nil {
		return nil, err
	}
	for r := range m.roles {
		if m.roles[r], err = forest.Decode(sections[roleSections[r]], firstEvidence); err != nil {
			return nil, err
		}
	}
	words := sections["wording"]
	if len(words) != 2*wordings {
		return nil, modelfile.ErrCorrupt
	}
	m.wording = &wording{}
	for i, x := range words {
		if i < wordings {
			m.wording.one[i] = int8(x)
		} else {
			m.wording.two[i-wordings] = int8(x)
		}
	}
	return m, nil
}

// Bytes writes the model.
func (m *Model) Bytes() []byte {
	words := make([]byte, 0, 2*wordings)
	for _, table := range [...]*[wordings]int8{&m.wording.one, &m.wording.two} {
		for _, x := range table {
			words = append(words, byte(x))
		}
	}
	sections := []modelfile.Section{{Name: "first", Data: m.first.Encode()}, {Name: "second", Data: m.second.Encode()}, {Name: "wording", Data: words}}
	for r, f := range m.roles {
		sections = append(sections, modelfile.Section{Name: roleSections[r], Data: f.Encode()})
	}
	return modelfile.Encode(modelKind, schema, sections)
}
