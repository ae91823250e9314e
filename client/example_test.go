package client_test

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"net"
	"slices"

	"github.com/dateline-news/dateline/client"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server"
	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"
	"google.golang.org/protobuf/proto"
)

// service starts Dateline in this process, so that the examples run anywhere; with a service of one's own it is
// client.Dial("localhost:8980").
func service() (c *client.Client, stop func()) {
	config := server.DefaultConfig()
	config.Logger = slog.New(slog.DiscardHandler)
	s, err := server.New(config)
	if err != nil {
		log.Fatal(err)
	}
	listener := bufconn.Listen(1 << 20)
	go func() { _ = s.Serve(listener) }()
	c, err = client.Dial("passthrough:///example", client.WithDialOptions(grpc.WithContextDialer(
		func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) })))
	if err != nil {
		log.Fatal(err)
	}
	return c, func() { _ = c.Close(); s.Stop() }
}

func ExampleClient_Analyze() {
	c, stop := service()
	defer stop()

	const content = "TALLINN, 10 May 2019 – Alar Kask met Ingrid Solberg on Thursday."
	analysis, err := c.Analyze(context.Background(), &pb.Article{Content: content}, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range analysis.GetTimes() {
		span := t.GetSpans()[0]
		fmt.Println(content[span.GetBeginOffset():span.GetEndOffset()], "is", t.GetValue())
	}
	// Output:
	// 10 May 2019 is 2019-05-10
	// Thursday is 2019-05-09
}

func ExampleClient_AnalyzeStream() {
	c, stop := service()
	defer stop()

	articles := slices.Values([]*pb.Article{
		{ArticleId: "good", Content: "Alar Kask met Ingrid Solberg in Tallinn."},
		{ArticleId: "empty"},
		{ArticleId: "also good", Content: "The bells rang for an hour."},
	})
	for result, err := range c.AnalyzeStream(context.Background(), articles, nil) {
		if err != nil {
			log.Fatal(err) // the stream has ended
		}
		if result.Err != nil { // this article alone
			reason, field := client.Reason(result.Err)
			fmt.Println(result.ArticleID, "failed:", reason, field)
			continue
		}
		fmt.Println(result.ArticleID, "has", len(result.Analysis.GetSentences()), "sentence")
	}
	// Output:
	// good has 1 sentence
	// empty failed: EMPTY_CONTENT article.content
	// also good has 1 sentence
}

func ExampleClient_TrackStream() {
	c, stop := service()
	defer stop()
	ctx := context.Background()

	articles := slices.Values([]*pb.Article{
		{ArticleId: "wire/1", Content: "GALATI, 12 March 2024 – A silo exploded in the port of Galati on Tuesday and killed seven people, the fire service said."},
		{ArticleId: "courier/7", Content: "GALATI, 13 March 2024 – Nine people were killed when a silo exploded in the port of Galati on Tuesday."},
	})
	for tracked, err := range c.TrackStream(ctx, "ports", articles, nil) {
		if err != nil {
			log.Fatal(err) // the stream has ended
		}
		switch {
		case tracked.Err != nil: // this article alone
			fmt.Println(tracked.ArticleID, "is not in the collection:", tracked.Err)
		case tracked.Analysis != nil:
			fmt.Println(tracked.ArticleID, "is in the collection")
		}
	}
	for story, err := range c.ListStories(ctx, &pb.ListStoriesRequest{Collection: "ports", BeginTime: "2024-03-12"}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("one story of", story.GetArticleIds())
	}
	// Output:
	// wire/1 is in the collection
	// courier/7 is in the collection
	// one story of [wire/1 courier/7]
}

func ExampleClient_WatchStories() {
	c, stop := service()
	defer stop()
	ctx := context.Background()

	article := &pb.Article{ArticleId: "a", Content: "TALLINN, 10 May 2019 – Alar Kask met Ingrid Solberg on Thursday."}
	for _, err := range c.TrackStream(ctx, "visits", slices.Values([]*pb.Article{article}), nil) {
		if err != nil {
			log.Fatal(err)
		}
	}
	// What was there before, and then every change: keep the last version to go on from there another day.
	request := &pb.WatchStoriesRequest{Collection: "visits", FromVersion: proto.Int32(0)}
	for update, err := range c.WatchStories(ctx, request) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(update.GetChange(), "by version", update.GetStory().GetVersion())
		break
	}
	// Output:
	// STORY_CHANGE_UPDATED by version 1
}

func ExampleReason() {
	c, stop := service()
	defer stop()

	_, err := c.Analyze(context.Background(), &pb.Article{Content: "caf\xe9"}, nil)
	fmt.Println(client.Reason(err))
	// Output:
	// INVALID_UTF8 article.content
}
