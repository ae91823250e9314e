package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/dateline-news/dateline/server"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dateline":     func() { os.Exit(run(context.Background(), os.Args[1:], terminal())) },
		"datelined":    serve,
		"certificates": certificates,
	})
}

// serve is the daemon, as far as the scripts need it.
func serve() {
	config, err := server.ParseConfig(os.Args[1:], os.LookupEnv, os.Stderr)
	if err != nil {
		log.Fatal(err)
	}
	s, err := server.New(config)
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if err := s.Run(ctx); err != nil {
		log.Fatal(err)
	}
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
