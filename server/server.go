package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/dateline-news/dateline/extractor/story"
	pb "github.com/dateline-news/dateline/proto/dateline/v1"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"google.golang.org/grpc"
	_ "google.golang.org/grpc/encoding/gzip" // callers may compress
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/reflection"
)

// Server serves Dateline over gRPC.
type Server struct {
	config   Config
	log      *slog.Logger
	auth     *authenticator
	metrics  *metrics
	window   *window
	analyzer *analyzer
	library  *story.Library
	models   []*pb.Model
	health   *health.Server
	grpc     *grpc.Server

	stopping chan struct{}
	stopOnce sync.Once
}

// New builds a server. It fails on a configuration that cannot work; nothing listens yet.
func New(config Config) (*Server, error) {
	if err := config.check(); err != nil {
		return nil, err
	}
	s := &Server{
		config:   config,
		log:      config.logger(),
		metrics:  newMetrics(),
		window:   newWindow(config.MaxInFlight),
		health:   health.NewServer(),
		stopping: make(chan struct{}),
	}
	var err error
	if s.auth, err = newAuthenticator(&config); err != nil {
		return nil, err
	}
	if err := s.choosePipeline(); err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	options, err := s.options()
	if err != nil {
		return nil, err
	}
	if s.library, err = openLibrary(config.Data); err != nil {
		return nil, err
	}
	s.grpc = grpc.NewServer(options...)
	s.register()
	return s, nil
}

// choosePipeline takes the configured pipeline, of whose models nothing is known, or the default one.
func (s *Server) choosePipeline() (err error) {
	p := s.config.Pipeline
	if p == nil {
		if p, err = defaultPipeline(); err != nil {
			return err
		}
		if s.models, err = defaultModels(); err != nil {
			return err
		}
	}
	s.analyzer = newAnalyzer(s, p)
	return nil
}

func (s *Server) options() ([]grpc.ServerOption, error) {
	options := append(chainOptions(s.chain()),
		grpc.StatsHandler(otelgrpc.NewServerHandler(s.tracing()...)),
		grpc.MaxRecvMsgSize(s.config.MaxMessageBytes),
		grpc.MaxConcurrentStreams(1000),
		grpc.KeepaliveParams(keepalive.ServerParameters{Time: 2 * time.Minute, Timeout: 20 * time.Second}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 15 * time.Second, PermitWithoutStream: true}),
	)
	credentials, err := transportCredentials(&s.config)
	if err != nil {
		return nil, err
	}
	if credentials != nil {
		options = append(options, grpc.Creds(credentials))
	}
	return options, nil
}

func (s *Server) tracing() []otelgrpc.Option {
	if s.config.TracerProvider == nil {
		return nil
	}
	return []otelgrpc.Option{otelgrpc.WithTracerProvider(s.config.TracerProvider)}
}

func (s *Server) register() {
	pb.RegisterExtractionServiceServer(s.grpc, &extraction{s: s})
	pb.RegisterStoryServiceServer(s.grpc, &stories{s: s})
	healthpb.RegisterHealthServer(s.grpc, s.health)
	reflection.Register(s.grpc) // v1 and v1alpha
	for _, service := range []string{"", pb.ExtractionService_ServiceDesc.ServiceName, pb.StoryService_ServiceDesc.ServiceName} {
		s.health.SetServingStatus(service, healthpb.HealthCheckResponse_SERVING)
	}
	s.metrics.calls.InitializeMetrics(s.grpc)
}

// Run listens where the configuration says and serves until the context ends; then it stops as Stop does. It
// returns nil after a stop.
func (s *Server) Run(ctx context.Context) error {
	listener, err := net.Listen("tcp", s.config.Listen)
	if err != nil {
		return err
	}
	closeAdmin, err := s.startAdmin()
	if err != nil {
		listener.Close()
		return err
	}
	defer closeAdmin()
	s.log.Info("listening", "address", listener.Addr().String(), "tls", s.config.TLSCert != "", "auth", s.auth != nil)
	served := make(chan error, 1)
	go func() { served <- s.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
		s.log.Info("stopping")
		s.Stop()
		return <-served
	}
}

// Serve serves on a listener, which it closes, until Stop is called. Several may be served at once.
func (s *Server) Serve(listener net.Listener) error {
	err := s.grpc.Serve(listener)
	if errors.Is(err, grpc.ErrServerStopped) {
		return nil
	}
	return err
}

// Stop takes no new calls and no more articles, answers every article accepted so far, ends the streams with
// UNAVAILABLE and returns. What takes longer than the configured grace is cut off.
func (s *Server) Stop() {
	s.stopOnce.Do(func() {
		s.health.Shutdown()
		close(s.stopping)
	})
	cut := time.AfterFunc(s.config.Grace, s.grpc.Stop)
	defer cut.Stop()
	s.grpc.GracefulStop()
	if err := s.library.Close(); err != nil {
		s.log.Error("closing the stories", "error", err)
	}
}
