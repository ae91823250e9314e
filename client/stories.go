package client

import (
	"context"
	"iter"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
)

// Tracked is one answer to a stream of articles that a collection follows; exactly one of Analysis, Err, Update and
// Flushed is set.
type Tracked struct {
	// Sequence counts the requests of the stream: 0 is the configuration, 1 the first article, the last one the flush.
	Sequence int
	// ArticleID is the article's own; empty in answers to the flush.
	ArticleID string
	// Analysis is the article's: it is in the collection, and stays there if the service has a folder for its data.
	Analysis *pb.Analysis
	// Err is a gRPC status: this article is not in the collection, the stream goes on. See Reason.
	Err error
	// Update is a story that the article, or the flush, changed.
	Update *pb.StoryUpdate
	// Flushed comes last: every article is settled, and the stories are final until more articles come.
	Flushed *pb.Flushed
}

// TrackStream adds articles to a collection, settles it with a flush, and yields every answer: in the order of the
// articles, for each its analysis or error and then the stories that it changed. Each article needs an article_id of its
// own. Articles are drawn as fast as the service takes them, in a goroutine of their own.
//
// An error beside a nil answer is the stream's and the last thing yielded. Articles that were not answered by then may be
// in the collection or not: sending them again is safe, since the same article again changes nothing. Breaking out of
// the loop cancels the stream.
func (c *Client) TrackStream(ctx context.Context, collection string, articles iter.Seq[*pb.Article], options *pb.AnalyzeOptions) iter.Seq2[*Tracked, error] {
	return converse(ctx,
		func(ctx context.Context) (pb.StoryService_TrackStoriesClient, error) {
			return c.stories.TrackStories(ctx)
		},
		func(ctx context.Context, stream pb.StoryService_TrackStoriesClient) {
			sendTracked(ctx, stream, collection, articles, options)
		},
		newTracked)
}

// sendTracked sends the configuration, every article and a flush. A failed send is left to Recv, which has the reason.
func sendTracked(ctx context.Context, stream pb.StoryService_TrackStoriesClient, collection string, articles iter.Seq[*pb.Article], options *pb.AnalyzeOptions) {
	config := &pb.TrackStoriesConfig{Collection: collection, Options: options}
	if stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Config{Config: config}}) != nil {
		return
	}
	for article := range articles {
		if ctx.Err() != nil || stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Article{Article: article}}) != nil {
			return
		}
	}
	if stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Flush{Flush: &pb.Flush{}}}) == nil {
		_ = stream.CloseSend() // never fails
	}
}

func newTracked(r *pb.TrackStoriesResponse) *Tracked {
	t := &Tracked{Sequence: int(r.GetSequence()), ArticleID: r.GetArticleId(), Analysis: r.GetAnalysis(),
		Update: r.GetStoryUpdate(), Flushed: r.GetFlushed()}
	if e := r.GetError(); e != nil {
		t.Err = status.ErrorProto(e)
	}
	return t
}

// ListStories yields the stories that a request asks for, page after page from its page_token on. An error is the last
// thing yielded.
func (c *Client) ListStories(ctx context.Context, request *pb.ListStoriesRequest) iter.Seq2[*pb.Story, error] {
	return pages(request.GetPageToken(), func(token string) ([]*pb.Story, string, error) {
		r := proto.CloneOf(request)
		r.PageToken = token
		page, err := c.stories.ListStories(ctx, r)
		return page.GetStories(), page.GetNextPageToken(), err
	})
}

// ListStoryEvents yields the events of a timeline, page after page from the request's page_token on. An error is the
// last thing yielded.
func (c *Client) ListStoryEvents(ctx context.Context, request *pb.ListStoryEventsRequest) iter.Seq2[*pb.StoryEvent, error] {
	return pages(request.GetPageToken(), func(token string) ([]*pb.StoryEvent, string, error) {
		r := proto.CloneOf(request)
		r.PageToken = token
		page, err := c.stories.ListStoryEvents(ctx, r)
		return page.GetEvents(), page.GetNextPageToken(), err
	})
}

// pages yields what is on each page, from that of a token on, until there are no more or one fails.
func pages[T any](token string, page func(token string) (items []*T, next string, err error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for token := token; ; {
			items, next, err := page(token)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if token = next; token == "" {
				return
			}
		}
	}
}
