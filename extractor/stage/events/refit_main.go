package events

import (
	"io"

	"github.com/dateline-news/dateline/extractor/internal/frames"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
)

// RefitMain fits the choice of the main event of a model anew, on documents of which people said what they are about, and
// returns the model, otherwise the same. The same model, documents and seed give the same bytes.
func RefitMain(model []byte, docs []Training, seed uint64, log io.Writer) ([]byte, error) {
	sections, err := modelfile.Decode(model, "events", modelSchema())
	if err != nil {
		return nil, err
	}
	none := byProminence()
	sections["main"] = none.encode()
	lex, err := frames.Load()
	if err != nil {
		return nil, err
	}
	facts, err := loadFactuality()
	if err != nil {
		return nil, err
	}
	j, err := newJudge(lex, encodeSections(sections))
	if err != nil {
		return nil, err
	}
	var examples []mainExample
	for i := range docs {
		examples = append(examples, newAnalysis(lex, facts, j, docs[i].Document).collectMain(&docs[i])...)
	}
	reportMain(examples, seed, log)
	r := fitMain(examples, seed)
	sections["main"] = r.encode()
	return encodeSections(sections), nil
}
