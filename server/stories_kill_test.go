package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor/story"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
)

// TestKilledChild is no test of its own: it is the process that TestKilledWhileIngesting kills. It tracks articles without
// end, from the number in DATELINE_KILL_FROM on, and writes the id of each that was answered.
func TestKilledChild(t *testing.T) {
	folder := os.Getenv("DATELINE_KILL_DATA")
	if folder == "" {
		t.Skip("runs as the child of TestKilledWhileIngesting")
	}
	from, _ := strconv.Atoi(os.Getenv("DATELINE_KILL_FROM"))
	_, conn := serve(t, func(c *Config) { c.Data = folder })
	stream, err := pb.NewStoryServiceClient(conn).TrackStories(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		if stream.Send(config("c")) != nil {
			return
		}
		for i := from; ; i++ {
			if stream.Send(track(fmt.Sprintf("a%d", i), fmt.Sprintf("Bridge %d of %d opened.", i, i%7))) != nil {
				return
			}
		}
	}()
	for {
		r, err := stream.Recv()
		if err != nil {
			t.Fatal(err)
		}
		if r.GetAnalysis() != nil {
			fmt.Fprintf(os.Stderr, "answered %s\n", r.GetArticleId())
		}
	}
}

// TestKilledWhileIngesting kills the service at random moments, as kill -9 does, and holds what is in the collection after
// each against what was answered: nothing answered may be missing, nothing may be there twice. DATELINE_KILLS is how
// often, three unless set.
func TestKilledWhileIngesting(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills processes")
	}
	kills := 3
	if n, err := strconv.Atoi(os.Getenv("DATELINE_KILLS")); err == nil {
		kills = n
	}
	folder := t.TempDir()
	rng := rand.New(rand.NewPCG(5, 6))
	var answered []string
	for round := range kills {
		answered = append(answered, ingestUntilKilled(t, folder, round*1_000_000, time.Duration(rng.IntN(300))*time.Millisecond)...)
		there := articlesIn(t, folder)
		for id, n := range there {
			if n != 1 {
				t.Fatalf("kill %d: article %s is there %d times", round, id, n)
			}
		}
		for _, id := range answered {
			if there[id] == 0 {
				t.Fatalf("kill %d: article %s was answered and is missing", round, id)
			}
		}
		t.Logf("kill %d: %d answered, %d there", round, len(answered), len(there))
	}
}

// ingestUntilKilled runs the child, kills it some time after its first answer, and returns what it had answered.
func ingestUntilKilled(t *testing.T, folder string, from int, after time.Duration) []string {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestKilledChild$")
	child.Env = append(os.Environ(), "DATELINE_KILL_DATA="+folder, "DATELINE_KILL_FROM="+strconv.Itoa(from))
	output, err := child.StderrPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	lines := bufio.NewReader(output)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF || err != nil {
			break // a torn line was no answer
		}
		if id, ok := strings.CutPrefix(strings.TrimSpace(line), "answered "); ok {
			if ids = append(ids, id); len(ids) == 1 {
				time.AfterFunc(after, func() { _ = child.Process.Kill() })
			}
		}
	}
	_ = child.Wait() // it was killed
	if len(ids) == 0 {
		t.Fatal("the child answered nothing")
	}
	return ids
}

// articlesIn counts in how many stories each article of the collection is.
func articlesIn(t *testing.T, folder string) map[string]int {
	t.Helper()
	there := map[string]int{}
	library, err := openLibrary(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	err = library.View("c", func(c *story.Collection) error {
		for _, s := range c.Stories() {
			for _, id := range s.ArticleIDs {
				there[id]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return there
}
