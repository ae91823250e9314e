package client

import (
	"context"
	"iter"
	"time"

	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
)

// How long a watch waits before it is resumed: twice as long after each failure, until the service answers again.
const (
	firstPause   = 100 * time.Millisecond
	longestPause = 5 * time.Second
)

// WatchStories yields the changes of a collection until the context ends. Where the connection breaks, the service
// restarts, or the caller was too slow, it goes on from the last version received: no change is missed, though one may
// come twice, and of several changes of one story meanwhile only the last. The version of a story that is yielded is what
// from_version takes to go on from there later.
//
// An error is the last thing yielded: the context's; one of a service that did not answer even once; a refusal; or
// VERSION_AHEAD (see Reason), which says that the collection was begun anew and that what the caller has of it is void. A
// watch without from_version that breaks before its first change ends with the error, too: nothing tells what it missed.
func (c *Client) WatchStories(ctx context.Context, request *pb.WatchStoriesRequest) iter.Seq2[*pb.StoryUpdate, error] {
	return func(yield func(*pb.StoryUpdate, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		w := watch{c: c, request: proto.CloneOf(request), yield: yield}
		for w.pause = firstPause; ; w.pause = min(2*w.pause, longestPause) {
			err := w.once(ctx)
			if err == nil {
				return // the caller has enough
			}
			if !w.resumable(err) {
				yield(nil, err)
				return
			}
			select {
			case <-time.After(w.pause):
			case <-ctx.Done():
				yield(nil, status.FromContextError(ctx.Err()).Err())
				return
			}
		}
	}
}

// watch is a watch of a collection over all its calls.
type watch struct {
	c        *Client
	request  *pb.WatchStoriesRequest // from_version is how far it came
	yield    func(*pb.StoryUpdate, error) bool
	answered bool // the service took a call
	pause    time.Duration
}

// once yields what one call answers, and returns why it ended: nil where the caller has enough.
func (w *watch) once(ctx context.Context) error {
	stream, err := w.c.stories.WatchStories(ctx, w.request)
	if err != nil {
		return err
	}
	if header, err := stream.Header(); err == nil && header != nil {
		w.answered, w.pause = true, firstPause
	}
	for {
		response, err := stream.Recv()
		if err != nil {
			return err
		}
		update := response.GetStoryUpdate()
		if !w.yield(update, nil) {
			return nil
		}
		w.request.FromVersion = proto.Int32(update.GetStory().GetVersion())
	}
}

// resumable reports whether the watch may go on after an error.
func (w *watch) resumable(err error) bool {
	code := status.Code(err)
	return w.answered && w.request.FromVersion != nil && (code == codes.Unavailable || code == codes.Aborted)
}
