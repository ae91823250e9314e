package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// BenchmarkTrack is BenchmarkStream with stories on disk: every sample is told by 20 articles that differ in a line, then again
// two months later, so that stories and the collection grow as they do with news. DATELINE_PRELOAD is how many articles
// the collection has before.
//
//	DATELINE_PRELOAD=100000 go test ./server -run '^$' -bench 'Track|Stream' -benchtime 5000x
func BenchmarkTrack(b *testing.B) {
	folder := b.TempDir()
	preload(b, folder)
	conn := serveEnglish(b, func(c *Config) { c.Data = folder })
	articles := samples(b)
	stream, err := pb.NewStoryServiceClient(conn).TrackStories(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	track := func(id, content string, contentType pb.ContentType, day time.Time) error {
		return stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Article{Article: &pb.Article{
			ArticleId: id, Content: content, ContentType: contentType, PublishTime: timestamppb.New(day)}}})
	}
	// The first article opens the collection.
	if err := stream.Send(config("c")); err != nil {
		b.Fatal(err)
	}
	if err := track("warm", "Kask met Tamm in Tartu.", pb.ContentType_CONTENT_TYPE_PLAIN_TEXT, time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		b.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	go func() {
		for i := range b.N {
			a := articles[i%len(articles)]
			copyOf, round := i/len(articles)%20, i/len(articles)/20
			day := time.Date(2000, 1, 1+copyOf/5, 12, 0, 0, 0, time.UTC).AddDate(0, 2*round, 0)
			if track(fmt.Sprint(i), a.GetContent()+fmt.Sprintf("\n\nEdition %d.\n", copyOf), a.GetContentType(), day) != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	for {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || r.GetError() != nil {
			b.Fatalf("%v, %v", err, r.GetError())
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
