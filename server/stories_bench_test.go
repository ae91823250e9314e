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
// two months later, so that stories and the collection grow as they do with news.
//
//	go test ./server -run '^$' -bench 'Track|Stream' -benchtime 5000x
func BenchmarkTrack(b *testing.B) {
	conn := serveEnglish(b, func(c *Config) { c.Data = b.TempDir() })
	articles := samples(b)
	stream, err := pb.NewStoryServiceClient(conn).TrackStories(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	go func() {
		_ = stream.Send(config("c"))
		for i := range b.N {
			a := articles[i%len(articles)]
			copyOf, round := i/len(articles)%20, i/len(articles)/20
			day := time.Date(2000, 1, 1+copyOf/5, 12, 0, 0, 0, time.UTC).AddDate(0, 2*round, 0)
			if stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Article{Article: &pb.Article{
				ArticleId: fmt.Sprint(i), Content: a.GetContent() + fmt.Sprintf("\n\nEdition %d.\n", copyOf), ContentType: a.GetContentType(),
				PublishTime: timestamppb.New(day)}}}) != nil {
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
