package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/dateline-news/dateline/extractor/story"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func config(collection string) *pb.TrackStoriesRequest {
	return &pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Config{Config: &pb.TrackStoriesConfig{Collection: collection}}}
}

func track(id, content string) *pb.TrackStoriesRequest {
	return &pb.TrackStoriesRequest{RequestId: "r-" + id, Request: &pb.TrackStoriesRequest_Article{Article: &pb.Article{ArticleId: id, Content: content}}}
}

func flush() *pb.TrackStoriesRequest {
	return &pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Flush{Flush: &pb.Flush{}}}
}

// trackAll sends the requests and returns every response and how the stream ended.
func trackAll(t *testing.T, client pb.StoryServiceClient, requests ...*pb.TrackStoriesRequest) ([]*pb.TrackStoriesResponse, error) {
	t.Helper()
	stream, err := client.TrackStories(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		for _, r := range requests {
			if stream.Send(r) != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	var out []*pb.TrackStoriesResponse
	for {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		out = append(out, r)
	}
}

func TestTrackStories(t *testing.T) {
	_, conn := serve(t, nil)
	client := pb.NewStoryServiceClient(conn)
	responses, err := trackAll(t, client, config("c"), track("a", "The bridge opened."), track("b", ""), track("", "No id."),
		track("a", "The bridge opened."), track("a", "Corrected."), flush())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range responses {
		switch {
		case r.GetAnalysis() != nil:
			got = append(got, fmt.Sprintf("%d analysis %s", r.GetSequence(), r.GetArticleId()))
		case r.GetStoryUpdate() != nil:
			got = append(got, fmt.Sprintf("%d %v %v", r.GetSequence(), r.GetStoryUpdate().GetChange(), r.GetStoryUpdate().GetStory().GetArticleIds()))
		case r.GetError() != nil:
			reason, _ := reasonOf(t, status.FromProto(r.GetError()))
			got = append(got, fmt.Sprintf("%d %s", r.GetSequence(), reason))
		case r.GetFlushed() != nil:
			got = append(got, fmt.Sprintf("%d flushed %d", r.GetSequence(), r.GetFlushed().GetVersion()))
		}
	}
	want := "[1 analysis a 1 STORY_CHANGE_CREATED [a] 2 EMPTY_CONTENT 3 INVALID_FIELD 4 analysis a 5 ARTICLE_EXISTS 6 flushed 1]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
}

func TestTrackStoriesWithoutCollection(t *testing.T) {
	_, conn := serve(t, nil)
	responses, err := trackAll(t, pb.NewStoryServiceClient(conn), track("a", "Text."))
	if err != nil || len(responses) != 1 {
		t.Fatalf("%v, %v", responses, err)
	}
	if reason, field := reasonOf(t, status.FromProto(responses[0].GetError())); reason != "MISSING_COLLECTION" || field != "collection" {
		t.Errorf("%s, field %q", reason, field)
	}
}

// A name that no answer could carry must not get into the list of collections, which nobody could read then.
func TestCollectionOfInvalidUTF8(t *testing.T) {
	_, conn := serve(t, nil)
	client := pb.NewStoryServiceClient(conn)
	bad := track("a", "Text.")
	bad.Collection = "b\xff"
	responses, err := trackAll(t, client, config("c"), bad, track("b", "More text."))
	if err != nil || len(responses) != 3 {
		t.Fatalf("%v, %v", responses, err)
	}
	if reason, field := reasonOf(t, status.FromProto(responses[0].GetError())); reason != "INVALID_UTF8" || field != "collection" {
		t.Errorf("%s, field %q", reason, field)
	}
	_, err = trackAll(t, client, config("c\xff"), track("a", "Text."))
	wantReason(t, err, codes.InvalidArgument, "INVALID_UTF8")
	list, err := client.ListCollections(context.Background(), &pb.ListCollectionsRequest{})
	if err != nil || len(list.GetCollections()) != 1 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestStoriesOutliveTheServer(t *testing.T) {
	folder := t.TempDir()
	for round := range 2 {
		s, conn := serve(t, func(c *Config) { c.Data = folder })
		client := pb.NewStoryServiceClient(conn)
		if round == 0 {
			if _, err := trackAll(t, client, config("c"), track("a", "The bridge opened."), track("b", "Rain fell.")); err != nil {
				t.Fatal(err)
			}
		}
		list, err := client.ListStories(context.Background(), &pb.ListStoriesRequest{Collection: "c", PageSize: 1})
		if err != nil || len(list.GetStories()) != 1 || list.GetNextPageToken() == "" {
			t.Fatalf("round %d: %v, %v", round, list, err)
		}
		rest, err := client.ListStories(context.Background(), &pb.ListStoriesRequest{Collection: "c", PageToken: list.GetNextPageToken()})
		if err != nil || len(rest.GetStories()) != 1 || rest.GetNextPageToken() != "" {
			t.Fatalf("round %d: second page %v, %v", round, rest, err)
		}
		one, err := client.GetStory(context.Background(), &pb.GetStoryRequest{Collection: "c", StoryId: rest.GetStories()[0].GetStoryId()})
		if err != nil || one.GetStory().GetVersion() == 0 {
			t.Fatalf("round %d: %v, %v", round, one, err)
		}
		s.Stop()
	}
}

func TestStoriesUnknown(t *testing.T) {
	_, conn := serve(t, nil)
	client := pb.NewStoryServiceClient(conn)
	ctx := context.Background()
	_, err := client.GetStory(ctx, &pb.GetStoryRequest{Collection: "none", StoryId: "x"})
	wantReason(t, err, codes.NotFound, "COLLECTION_NOT_FOUND")
	if _, err := trackAll(t, client, config("c"), track("a", "Text.")); err != nil {
		t.Fatal(err)
	}
	_, err = client.GetStory(ctx, &pb.GetStoryRequest{Collection: "c", StoryId: "x"})
	wantReason(t, err, codes.NotFound, "STORY_NOT_FOUND")
	_, err = client.DeleteArticle(ctx, &pb.DeleteArticleRequest{Collection: "c", ArticleId: "x"})
	wantReason(t, err, codes.NotFound, "ARTICLE_NOT_FOUND")
	_, err = client.ListStories(ctx, &pb.ListStoriesRequest{Collection: "c", PageToken: "rubbish"})
	wantReason(t, err, codes.InvalidArgument, "INVALID_PAGE_TOKEN")
	_, err = client.ListStories(ctx, &pb.ListStoriesRequest{})
	wantReason(t, err, codes.InvalidArgument, "MISSING_COLLECTION")
	_, err = client.ListStories(ctx, &pb.ListStoriesRequest{Collection: "c", BeginTime: "yesterday"})
	wantReason(t, err, codes.InvalidArgument, "INVALID_FIELD")
	_, err = client.ListStoryEvents(ctx, &pb.ListStoryEventsRequest{Collection: "c", EndTime: "2019-13-45"})
	wantReason(t, err, codes.InvalidArgument, "INVALID_FIELD")
	ahead := int32(50)
	watch, err := client.WatchStories(ctx, &pb.WatchStoriesRequest{Collection: "c", FromVersion: &ahead})
	if err == nil {
		_, err = watch.Recv()
	}
	wantReason(t, err, codes.OutOfRange, "VERSION_AHEAD")
	if _, err := client.DeleteCollection(ctx, &pb.DeleteCollectionRequest{Collection: "c"}); err != nil {
		t.Fatal(err)
	}
	if l, err := client.ListCollections(ctx, &pb.ListCollectionsRequest{}); err != nil || len(l.GetCollections()) != 0 {
		t.Errorf("collections after the last was deleted: %v, %v", l, err)
	}
}

func wantReason(t *testing.T, err error, code codes.Code, reason string) {
	t.Helper()
	got, _ := reasonOf(t, status.Convert(err))
	if status.Code(err) != code || got != reason {
		t.Errorf("got %v %s, want %v %s", status.Code(err), got, code, reason)
	}
}

func TestWatchStories(t *testing.T) {
	_, conn := serve(t, nil)
	client := pb.NewStoryServiceClient(conn)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if _, err := trackAll(t, client, config("c"), track("a", "One.")); err != nil {
		t.Fatal(err)
	}
	from := int32(0)
	watch, err := client.WatchStories(ctx, &pb.WatchStoriesRequest{Collection: "c", FromVersion: &from})
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range []string{"a", "b", "c"} {
		if i > 0 {
			if _, err := trackAll(t, client, config("c"), track(id, "Another "+id)); err != nil {
				t.Fatal(err)
			}
		}
		r, err := watch.Recv()
		if err != nil {
			t.Fatal(err)
		}
		if ids := r.GetStoryUpdate().GetStory().GetArticleIds(); len(ids) != 1 || ids[0] != id {
			t.Errorf("update %d: %v", i, ids)
		}
	}
}

// What is told of a story that has changed since bears the version of its turn, so that a watch that goes on from it gets
// the stories between.
func TestUpdateHasTheVersionOfItsTurn(t *testing.T) {
	s, conn := serve(t, nil)
	client := pb.NewStoryServiceClient(conn)
	if _, err := trackAll(t, client, config("c"), track("a", "The bridge opened.")); err != nil {
		t.Fatal(err)
	}
	err := s.library.View("c", func(c *story.Collection) error {
		first := c.Stories()[0]
		got, err := update(c, wire.NewStoryWriter("c", 0, c.Report), story.Update{Change: story.Updated, StoryID: first.ID, Version: first.Version - 1})
		if err == nil && got.GetStory().GetVersion() != first.Version-1 {
			t.Errorf("version %d, want %d", got.GetStory().GetVersion(), first.Version-1)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// However fast the articles of a story come, the last of its updates has them all; and when they come one by one, each is told of.
func TestTrackStoriesCatchesUp(t *testing.T) {
	client := pb.NewStoryServiceClient(serveEnglish(t, nil))
	edition := func(i int) *pb.TrackStoriesRequest {
		r := track(fmt.Sprintf("e%02d", i), fmt.Sprintf("Fire destroyed the fish market of Tollwick on Saturday. Police arrested Hugo Lantz, "+
			"a former watchman, on Sunday. Mayor Ruth Calder visited the injured in St Anne's Hospital. Edition %d.", i))
		r.Collection = "c"
		return r
	}
	const editions = 20
	var requests []*pb.TrackStoriesRequest
	for i := range editions {
		other := edition(i)
		other.Collection = "d"
		requests = append(requests, edition(i), other)
	}
	responses, err := trackAll(t, client, requests...)
	if err != nil {
		t.Fatal(err)
	}
	last := map[string]int{}
	for _, r := range responses {
		if u := r.GetStoryUpdate(); u != nil {
			last[u.GetStory().GetStoryId()] = len(u.GetStory().GetArticleIds())
		}
	}
	for id, told := range last {
		if told != editions {
			t.Errorf("the last update of %s has %d of %d articles", id, told, editions)
		}
	}
	if len(last) != 2 {
		t.Errorf("updates of the stories %v, want one in each collection", last)
	}
	stream, err := client.TrackStories(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := editions; i < editions+3; i++ {
		if err := stream.Send(edition(i)); err != nil {
			t.Fatal(err)
		}
		for told := 0; told != i+1; {
			r, err := stream.Recv()
			if err != nil {
				t.Fatal(err)
			}
			told = len(r.GetStoryUpdate().GetStory().GetArticleIds())
		}
	}
}
