package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-news/dateline/extractor/model"
)

// write puts the model into the folder, and its line into the folder's MANIFEST.json.
func write(folder string, t trainer, p *product, j *job) error {
	if err := os.WriteFile(filepath.Join(folder, t.Name+".model"), p.Model, 0o644); err != nil {
		return err
	}
	path := filepath.Join(folder, "MANIFEST.json")
	entries, err := readManifest(path)
	if err != nil {
		return err
	}
	entry := entryOf(t, p, j)
	if i := slices.IndexFunc(entries, func(e model.Entry) bool { return e.Name == t.Name }); i >= 0 {
		if p.Refits != "" {
			entry = refitted(entries[i], entry, p.Refits)
		}
		entries = slices.Delete(entries, i, i+1)
	}
	entries = append(entries, entry)
	slices.SortFunc(entries, func(a, b model.Entry) int { return cmp.Compare(a.Name, b.Name) })
	data, err := marshalLines(entries)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

func readManifest(path string) ([]model.Entry, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var entries []model.Entry
	if err := json.Unmarshal(data, &entries); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return entries, nil
}

func entryOf(t trainer, p *product, j *job) model.Entry {
	command := []string{"go run ./extractor/cmd/train", "-seed", fmt.Sprint(j.Seed), t.Name}
	sum := sha256.Sum256(p.Model)
	return model.Entry{
		Name: t.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: len(p.Model),
		Command: strings.Join(append(command, j.Args...), " "),
		Corpora: t.Corpora, Attribution: t.Attribution, Licence: t.Licence, Scores: p.Scores,
	}
}

// refitted is the line of a model of which only a part was made anew: its note says which, and by what command.
func refitted(old, e model.Entry, part string) model.Entry {
	note := part + " was fitted anew with " + e.Command
	if old.Note == "" {
		old.Note = note
	} else if !strings.Contains(old.Note, note) {
		old.Note += "; " + note
	}
	old.SHA256, old.Bytes = e.SHA256, e.Bytes
	return old
}

// marshalLines writes one entry a line, so that a diff shows one model.
func marshalLines(entries []model.Entry) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, e := range entries {
		line, err := json.Marshal(e)
		if err != nil {
			return nil, err
		}
		b.Write(line)
		if i+1 < len(entries) {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	return b.Bytes(), nil
}
