package model

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
)

// Every model's file is the one that its line in MANIFEST.json describes.
func TestManifestMatchesFiles(t *testing.T) {
	entries, err := Manifest()
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		data, err := Read(e.Name)
		if err != nil {
			t.Error(err)
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != e.SHA256 || len(data) != e.Bytes {
			t.Errorf("%s.model is not the file of its manifest line: train it anew", e.Name)
		}
		if e.Command == "" || e.Licence == "" || len(e.Corpora) == 0 || len(e.Attribution) == 0 {
			t.Errorf("%s: its manifest line must name command, licence, corpora and attribution", e.Name)
		}
		if i > 0 && entries[i-1].Name >= e.Name {
			t.Errorf("%s: the manifest must be sorted by name", e.Name)
		}
	}
	if _, err := Read("no-such-model"); err == nil {
		t.Error("Read of an unknown model reported no error")
	}
}
