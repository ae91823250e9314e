package main

import (
	"context"
	"fmt"

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
	request := &pb.ListStoriesRequest{Collection: o.collection, EncodingType: o.analyze.GetEncodingType()}
	for story, err := range c.ListStories(ctx, request) {
		if err != nil {
			return err
		}
		out.story(story)
	}
	return nil
}

// track sends every article and waits until the collection is settled.
func track(ctx context.Context, c *client.Client, o *options, s streams, out *output) error {
	var unread []input
	articles := func(yield func(*pb.Article) bool) {
		for in := range o.inputs(s) {
			if in.err != nil {
				unread = append(unread, in)
				continue
			}
			if !out.jsonl {
				out.view.read.add(in.article)
			}
			if !yield(in.article) {
				return
			}
		}
	}
	for tracked, err := range c.TrackStream(ctx, o.collection, articles, &o.analyze) {
		switch {
		case err != nil:
			return err // whatever is still being read is of no use
		case tracked.Err != nil:
			out.refuse(s, tracked.ArticleID, status.Convert(tracked.Err).Message())
		case tracked.Analysis != nil:
			out.total++
			out.bar.step()
		}
	}
	for _, in := range unread { // all are read: the stream has ended
		out.refuse(s, in.id, in.err.Error())
	}
	return nil
}

// refuse reports an article that is in no story.
func (p *output) refuse(s streams, id, why string) {
	p.total++
	p.failed++
	p.bar.step()
	fmt.Fprintf(s.err, "dateline stories: %s: %s\n", id, why)
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
