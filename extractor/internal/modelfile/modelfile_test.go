package modelfile

import (
	"bytes"
	"errors"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	schema := Schema("slots", 9)
	sections := []Section{{"weights", bytes.Repeat([]byte{1, 2, 3}, 50)}, {"empty", nil}, {"names", []byte("x")}}
	data := Encode("test", schema, sections)
	got, err := Decode(data, "test", schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if !bytes.Equal(got[s.Name], s.Data) {
			t.Errorf("section %s came back as %v", s.Name, got[s.Name])
		}
	}
	if _, err := Decode(data, "other", schema); err == nil {
		t.Error("another kind was accepted")
	}
	if _, err := Decode(data, "test", Schema("slots", 8)); err == nil {
		t.Error("another schema was accepted")
	}
}

func TestDecodeRefusesDamage(t *testing.T) {
	data := Encode("test", 1, []Section{{"a", []byte("abc")}})
	for i := range data {
		broken := bytes.Clone(data)
		broken[i] ^= 1
		if _, err := Decode(broken, "test", 1); !errors.Is(err, ErrCorrupt) {
			t.Fatalf("damage at byte %d: %v", i, err)
		}
		if _, err := Decode(data[:i], "test", 1); err == nil {
			t.Fatalf("cut at byte %d: no error", i)
		}
	}
}
