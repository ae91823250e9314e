package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"strings"
	"syscall"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

func user() float64 {
	var r syscall.Rusage
	syscall.Getrusage(0, &r)
	return float64(r.Utime.Sec) + float64(r.Utime.Usec)/1e6
}

func main() {
	prof := flag.String("prof", "", "")
	through := flag.String("through", "events", "")
	rounds := flag.Int("rounds", 5, "")
	flag.Parse()
	p, err := pipeline.Through(*through)
	if err != nil {
		panic(err)
	}
	f, _ := os.Open("/work/shared/data/wikinews/wikinews.jsonl")
	d := json.NewDecoder(bufio.NewReader(f))
	var arts []*extractor.Article
	words := 0
	for len(arts) < 60 {
		var o struct{ Content, Title string }
		if d.Decode(&o) != nil {
			break
		}
		n := len(strings.Fields(o.Content))
		if n < 300 || n > 650 {
			continue
		}
		words += n
		arts = append(arts, &extractor.Article{ID: fmt.Sprint(len(arts)), Content: o.Content})
	}
	toks := 0
	run := func() {
		toks = 0
		for _, a := range arts {
			d, err := p.Analyze(context.Background(), a)
			if err != nil {
				panic(err)
			}
			toks += len(d.Tokens)
		}
	}
	run()
	if *prof != "" {
		o, _ := os.Create(*prof)
		pprof.StartCPUProfile(o)
	}
	best := 1e9
	u0 := user()
	for range *rounds {
		t := time.Now()
		run()
		best = min(best, time.Since(t).Seconds())
	}
	u := (user() - u0) / float64(*rounds)
	pprof.StopCPUProfile()
	fmt.Printf("%s: %d articles %d words %d tokens; best %.0f tok/s (%.1f art450/s); user mean %.0f tok/s %.2f us/tok\n", *through, len(arts), words, toks, float64(toks)/best, float64(words)/450/best, float64(toks)/u, u/float64(toks)*1e6)
}
