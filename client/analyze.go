package client

import (
	"context"
	"iter"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/status"
)

// Analyze analyses one article; nil options mean all defaults. The error is a gRPC status: see Reason.
func (c *Client) Analyze(ctx context.Context, article *pb.Article, options *pb.AnalyzeOptions) (*pb.Analysis, error) {
	response, err := c.extraction.AnalyzeArticle(ctx, &pb.AnalyzeArticleRequest{Article: article, Options: options})
	if err != nil {
		return nil, err
	}
	return response.GetAnalysis(), nil
}

// Result is what came of one article of a stream: an analysis or the article's own error.
type Result struct {
	// Sequence counts the articles of the stream from 0.
	Sequence int
	// ArticleID is the article's own.
	ArticleID string
	// Analysis is nil when Err is not.
	Analysis *pb.Analysis
	// Err is a gRPC status: this article could not be analysed, the stream goes on.
	Err error
	// Response is the whole message.
	Response *pb.AnalyzeArticlesResponse
}

// AnalyzeStream analyses what articles yields over one stream and yields a result for each: in the order of the
// articles, or as they get ready where options ask for ORDERING_COMPLETION. Articles are drawn as fast as the
// service takes them, in a goroutine of their own; the service bounds how far ahead that is.
//
// An article's own error is in its Result. An error beside a nil result is the stream's and the last thing
// yielded; the articles after the last result are then unanswered. Breaking out of the loop cancels the stream;
// articles is left when its next value has been drawn.
func (c *Client) AnalyzeStream(ctx context.Context, articles iter.Seq[*pb.Article], options *pb.AnalyzeOptions) iter.Seq2[*Result, error] {
	return converse(ctx,
		func(ctx context.Context) (pb.ExtractionService_AnalyzeArticlesClient, error) {
			return c.extraction.AnalyzeArticles(ctx)
		},
		func(ctx context.Context, stream pb.ExtractionService_AnalyzeArticlesClient) {
			sendArticles(ctx, stream, articles, options)
		},
		newResult)
}

// sendArticles sends every article and closes its side. A failed send is left to Recv, which has the reason.
func sendArticles(ctx context.Context, stream pb.ExtractionService_AnalyzeArticlesClient, articles iter.Seq[*pb.Article], options *pb.AnalyzeOptions) {
	for article := range articles {
		if ctx.Err() != nil || stream.Send(&pb.AnalyzeArticlesRequest{Article: article, Options: options}) != nil {
			return
		}
		options = nil // once given, they hold
	}
	_ = stream.CloseSend() // never fails
}

func newResult(r *pb.AnalyzeArticlesResponse) *Result {
	result := &Result{Sequence: int(r.GetSequence()), ArticleID: r.GetArticleId(), Analysis: r.GetAnalysis(), Response: r}
	if e := r.GetError(); e != nil {
		result.Err = status.ErrorProto(e)
	}
	return result
}
