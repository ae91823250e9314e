// Command datelined serves Dateline over gRPC, on localhost:8980 unless told otherwise. See --help for its flags.
//
// Exit status: 0 after a stop by SIGTERM or SIGINT, 1 when it cannot serve, 2 on wrong usage.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/dateline-news/dateline/server"
)

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	if len(args) == 1 && args[0] == "--version" {
		fmt.Println("datelined", server.Version())
		return 0
	}
	config, err := server.ParseConfig(args, os.LookupEnv, os.Stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintf(os.Stderr, "datelined: %v; see --help\n", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	s, err := server.New(config)
	if err == nil {
		err = s.Run(ctx)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "datelined:", err)
		return 1
	}
	return 0
}
