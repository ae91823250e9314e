package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"
)

// exchange sends the requests, closes its side and returns every response and how the stream ended.
func exchange(t testing.TB, stream pb.ExtractionService_AnalyzeArticlesClient, requests ...*pb.AnalyzeArticlesRequest) ([]*pb.AnalyzeArticlesResponse, error) {
	t.Helper()
	go func() {
		for _, r := range requests {
			if stream.Send(r) != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	var responses []*pb.AnalyzeArticlesResponse
	for {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return responses, nil
		}
		if err != nil {
			return responses, err
		}
		responses = append(responses, r)
	}
}

// reasonOf returns the reason of the one ErrorInfo that a status must have, and the first field at fault.
func reasonOf(t testing.TB, s *status.Status) (reason, field string) {
	t.Helper()
	count := 0
	for _, d := range s.Details() {
		switch d := d.(type) {
		case *errdetails.ErrorInfo:
			count++
			reason = d.GetReason()
			if d.GetDomain() != "dateline.dev" {
				t.Errorf("domain %q", d.GetDomain())
			}
		case *errdetails.BadRequest:
			field = d.GetFieldViolations()[0].GetField()
		}
	}
	if count != 1 {
		t.Errorf("%d ErrorInfo in %v, want exactly one", count, s)
	}
	return reason, field
}

func TestStreamAnswersInOrder(t *testing.T) {
	_, conn := serve(t, func(c *Config) { c.Workers = 8 })
	var requests []*pb.AnalyzeArticlesRequest
	for i := range 300 {
		requests = append(requests, articleRequest(fmt.Sprint(i), strings.Repeat("word ", 1+i*37%500)))
	}
	responses, err := exchange(t, openStream(t, conn), requests...)
	if err != nil || len(responses) != len(requests) {
		t.Fatalf("%d responses, %v", len(responses), err)
	}
	for i, r := range responses {
		if int(r.GetSequence()) != i || r.GetArticleId() != fmt.Sprint(i) || r.GetRequestId() != "r-"+fmt.Sprint(i) || r.GetAnalysis() == nil {
			t.Fatalf("response %d: %v %q %q", i, r.GetSequence(), r.GetArticleId(), r.GetRequestId())
		}
	}
}

func TestStreamAnswersByCompletion(t *testing.T) {
	gate := make(chan struct{})
	_, conn := serve(t, func(c *Config) { c.Pipeline, c.Workers = fakePipeline(t, gate), 2 })
	stream := openStream(t, conn)
	slow := articleRequest("slow", sleeps)
	slow.Options = &pb.AnalyzeOptions{Ordering: pb.Ordering_ORDERING_COMPLETION}
	for _, r := range []*pb.AnalyzeArticlesRequest{slow, articleRequest("quick", "word")} {
		if err := stream.Send(r); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"quick", "slow"} {
		r, err := stream.Recv()
		if err != nil || r.GetArticleId() != want {
			t.Fatalf("got %q, %v, want %q", r.GetArticleId(), err, want)
		}
		if want == "quick" {
			close(gate)
		}
	}
}

func TestStreamGoesOnAfterBadArticles(t *testing.T) {
	_, conn := serve(t, func(c *Config) { c.MaxArticleBytes = 1000 })
	article := func(change func(*pb.Article)) *pb.AnalyzeArticlesRequest {
		r := articleRequest("bad", "Kask met Solberg.")
		change(r.Article)
		return r
	}
	cases := []struct {
		name          string
		request       *pb.AnalyzeArticlesRequest
		code          codes.Code
		reason, field string
	}{
		{"no article", &pb.AnalyzeArticlesRequest{}, codes.InvalidArgument, "INVALID_FIELD", "article"},
		{"empty content", articleRequest("x", ""), codes.InvalidArgument, "EMPTY_CONTENT", "article.content"},
		{"invalid UTF-8", articleRequest("x", "Kask\xff met"), codes.InvalidArgument, "INVALID_UTF8", "article.content"},
		{"invalid UTF-8 in the title", article(func(a *pb.Article) { a.Title = "\xc3" }), codes.InvalidArgument, "INVALID_UTF8", "article.title"},
		{"invalid UTF-8 in the id", article(func(a *pb.Article) { a.ArticleId = "\xc3" }), codes.InvalidArgument, "INVALID_UTF8", "article.article_id"},
		{"too large", articleRequest("x", strings.Repeat("x", 1001)), codes.ResourceExhausted, "ARTICLE_TOO_LARGE", "article.content"},
		{"unknown content type", article(func(a *pb.Article) { a.ContentType = 77 }), codes.InvalidArgument, "INVALID_FIELD", "article.content_type"},
		{"impossible time zone", article(func(a *pb.Article) { a.TimeZone = "Mars/Olympus" }), codes.InvalidArgument, "INVALID_TIME_ZONE", "article.time_zone"},
		{"the machine's own time zone", article(func(a *pb.Article) { a.TimeZone = "Local" }), codes.InvalidArgument, "INVALID_TIME_ZONE", "article.time_zone"},
		{"impossible language", article(func(a *pb.Article) { a.LanguageCode = "not a tag!" }), codes.InvalidArgument, "INVALID_FIELD", "article.language_code"},
		{"impossible publish time", article(func(a *pb.Article) { a.PublishTime = &timestamppb.Timestamp{Seconds: 1 << 60} }), codes.InvalidArgument, "INVALID_PUBLISH_TIME", "article.publish_time"},
		{"long article id", article(func(a *pb.Article) { a.ArticleId = strings.Repeat("x", 1025) }), codes.InvalidArgument, "INVALID_FIELD", "article.article_id"},
		{"unknown encoding", &pb.AnalyzeArticlesRequest{Article: &pb.Article{Content: "x"}, Options: &pb.AnalyzeOptions{EncodingType: 9}}, codes.InvalidArgument, "INVALID_FIELD", "options.encoding_type"},
		{"negative ordering", &pb.AnalyzeArticlesRequest{Article: &pb.Article{Content: "x"}, Options: &pb.AnalyzeOptions{Ordering: -4}}, codes.InvalidArgument, "INVALID_FIELD", "options.ordering"},
		{"unknown layer", &pb.AnalyzeArticlesRequest{Article: &pb.Article{Content: "x"}, Options: &pb.AnalyzeOptions{Layers: []pb.Layer{1, 99}}}, codes.InvalidArgument, "INVALID_FIELD", "options.layers[1]"},
		{"a panic", articleRequest("x", panics), codes.Internal, "INTERNAL", ""},
	}
	var requests []*pb.AnalyzeArticlesRequest
	for _, c := range cases {
		requests = append(requests, c.request, articleRequest("good", "word"))
	}
	responses, err := exchange(t, openStream(t, conn), requests...)
	if err != nil || len(responses) != len(requests) {
		t.Fatalf("%d of %d responses, %v", len(responses), len(requests), err)
	}
	for i, c := range cases {
		s := status.FromProto(responses[2*i].GetError())
		if reason, field := reasonOf(t, s); s.Code() != c.code || reason != c.reason || field != c.field {
			t.Errorf("%s: %v %s %q, want %v %s %q (%s)", c.name, s.Code(), reason, field, c.code, c.reason, c.field, s.Message())
		}
		if responses[2*i+1].GetAnalysis() == nil {
			t.Errorf("%s: the article after it was not analysed", c.name)
		}
	}
}

func TestOptionsHoldUntilReplaced(t *testing.T) {
	_, conn := serve(t, nil)
	utf16 := articleRequest("b", "é")
	utf16.Options = &pb.AnalyzeOptions{EncodingType: pb.EncodingType_ENCODING_TYPE_UTF16}
	bad := articleRequest("d", "é")
	bad.Options = &pb.AnalyzeOptions{EncodingType: 55}
	back := articleRequest("f", "é")
	back.Options = &pb.AnalyzeOptions{}
	responses, err := exchange(t, openStream(t, conn),
		articleRequest("a", "é"), utf16, articleRequest("c", "é"), bad, articleRequest("e", "é"), back)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int32{2, 1, 1, 0, 1, 2} {
		if a := responses[i].GetAnalysis(); a != nil && a.GetSegments()[0].GetSpan().GetEndOffset() != want {
			t.Errorf("response %d: the content ends at %d in %v, want %d", i, a.GetSegments()[0].GetSpan().GetEndOffset(), a.GetEncodingType(), want)
		}
	}
	if responses[3].GetError() == nil {
		t.Error("options of an unknown encoding: no error")
	}
}

func TestShutdownAnswersWhatWasAccepted(t *testing.T) {
	gate := make(chan struct{})
	s, conn := serve(t, func(c *Config) { c.Pipeline, c.Workers = fakePipeline(t, gate), 4 })
	stream := openStream(t, conn)
	const accepted = 10
	for i := range accepted {
		if err := stream.Send(articleRequest(fmt.Sprint(i), sleeps)); err != nil {
			t.Fatal(err)
		}
	}
	for s.window.budget.TryAcquire(s.window.size - (accepted-1)*inFlightBytes) {
		s.window.budget.Release(s.window.size - (accepted-1)*inFlightBytes)
		time.Sleep(time.Millisecond)
	}
	stopped := make(chan struct{})
	go func() { s.Stop(); close(stopped) }()
	<-s.stopping
	time.Sleep(10 * time.Millisecond)
	close(gate)
	for i := range accepted {
		r, err := stream.Recv()
		if err != nil || r.GetAnalysis() == nil || int(r.GetSequence()) != i {
			t.Fatalf("response %d: %v, %v", i, r, err)
		}
	}
	_, err := stream.Recv()
	if reason, _ := reasonOf(t, status.Convert(err)); status.Code(err) != codes.Unavailable || reason != "SHUTTING_DOWN" {
		t.Errorf("the stream ended with %v", err)
	}
	<-stopped
}

func TestOversizedMessageEndsTheStream(t *testing.T) {
	_, conn := serve(t, func(c *Config) { c.MaxMessageBytes = 10_000 })
	_, err := exchange(t, openStream(t, conn), articleRequest("b", strings.Repeat("x", 20_000)))
	if status.Code(err) != codes.ResourceExhausted {
		t.Fatalf("the stream ended with %v", err)
	}
}

// A caller who sends without end and never reads: the service holds back, and goes on for others.
func TestReaderThatStopsIsHeldBack(t *testing.T) {
	_, conn := serve(t, func(c *Config) { c.MaxInFlightPerStream = 8 })
	stream := openStream(t, conn)
	content := strings.Repeat("word ", 20_000)
	sent := make(chan int, 1<<20)
	go func() {
		for i := 0; stream.Send(articleRequest("x", content)) == nil; i++ {
			sent <- i
		}
	}()
	last, quiet := 0, 0
	for quiet < 10 {
		time.Sleep(50 * time.Millisecond)
		if n := len(sent); n != last {
			last, quiet = n, 0
		} else {
			quiet++
		}
	}
	if last > 200 {
		t.Errorf("%d articles of 100 kB were taken from a caller who reads nothing", last)
	}
	if _, err := exchange(t, openStream(t, conn), articleRequest("other", "word")); err != nil {
		t.Errorf("another stream: %v", err)
	}
}

func TestDeadlineIsHonouredInsideTheAnalysis(t *testing.T) {
	s, _ := serve(t, nil)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_, err := s.analyzer.analyze(ctx, &extractor.Article{Content: sleeps}, nil)
	if s := toStatus(err); s.Code() != codes.DeadlineExceeded {
		t.Errorf("got %v", err)
	} else if reason, _ := reasonOf(t, s); reason != "DEADLINE_EXCEEDED" {
		t.Errorf("reason %s", reason)
	}
}

// An id that is refused as too long is not sent back at full length, nor kept while the caller does not read.
func TestHugeIDsAreCut(t *testing.T) {
	_, conn := serve(t, nil)
	huge := articleRequest(strings.Repeat("x", 1<<20), "Text.")
	responses, err := exchange(t, openStream(t, conn), huge, articleRequest("good", "Text."))
	if err != nil || len(responses) != 2 || responses[1].GetAnalysis() == nil {
		t.Fatalf("%v, %v", responses, err)
	}
	if n, m := len(responses[0].GetRequestId()), len(responses[0].GetArticleId()); n > 1024 || m > 1024 || responses[0].GetError() == nil {
		t.Errorf("answered %d and %d bytes of ids, error %v", n, m, responses[0].GetError())
	}
}
