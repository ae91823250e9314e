package server

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
)

// trackStream is one call of TrackStories. Four parts work side by side:
//
//	accept   receives requests, as long as the window has room, and starts an analysis for each article
//	analyse  analyses one article, many at once
//	file     adds the articles to their collections, in the order of the requests
//	send     waits until each addition is durable, then answers it with the updates that it caused
type trackStream struct {
	s      *Server
	stream pb.StoryService_TrackStoriesServer
	ctx    context.Context
	window *window

	collection string
	options    *pb.AnalyzeOptions

	accepted chan *tracked
	filed    chan *tracked
	// underWay counts the requests that are not answered; idle tells when there is none.
	underWay atomic.Int32
	idle     chan struct{}
}

// tracked is a request on its way to its answers.
type tracked struct {
	id, articleID string
	sequence      int32
	collection    string
	options       *pb.AnalyzeOptions
	flush         bool
	answered      bool // but for its updates

	ready    chan struct{} // closed once the analysis is there, or err is set
	analysis *pb.Analysis
	report   *story.Report
	err      error

	updates []story.Update
	pending *story.Pending
	version int32
	leave   func()
}

// TrackStories adds a stream of articles to a collection.
func (t *stories) TrackStories(stream pb.StoryService_TrackStoriesServer) error {
	n := t.s.config.MaxInFlightPerStream
	k := &trackStream{s: t.s, stream: stream, window: newWindow(n), accepted: make(chan *tracked, n), filed: make(chan *tracked, n), idle: make(chan struct{}, 1)}
	return k.run()
}

func (k *trackStream) run() error {
	ctx, cancel := context.WithCancel(k.stream.Context())
	defer cancel()
	k.ctx = ctx
	var parts sync.WaitGroup
	defer parts.Wait()
	ended := make(chan error, 1)
	parts.Go(func() {
		ended <- k.accept()
		close(k.accepted)
	})
	parts.Go(func() {
		k.file()
		close(k.filed)
	})
	if err := k.send(); err != nil {
		cancel()
		for range k.filed { // nothing may outlive the call
		}
		return err
	}
	return <-ended
}

// accept starts the work for each request until the stream, the service or the caller ends, or a config is broken.
func (k *trackStream) accept() error {
	received, failed := receive(k.ctx, k.stream.Recv)
	for sequence := int32(0); ; sequence++ {
		select {
		case message := <-received:
			if err := k.start(sequence, message); err != nil {
				return toStatus(err).Err()
			}
		case err := <-failed:
			return endOf(err)
		case <-k.s.stopping:
			return toStatus(errShuttingDown).Err()
		case <-k.ctx.Done():
			return toStatus(k.ctx.Err()).Err()
		}
	}
}

// start begins what one request asks for. It fails when the stream is to end.
func (k *trackStream) start(sequence int32, m *pb.TrackStoriesRequest) error {
	if c := m.GetConfig(); c != nil {
		return k.configure(c)
	}
	x := &tracked{
		id:         echo(m.GetRequestId()),
		articleID:  echo(m.GetArticle().GetArticleId()),
		sequence:   sequence,
		collection: k.collection,
		options:    k.options,
		flush:      m.GetFlush() != nil,
		ready:      make(chan struct{}),
	}
	if m.GetCollection() != "" {
		x.collection = m.GetCollection()
	}
	leave, err := k.window.enter(k.ctx, len(m.GetArticle().GetContent()))
	if err != nil {
		return err
	}
	x.leave = leave
	k.underWay.Add(1)
	article, err := k.check(m, x)
	if err != nil && !x.flush {
		k.s.metrics.refused(err)
	}
	if err != nil || x.flush {
		x.err = err
		close(x.ready)
	} else {
		go func() {
			defer close(x.ready)
			x.analysis, x.report, x.err = k.analyze(article, x.options)
		}()
	}
	k.accepted <- x // has room for the whole window
	return nil
}

// configure sets what holds from here on; a broken config ends the stream.
func (k *trackStream) configure(c *pb.TrackStoriesConfig) error {
	if err := wire.CheckOptions(c.GetOptions()); err != nil {
		return err
	}
	if c.GetCollection() != "" {
		if err := wire.CheckCollection(c.GetCollection()); err != nil {
			return err
		}
		k.collection = c.GetCollection()
	}
	if c.GetOptions() != nil {
		k.options = c.GetOptions()
	}
	return nil
}

// check refuses a request that cannot be tracked.
func (k *trackStream) check(m *pb.TrackStoriesRequest, x *tracked) (*extractor.Article, error) {
	if err := wire.CheckRequestID(m.GetRequestId()); err != nil {
		return nil, err
	}
	if err := wire.CheckCollection(x.collection); err != nil {
		return nil, err
	}
	if x.flush {
		return nil, nil
	}
	article, err := wire.FromProto(m.GetArticle(), k.s.config.MaxArticleBytes)
	if err == nil && article.ID == "" {
		err = &extractor.FieldError{Field: "article.article_id", Reason: wire.ReasonInvalidField, Detail: "is required in a collection"}
	}
	return article, err
}

