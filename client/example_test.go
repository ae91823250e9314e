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

func ExampleReason() {
	c, stop := service()
	defer stop()

	_, err := c.Analyze(context.Background(), &pb.Article{Content: "caf\xe9"}, nil)
	fmt.Println(client.Reason(err))
	// Output:
	// INVALID_UTF8 article.content
}
