package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"sync"

	"github.com/dateline-news/dateline/client"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// analyze is the command of that name.
func analyze(ctx context.Context, o *options, s streams) int {
	c, closeAll, err := o.connect()
	if err != nil {
		fmt.Fprintln(s.err, "dateline analyze:", err)
		return exitFailed
	}
	defer closeAll()
	bar := newProgress(s, o.paths)
	out := newOutput(o, s, bar)
	var waiting queue
	articles := waiting.articles(o.inputs(s))
	for result, err := range c.AnalyzeStream(ctx, articles, &o.analyze) {
		if err != nil {
			bar.finish()
			fmt.Fprintln(s.err, "dateline analyze:", streamError(o, err))
			out.flush()
			return exitFailed
		}
		for _, unread := range waiting.until(result) {
			out.print(unread)
		}
		out.print(result.Response)
	}
	for _, unread := range waiting.until(nil) {
		out.print(unread)
	}
	bar.finish()
	return out.finish(s)
}

// streamError words why the whole stream ended.
func streamError(o *options, err error) string {
	where := "the service"
	if o.server != "" {
		where += " at " + o.server
	}
	st := status.Convert(err)
	return fmt.Sprintf("%s: %s: %s", where, st.Code(), st.Message())
}

// queue keeps the inputs that were read and not yet answered, in order, so that those that could not be read
// are reported in their place. It is shared by the reader and the printer.
type queue struct {
	mu     sync.Mutex
	inputs []input
}

// articles yields the articles of the inputs that could be read.
func (q *queue) articles(inputs iter.Seq[input]) iter.Seq[*pb.Article] {
	return func(yield func(*pb.Article) bool) {
		for in := range inputs {
			article := in.article
			in.article = nil
			q.mu.Lock()
			q.inputs = append(q.inputs, in)
			q.mu.Unlock()
			if in.err == nil && !yield(article) {
				return
			}
		}
	}
}

// until takes the inputs up to the one that a result answers and returns responses for those that could not be
// read; nil takes all.
func (q *queue) until(result *client.Result) []*pb.AnalyzeArticlesResponse {
	q.mu.Lock()
	defer q.mu.Unlock()
	var unread []*pb.AnalyzeArticlesResponse
	for len(q.inputs) > 0 {
		in := q.inputs[0]
		q.inputs = q.inputs[1:]
		if in.err != nil {
			unread = append(unread, unreadable(in))
		} else if result != nil {
			break
		}
	}
	return unread
}

// unreadable is the response that stands for an input that never reached the service.
func unreadable(in input) *pb.AnalyzeArticlesResponse {
	code, reason := codes.InvalidArgument, "UNREADABLE_INPUT"
	if errors.Is(in.err, fs.ErrNotExist) {
		code = codes.NotFound
	}
	s := status.New(code, in.err.Error())
	if detailed, err := s.WithDetails(&errdetails.ErrorInfo{Reason: reason, Domain: "dateline.dev"}); err == nil {
		s = detailed
	}
	return &pb.AnalyzeArticlesResponse{ArticleId: in.id, Outcome: &pb.AnalyzeArticlesResponse_Error{Error: s.Proto()}}
}
