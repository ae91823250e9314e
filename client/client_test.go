package client_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"net"
	"strings"
	"testing"

	"github.com/dateline-news/dateline/client"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server"
	"go.uber.org/goleak"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"
)

// start runs a server in this process and returns a client of it; the test's end stops both.
func start(t testing.TB, change func(*server.Config), options ...client.Option) (*client.Client, *server.Server) {
	t.Helper()
	config := server.DefaultConfig()
	config.Logger = slog.New(slog.DiscardHandler)
	if change != nil {
		change(&config)
	}
	s, err := server.New(config)
	if err != nil {
		t.Fatal(err)
	}
	listener := bufconn.Listen(1 << 20)
	served := make(chan error, 1)
	go func() { served <- s.Serve(listener) }()
	dialer := func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }
	options = append(options, client.WithDialOptions(grpc.WithContextDialer(dialer)))
	c, err := client.Dial("passthrough:///localhost:0", options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Close()
		s.Stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return c, s
}

// numbered yields n articles of different lengths.
func numbered(n int) iter.Seq[*pb.Article] {
	return func(yield func(*pb.Article) bool) {
		for i := range n {
			a := &pb.Article{ArticleId: fmt.Sprint(i), Content: strings.Repeat("The bells rang in Lismore. ", 1+i%7)}
			if i%10 == 3 {
				a.Content = ""
			}
			if !yield(a) {
				return
			}
		}
	}
}

func TestAnalyzeStreamKeepsOrderAndItemErrors(t *testing.T) {
	c, _ := start(t, nil)
	next := 0
	for r, err := range c.AnalyzeStream(t.Context(), numbered(200), nil) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Sequence != next || r.ArticleID != fmt.Sprint(next) {
			t.Fatalf("result %d is of article %s, want %d", r.Sequence, r.ArticleID, next)
		}
		if bad := next%10 == 3; bad != (r.Err != nil) || bad == (r.Analysis != nil) {
			t.Errorf("article %d: %v, %v", next, r.Err, r.Analysis)
		}
		if r.Err != nil {
			if reason, field := client.Reason(r.Err); reason != "EMPTY_CONTENT" || field != "article.content" {
				t.Errorf("article %d: %s %s", next, reason, field)
			}
		}
		next++
	}
	if next != 200 {
		t.Errorf("%d results", next)
	}
}

func TestAnalyzeStreamSendsOptionsOnce(t *testing.T) {
	c, _ := start(t, nil)
	for r, err := range c.AnalyzeStream(t.Context(), numbered(3), &pb.AnalyzeOptions{EncodingType: pb.EncodingType_ENCODING_TYPE_UTF16}) {
		if err != nil || r.Analysis.GetEncodingType() != pb.EncodingType_ENCODING_TYPE_UTF16 {
			t.Errorf("%v, %v", r, err)
		}
	}
}

func TestAnalyzeStreamEndsWithTheStreamsError(t *testing.T) {
	c, s := start(t, nil)
	answered := 0
	var last error
	endless := func(yield func(*pb.Article) bool) {
		for yield(&pb.Article{Content: "The bells rang."}) {
		}
	}
	for _, err := range c.AnalyzeStream(t.Context(), endless, nil) {
		if last = err; err == nil {
			answered++
		}
		if answered == 10 {
			go s.Stop()
		}
	}
	if reason, _ := client.Reason(last); status.Code(last) != codes.Unavailable || reason != "SHUTTING_DOWN" {
		t.Errorf("after %d answers the stream ended with %v", answered, last)
	}
}

func TestAnalyzeStreamLeavesNothingBehind(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	t.Run("stream", func(t *testing.T) {
		c, _ := start(t, nil)
		for range c.AnalyzeStream(t.Context(), numbered(1000), nil) {
			break
		}
	})
}

func TestAnalyze(t *testing.T) {
	c, _ := start(t, nil)
	if _, err := c.Analyze(t.Context(), &pb.Article{Content: "The bells rang."}, nil); err != nil {
		t.Error(err)
	}
	_, err := c.Analyze(t.Context(), &pb.Article{Content: "x\xff"}, nil)
	if reason, field := client.Reason(err); reason != "INVALID_UTF8" || field != "article.content" {
		t.Errorf("got %s %s: %v", reason, field, err)
	}
	if reason, field := client.Reason(errors.New("other")); reason != "" || field != "" {
		t.Errorf("an error of another origin: %s %s", reason, field)
	}
}

func TestToken(t *testing.T) {
	guarded := func(c *server.Config) { c.Auth, c.AuthToken = "on", "secret" }
	plain, _ := start(t, guarded)
	if _, err := plain.Analyze(t.Context(), &pb.Article{Content: "x"}, nil); status.Code(err) != codes.Unauthenticated {
		t.Errorf("without a token: %v", err)
	}
	if _, err := client.Dial("news.example:443", client.WithToken("secret")); err == nil {
		t.Error("a token was taken for another machine without TLS")
	}
	if c, err := client.Dial("localhost:8980", client.WithToken("secret")); err != nil {
		t.Error(err)
	} else {
		c.Close()
	}
}

func TestGzip(t *testing.T) {
	c, _ := start(t, nil, client.WithGzip())
	for r, err := range c.AnalyzeStream(t.Context(), numbered(3), nil) {
		if err != nil || r.Analysis == nil {
			t.Errorf("%v, %v", r, err)
		}
	}
}

func TestDialRefuses(t *testing.T) {
	for name, o := range map[string]client.Option{
		"a CA that is not there":          client.WithCA("none.pem"),
		"a certificate that is not there": client.WithCertificate("none.pem", "none.key"),
	} {
		if _, err := client.Dial("", o); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
