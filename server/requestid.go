package server

import (
	"context"
	"crypto/rand"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/logging"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// requestIDKey is the metadata that names a call, in the request and in the answer's header.
const requestIDKey = "x-request-id"

// withRequestID gives the call the name that the caller chose, or a new one; log lines carry it.
func withRequestID(ctx context.Context) (context.Context, string) {
	id := ""
	if values := metadata.ValueFromIncomingContext(ctx, requestIDKey); len(values) > 0 && len(values[0]) <= 128 {
		id = values[0]
	}
	if id == "" {
		id = rand.Text()
	}
	return logging.InjectFields(ctx, logging.Fields{"request_id", id}), id
}

func requestIDUnary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	ctx, id := withRequestID(ctx)
	_ = grpc.SetHeader(ctx, metadata.Pairs(requestIDKey, id)) // fails only once headers are sent
	return next(ctx, req)
}

func requestIDStream(srv any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	ctx, id := withRequestID(stream.Context())
	_ = stream.SetHeader(metadata.Pairs(requestIDKey, id)) // fails only once headers are sent
	return next(srv, &streamWithContext{stream, ctx})
}

type streamWithContext struct {
	grpc.ServerStream
	ctx context.Context
}

// Context returns the stream's context with what interceptors added.
func (s *streamWithContext) Context() context.Context { return s.ctx }