func (k *trackStream) analyze(article *extractor.Article, options *pb.AnalyzeOptions) (*pb.Analysis, *story.Report, error) {
	leave, err := k.s.window.enter(k.ctx, len(article.Content))
	if err != nil {
		return nil, nil, err
	}
	defer leave()
	return k.s.analyzer.report(k.ctx, article, options)
}

// file adds the articles to their collections in the order of the requests. When none is under way there is time to tell
// of the stories that have changed without being told of: a stream that comes fast has its updates together, a slow one
// each.
func (k *trackStream) file() {
	last := map[string]tracked{} // by collection, as far as updates need it
	for {
		select {
		case x, open := <-k.accepted:
			if !open {
				k.catchUp(last)
				return
			}
			<-x.ready
			k.add(x)
			if x.err == nil && !x.flush {
				last[x.collection] = tracked{id: x.id, articleID: x.articleID, sequence: x.sequence, collection: x.collection,
					options: x.options, answered: true}
			}
			k.filed <- x // has room for the whole window
		case <-k.idle:
			k.catchUp(last)
		}
	}
}

// add makes the change that a request asks for.
func (k *trackStream) add(x *tracked) {
	switch {
	case x.err != nil:
	case x.flush:
		x.updates, x.version, x.err = k.s.library.Flush(k.ctx, x.collection)
	default:
		x.updates, x.pending, x.err = k.s.library.Begin(x.collection, x.report)
	}
}

// catchUp tells of changed stories, as updates of the article that was filed last in their collection, until another one
// comes; collections without more to tell leave last.
func (k *trackStream) catchUp(last map[string]tracked) {
	for collection, late := range last {
		for more := true; more; {
			if len(k.accepted) > 0 || k.ctx.Err() != nil {
				return
			}
			x := late
			x.updates, x.pending, more, x.err = k.s.library.CatchUp(collection)
			k.filed <- &x
		}
		delete(last, collection)
	}
}

// send answers each request once its change is durable.
func (k *trackStream) send() error {
	for x := range k.filed {
		if x.err == nil {
			x.err = x.pending.Wait(k.ctx)
		}
		err := k.answer(x)
		if !x.answered {
			k.leave(x)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// leave makes room for another request.
func (k *trackStream) leave(x *tracked) {
	x.leave()
	if k.underWay.Add(-1) == 0 {
		select {
		case k.idle <- struct{}{}:
		default:
		}
	}
}

func (k *trackStream) answer(x *tracked) error {
	answer := func(fill func(*pb.TrackStoriesResponse)) error {
		r := &pb.TrackStoriesResponse{RequestId: x.id, Sequence: x.sequence, ArticleId: x.articleID}
		fill(r)
		return k.stream.Send(r)
	}
	switch {
	case x.answered && x.err != nil:
		return nil // the next article hears of it
	case x.answered:
		return k.sendUpdates(x, answer)
	case x.err != nil:
		return answer(func(r *pb.TrackStoriesResponse) {
			r.Outcome = &pb.TrackStoriesResponse_Error{Error: toStatus(x.err).Proto()}
		})
	}
	if !x.flush {
		err := answer(func(r *pb.TrackStoriesResponse) {
			r.Outcome = &pb.TrackStoriesResponse_Analysis{Analysis: x.analysis}
		})
		if err != nil {
			return err
		}
	}
	if err := k.sendUpdates(x, answer); err != nil || !x.flush {
		return err
	}
	return answer(func(r *pb.TrackStoriesResponse) {
		r.Outcome = &pb.TrackStoriesResponse_Flushed{Flushed: &pb.Flushed{Collection: x.collection, Version: x.version}}
	})
}

// sendUpdates answers with the changes that a request caused, each read under the collection's lock and sent without it.
func (k *trackStream) sendUpdates(x *tracked, answer func(func(*pb.TrackStoriesResponse)) error) error {
	for _, u := range x.updates {
		var message *pb.StoryUpdate
		err := k.s.library.View(x.collection, func(c *story.Collection) (err error) {
			message, err = update(c, wire.NewStoryWriter(x.collection, x.options.GetEncodingType(), c.Report), u)
			return err
		})
		if err != nil || message == nil {
			continue // it was deleted meanwhile
		}
		if err := answer(func(r *pb.TrackStoriesResponse) {
			r.Outcome = &pb.TrackStoriesResponse_StoryUpdate{StoryUpdate: message}
		}); err != nil {
			return err
		}
	}
	return nil
}
