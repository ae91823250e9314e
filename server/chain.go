package server

import (
	"context"
	"log/slog"
	"runtime/debug"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/logging"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/ratelimit"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/selector"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
)

// link is one step that every call passes, in its two forms.
type link struct {
	name   string
	unary  grpc.UnaryServerInterceptor
	stream grpc.StreamServerInterceptor
}

// chain is what every call passes on its way in, from top to bottom. Recovery stands below logging and metrics,
// so that a panic is logged and counted as the INTERNAL error that the caller sees.
func (s *Server) chain() []link {
	log, handler := s.loggingOptions(), recovery.WithRecoveryHandlerContext(s.recovered)
	links := []link{
		{"request id", requestIDUnary, requestIDStream},
		{"logging", logging.UnaryServerInterceptor(slogAdapter(s.log), log...), logging.StreamServerInterceptor(slogAdapter(s.log), log...)},
		{"metrics", s.metrics.calls.UnaryServerInterceptor(), s.metrics.calls.StreamServerInterceptor()},
		{"recovery", recovery.UnaryServerInterceptor(handler), recovery.StreamServerInterceptor(handler)},
	}
	if s.auth != nil {
		match := selector.MatchFunc(needsAuth)
		links = append(links, link{"auth",
			selector.UnaryServerInterceptor(auth.UnaryServerInterceptor(s.auth.authenticate), match),
			selector.StreamServerInterceptor(auth.StreamServerInterceptor(s.auth.authenticate), match)})
	}
	limiter := newRateLimiter(s.config.RateLimit)
	return append(links, link{"rate limit",
		selector.UnaryServerInterceptor(rateLimitUnary(limiter), selector.MatchFunc(needsAuth)),
		selector.StreamServerInterceptor(rateLimitStream(limiter), selector.MatchFunc(needsAuth))})
}

// chainOptions splits a chain into the two lists that grpc wants.
func chainOptions(links []link) []grpc.ServerOption {
	var unary []grpc.UnaryServerInterceptor
	var stream []grpc.StreamServerInterceptor
	for _, l := range links {
		unary, stream = append(unary, l.unary), append(stream, l.stream)
	}
	return []grpc.ServerOption{grpc.ChainUnaryInterceptor(unary...), grpc.ChainStreamInterceptor(stream...)}
}

func (s *Server) loggingOptions() []logging.Option {
	return []logging.Option{
		logging.WithLogOnEvents(logging.FinishCall),
		logging.WithDurationField(logging.DurationToDurationField),
		logging.WithLevels(logLevel),
	}
}

// logLevel is how much a call's outcome concerns the operator: what callers do wrong is theirs.
func logLevel(code codes.Code) logging.Level {
	switch code {
	case codes.Internal, codes.Unknown, codes.DataLoss:
		return logging.LevelError
	case codes.ResourceExhausted, codes.DeadlineExceeded:
		return logging.LevelWarn
	}
	return logging.LevelInfo
}

func slogAdapter(log *slog.Logger) logging.Logger {
	return logging.LoggerFunc(func(ctx context.Context, level logging.Level, message string, fields ...any) {
		log.Log(ctx, slog.Level(level), message, fields...)
	})
}

// recovered turns a panic into an INTERNAL error and logs where it came from.
func (s *Server) recovered(ctx context.Context, reason any) error {
	s.log.ErrorContext(ctx, "panic", "reason", reason, "stack", string(debug.Stack()))
	s.metrics.panics.Inc()
	return toStatus(errInternal).Err()
}

// The library's own interceptors would wrap the limiter's status in a text and lose its details.

func rateLimitUnary(l ratelimit.Limiter) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
		if err := l.Limit(ctx); err != nil {
			return nil, err
		}
		return next(ctx, req)
	}
}

func rateLimitStream(l ratelimit.Limiter) grpc.StreamServerInterceptor {
	return func(srv any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
		if err := l.Limit(stream.Context()); err != nil {
			return err
		}
		return next(srv, stream)
	}
}
