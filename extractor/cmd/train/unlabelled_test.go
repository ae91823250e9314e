package main

import (
	"strings"
	"testing"
)

func TestDetokenized(t *testing.T) {
	for in, want := range map[string]string{
		`" We wo n't wait , " she said .`:            `"We won't wait," she said.`,
		"The port 's 15 - year lease ( $ 9m ) ended": "The port's 15-year lease ($9m) ended",
	} {
		if got := detokenized(strings.Fields(in)); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
