package server

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dateline-news/dateline/extractor"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"github.com/dateline-news/dateline/server/internal/wire"
	"google.golang.org/grpc"
)

// articleStream is one call of AnalyzeArticles. Three parts work side by side:
//
//	accept  receives requests, as long as the stream's window has room, and starts an analysis for each
//	answer  analyses one article and encodes its response, many at once
//	send    sends the responses in order and gives their room in the window back
//
// A caller who does not read its responses fills the window, accept stops receiving, and the transport's flow
// control holds the caller's requests back: memory stays bounded.
type articleStream struct {
	s      *Server
	stream pb.ExtractionService_AnalyzeArticlesServer
	ctx    context.Context
	window *window
	// answers never blocks a sender: it has room for the whole window.
	answers chan answer
	working sync.WaitGroup
	options *pb.AnalyzeOptions
	// unanswered counts what was accepted and not yet sent.
	unanswered atomic.Int32
}

// request is an accepted article on its way to an answer.
type request struct {
	id       string
	sequence int32
	article  *extractor.Article
	echoID   string
	options  *pb.AnalyzeOptions
	refused  error
	leave    func()
}

// answer is a response that is ready to be sent.
type answer struct {
	sequence int32
	message  *grpc.PreparedMsg
	err      error // that the response cannot be encoded
	anyTime  bool  // it need not wait for earlier ones
	leave    func()
}

func newArticleStream(s *Server, stream pb.ExtractionService_AnalyzeArticlesServer) *articleStream {
	return &articleStream{
		s:       s,
		stream:  stream,
		window:  newWindow(s.config.MaxInFlightPerStream),
		answers: make(chan answer, s.config.MaxInFlightPerStream),
	}
}

// run serves the stream to its end and returns why it ended: nil when the caller closed its side.
func (a *articleStream) run() error {
	ctx, cancel := context.WithCancel(a.stream.Context())
	defer cancel()
	defer func() { a.s.metrics.inFlight.Sub(float64(a.unanswered.Load())) }()
	a.ctx = ctx
	ended := make(chan error, 1)
	go func() {
		err := a.accept()
		a.working.Wait()
		close(a.answers)
		ended <- err
	}()
	sending := a.send()
	if sending != nil {
		cancel()
		for range a.answers { // the workers end soon; nothing may outlive the call
		}
	}
	return cmp.Or(sending, <-ended)
}

// accept starts an analysis for each request until the stream, the service or the caller ends.
func (a *articleStream) accept() error {
	received, failed := receive(a.ctx, a.stream.Recv)
	for sequence := int32(0); ; sequence++ {
		select {
		case message := <-received:
			if err := a.start(sequence, message); err != nil {
				return toStatus(err).Err()
			}
		case err := <-failed:
			return endOf(err)
		case <-a.s.stopping:
			return toStatus(errShuttingDown).Err()
		case <-a.ctx.Done():
			return toStatus(a.ctx.Err()).Err()
		}
	}
}

// receive hands on what the caller sends, one message ahead, and then why there is no more.
func receive[M any](ctx context.Context, recv func() (M, error)) (<-chan M, <-chan error) {
	received := make(chan M)
	failed := make(chan error)
	go func() {
		for {
			message, err := recv()
			if err != nil {
				select {
				case failed <- err:
				case <-ctx.Done():
				}
				return
			}
			select {
			case received <- message:
			case <-ctx.Done():
				return
			}
		}
	}()
	return received, failed
}

// endOf translates why no more can be received. The transport itself has told the caller of a message that is
// too large or cannot be decoded.
func endOf(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// start checks a request and begins its analysis once there is room for it. It fails when the context ends.
func (a *articleStream) start(sequence int32, message *pb.AnalyzeArticlesRequest) error {
	r := request{
		id:       echo(message.GetRequestId()),
		echoID:   echo(message.GetArticle().GetArticleId()),
		sequence: sequence,
	}
	r.article, r.refused = a.check(message)
	r.options = a.options
	leave, err := a.window.enter(a.ctx, len(message.GetArticle().GetContent()))
	if err != nil {
		return err
	}
	r.leave = leave
	a.s.metrics.inFlight.Inc()
	a.unanswered.Add(1)
	a.working.Add(1)
	go func() {
		defer a.working.Done()
		a.answers <- a.answer(&r)
	}()
	return nil
}

// maxEcho is the longest id that a request may have: of a longer one, which is refused, an answer repeats no more.
const maxEcho = 1024

// echo is what an answer repeats of an id: valid UTF-8, whatever came, and not the megabytes that a caller may send.
func echo(id string) string {
	if len(id) > maxEcho {
		id = strings.Clone(id[:maxEcho])
	}
	return strings.ToValidUTF8(id, "\uFFFD")
}

// check refuses a request that cannot be analysed; good options hold from here on, bad ones change nothing.
func (a *articleStream) check(message *pb.AnalyzeArticlesRequest) (*extractor.Article, error) {
	if err := wire.CheckOptions(message.GetOptions()); err != nil {
		return nil, err
	}
	if message.GetOptions() != nil {
		a.options = message.GetOptions()
	}
	if err := wire.CheckRequestID(message.GetRequestId()); err != nil {
		return nil, err
	}
	return wire.FromProto(message.GetArticle(), a.s.config.MaxArticleBytes)
}

// answer analyses an article and encodes the response, here and not in send so that all cores share the work.
func (a *articleStream) answer(r *request) answer {
	response := &pb.AnalyzeArticlesResponse{RequestId: r.id, Sequence: r.sequence, ArticleId: r.echoID}
	analysis, err := a.analyze(r)
	if err != nil {
		response.Outcome = &pb.AnalyzeArticlesResponse_Error{Error: toStatus(err).Proto()}
	} else {
		response.Outcome = &pb.AnalyzeArticlesResponse_Analysis{Analysis: analysis}
	}
	message := &grpc.PreparedMsg{}
	err = message.Encode(a.stream, response)
	return answer{
		sequence: r.sequence,
		message:  message,
		err:      err,
		anyTime:  r.options.GetOrdering() == pb.Ordering_ORDERING_COMPLETION,
		leave:    r.leave,
	}
}

func (a *articleStream) analyze(r *request) (*pb.Analysis, error) {
	if r.refused != nil {
		a.s.metrics.refused(r.refused)
		return nil, r.refused
	}
	leave, err := a.s.window.enter(a.ctx, len(r.article.Content))
	if err != nil {
		return nil, err
	}
	defer leave()
	return a.s.analyzer.analyze(a.ctx, r.article, r.options)
}

// send sends every answer, those that need to in the order of their requests.
func (a *articleStream) send() error {
	order := newOrder()
	for ready := range a.answers {
		for _, one := range order.add(ready) {
			err := one.err
			if err == nil {
				err = a.stream.SendMsg(one.message)
			}
			one.leave()
			if err != nil {
				return err
			}
			a.s.metrics.inFlight.Dec()
			a.unanswered.Add(-1)
		}
	}
	return nil
}
