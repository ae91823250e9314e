package extractor

import (
	"slices"
	"testing"
)

// The source `Fish &amp; chips.<hr>Page 2<hr>More.` read as `Fish & chips. More.`
func fishAndChips() *OffsetMap {
	var m OffsetMap
	m.Append(0, 5, 0, 5, false)  // "Fish "
	m.Append(5, 1, 5, 5, false)  // "&" for "&amp;"
	m.Append(6, 7, 10, 7, false) // " chips."
	m.Append(14, 5, 31, 5, true) // "More." after a page break; the space at 13 is inserted
	return &m
}

func TestOffsetMapToSource(t *testing.T) {
	m := fishAndChips()
	for _, c := range []struct {
		name string
		text TextSpan
		want []SourceSpan
	}{
		{"copy", TextSpan{0, 4}, []SourceSpan{{0, 4}}},
		{"entity", TextSpan{5, 6}, []SourceSpan{{5, 10}}},
		{"across an entity", TextSpan{0, 12}, []SourceSpan{{0, 16}}},
		{"across a page break", TextSpan{7, 18}, []SourceSpan{{11, 17}, {31, 35}}},
		{"inserted space", TextSpan{13, 14}, nil},
		{"empty", TextSpan{3, 3}, nil},
	} {
		if got := m.ToSource(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: ToSource(%v) = %v, want %v", c.name, c.text, got, c.want)
		}
	}
}

func TestOffsetMapToText(t *testing.T) {
	m := fishAndChips()
	for _, c := range []struct {
		name   string
		source SourceSpan
		want   TextSpan
		ok     bool
	}{
		{"copy", SourceSpan{0, 4}, TextSpan{0, 4}, true},
		{"inside an entity", SourceSpan{6, 8}, TextSpan{5, 6}, true},
		{"across the break", SourceSpan{11, 35}, TextSpan{7, 18}, true},
		{"dropped", SourceSpan{18, 25}, TextSpan{}, false},
	} {
		if got, ok := m.ToText(c.source); got != c.want || ok != c.ok {
			t.Errorf("%s: ToText(%v) = %v, %v, want %v, %v", c.name, c.source, got, ok, c.want, c.ok)
		}
	}
}

func TestOffsetMapHull(t *testing.T) {
	m := fishAndChips()
	if got, ok := m.Hull(TextSpan{7, 18}); !ok || got != (SourceSpan{11, 35}) {
		t.Errorf("Hull = %v, %v", got, ok)
	}
	if _, ok := m.Hull(TextSpan{13, 14}); ok {
		t.Error("Hull of inserted text: want none")
	}
}
