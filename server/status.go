package server

import (
	"context"
	"errors"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/story"
	"github.com/dateline-news/dateline/server/internal/wire"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// errorDomain is the ErrorInfo domain of every error of the service.
const errorDomain = "dateline.dev"

var (
	errShuttingDown = errors.New("the service is shutting down; every accepted article was answered")
	errBusy         = errors.New("the service has as many articles in flight as it takes; try again")
	errInternal     = errors.New("an internal error; the log of the service has more")
)

// statuses is the one table from errors to gRPC codes; the first match decides. The message of an error that is
// not in it stays inside: callers see errInternal.
var statuses = []struct {
	err    error
	code   codes.Code
	reason string // unless the field at fault has one of its own
}{
	{extractor.ErrTooLarge, codes.ResourceExhausted, wire.ReasonTooLarge},
	{extractor.ErrInvalid, codes.InvalidArgument, wire.ReasonInvalidField},
	{errBusy, codes.ResourceExhausted, "SERVER_BUSY"},
	{errRateLimited, codes.ResourceExhausted, "RATE_LIMITED"},
	{errNoToken, codes.Unauthenticated, "UNAUTHENTICATED"},
	{errWrongToken, codes.Unauthenticated, "UNAUTHENTICATED"},
	{errShuttingDown, codes.Unavailable, "SHUTTING_DOWN"},
	{story.ErrArticleExists, codes.AlreadyExists, "ARTICLE_EXISTS"},
	{story.ErrArticleUnknown, codes.NotFound, "ARTICLE_NOT_FOUND"},
	{story.ErrCollectionUnknown, codes.NotFound, "COLLECTION_NOT_FOUND"},
	{errStoryUnknown, codes.NotFound, "STORY_NOT_FOUND"},
	{story.ErrStoreFull, codes.ResourceExhausted, "STORE_FULL"},
	{story.ErrBusy, codes.Unavailable, "COLLECTION_RELOADING"},
	{story.ErrClosed, codes.Unavailable, "SHUTTING_DOWN"},
	{story.ErrVersionAhead, codes.OutOfRange, "VERSION_AHEAD"},
	{errWatchEnded, codes.Aborted, "WATCH_ENDED"},
	{context.DeadlineExceeded, codes.DeadlineExceeded, "DEADLINE_EXCEEDED"},
	{context.Canceled, codes.Canceled, "CANCELLED"},
	{errInternal, codes.Internal, "INTERNAL"},
}

// toStatus turns an error into what the caller sees: a code, a message, exactly one ErrorInfo, and the fields at
// fault. A gRPC status passes as it is. It must not be nil.
func toStatus(err error) *status.Status {
	if s, ok := err.(interface{ GRPCStatus() *status.Status }); ok {
		return s.GRPCStatus()
	}
	for _, row := range statuses {
		if errors.Is(err, row.err) {
			return describe(row.code, row.reason, err)
		}
	}
	return describe(codes.Internal, "INTERNAL", errInternal)
}

func describe(code codes.Code, reason string, err error) *status.Status {
	info := &errdetails.ErrorInfo{Reason: reason, Domain: errorDomain}
	violations := violationsOf(err)
	message := err.Error()
	if len(violations) > 0 {
		info.Reason = violations[0].Reason
		info.Metadata = map[string]string{"field": violations[0].Field}
		message = wire.Violations(violations).Error()
	}
	s, e := status.New(code, message).WithDetails(info)
	if len(violations) > 0 && e == nil {
		s, e = s.WithDetails(badRequest(violations))
	}
	if e != nil { // details that cannot be encoded: not possible for these types
		return status.New(code, message)
	}
	return s
}

// violationsOf returns the fields at fault; nil when the error is not about fields.
func violationsOf(err error) []extractor.FieldError {
	var many wire.Violations
	if errors.As(err, &many) {
		return many
	}
	var one *extractor.FieldError
	if errors.As(err, &one) {
		return []extractor.FieldError{*one}
	}
	return nil
}

func badRequest(violations []extractor.FieldError) *errdetails.BadRequest {
	out := &errdetails.BadRequest{}
	for _, v := range violations {
		out.FieldViolations = append(out.FieldViolations, &errdetails.BadRequest_FieldViolation{
			Field: v.Field, Description: v.Detail, Reason: v.Reason,
		})
	}
	return out
}
