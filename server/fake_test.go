package server

import (
	"context"
	"log/slog"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/test/bufconn"
)

// The words with which an article makes the fake pipeline misbehave.
const (
	panics = "PANIC"
	sleeps = "SLEEP" // until its context ends or the gate opens
)

// fakePipeline takes an article as one body of words without markup. The gate, when not nil, holds back articles
// that contain SLEEP.
func fakePipeline(t testing.TB, gate <-chan struct{}) *extractor.Pipeline {
	p, err := extractor.NewPipeline(
		extractor.Stage{Name: "cleanup", Doc: "Takes the content as it is.", Provides: []extractor.Layer{extractor.LayerText},
			Run: func(ctx context.Context, d *extractor.Document) error {
				d.English, d.Text = true, d.Article.Content
				d.Offsets.Append(0, len(d.Text), 0, len(d.Text), false)
				d.Segments = []extractor.Segment{{Type: extractor.SegmentBody, Source: extractor.SourceSpan{End: extractor.SourceOffset(len(d.Text))}, Text: d.Text}}
				if strings.Contains(d.Text, panics) {
					panic("a stage went wrong")
				}
				if strings.Contains(d.Text, sleeps) {
					select {
					case <-gate:
					case <-ctx.Done():
						return ctx.Err()
					}
				}
				return nil
			}},
		extractor.Stage{Name: "segment", Doc: "Splits at spaces.", Requires: []extractor.Layer{extractor.LayerText},
			Provides: []extractor.Layer{extractor.LayerTokens}, Run: func(_ context.Context, d *extractor.Document) error {
				at := 0
				for _, word := range strings.Fields(d.Text) {
					at += strings.Index(d.Text[at:], word)
					d.Tokens = append(d.Tokens, extractor.Token{Span: extractor.TextSpan{
						Begin: extractor.TextOffset(at), End: extractor.TextOffset(at + len(word))}})
					at += len(word)
				}
				d.Sentences = []extractor.Sentence{{Tokens: extractor.TokenRange{Last: int32(len(d.Tokens))}}}
				return nil
			}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// serve starts a server in this process and returns a connection to it. change may be nil.
func serve(t testing.TB, change func(*Config), options ...grpc.DialOption) (*Server, *grpc.ClientConn) {
	t.Helper()
	config := DefaultConfig()
	config.Logger = slog.New(slog.DiscardHandler)
	config.Pipeline = fakePipeline(t, nil)
	config.Grace = 5 * time.Second
	if change != nil {
		change(&config)
	}
	s, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	listener := bufconn.Listen(1 << 20)
	served := make(chan error, 1)
	go func() { served <- s.Serve(listener) }()
	conn, err := grpc.NewClient("passthrough:///in-process", append([]grpc.DialOption{
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(1<<30), grpc.MaxCallSendMsgSize(1<<30)),
	}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		conn.Close()
		s.Stop()
		if err := <-served; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return s, conn
}

// openStream begins a stream whose context ends with the test.
func openStream(t testing.TB, conn *grpc.ClientConn) pb.ExtractionService_AnalyzeArticlesClient {
	t.Helper()
	stream, err := pb.NewExtractionServiceClient(conn).AnalyzeArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stream
}

func articleRequest(id, content string) *pb.AnalyzeArticlesRequest {
	return &pb.AnalyzeArticlesRequest{RequestId: "r-" + id, Article: &pb.Article{ArticleId: id, Content: content}}
}
