package wire

import (
	"strings"
	"testing"
)

func TestCheckCollection(t *testing.T) {
	for name, want := range map[string]string{
		"news":                   "",
		"новости/2019":           "",
		"":                       "a collection is required",
		"b\xff":                  "the byte at offset 1 (0xFF) is not",
		"\uFFFD\xe9":             "the byte at offset 3 (0xE9) is not",
		strings.Repeat("x", 257): "at most 256 bytes",
		"caf" + "\xc3":           "the byte at offset 3 (0xC3) is not",
		strings.Repeat("é", 128): "",
	} {
		err := CheckCollection(name)
		if got := err != nil; got != (want != "") || got && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", name, err, want)
		}
	}
}
