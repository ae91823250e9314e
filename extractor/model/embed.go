// Package model embeds the trained weights, and says of each where it comes from. It is the only place that embeds
// weights. `go run ./extractor/cmd/train NAME` writes a NAME.model and its line in MANIFEST.json; nothing else is
// to be done for a new model.
package model

import (
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed MANIFEST.json *.model
var files embed.FS

// Entry is a model's line in MANIFEST.json.
type Entry struct {
	// Name is the trainer's name: the file is Name + ".model".
	Name string `json:"name"`
	// SHA256 is the hex digest of the file; Bytes its size.
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
	// Command makes the model anew; Note says in what the file is not what Command makes of the code as it is.
	Command string `json:"command"`
	Note    string `json:"note,omitempty"`
	// Corpora are the names under shared/data, Attribution what their licences ask to be said, Licence that of
	// the model (an SPDX expression).
	Corpora     []string `json:"corpora"`
	Attribution []string `json:"attribution"`
	Licence     string   `json:"licence"`
	// Scores are what the trainer measured on development data, by figure; empty where only cmd/evaluate measures.
	Scores map[string]float64 `json:"scores"`
}

// Read returns the model of that name: Read("syntax"). The bytes are the caller's own.
func Read(name string) ([]byte, error) {
	data, err := files.ReadFile(name + ".model")
	if err != nil {
		return nil, fmt.Errorf("model %q is not embedded: %w", name, err)
	}
	return data, nil
}

// Manifest returns the entries of all models, sorted by name.
func Manifest() ([]Entry, error) {
	data, err := files.ReadFile("MANIFEST.json")
	if err != nil {
		return nil, err
	}
	var entries []Entry
	return entries, json.Unmarshal(data, &entries)
}
