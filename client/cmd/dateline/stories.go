package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/dateline-news/dateline/client"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"google.golang.org/grpc/status"
)

// stories is the command of that name: it follows the articles in a collection, settles it, and prints its
// stories.
func stories(ctx context.Context, o *options, s streams) int {
	c, closeAll, err := o.connect()
	if err != nil {
		fmt.Fprintln(s.err, "dateline stories:", err)
		return exitFailed
	}
	defer closeAll()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	bar := newProgress(s, o.paths)
	out := newOutput(o, s, bar)
	err = track(ctx, c, o, s, out)
	bar.finish()
	if err == nil {
		err = printStories(ctx, c, o, out)
	}
	if err != nil {
		out.flush()
		fmt.Fprintln(s.err, "dateline stories:", streamError(o, err))
		return exitFailed
	}
	return out.finish(s)
}

func printStories(ctx context.Context, c *client.Client, o *options, out *output) error {
	for story, err := range listStories(ctx, c, o) {
		if err != nil {
			return err
		}
		out.story(story)
	}
	return nil
}

// track sends every article and waits until the collection is settled.
func track(ctx context.Context, c *client.Client, o *options, s streams, out *output) error {
	stream, err := c.Stories().TrackStories(ctx)
	if err != nil {
		return err
	}
	unread := make(chan input)
	go func() {
		sendAll(stream, o, s, unread)
		close(unread)
	}()
	if err := receiveAll(stream, out, s); err != nil {
		return err // whatever is still being read is of no use
	}
	for in := range unread {
		out.refuse(s, in.id, in.err.Error())
	}
	return nil
}

// sendAll sends the configuration, the articles and a flush. What ends the stream early is left to the receiver,
// who gets the reason.
func sendAll(stream pb.StoryService_TrackStoriesClient, o *options, s streams, unread chan<- input) {
	config := &pb.TrackStoriesConfig{Collection: o.collection, Options: &o.analyze}
	if stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Config{Config: config}}) != nil {
		return
	}
	var failed []input
	for in := range o.inputs(s.in) {
		if in.err != nil {
			failed = append(failed, in)
			continue
		}
		if stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Article{Article: in.article}}) != nil {
			return
		}
	}
	_ = stream.Send(&pb.TrackStoriesRequest{Request: &pb.TrackStoriesRequest_Flush{Flush: &pb.Flush{}}})
	_ = stream.CloseSend()
	for _, in := range failed {
		unread <- in
	}
}

func receiveAll(stream pb.StoryService_TrackStoriesClient, out *output, s streams) error {
	for {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch outcome := r.GetOutcome().(type) {
		case *pb.TrackStoriesResponse_Analysis:
			out.total++
			out.bar.step()
		case *pb.TrackStoriesResponse_Error:
			out.refuse(s, r.GetArticleId(), status.FromProto(outcome.Error).Message())
		}
	}
}

// refuse reports an article that is in no story.
func (p *output) refuse(s streams, id, why string) {
	p.total++
	p.failed++
	p.bar.step()
	fmt.Fprintf(s.err, "dateline stories: %s: %s\n", id, why)
}

// listStories yields every story of the collection.
func listStories(ctx context.Context, c *client.Client, o *options) iter.Seq2[*pb.Story, error] {
	return func(yield func(*pb.Story, error) bool) {
		request := &pb.ListStoriesRequest{Collection: o.collection, EncodingType: o.analyze.GetEncodingType()}
		for {
			page, err := c.Stories().ListStories(ctx, request)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, story := range page.GetStories() {
				if !yield(story, nil) {
					return
				}
			}
			if request.PageToken = page.GetNextPageToken(); request.GetPageToken() == "" {
				return
			}
		}
	}
}

// story prints one story.
func (p *output) story(story *pb.Story) {
	if p.jsonl {
		p.line(story)
	} else {
		p.view.story(p.w, story)
	}
	p.flush()
}
