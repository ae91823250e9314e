package story

import (
	"fmt"
	"testing"
)

// A phrase that more sources give stands before names, and in place of those that few give.
func TestChosen(t *testing.T) {
	given := func(named bool, what string, sources ...int32) *filler {
		return &filler{named: named, what: what, sources: sources}
	}
	for _, c := range []struct {
		all  []*filler
		want string
	}{
		{[]*filler{given(true, "se1", 0), given(false, "people", 0)}, "[se1]"},
		{[]*filler{given(true, "se1", 0), given(false, "people", 0, 1)}, "[people se1]"},
		{[]*filler{given(true, "se1", 0), given(false, "people", 0, 1, 2)}, "[people]"},
		{[]*filler{given(false, "miners", 0), given(false, "men", 1)}, "[miners men]"},
	} {
		var got []string
		for _, f := range chosen(c.all) {
			got = append(got, f.what)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("got %v, want %s", got, c.want)
		}
	}
}
