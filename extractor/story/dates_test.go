package story

import (
	"slices"
	"testing"
)

func TestDateParts(t *testing.T) {
	for value, want := range map[string][]string{
		"2008-12-09":    {"@2008", "@w2", "@12", "@12-09"},
		"2008-12-09T10": {"@2008", "@w2", "@12", "@12-09"},
		"XXXX-12-09":    {"@12", "@12-09"},
		"XXXX-WXX-5":    {"@w5"},
		"2008-12":       {"@2008", "@12"},
		"2008":          {"@2008"},
		"P3D":           nil,
		"PAST_REF":      nil,
	} {
		if got := dateParts(value); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", value, got, want)
		}
	}
}
