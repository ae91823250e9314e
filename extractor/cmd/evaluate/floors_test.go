package main

import (
	"io"
	"testing"
)

func TestFloorsAreReadable(t *testing.T) {
	if _, err := readFloors(); err != nil {
		t.Fatal(err)
	}
}

func TestPrintFigureTellsWhetherTheFloorIsReached(t *testing.T) {
	floors := map[string]float64{"a/b/f1": 0.5}
	for _, test := range []struct {
		f    figure
		want bool
	}{{figure{"a/b/f1", 0.5}, true}, {figure{"a/b/f1", 0.4999}, false}, {figure{"other", 0}, true}} {
		if got := printFigure(io.Discard, test.f, floors); got != test.want {
			t.Errorf("printFigure(%v) = %v, want %v", test.f, got, test.want)
		}
	}
}
