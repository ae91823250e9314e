package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dateline": func() { os.Exit(run(context.Background(), os.Args[1:], terminal())) },
	})
}

// TestScripts runs the command as people do; $ARTICLES is the folder of sample articles.
func TestScripts(t *testing.T) {
	articles, err := filepath.Abs("testdata/articles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ARTICLES", articles)
			return nil
		},
	})
}
