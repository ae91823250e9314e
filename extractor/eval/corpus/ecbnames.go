package corpus

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
)

//go:embed ecbplus/names.jsonl
var ecbNamesStandoff []byte

// ecbNames are the annotated sentences of each file.
type ecbNames map[string][]ecbSentence

// ecbSentence is a sentence by its number, with all its names.
type ecbSentence struct {
	Sentence int
	Names    []ecbName
}

// ecbName is a name from one token of its sentence to another, both inside, counted from 0.
type ecbName struct {
	first, last int
	label       string
}

// UnmarshalJSON reads [first, last, type].
func (n *ecbName) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[]any{&n.first, &n.last, &n.label})
}

func readECBNames() (ecbNames, error) {
	all := ecbNames{}
	dec := json.NewDecoder(bytes.NewReader(ecbNamesStandoff))
	for dec.More() {
		var row struct {
			File      string
			Sentences []ecbSentence
		}
		if err := dec.Decode(&row); err != nil {
			return nil, fmt.Errorf("corpus: ecbplus/names.jsonl: %w", err)
		}
		all[row.File] = row.Sentences
	}
	return all, nil
}

// name sets the sentences of a document whose names are annotated, and the names. tokens are the places of each
// sentence's tokens, by its number.
func (d *ECBDocument) name(sentences []ecbSentence, tokens map[string][]Span) {
	for _, s := range sentences {
		places := tokens[strconv.Itoa(s.Sentence)]
		if len(places) == 0 {
			continue
		}
		d.Named = append(d.Named, Span{places[0].Begin, places[len(places)-1].End})
		for _, n := range s.Names {
			if n.first <= n.last && n.last < len(places) {
				d.Names = append(d.Names, TypedSpan{Span{places[n.first].Begin, places[n.last].End}, n.label})
			}
		}
	}
}
