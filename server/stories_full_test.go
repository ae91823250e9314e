//go:build unix

package server

import (
	"fmt"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// limitFiles bounds the size of the files that this process may write, as a full disk does, until the test ends or the
// returned function is called.
func limitFiles(t *testing.T, size uint64) (lift func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ) // the write fails then, instead of the process
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		t.Skip(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: old.Max}); err != nil {
		t.Skip(err)
	}
	lift = func() { _ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old) }
	t.Cleanup(lift)
	return lift
}

// TestStoreFull fills the store: articles that do not go in are answered with RESOURCE_EXHAUSTED, those that were answered
// before are there and whole, and once there is room the rest goes in.
func TestStoreFull(t *testing.T) {
	folder := t.TempDir()
	s, conn := serve(t, func(c *Config) { c.Data = folder })
	requests := []*pb.TrackStoriesRequest{config("c")}
	const articles = 60
	for i := range articles {
		requests = append(requests, track(fmt.Sprintf("a%d", i), fmt.Sprintf("Bridge %d opened. %s", i, strings.Repeat("Boats passed it. ", 500))))
	}
	client := pb.NewStoryServiceClient(conn)
	in := map[string]bool{}
	send := func(requests []*pb.TrackStoriesRequest) (refused int) {
		responses, err := trackAll(t, client, requests...)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range responses {
			switch {
			case r.GetAnalysis() != nil:
				in[r.GetArticleId()] = true
			case r.GetError() != nil:
				refused++
				if code := codes.Code(r.GetError().GetCode()); code != codes.ResourceExhausted {
					t.Errorf("%s: %v", r.GetArticleId(), code)
				}
				if reason, _ := reasonOf(t, status.FromProto(r.GetError())); reason != "STORE_FULL" {
					t.Errorf("%s: %s", r.GetArticleId(), reason)
				}
			}
		}
		return refused
	}
	const before = 10 // all others may be written, and refused, at once
	if refused := send(requests[:1+before]); refused > 0 {
		t.Fatalf("%d of %d articles refused while there was room", refused, before)
	}
	lift := limitFiles(t, 300_000)
	refused := send(requests)
	if refused == 0 || refused > articles-before {
		t.Fatalf("%d of %d articles refused", refused, articles)
	}
	s.Stop()
	there := articlesIn(t, folder)
	for id := range in {
		if there[id] != 1 {
			t.Errorf("%s was answered and is there %d times", id, there[id])
		}
	}
	if len(there) != len(in) {
		t.Errorf("%d articles are there, %d were answered", len(there), len(in))
	}
	lift()
	_, conn = serve(t, func(c *Config) { c.Data = folder })
	client = pb.NewStoryServiceClient(conn)
	if refused := send(requests); refused != 0 || len(in) != articles {
		t.Errorf("with room: %d refused, %d in", refused, len(in))
	}
}
