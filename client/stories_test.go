package client_test

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dateline-news/dateline/client"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"
	"google.golang.org/protobuf/proto"
)

// news are articles of which no two tell one story.
func news() []*pb.Article {
	return []*pb.Article{
		{ArticleId: "Aston", Content: "ASTON, 3 May 2019 – The harbour council elected Mara Lind mayor on Thursday."},
		{ArticleId: "Bemble", Content: "BEMBLE, 9 August 2020 – Heavy rain flooded the museum of clocks, its keeper Ivo Senn said."},
		{ArticleId: "Corvey", Content: "CORVEY, 20 January 2021 – Prosecutors charged the banker Nils Oppen with fraud."},
		{ArticleId: "Dunmore", Content: "DUNMORE, 1 June 2022 – Kestrel Airways bought eleven turboprops from a Canadian maker."},
		{ArticleId: "Elsin", Content: "ELSIN, 14 October 2018 – The poet Ruta Vey died in her sleep, aged ninety."},
	}
}

func TestTrackStreamAnswersEachArticleAndSettles(t *testing.T) {
	c, _ := start(t, nil)
	articles := slices.Insert(news()[:2], 1, &pb.Article{ArticleId: "empty"})
	var got []string
	for tracked, err := range c.TrackStream(t.Context(), "c", slices.Values(articles), nil) {
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case tracked.Err != nil:
			reason, _ := client.Reason(tracked.Err)
			got = append(got, fmt.Sprint(tracked.Sequence, tracked.ArticleID, reason))
		case tracked.Analysis != nil:
			got = append(got, fmt.Sprint(tracked.Sequence, tracked.ArticleID))
		case tracked.Update != nil:
			got = append(got, tracked.Update.GetStory().GetArticleIds()...)
		case tracked.Flushed != nil:
			got = append(got, "flushed "+tracked.Flushed.GetCollection())
		}
	}
	want := []string{"1Aston", "Aston", "2emptyEMPTY_CONTENT", "3Bemble", "Bemble", "flushed c"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, err := range c.TrackStream(t.Context(), "", slices.Values(news()[:1]), &pb.AnalyzeOptions{EncodingType: 77}) {
		if reason, _ := client.Reason(err); reason != "INVALID_FIELD" {
			t.Errorf("a broken configuration: %v", err)
		}
	}
}

func TestListsGoFromPageToPage(t *testing.T) {
	c, _ := start(t, nil)
	for _, err := range c.TrackStream(t.Context(), "c", slices.Values(news()), nil) {
		if err != nil {
			t.Fatal(err)
		}
	}
	list := c.ListStories(t.Context(), &pb.ListStoriesRequest{Collection: "c", PageSize: 2})
	for range 2 { // a list can be read again
		seen := map[string]bool{}
		for story, err := range list {
			if err != nil {
				t.Fatal(err)
			}
			seen[story.GetStoryId()] = true
		}
		if len(seen) != 5 {
			t.Errorf("%d stories, want 5", len(seen))
		}
	}
	all, paged := 0, 0
	for _, err := range c.ListStoryEvents(t.Context(), &pb.ListStoryEventsRequest{Collection: "c"}) {
		if all++; err != nil {
			t.Fatal(err)
		}
	}
	for _, err := range c.ListStoryEvents(t.Context(), &pb.ListStoryEventsRequest{Collection: "c", PageSize: 1}) {
		if paged++; err != nil {
			t.Fatal(err)
		}
	}
	if all == 0 || all != paged {
		t.Errorf("%d events one by one, %d at once", paged, all)
	}
	for _, err := range c.ListStories(t.Context(), &pb.ListStoriesRequest{Collection: "none"}) {
		if status.Code(err) != codes.NotFound {
			t.Errorf("an unknown collection: %v", err)
		}
	}
}

// A watch outlives a restart of the service and misses nothing.
func TestWatchStoriesGoesOn(t *testing.T) {
	folder := t.TempDir()
	var listener atomic.Pointer[bufconn.Listener]
	restart := func() *server.Server {
		config := server.DefaultConfig()
		config.Logger = slog.New(slog.DiscardHandler)
		config.Data = folder
		s, err := server.New(config)
		if err != nil {
			t.Fatal(err)
		}
		l := bufconn.Listen(1 << 20)
		listener.Store(l)
		go func() { _ = s.Serve(l) }()
		return s
	}
	dialer := func(ctx context.Context, _ string) (net.Conn, error) { return listener.Load().DialContext(ctx) }
	s := restart()
	c, err := client.Dial("passthrough:///localhost:0", client.WithDialOptions(grpc.WithContextDialer(dialer)))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	add := func(a *pb.Article) {
		for tracked, err := range c.TrackStream(t.Context(), "c", slices.Values([]*pb.Article{a}), nil) {
			if err != nil || tracked.Err != nil {
				t.Error(err, tracked)
			}
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	articles := news()[:3]
	add(articles[0])
	last, seen := int32(0), []string{}
	for update, err := range c.WatchStories(ctx, &pb.WatchStoriesRequest{Collection: "c", FromVersion: proto.Int32(0)}) {
		if err != nil {
			t.Fatalf("after %q: %v", seen, err)
		}
		if v := update.GetStory().GetVersion(); v <= last {
			t.Errorf("version %d after %d", v, last)
		} else {
			last = v
		}
		seen = append(seen, update.GetStory().GetArticleIds()...)
		if len(seen) == len(articles) {
			break
		}
		s.Stop()
		s = restart()
		add(articles[len(seen)])
	}
	s.Stop()
	if !slices.Equal(seen, []string{"Aston", "Bemble", "Corvey"}) {
		t.Errorf("saw %q", seen)
	}
}

func TestWatchStoriesEnds(t *testing.T) {
	c, _ := start(t, nil)
	watch := func(c *client.Client, r *pb.WatchStoriesRequest) (last error) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		for _, err := range c.WatchStories(ctx, r) {
			last = err
		}
		return last
	}
	if reason, _ := client.Reason(watch(c, &pb.WatchStoriesRequest{Collection: "c", FromVersion: proto.Int32(9)})); reason != "VERSION_AHEAD" {
		t.Errorf("a version that is not reached: %q", reason)
	}
	nobody, err := client.Dial("localhost:1")
	if err != nil {
		t.Fatal(err)
	}
	defer nobody.Close()
	if err := watch(nobody, &pb.WatchStoriesRequest{Collection: "c", FromVersion: proto.Int32(0)}); status.Code(err) != codes.Unavailable {
		t.Errorf("where nobody listens: %v", err)
	}
}
